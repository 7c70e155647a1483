// SPDX-License-Identifier: MIT
// What the page is made of: ids and links, headings and landmarks, tables, languages; and that the browser read the
// file as it was written, without repairing it.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { reports } from '../lib/reports.mjs';
import { check, holds, run, same } from '../lib/tap.mjs';
import { withBody, withBrowser, withPage } from './launch.mjs';

/* The functions below run in the page and give lists of what is wrong. */

const wrongIds = () => {
  const ids = [...document.querySelectorAll('[id]')].map((element) => element.id);
  const once = new Set();
  return ids.filter((id) => id === '' || /\s/.test(id) || (once.has(id) ? true : !once.add(id)));
};

const wrongReferences = () => {
  const bad = [];
  for (const name of ['aria-labelledby', 'aria-describedby', 'aria-controls', 'for', 'headers', 'data-fg-of'])
    for (const element of document.querySelectorAll(`[${name}]`))
      for (const id of element.getAttribute(name).split(/\s+/))
        if (!document.getElementById(id)) bad.push(`${name}="${id}"`);
  for (const use of document.querySelectorAll('use'))
    if (!document.querySelector(use.getAttribute('href'))) bad.push(use.outerHTML);
  return bad;
};

/* What stands hidden leads somewhere when it is shown. */
const links = () => [...document.querySelectorAll('a:not([hidden] a)')].map((a) => ({ given: a.getAttribute('href'), to: a.href, text: a.textContent.trim() }));

const wrongHeadings = () => {
  const bad = [];
  let before = 0;
  for (const heading of document.querySelectorAll('h1, h2, h3, h4, h5, h6')) {
    const level = Number(heading.localName[1]);
    if (level > before + 1) bad.push(`h${level} after h${before}: ${heading.textContent.trim().slice(0, 60)}`);
    if (heading.textContent.trim() === '') bad.push(`an empty h${level}`);
    before = level;
  }
  const ones = document.querySelectorAll('h1').length;
  return ones === 1 ? bad : [...bad, `${ones} h1`];
};

const wrongLandmarks = () => {
  const bad = [];
  for (const name of ['main', 'nav', 'body > header', 'body > footer'])
    if (document.querySelectorAll(name).length < 1) bad.push(`no ${name}`);
  if (document.querySelectorAll('main').length > 1) bad.push('two main');
  for (const region of document.querySelectorAll('nav, [role=region], main > section'))
    if (!region.matches('[aria-label]:not([aria-label=""]), [aria-labelledby]')) bad.push(`without a name: ${region.outerHTML.slice(0, 80)}`);
  return bad;
};

const wrongTables = () => {
  const bad = [];
  for (const table of document.querySelectorAll('table')) {
    const name = table.caption?.textContent.trim() ?? '';
    if (name === '') bad.push(`a table without a caption: ${table.outerHTML.slice(0, 80)}`);
    if (table.tHead === null) bad.push(`${name}: no thead, so nothing to repeat on paper`);
    for (const head of table.querySelectorAll('th:not([scope])')) bad.push(`${name}: th without scope: ${head.textContent.trim()}`);
    for (const row of table.tBodies[0]?.rows ?? [])
      if (!row.querySelector('th') && !table.querySelector('td[colspan]')) { bad.push(`${name}: a row without a th`); break; }
  }
  return bad;
};

const wrongLanguages = (wanted) => {
  const bad = [];
  if (document.documentElement.lang !== wanted) bad.push(`the page says "${document.documentElement.lang}"`);
  for (const element of document.querySelectorAll('[lang]'))
    if (element.lang !== '') {
      try { Intl.getCanonicalLocales(element.lang); } catch { bad.push(`lang="${element.lang}"`); }
    }
  // Sentences of the other language must say so; what is data (bdi, code) has no language that anyone knows.
  const other = wanted === 'ja' ? /(?:\b[a-z]{2,}[,;]? ){7,}/ : /[\u3040-\u30ff\u4e00-\u9fff]/;
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let text = walker.nextNode(); text !== null; text = walker.nextNode()) {
    const above = text.parentElement;
    if (above.closest('bdi, code, pre, script, style, [translate=no]') || above.closest('[lang]').lang !== wanted) continue;
    if (other.test(text.data)) bad.push(text.data.trim().slice(0, 100));
  }
  return bad;
};

const wrongHead = () => {
  const bad = [];
  if (document.characterSet !== 'UTF-8') bad.push(document.characterSet);
  if (document.compatMode !== 'CSS1Compat') bad.push('quirks mode');
  if (document.title.trim() === '') bad.push('no title');
  const zoom = document.querySelector('meta[name=viewport]')?.content ?? '';
  if (!zoom.includes('width=device-width') || /user-scalable|maximum-scale/.test(zoom)) bad.push(`viewport: ${zoom}`);
  return bad;
};

const wrongTimes = () => [...document.querySelectorAll('time')]
  .filter((time) => Number.isNaN(Date.parse(time.dateTime || time.textContent)))
  .map((time) => time.outerHTML);

const elementsInside = () => {
  const count = {};
  const add = (where) => {
    for (const element of where.querySelectorAll('*')) {
      count[element.localName.toLowerCase()] = (count[element.localName.toLowerCase()] ?? 0) + 1;
      if (element.content instanceof DocumentFragment) add(element.content);
    }
  };
  add(document);
  return count;
};

/* The file's own tags: data never holds a raw "<", so that a simple look finds them. */
function elementsWritten(file) {
  const html = readFileSync(file, 'utf8').replace(/<(style|script)\b([^>]*)>.*?<\/\1>/gs, '<$1>').replace(/<!--.*?-->/gs, '');
  const count = {};
  for (const [, name] of html.matchAll(/<([a-z][a-z0-9-]*)/gi)) count[name.toLowerCase()] = (count[name.toLowerCase()] ?? 0) + 1;
  return count;
}

/* Each look must find what is wrong with this page. */
const GUILTY = `<html lang="en"><meta name="viewport" content="width=device-width, user-scalable=no">
  <p id="a">x<p id="a" aria-labelledby="b">x<h3>three</h3><section role="region">x</section><time>yesterday</time>
  <table><tr><th>no scope</th></tr></table><p lang="x-">日本語の文です。</p><p>日本語の文です。</p>`;
const LOOKS = { wrongIds, wrongReferences, wrongHeadings, wrongLandmarks, wrongTables, wrongTimes, wrongLanguages, wrongHead };

async function looking(browser) {
  await withBody(browser, GUILTY, async ({ page }) => {
    for (const [name, look] of Object.entries(LOOKS)) {
      const found = await page.evaluate(look, 'en');
      holds(`${name} finds what is wrong with a bad page`, found.length > 0);
    }
    const found = await page.evaluate(elementsInside);
    holds('the browser repairs a bad page', found.tbody === 1);
  });
}

const sorted = (count) => Object.entries(count).sort(([a], [b]) => (a < b ? -1 : 1));

/* Read without JavaScript: the page's own script adds what it needs. */
async function checkWritten(browser, name, file) {
  await withPage(browser, file, { javaScript: false }, async ({ page }) => {
    same(`${name}: the browser repaired nothing`, sorted(await page.evaluate(elementsInside)), sorted(elementsWritten(file)));
  });
}

async function checkPage(page, name, lang) {
  check(`${name}: head`, await page.evaluate(wrongHead));
  check(`${name}: every id is there once`, await page.evaluate(wrongIds));
  check(`${name}: references lead somewhere`, await page.evaluate(wrongReferences));
  check(`${name}: headings`, await page.evaluate(wrongHeadings));
  check(`${name}: landmarks`, await page.evaluate(wrongLandmarks));
  check(`${name}: tables`, await page.evaluate(wrongTables));
  check(`${name}: times`, await page.evaluate(wrongTimes));
  if (!name.startsWith('hostile')) check(`${name}: languages`, await page.evaluate(wrongLanguages, lang));
}

/* Links within the report: each leads to a page that is there, and to an id in it, or is a view of its filters (#?…). */
function wrongLinks(pages) {
  const bad = [];
  for (const { file, links: found } of pages.values())
    for (const { given, to, text } of found) {
      if (given === null || given === '' || given === '#') bad.push(`${file}: a link to nowhere: ${text}`);
      else if (to.startsWith('file:')) {
        const [path, hash] = to.split('#');
        const page = pages.get(fileURLToPath(path));
        if (!page) bad.push(`${file}: ${given}: no such page`);
        else if (hash !== undefined && !hash.startsWith('?') && !page.ids.has(hash) && !page.ids.has(decodeURIComponent(hash))) bad.push(`${file}: ${given}: no such id`);
      }
      if (text === '') bad.push(`${file}: ${given}: a link without text`);
    }
  return bad;
}

await run(async () => {
  await withBrowser(async (browser) => {
    await looking(browser);
    for (const { name, lang, pages } of reports()) {
      const read = new Map();
      for (const [i, file] of pages.entries()) {
        const which = i === 0 ? name : `${name}, page ${i}`;
        await checkWritten(browser, which, file);
        await withPage(browser, file, {}, async ({ page }) => {
          await checkPage(page, which, lang);
          const ids = await page.evaluate(() => [...document.querySelectorAll('[id]')].map((element) => element.id));
          read.set(file, { file, ids: new Set(ids), links: await page.evaluate(links) });
        });
      }
      check(`${name}: every link within the report leads somewhere`, wrongLinks(read));
    }
  });
});
