// SPDX-License-Identifier: MIT
// What a person reads is what was imported: each hostile text of the exports stands in the page, character by character, in
// an element of its own, with what cannot be seen written as \u202E (include/fargauge/visible.h). The rule is read here a
// second time, and the expected texts come from the exports themselves.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readCsv } from '../lib/csv.mjs';
import { reports, reportsFolder } from '../lib/reports.mjs';
import { check, holds, run, same } from '../lib/tap.mjs';
import { withBrowser, withPage } from './launch.mjs';

const NEVER_DRAWN = /[\0-\x08\x0b-\x1f\x7f-\x9f\xad\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufdd0-\ufdef\ufeff\ufffe\uffff\u{e0000}-\u{e0fff}]/gu;
const escaped = (unit) => `\\u${unit.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`;
const visible = (text) => text.replace(NEVER_DRAWN, (one) => one.split('').map(escaped).join(''));

/* A file's name is bytes; what is no UTF-8 is shown byte by byte. Only one made name has such bytes, whose parts are
 * the rejected bytes of the Unicode Standard's table 3-7. */
function visibleBytes(bytes) {
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
  if (!text.includes('\ufffd')) return visible(text);
  return visible(Buffer.from(bytes).toString('latin1').replace(/[\x80-\xff]/g, (one) => `\\x${one.charCodeAt(0).toString(16).toUpperCase()}`));
}

const readJson = (folder, name) => JSON.parse(readFileSync(join(folder, name), 'utf8'));

/* What a reader must get back, by what it is. */
function wanted(folder) {
  const { services, failures } = readJson(folder, 'services_20261001T090000Z.json');
  const waivers = readCsv(readFileSync(join(folder, 'waivers.csv'), 'utf8'));
  const last = (arn) => arn.split('/').at(-1);
  return {
    'name of a service': services.map((one) => one.serviceName ?? last(one.serviceArn)),
    'ARN of a service': services.map((one) => one.serviceArn),
    'cluster of a service': services.map((one) => one.clusterArn ?? '').filter((arn) => arn.includes(':cluster/')).map((arn) => arn.slice(arn.indexOf(':cluster/') + 9)),
    'Region of a service': services.map((one) => one.serviceArn.split(':')[3]),
    'version that a service asks for': services.map((one) => one.platformVersion ?? '').filter((one) => one.length < 1000),
    'ARN that was not described': failures.map((one) => one.arn),
    'what AWS said about it': failures.map((one) => one.detail),
    'number of a waiver': waivers.map((one) => one.waiver_id),
    'resource of a waiver': waivers.map((one) => one.resource),
    'reason of a waiver': waivers.map((one) => one.reason),
    'owner of a waiver': waivers.map((one) => one.owner),
    'ticket of a waiver': waivers.map((one) => one.ticket),
  };
}

/* The folders of hostile names; each holds one file of the same name. */
const fileNames = (folder) => readdirSync(join(folder, 'files'), { encoding: 'buffer' }).map(visibleBytes);

/* Runs in the page: the texts that stand alone in an element. */
const standing = () => [...new Set([...document.querySelectorAll('bdi, code')].map((element) => element.textContent))];

/* Runs in the page: elements whose white space is data's, and is not shown. */
function collapsed() {
  return [...document.querySelectorAll('bdi')].filter((element) => /^\s|\s$|\s\s|[\t\n]/.test(element.textContent)
    && !/^(preserve|break-spaces)/.test(getComputedStyle(element).whiteSpaceCollapse)).map((element) => element.outerHTML.slice(0, 80));
}

function missing(texts, found) {
  return [...new Set(texts.map(visible))].filter((text) => !found.has(text)).map((text) => JSON.stringify(text.slice(0, 100)));
}

function ruleIsRead() {
  same('visible: a bidirectional override', visible('a\u202eb'), 'a\\u202Eb');
  same('visible: beyond the first plane', visible('\u{e0041}'), '\\uDB40\\uDC41');
  same('visible: tab, line feed and joiners stay', visible('\t\n\u200d'), '\t\n\u200d');
  holds('a text that is not there is missed', missing(['x'], new Set(['y'])).length === 1);
  same('visible: bytes that are no text', visibleBytes(Uint8Array.of(0x61, 0xff, 0xc3, 0x28)), 'a\\xFF\\xC3(');
}

await run(async () => {
  ruleIsRead();
  const folder = join(reportsFolder(), 'exports', 'in');
  const texts = wanted(folder);
  for (const [what, list] of Object.entries(texts)) holds(`the exports have a hostile ${what}`, list.length > 0 && list.every((one) => typeof one === 'string'));
  await withBrowser(async (browser) => {
    for (const { name, pages } of reports('hostile')) {
      const found = new Set();
      for (const file of pages)
        await withPage(browser, file, {}, async ({ page }) => {
          for (const text of await page.evaluate(standing)) found.add(text);
          check(`${name}: white space of data is shown as it is`, await page.evaluate(collapsed));
        });
      for (const [what, list] of Object.entries(texts)) check(`${name}: every ${what} comes back`, missing(list, found));
      const paths = [...found].filter((text) => text.includes('/in/files/'));
      check(`${name}: every name of a file comes back`, fileNames(folder).filter((one) => !paths.some((path) => path.endsWith(`/in/files/${one}/${one}.json`))).map((one) => JSON.stringify(one)));
    }
  });
});
