// SPDX-License-Identifier: MIT
// The page at a phone's, a laptop's and other widths: it never scrolls sideways, nothing sticks out or is cut, also with
// WCAG's text spacing; wide tables scroll in a region of their own.
import { reports } from '../lib/reports.mjs';
import { check, holds, run } from '../lib/tap.mjs';
import { LAPTOP, NARROW, PHONE, withBody, withBrowser, withPage } from './launch.mjs';

const SIZES = [NARROW, PHONE, { width: 768, height: 1024 }, LAPTOP];
/* WCAG 2.2, 1.4.12 Text Spacing: what a reader may set without losing content. */
const SPACING = `* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
  p { margin-bottom: 2em !important; }`;
const SMALLEST_TEXT = 10.5;

/* Run in the page. */

function sticksOut() {
  const width = document.documentElement.clientWidth;
  const bad = [];
  if (document.scrollingElement.scrollWidth > width) bad.push(`the page is ${document.scrollingElement.scrollWidth} wide, the screen ${width}`);
  const scrolls = (element) => /auto|scroll|hidden|clip/.test(getComputedStyle(element).overflowX);
  const inner = new Set();
  for (const element of document.querySelectorAll('body *')) {
    // Below what scrolls by itself nothing is looked at, nor what is put away for screen readers and the skip link.
    if (inner.has(element.parentElement)) { inner.add(element); continue; }
    if (scrolls(element)) inner.add(element);
    // Spaces at the end of a line hang over in a listing, which nobody sees.
    if (element.localName === 'code' && element.parentElement.localName === 'pre') continue;
    const box = element.getBoundingClientRect();
    if (box.width > 1 && box.left > -1 && box.right > width + 1) bad.push(`${element.localName}.${element.className}: ends at ${Math.round(box.right)}: ${element.textContent.trim().slice(0, 60)}`);
  }
  return bad;
}

function cutText() {
  const bad = [];
  for (const element of document.querySelectorAll('body *')) {
    const { overflowX, overflowY, clipPath } = getComputedStyle(element);
    const hides = (way) => way === 'hidden' || way === 'clip';
    if (element instanceof SVGElement || clipPath !== 'none' || element.clientWidth <= 1) continue;
    if ((hides(overflowX) && element.scrollWidth > element.clientWidth + 1) || (hides(overflowY) && element.scrollHeight > element.clientHeight + 1))
      bad.push(`${element.localName}.${element.className}: ${element.textContent.trim().slice(0, 80)}`);
  }
  return bad;
}

function unreachable() {
  const bad = [];
  for (const element of document.querySelectorAll('body *')) {
    if (element.scrollWidth <= element.clientWidth + 1 || !/auto|scroll/.test(getComputedStyle(element).overflowX)) continue;
    if (element.querySelector('a[href]') && element.closest('nav')) continue; // its links bring it along
    if (element.tabIndex !== 0 || !element.matches('[role][aria-label], [role][aria-labelledby]'))
      bad.push(`scrolls, but not by the keyboard or without a name: ${element.outerHTML.slice(0, 100)}`);
  }
  return bad;
}

function tinyText(least) {
  const bad = new Set();
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let text = walker.nextNode(); text !== null; text = walker.nextNode()) {
    if (text.data.trim() === '' || text.parentElement.closest('script, style')) continue;
    const size = Number.parseFloat(getComputedStyle(text.parentElement).fontSize);
    if (size < least) bad.add(`${text.parentElement.localName}.${text.parentElement.className}: ${size} px`);
  }
  return [...bad];
}

const GUILTY = `<p style="width:3000px">x</p><div style="overflow:hidden;width:50px;white-space:nowrap">long long long text</div>
  <div style="overflow:auto;width:50px"><p style="width:3000px">x</p></div><p style="font-size:5px">x</p>`;

async function looking(browser) {
  await withBody(browser, GUILTY, async ({ page }) => {
    for (const look of [sticksOut, cutText, unreachable, tinyText])
      holds(`${look.name} finds what is wrong with a bad page`, (await page.evaluate(look, SMALLEST_TEXT)).length > 0);
  });
}

async function checkAt(page, at, viewport) {
  await page.setViewportSize(viewport);
  check(`${at}: no sideways scrolling, nothing sticks out`, await page.evaluate(sticksOut));
  check(`${at}: no text is cut`, await page.evaluate(cutText));
  check(`${at}: what scrolls is reached by the keyboard`, await page.evaluate(unreachable));
  check(`${at}: no text under ${SMALLEST_TEXT} px`, await page.evaluate(tinyText, SMALLEST_TEXT));
}

async function checkSpacing(page, at) {
  await page.setViewportSize(NARROW);
  await page.addStyleTag({ content: SPACING });
  check(`${at}: with text spacing nothing is cut or sticks out`, [...await page.evaluate(sticksOut), ...await page.evaluate(cutText)]);
}

async function checkPage(browser, name, file, sizes, spacing) {
  await withPage(browser, file, { viewport: sizes[0], bypassCSP: true }, async ({ page }) => {
    await page.evaluate(() => { for (const one of document.querySelectorAll('details')) one.open = true; });
    for (const viewport of sizes) await checkAt(page, `${name}, ${viewport.width} px`, viewport);
    if (spacing) await checkSpacing(page, `${name}, ${NARROW.width} px`);
  });
}

await run(async () => {
  await withBrowser(async (browser) => {
    await looking(browser);
    for (const { name, pages } of reports('samples', 'empty'))
      for (const file of pages) await checkPage(browser, name, file, SIZES, true);
    // Texts of 100,000 characters take the browser seconds for each look: once each, in English.
    for (const { name, file, lang } of reports('hostile', 'refused'))
      if (lang === 'en') await checkPage(browser, name, file, [NARROW, LAPTOP], false);
  });
});
