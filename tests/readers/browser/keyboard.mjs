// SPDX-License-Identifier: MIT
// The page by keyboard alone: the skip link, every stop of Tab seen and marked, in the order of the page, and
// disclosures that open and close.
import { reports } from '../lib/reports.mjs';
import { check, holds, run, same } from '../lib/tap.mjs';
import { LAPTOP, PHONE, withBrowser, withPage } from './launch.mjs';

const STOPS = 60;

/* Run in the page: the focused element, as the tests need it. */
function focused() {
  const element = document.activeElement;
  if (element === null || element === document.body) return null;
  const { outlineStyle, outlineWidth, outlineColor, boxShadow } = getComputedStyle(element);
  const box = element.getBoundingClientRect();
  // A link may run over several lines: looked at is the middle of its first.
  const line = element.getClientRects()[0];
  const middle = document.elementFromPoint(line.left + line.width / 2, line.top + line.height / 2);
  const all = [...document.querySelectorAll('*')];
  return {
    which: element.outerHTML.slice(0, 100),
    order: all.indexOf(element),
    marked: (outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2 && !/, 0\)$/.test(outlineColor)) || boxShadow !== 'none',
    onScreen: box.width > 0 && box.height > 0 && box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth,
    covered: middle !== null && !element.contains(middle) && !middle.contains(element) ? middle.outerHTML.slice(0, 80) : '',
  };
}

async function checkStops(page, at) {
  const stops = [];
  for (let i = 0; i < STOPS; i++) {
    await page.keyboard.press('Tab');
    const stop = await page.evaluate(focused);
    if (stop === null) break;
    stops.push(stop);
  }
  holds(`${at}: Tab stops somewhere`, stops.length > 10, `${stops.length} stops`);
  check(`${at}: every stop is on the screen`, stops.filter((stop) => !stop.onScreen).map((stop) => stop.which));
  check(`${at}: every stop is marked`, stops.filter((stop) => !stop.marked).map((stop) => stop.which));
  check(`${at}: nothing covers a stop`, stops.filter((stop) => stop.covered).map((stop) => `${stop.which} is below ${stop.covered}`));
  check(`${at}: stops follow the page`, stops.slice(1).filter((stop, i) => stop.order <= stops[i].order).map((stop) => stop.which));
  return stops;
}

async function checkBack(page, at, stops) {
  for (let i = 0; i < 5; i++) await page.keyboard.press('Shift+Tab');
  const back = await page.evaluate(focused);
  same(`${at}: Shift+Tab goes back the same way`, back?.which, stops.at(-6)?.which);
}

/* Opens the page anew: the first stop is the skip link, and Enter goes on at what it names. */
async function checkSkip(page, at) {
  await page.keyboard.press('Tab');
  const first = await page.evaluate(() => ({ href: document.activeElement.getAttribute('href'), text: document.activeElement.textContent.trim() }));
  holds(`${at}: the first stop leads past the cover`, /^#.+/.test(first.href ?? '') && first.text !== '', JSON.stringify(first));
  const seen = await page.evaluate(focused);
  check(`${at}: it is seen when it is reached`, seen.onScreen && seen.marked ? [] : [JSON.stringify(seen)]);
  await page.keyboard.press('Enter');
  await page.waitForTimeout(100);
  const there = await page.evaluate((href) => {
    const { top } = document.querySelector(href).getBoundingClientRect();
    return { hash: location.hash, top, high: innerHeight };
  }, first.href);
  check(`${at}: Enter goes there`, there.hash === first.href && there.top >= -1 && there.top < there.high / 2 ? [] : [JSON.stringify(there)]);
  await page.keyboard.press('Tab');
  const next = await page.evaluate(() => document.activeElement.closest('main') !== null);
  holds(`${at}: the next stop is in the main part`, next);
}

async function checkDisclosures(page, at) {
  const summary = page.locator('details > summary').first();
  await summary.focus();
  const isOpen = () => summary.evaluate((element) => element.parentElement.open);
  for (const key of ['Enter', 'Space']) {
    const before = await isOpen();
    await page.keyboard.press(key);
    const after = await isOpen();
    await page.keyboard.press(key);
    same(`${at}: ${key} opens and closes a disclosure`, [after, await isOpen()], [!before, before]);
  }
  check(`${at}: every disclosure says what it opens`, await page.evaluate(() => [...document.querySelectorAll('details')]
    .filter((one) => one.firstElementChild?.localName !== 'summary' || one.firstElementChild.textContent.trim() === '')
    .map((one) => one.outerHTML.slice(0, 100))));
}

await run(async () => {
  await withBrowser(async (browser) => {
    for (const { name, file } of reports('samples')) {
      for (const viewport of [LAPTOP, PHONE]) {
        const at = `${name}, ${viewport.width} px`;
        await withPage(browser, file, { viewport }, ({ page }) => checkSkip(page, at));
        await withPage(browser, file, { viewport }, async ({ page }) => checkBack(page, at, await checkStops(page, at)));
      }
      await withPage(browser, file, {}, async ({ page }) => {
        await checkDisclosures(page, name);
        check(`${name}: nobody's order of stops but the page's`, await page.evaluate(() => [...document.querySelectorAll('[tabindex]')]
          .filter((element) => element.tabIndex > 0).map((element) => element.outerHTML.slice(0, 100))));
      });
    }
  });
});
