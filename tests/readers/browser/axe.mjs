// SPDX-License-Identifier: MIT
// axe-core over the reports: WCAG 2.2 A and AA and its best practices, on a phone, on a laptop in light and in dark, and as
// printed. An argument names the language, so that the languages run side by side.
import { readFileSync } from 'node:fs';
import { packageFile } from '../lib/npm.mjs';
import { reports } from '../lib/reports.mjs';
import { check, holds, run } from '../lib/tap.mjs';
import { LAPTOP, PHONE, withBody, withBrowser, withPage } from './launch.mjs';
import { COLOURS, TAGS, violations } from './violations.mjs';

const WAYS = {
  phone: { viewport: PHONE, ask: TAGS },
  laptop: { viewport: LAPTOP, ask: TAGS },
  'laptop, dark': { viewport: LAPTOP, dark: true, ask: COLOURS },
  'as printed': { viewport: { width: 680, height: 960 }, print: true, ask: COLOURS },
};

const GUILTY = '<main><h1>x</h1><img src="data:,"><p style="color:#aaa">too faint to read</p><input></main>';

async function asked(browser, axe) {
  await withBody(browser, GUILTY, async ({ page }) => {
    for (const [ask, rules] of [[TAGS, ['html-has-lang', 'image-alt', 'color-contrast', 'label']], [COLOURS, ['color-contrast']]]) {
      const bad = await violations(page, axe, ask);
      for (const rule of rules) holds(`axe finds ${rule} on a bad page`, bad.some((one) => one.startsWith(`${rule} `)));
    }
  });
}

await run(async () => {
  const lang = process.argv[2];
  const axe = readFileSync(packageFile('axe-core/axe.min.js'), 'utf8');
  await withBrowser(async (browser) => {
    await asked(browser, axe);
    for (const report of reports('samples', 'empty', 'refused').filter((one) => one.lang === lang))
      for (const [i, file] of report.pages.entries())
        for (const [way, { ask, ...options }] of Object.entries(WAYS)) {
          if (report.case !== 'samples' && way !== 'laptop') continue;
          await withPage(browser, file, options, async ({ page }) => {
            check(`${report.name}${i === 0 ? '' : `, page ${i}`}: ${way}`, await violations(page, axe, ask));
          });
        }
  });
});
