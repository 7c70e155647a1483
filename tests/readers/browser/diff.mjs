// SPDX-License-Identifier: MIT
// diff.html in a browser: made like the report, readable on a phone and by a screen reader, and it says what it leaves out and
// where all of it is. An argument names the language.
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { packageFile } from '../lib/npm.mjs';
import { check, holds, run, same } from '../lib/tap.mjs';
import { LAPTOP, PHONE, withBrowser, withPage } from './launch.mjs';
import { wrongHead, wrongHeadings, wrongIds, wrongLandmarks, wrongLanguages, wrongReferences, wrongTables, wrongTimes } from './looks.mjs';
import { TAGS, violations } from './violations.mjs';

const SERVICES = 520, MOST = 500;
const LOOKS = { wrongHead, wrongHeadings, wrongIds, wrongLandmarks, wrongLanguages, wrongReferences, wrongTables, wrongTimes };

const service = (i, version) => ({
  serviceArn: `arn:aws:ecs:eu-west-1:123456789012:service/web/s-${i}`, serviceName: `s-${i}`,
  clusterArn: 'arn:aws:ecs:eu-west-1:123456789012:cluster/web', status: 'ACTIVE', launchType: 'FARGATE',
  platformVersion: version, platformFamily: 'Linux', deployments: [],
  networkConfiguration: { awsvpcConfiguration: { assignPublicIp: i === 1 && version !== 'LATEST' ? 'ENABLED' : 'DISABLED' } },
});

function fargauge(...args) {
  const { status, stderr } = spawnSync(process.env.FARGAUGE, args, { encoding: 'utf8', env: { ...process.env, SOURCE_DATE_EPOCH: '1790900000' } });
  holds(`fargauge ${args[0]}`, status === 0 && !/Sanitizer|runtime error:/.test(stderr), `${status}: ${stderr}`);
}

/* Two periods: all services pass, then all of them fail. */
function make(folder, lang) {
  const db = join(folder, 'audit.db');
  for (const [month, version] of [['01', 'LATEST'], ['02', '1.3.0']]) {
    const exports = join(folder, month);
    mkdirSync(exports);
    writeFileSync(join(exports, `services_2026${month}01T000000Z.json`),
      JSON.stringify({ services: Array.from({ length: SERVICES }, (_, i) => service(i, version)), failures: [] }));
    fargauge('import', exports, '--db', db, '--quiet', '--no-progress');
    fargauge('assess', '--db', db, '--control', 'ECS.10,ECS.2', '--quiet', '--exit-zero');
  }
  fargauge('diff', '--db', db, '--out', folder, '--lang', lang, '--quiet', '--exit-zero');
  return join(folder, 'diff.html');
}

/* These run in the page. */
const rowsOf = (id) => {
  const section = document.querySelector(`[aria-labelledby="${id}"]`);
  const heads = [...section.querySelectorAll('thead th')].map((one) => one.textContent.trim());
  const rows = [...section.querySelectorAll('tbody tr')];
  return { heads, count: rows.length, cells: rows.map((row) => [...row.cells].map((cell) => cell.textContent.trim().replace(/\s+/g, ' '))) };
};
const wide = () => document.documentElement.scrollWidth - document.documentElement.clientWidth;

const TEXTS = {
  en: { severity: 'Severity', high: 'High', cut: `first ${MOST} results of each class; 21 are left out`, left: `Shown are the first ${MOST}; the other 21 are in diff.csv.` },
  ja: { severity: '重要度', high: '高', cut: `先頭${MOST}件を表示しており、21件を省略`, left: '残りの21件はdiff.csv' },
};

async function checkPage(browser, file, lang) {
  await withPage(browser, file, { viewport: LAPTOP }, async ({ page, seen }) => {
    const text = TEXTS[lang];
    for (const [name, look] of Object.entries(LOOKS)) check(`${lang}: ${name}`, await page.evaluate(look, lang));
    const { heads, count, cells } = await page.evaluate(rowsOf, 'class-new_failure');
    same(`${lang}: as many rows as it says`, count, MOST);
    const column = heads.indexOf(text.severity);
    holds(`${lang}: a column for the severity`, column > 0, heads.join(', '));
    same(`${lang}: every row has one`, cells.filter((row) => row[column] === '').length, 0);
    holds(`${lang}: of a high one, too`, cells.some((row) => row[column] === text.high));
    const body = await page.evaluate(() => document.body.innerText);
    holds(`${lang}: the summary says what is left out`, body.includes(text.cut), body.slice(0, 1500));
    holds(`${lang}: and so does the list`, body.includes(text.left));
    check(`${lang}: nothing that a report must not do`, await seen());
  });
  const rows = readFileSync(join(file, '..', 'diff.csv'), 'utf8').split('\n').filter((line) => line.startsWith('new_failure,')).length;
  same(`${lang}: diff.csv has all of them`, rows, SERVICES + 1);
}

await run(async () => {
  const lang = process.argv[2];
  const axe = readFileSync(packageFile('axe-core/axe.min.js'), 'utf8');
  const folder = mkdtempSync(join(tmpdir(), 'fargauge-diff-'));
  try {
    const file = make(folder, lang);
    await withBrowser(async (browser) => {
      await checkPage(browser, file, lang);
      for (const [way, options] of Object.entries({ laptop: { viewport: LAPTOP }, phone: { viewport: PHONE }, dark: { viewport: LAPTOP, dark: true } }))
        await withPage(browser, file, options, async ({ page }) => {
          same(`${lang}, ${way}: nothing is wider than the page`, await page.evaluate(wide), 0);
          check(`${lang}, ${way}: axe`, await violations(page, axe, TAGS));
        });
    });
  } finally {
    rmSync(folder, { recursive: true });
  }
});
