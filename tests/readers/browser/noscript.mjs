// SPDX-License-Identifier: MIT
// The page without JavaScript: the same text, every disclosure opens, no control that does nothing.
import { reports } from '../lib/reports.mjs';
import { check, holds, run, same } from '../lib/tap.mjs';
import { PHONE, withBody, withBrowser, withPage } from './launch.mjs';

/* Run in the page. Driver scripts run there also where the page's own do not. */

const deadControls = () => [...document.querySelectorAll('button, input, select, textarea, [role=button], [contenteditable], dialog')]
  .filter((element) => element.checkVisibility()).map((element) => element.outerHTML.slice(0, 120));

const hiddenText = () => {
  const bad = [];
  for (const element of document.querySelectorAll('main *')) {
    if (element.checkVisibility() || element.textContent.trim() === '' || element.closest('script, style, template, title, desc')) continue;
    if (element.closest('details:not([open])')) continue;
    bad.push(element.outerHTML.slice(0, 120));
  }
  return bad;
};

/* What there is to read: all text of data and messages, without the controls and what they say. */
const words = () => {
  const copy = document.querySelector('main').cloneNode(true);
  for (const control of copy.querySelectorAll('form, button, script, style, [role=status], :has(> [role=status])')) control.remove();
  return copy.textContent.replace(/\s+/g, ' ').trim();
};

async function checkFile(browser, name, file) {
  const withScript = await withPage(browser, file, {}, ({ page }) => page.evaluate(words));
  for (const viewport of [undefined, PHONE])
    await withPage(browser, file, { javaScript: false, ...(viewport && { viewport }) }, async ({ page, seen }) => {
      const at = `${name}${viewport ? ', phone' : ''}`;
      check(`${at}: no control that does nothing`, await page.evaluate(deadControls));
      check(`${at}: nothing to read is hidden but in disclosures`, await page.evaluate(hiddenText));
      const without = await page.evaluate(words);
      holds(`${at}: the same text as with JavaScript`, without === withScript && without.length > 500, `${without.length} and ${withScript.length} characters`);
      const closed = page.locator('details:not([open]) > summary').first();
      if (await closed.count() > 0) {
        const details = closed.locator('xpath=..');
        const handle = await details.elementHandle();
        await closed.click();
        same(`${at}: a disclosure opens`, await handle.evaluate((one) => one.open && one.lastElementChild.checkVisibility()), true);
      }
      check(`${at}: nothing happened`, await seen());
    });
}

await run(async () => {
  await withBrowser(async (browser) => {
    await withBody(browser, '<main><button>x</button><p style="display:none">y</p></main>', async ({ page }) => {
      holds('a dead control is found', (await page.evaluate(deadControls)).length === 1);
      holds('hidden text is found', (await page.evaluate(hiddenText)).length === 1);
    });
    for (const { name, pages } of reports('samples', 'empty', 'refused')) for (const file of pages) await checkFile(browser, name, file);
  });
});
