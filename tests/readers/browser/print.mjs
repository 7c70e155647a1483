// SPDX-License-Identifier: MIT
// The report on A4 paper, as Chromium prints it and pdftotext reads it: page numbers, no row cut in two, heads of tables
// repeated, no heading alone at the foot of a page, disclosures printed open, nothing over the margins. English is printed
// without JavaScript, Japanese with it: paper must not depend on it.
//
// Which page a row begins and ends on no program tells, so small marks are printed with it: `qz7sqz` where item 7 starts,
// `qz7eqz` where it ends. They take no room: they are out of the flow and one pixel high.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { reports } from '../lib/reports.mjs';
import { check, holds, note, run } from '../lib/tap.mjs';
import { withBody, withBrowser, withPage } from './launch.mjs';

const MOST_PAGES = 200;
const FEWEST_LETTERS = 80;
const MM = 96 / 25.4; // CSS pixels
const POINTS = 72 / 96; // of a CSS pixel

/* Runs in the page: print marks, and give what they stand for. All is measured before anything is put in. */
function mark({ height }) {
  const items = [];
  const puts = [];
  // Not on paper: what is for screen readers only, and what the style takes away. What is in a disclosure is to come.
  const away = new Set([...document.querySelectorAll('body *')].filter((one) => {
    const { clipPath, display } = getComputedStyle(one);
    return clipPath !== 'none' || display === 'none';
  }));
  const isText = ({ data, parentElement: parent }) => {
    if (data.trim() === '' || parent.namespaceURI !== document.body.namespaceURI) return false;
    for (let above = parent; above !== document.body; above = above.parentElement) if (away.has(above)) return false;
    return true;
  };
  const ends = (element) => {
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    const found = [];
    while (walker.nextNode()) if (isText(walker.currentNode)) found.push(walker.currentNode);
    return found.length === 0 ? [] : [[items.length, 's', found[0]], [items.length, 'e', found.at(-1)]];
  };
  const add = (kind, element, parts, more = {}) => {
    const found = parts.flatMap(ends);
    if (found.length === 0) return;
    puts.push(...found);
    const tall = element.getBoundingClientRect().height > 0.9 * height;
    items.push({ kind, tall, says: element.textContent.trim().replace(/\s+/g, ' ').slice(0, 80), ...more });
  };
  for (const table of document.querySelectorAll('table')) {
    const head = [...table.tHead?.querySelectorAll('th') ?? []].map((th) => th.textContent.replace(/\s+/g, ''));
    for (const row of table.querySelectorAll('tbody > tr')) add('row', row, [...row.cells], { head });
  }
  for (const item of document.querySelectorAll('main li:not(td li)')) if (!item.querySelector('li')) add('item', item, [item]);
  for (const header of document.querySelectorAll('article header')) add('header', header, [header]);
  for (const inner of document.querySelectorAll('details > :not(summary)')) add('disclosed', inner, [inner]);
  for (const heading of document.querySelectorAll('main :is(h2, h3, h4, h5)')) {
    add('heading', heading, [heading]);
    let last = heading;
    while (!last.nextElementSibling && last.localName !== 'main') last = last.parentElement;
    if (last.nextElementSibling) add('after', last.nextElementSibling, [last.nextElementSibling], { heading: items.length - 1 });
  }
  const style = document.head.appendChild(document.createElement('style'));
  style.textContent = '.fgmark { position: absolute; font: 1px/1 monospace; letter-spacing: 0; white-space: nowrap; }';
  for (const [id, end, text] of puts) {
    const span = document.createElement('span');
    span.className = 'fgmark';
    span.textContent = `qz${id}${end}qz`;
    text.parentNode.insertBefore(span, end === 's' ? text : text.nextSibling);
  }
  return items;
}

/* Item -> the pages that its marks are on. */
function pagesOf(texts) {
  const on = new Map();
  for (const [page, text] of texts.entries())
    for (const [, id] of text.matchAll(/qz(\d+)[se]qz/g)) on.set(Number(id), (on.get(Number(id)) ?? new Set()).add(page + 1));
  return on;
}

const list = (pages) => [...pages].join(', ');

function wrongCuts(items, on) {
  return items.flatMap((item, id) => (/^(row|item|header|heading)$/.test(item.kind) && !item.tall && on.get(id)?.size > 1
    ? [`${item.kind} on pages ${list(on.get(id))}: ${item.says}`] : []));
}

const unmarked = (text) => text.replace(/qz\d+[se]qz ?/g, '').trim();

/* Marks out of the flow are not repeated with a head, so that its own words are looked for. */
function wrongHeads(items, on, texts) {
  const bare = texts.map((text) => unmarked(text).replace(/\s/g, ''));
  return items.flatMap(({ kind, head, says }, id) => (kind === 'row'
    ? [...on.get(id) ?? []].filter((page) => !head.every((th) => bare[page - 1].includes(th)))
      .map((page) => `page ${page}: no "${head.join(' ')}" above: ${says}`) : []));
}

const unprinted = (items, on) => items.filter((item, id) => !on.has(id)).map(({ kind, says }) => `${kind}: ${says}`);

function lonelyHeadings(items, on) {
  return items.flatMap(({ heading }, id) => {
    const [here, next] = [on.get(heading), on.get(id)];
    return here && next && Math.min(...next) > Math.max(...here) ? [`page ${list(here)}: ${items[heading].says}`] : [];
  });
}

const wrongNumbers = (texts) => texts.map(unmarked).flatMap((text, i) =>
  (i > 0 && !new RegExp(`(^|\\n)\\s*${i + 1}\\s*/\\s*${texts.length}\\s*($|\\n)`).test(text) ? [`page ${i + 1}: ${text.slice(-60)}`] : []));

const emptyPages = (texts) => texts.map(unmarked).flatMap((text, i) =>
  (text.replace(/\s/g, '').length < FEWEST_LETTERS ? [`page ${i + 1}: ${text.slice(0, 80)}`] : []));

/* Runs in the page. Chromium prints a page that is too wide smaller, all of it. */
const tooWide = () => document.scrollingElement.scrollWidth - document.scrollingElement.clientWidth;

/* Runs in the page: what the style leaves of A4, in CSS pixels. */
function paperOf(mm) {
  const rules = [...document.styleSheets].flatMap((sheet) => [...sheet.cssRules]);
  const { style } = rules.find((rule) => rule instanceof CSSPageRule && rule.selectorText === '');
  const [top, right, bottom, left] = ['Top', 'Right', 'Bottom', 'Left'].map((side) => Number.parseFloat(style[`margin${side}`]));
  return { width: Math.round((210 - left - right) * mm), height: Math.round((297 - top - bottom) * mm), margin: Math.min(left, right) * mm };
}

/* Words over the margin: cut, or on their way to be. */
function wrongMargins(file, margin) {
  const boxes = execFileSync('pdftotext', ['-bbox', file, '-'], { encoding: 'utf8', maxBuffer: 1 << 28 });
  const bad = [];
  let page = 0;
  let width = 0;
  for (const [, wide, left, right, word] of boxes.matchAll(/<page width="([\d.]+)"|<word xMin="([-\d.]+)" yMin="[-\d.]+" xMax="([-\d.]+)" yMax="[-\d.]+">([^<]*)</g))
    if (wide !== undefined) { page += 1; width = Number(wide); }
    else if (!/qz\d/.test(word) && (left < margin - 1 || right > width - margin + 1)) bad.push(`page ${page}: ${word}`);
  return bad;
}

async function print(page, folder) {
  const paper = await page.evaluate(paperOf, MM);
  await page.setViewportSize({ width: paper.width, height: paper.height });
  const over = await page.evaluate(tooWide);
  const items = await page.evaluate(mark, paper);
  const path = join(folder, 'report.pdf');
  await page.pdf({ path, preferCSSPageSize: true, printBackground: true });
  const texts = execFileSync('pdftotext', ['-raw', path, '-'], { encoding: 'utf8', maxBuffer: 1 << 28 }).split('\f').slice(0, -1);
  return { over, items, texts, on: pagesOf(texts), path, margin: paper.margin * POINTS };
}

const FITS = 'nothing is too wide for the paper, so that all would be made smaller';
const LOOKS = {
  'everything marked is printed': ({ items, on }) => unprinted(items, on),
  'no row, item or heading is cut': ({ items, on }) => wrongCuts(items, on),
  'every page of a table has its head': ({ items, on, texts }) => wrongHeads(items, on, texts),
  'no heading stands alone': ({ items, on }) => lonelyHeadings(items, on),
  'every page but the first has its number': ({ texts }) => wrongNumbers(texts),
  'no page is all but empty': ({ texts }) => emptyPages(texts),
  'nothing is printed over the margins': ({ path, margin }) => wrongMargins(path, margin),
  [FITS]: ({ over }) => (over > 0 ? [`${over} px too wide`] : []),
};

/* Each look must find what is wrong with these pages: a row over the end of one, a heading at the foot, a head that is
 * not repeated, what is not printed, a word in the margin. */
const GUILTY = `<style>@page { size: A4; margin: 15mm } thead { display: table-row-group } p { margin: 0 }</style><main>
  <div style="height: 230mm"></div><table><thead><tr><th>Head</th></tr></thead><tbody><tr><td>${'row<br>'.repeat(20)}</td></tr></tbody></table>
  <div style="break-before: page; height: 250mm"></div><h2 style="break-after: auto; margin: 0">Heading</h2><p style="break-inside: avoid">${'text<br>'.repeat(20)}</p>
  <details><summary>closed</summary><p>inside</p></details><p style="margin-left: -50px">outside</p></main>`;

async function looking(browser, folder) {
  await withBody(browser, GUILTY, async ({ page }) => {
    const printed = await print(page, folder);
    for (const [what, look] of Object.entries(LOOKS))
      if (look !== LOOKS[FITS]) holds(`found on bad pages: not "${what}"`, look(printed).length > 0);
  });
  await withBody(browser, '<style>@page { margin: 15mm }</style><p style="width: 800px">wide</p>', async ({ page }) => {
    holds(`found on a wide page: not "${FITS}"`, LOOKS[FITS](await print(page, folder)).length > 0);
  });
}

async function checkPrint(browser, name, file, folder, javaScript) {
  await withPage(browser, file, { print: true, bypassCSP: true, javaScript }, async ({ page }) => {
    const printed = await print(page, folder);
    note(`${name}: ${printed.texts.length} pages, ${printed.items.length} marked things`);
    const about = execFileSync('pdfinfo', [printed.path], { encoding: 'utf8' });
    holds(`${name}: A4`, /Page size:.*\(A4\)/.test(about), about);
    holds(`${name}: a number of pages that can be handed in`, printed.texts.length <= MOST_PAGES, `${printed.texts.length} pages`);
    for (const [what, look] of Object.entries(LOOKS)) check(`${name}: ${what}`, look(printed));
  });
}

await run(async () => {
  const lang = process.argv[2];
  const folder = mkdtempSync(join(tmpdir(), 'fargauge-print-'));
  try {
    await withBrowser(async (browser) => {
      await looking(browser, folder);
      for (const report of reports('samples').filter((one) => one.lang === lang))
        for (const file of report.pages) await checkPrint(browser, report.name, file, folder, lang !== 'en');
    });
  } finally {
    rmSync(folder, { recursive: true });
  }
});
