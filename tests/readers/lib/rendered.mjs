// SPDX-License-Identifier: MIT
// Further renderings of the audits behind the reports, and their results.csv to compare them with.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Render the audit of a report (lib/reports.mjs) with further arguments, and hand the folder to `use`. */
export function rendered(report, args, use) {
  const out = mkdtempSync(join(tmpdir(), 'fargauge-readers-'));
  try {
    const given = ['render', '--db', join(report.out, 'fargauge.db'), '--out', out, '--lang', report.lang, '--exit-zero', ...args];
    const { status, stderr } = spawnSync(process.env.FARGAUGE, given, { encoding: 'utf8' });
    if (status !== 0 || stderr !== '') throw new Error(`fargauge ${given.join(' ')}: ${status}: ${stderr}`);
    return use(out);
  } finally {
    rmSync(out, { recursive: true });
  }
}

/**
 * What other sinks show of a cell: docs/csv.md undone, but for what is shown as an escape everywhere (visible.h) and for
 * bytes that are no text.
 */
function shown(cell) {
  const text = cell.replace(/^'/, '');
  return text.replace(/\\u([0-9A-Fa-f]{4})/g, (escape, code) => {
    const character = String.fromCharCode(parseInt(code, 16));
    return /[\t -~\uff00-\uffef]/.test(character) ? character : escape;
  });
}

/** A CSV file as an array of objects, each cell as other sinks show its text. */
export function readCsv(path) {
  const rows = [[]];
  const cell = /("(?:[^"]|"")*"|[^",\r\n]*)(,|\r\n|$)/gy;
  const text = readFileSync(path, 'utf8');
  while (cell.lastIndex < text.length) {
    const [, value, end] = cell.exec(text);
    const plain = value.startsWith('"') ? value.slice(1, -1).replaceAll('""', '"') : value;
    rows.at(-1).push(shown(plain));
    if (end === '\r\n') rows.push([]);
  }
  const [names, ...values] = rows.filter((row) => row.length > 0);
  return values.map((row) => Object.fromEntries(names.map((name, i) => [name, row[i]])));
}
