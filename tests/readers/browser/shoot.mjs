// SPDX-License-Identifier: MIT
// The pictures in docs/: what a reader of the README sees of the report. Sizes and times are fixed, so that a picture
// changes only with the page (and with the fonts of the machine).
import { execFileSync, spawnSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { LAPTOP, PHONE, withBrowser, withPage } from './launch.mjs';

/* paper: the number of the printed page; at: what is scrolled to, the top of the page without. */
const PICTURES = {
  report: { lang: 'en', viewport: { width: 1366, height: 1300 } },
  'report-ja': { lang: 'ja', viewport: { width: 1366, height: 1300 } },
  'report-dark': { lang: 'en', viewport: LAPTOP, dark: true, at: 'main h2' },
  'report-phone': { lang: 'en', viewport: PHONE, deviceScaleFactor: 2 },
  'report-paper': { lang: 'ja', paper: 1 },
};

function makeReport(root, folder, lang) {
  const out = join(folder, lang);
  const args = ['report', 'samples', '--waivers', 'samples/waivers.csv', '--out', out, '--lang', lang, '--exit-zero', '--quiet'];
  const { status, stderr } = spawnSync(process.env.FARGAUGE, args, {
    cwd: root, encoding: 'utf8', env: { ...process.env, SOURCE_DATE_EPOCH: '1790848800' } });
  if (status !== 0) throw new Error(`fargauge ${args.join(' ')}: ${status}: ${stderr}`);
  return join(out, 'report.html');
}

async function shoot(browser, file, { lang, paper, at, ...options }, to, folder) {
  await withPage(browser, file, options, async ({ page }) => {
    if (paper !== undefined) {
      const pdf = join(folder, 'paper.pdf');
      await page.pdf({ path: pdf, preferCSSPageSize: true, printBackground: true });
      execFileSync('pdftoppm', ['-png', '-r', '100', '-f', String(paper), '-l', String(paper), '-singlefile', pdf, join(folder, 'paper')]);
      copyFileSync(join(folder, 'paper.png'), to);
      return;
    }
    if (at !== undefined) await page.evaluate((one) => document.querySelector(one).scrollIntoView(), at);
    await page.screenshot({ path: to, animations: 'disabled', caret: 'hide' });
  });
}

const root = process.env.SOURCE_ROOT;
const names = process.argv.length > 2 ? process.argv.slice(2) : Object.keys(PICTURES);
const unknown = names.filter((name) => !(name in PICTURES));
if (unknown.length > 0) throw new Error(`no such picture: ${unknown.join(', ')}; there are ${Object.keys(PICTURES).join(', ')}`);
const folder = mkdtempSync(join(tmpdir(), 'fargauge-shoot-'));
try {
  const files = new Map();
  for (const name of names) {
    const { lang } = PICTURES[name];
    if (!files.has(lang)) files.set(lang, makeReport(root, folder, lang));
  }
  await withBrowser(async (browser) => {
    for (const name of names) {
      const to = join(root, 'docs', `${name}.png`);
      await shoot(browser, files.get(PICTURES[name].lang), PICTURES[name], to, folder);
      console.log(to);
    }
  });
} finally {
  rmSync(folder, { recursive: true });
}
