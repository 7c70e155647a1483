// SPDX-License-Identifier: MIT
// The reports that are read: made once for all tests of a build, in BUILD/readers/reports-KEY. The key stands for the
// program and its inputs, so that a rebuilt program is asked again. Tests run at the same time: whoever is first
// moves a finished folder to its place, and nobody ever sees half of one.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const env = (name) => {
  if (!process.env[name]) throw new Error(`${name} is not set: run this by meson test --suite readers`);
  return process.env[name];
};
const root = () => env('SOURCE_ROOT');
const samples = () => join(root(), 'samples');

// What stands in the report: how the program is called, the code it must exit with, in which languages.
const CASES = {
  samples: { args: () => [samples(), '--waivers', join(samples(), 'waivers.csv')], exit: 1, langs: ['en', 'ja'] },
  hostile: { args: (made) => [join(made, 'in'), '--waivers', join(made, 'in', 'waivers.csv')], exit: 1, langs: ['en', 'ja'] },
  refused: { args: (made) => [join(made, 'bad')], exit: 3, langs: ['en'] },
  empty: { args: () => [join(root(), 'tests', 'golden', 'empty-scope', 'in')], exit: 0, langs: ['en', 'ja'] },
};

function filesBelow(folder) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((one) =>
    one.isDirectory() ? filesBelow(join(folder, one.name)) : [join(folder, one.name)]);
}

function keyOf(files) {
  const hash = createHash('sha256');
  for (const file of files) {
    const { size, mtimeMs } = statSync(file);
    hash.update(`${file}\n${size}\n${mtimeMs}\n`);
  }
  return hash.digest('hex').slice(0, 16);
}

function command(args) {
  const { status, signal, stdout, stderr } = spawnSync(args[0], args.slice(1), {
    encoding: 'utf8',
    maxBuffer: 1 << 26,
    env: { ...process.env, SOURCE_DATE_EPOCH: '1790900000', NO_COLOR: '1' },
  });
  return { command: args.join(' '), status: status ?? signal, stdout, stderr };
}

function make(folder) {
  const made = join(folder, 'exports');
  mkdirSync(made);
  const done = [{ name: 'exports', wanted: 0, ...command([env('MAKE_EXPORTS'), made]) }];
  for (const [name, { args, exit, langs }] of Object.entries(CASES))
    for (const lang of langs) {
      const out = join(folder, `${name}-${lang}`);
      const given = [env('FARGAUGE'), 'report', ...args(made), '--out', out, '--lang', lang, '--no-progress'];
      done.push({ name: `${name}-${lang}`, wanted: exit, ...command(given) });
    }
  writeFileSync(join(folder, 'commands.json'), JSON.stringify(done, null, 1));
}

function place(below, folder) {
  const fresh = mkdtempSync(join(below, 'making-'));
  make(fresh);
  try {
    renameSync(fresh, folder);
  } catch (error) {
    if (!existsSync(folder)) throw error;
    rmSync(fresh, { recursive: true });
  }
  for (const other of readdirSync(below))
    if (other.startsWith('reports-') && join(below, other) !== folder) rmSync(join(below, other), { recursive: true, force: true });
}

/** The folder with exports/, and NAME-LANG/ for each of the reports. */
export function reportsFolder() {
  const below = join(env('FARGAUGE_BUILD'), 'readers');
  const inputs = [env('FARGAUGE'), env('MAKE_EXPORTS'), fileURLToPath(import.meta.url), ...filesBelow(samples())];
  const folder = join(below, `reports-${keyOf(inputs)}`);
  mkdirSync(below, { recursive: true });
  if (!existsSync(folder)) place(below, folder);
  return folder;
}

/** The reports, or those whose case is among `names`: { name, case, lang, out, file, pages }. `pages` are all
 *  HTML files of the report, the one that is opened first in front. */
export function reports(...names) {
  const folder = reportsFolder();
  return Object.entries(CASES)
    .filter(([name]) => names.length === 0 || names.includes(name))
    .flatMap(([name, { langs }]) => langs.map((lang) => {
      const out = join(folder, `${name}-${lang}`);
      const file = join(out, 'report.html');
      const others = filesBelow(out).filter((path) => path.endsWith('.html') && path !== file).sort();
      return { name: `${name}, ${lang}`, case: name, lang, out, file, pages: [file, ...others] };
    }));
}

/** How each report was made: { name, wanted, command, status, stdout, stderr }. */
export function commands() {
  return JSON.parse(readFileSync(join(reportsFolder(), 'commands.json'), 'utf8'));
}
