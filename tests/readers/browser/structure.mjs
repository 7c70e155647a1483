// SPDX-License-Identifier: MIT
// What the page is made of: ids and links, headings and landmarks, tables, languages; and that the browser read the
// file as it was written, without repairing it.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { reports } from '../lib/reports.mjs';
import { check, holds, run, same } from '../lib/tap.mjs';
import { withBody, withBrowser, withPage } from './launch.mjs';
import { links, wrongHead, wrongHeadings, wrongIds, wrongLandmarks, wrongLanguages, wrongReferences, wrongTables, wrongTimes } from './looks.mjs';

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
    // The largest pages once: another language has the same elements around the same data.
    for (const { name, lang, pages } of reports().filter((one) => one.lang === 'en' || one.case !== 'hostile')) {
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
