// SPDX-License-Identifier: MIT
// Search, filters, order, views by address, copying: what the page's script adds. What must be shown is worked out here from
// results.csv, not from what the page says of itself.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readCsv } from '../lib/csv.mjs';
import { reports } from '../lib/reports.mjs';
import { check, holds, note, run, same } from '../lib/tap.mjs';
import { withBrowser, withPage } from './launch.mjs';

const FIELDS = ['q', 'status', 'control', 'account', 'sort'];
const FORM = 'form[role=search]';
/* The page's words for results.csv's. */
const STATUS = { FAILED: 'failed', INSUFFICIENT_DATA: 'insufficient', WAIVED: 'waived', PASSED: 'passed', NOT_APPLICABLE: 'na' };
const QUERIES = ['web', 'WEB', 'shop  prod', 'arn:aws:ecs:ap-northeast-1:111122223333', 'no such resource'];

/* ---- all below run in the page ---- */

function controls(form) {
  const bad = [];
  const found = document.querySelectorAll(form);
  if (found.length !== 1) return [`${found.length} of ${form}`];
  for (const name of ['q', 'status', 'control', 'account', 'sort']) {
    const field = found[0].elements[name];
    if (!field) bad.push(`no field ${name}`);
    else if (!field.checkVisibility() || !field.labels?.length || field.labels[0].textContent.trim() === '') bad.push(`${name} is not seen or has no label`);
    else if (field.localName === 'select' && (field.options.length < 3 || field.options[0].value !== '')) bad.push(`${name} has ${field.options.length} choices`);
  }
  if (!found[0].querySelector('button[type=reset]')?.checkVisibility()) bad.push('no reset');
  return bad;
}

/* Resources by ARN, in the order of the page; rows of failures beside them. */
function shown() {
  const seen = (element) => element.closest('[hidden]') === null;
  const resources = [...document.querySelectorAll('details.row')].map((element) => ({
    arn: element.querySelector('.arn').textContent.trim(), name: element.querySelector('bdi').textContent, seen: seen(element) }));
  const failures = [...document.querySelectorAll('tr.row')].map((element) => ({
    anchor: element.querySelector('a').getAttribute('href').slice(1), seen: seen(element) }));
  return {
    resources, failures: failures.map(({ anchor, seen: is }) => ({
      arn: document.getElementById(anchor)?.closest('details').querySelector('.arn').textContent.trim(), seen: is })),
    empty: [...document.querySelectorAll('.fix, .group')].filter((box) => seen(box) && box.querySelector('.row') && !box.querySelector('.row:not([hidden])')).length,
    said: document.querySelector('[role=status]').textContent, told: document.querySelector('[role=status]').checkVisibility(),
  };
}

const setHash = (hash) => new Promise((resolve) => {
  if (location.hash === hash) resolve();
  addEventListener('hashchange', () => setTimeout(resolve, 0), { once: true });
  location.hash = hash;
});

const fieldValues = (form) => Object.fromEntries(['q', 'status', 'control', 'account', 'sort'].map((name) => [name, document.querySelector(form).elements[name].value]));

/* ---- what must be shown ---- */

function resourcesOf(out) {
  const resources = new Map();
  for (const row of readCsv(readFileSync(join(out, 'results.csv'), 'utf8'))) {
    const one = resources.get(row.resource_arn) ?? { account: row.account_id, name: row.resource_name, results: [] };
    one.results.push({ control: row.control_id, status: STATUS[row.status] });
    resources.set(row.resource_arn, one);
  }
  return resources;
}

function fitting(resources, { status = '', control = '', account = '' }) {
  return new Set([...resources].filter(([, one]) => (account === '' || one.account === account)
    && one.results.some((result) => (status === '' || result.status === status) && (control === '' || result.control === control))).map(([arn]) => arn));
}

const address = (values) => {
  const given = FIELDS.filter((name) => values[name]).map((name) => `${name}=${encodeURIComponent(values[name])}`);
  return given.length > 0 ? `#?${given.join('&')}` : '';
};

async function apply(page, values) {
  for (const name of FIELDS.slice(1)) await page.selectOption(`${FORM} [name=${name}]`, values[name] ?? '');
  await page.fill(`${FORM} [name=q]`, values.q ?? '');
}

const difference = (found, wanted) => [
  ...[...wanted].filter((one) => !found.has(one)).map((one) => `not shown: ${one}`),
  ...[...found].filter((one) => !wanted.has(one)).map((one) => `shown: ${one}`)];

const arns = (rows) => new Set(rows.filter(({ seen }) => seen).map(({ arn }) => arn));

function checkShown(what, now, wanted) {
  check(`${what}: the resources that fit`, difference(arns(now.resources), wanted));
  // A row of failures may be there more than once or not at all; what is shown of them must fit.
  check(`${what}: no failure of another resource`, [...arns(now.failures)].filter((arn) => !wanted.has(arn)));
  same(`${what}: no empty group is left`, now.empty, 0);
  const numbers = (now.said.match(/\d+/g) ?? []).map(Number);
  check(`${what}: how many of how many is said`, numbers.includes(wanted.size) && numbers.includes(now.resources.length) ? [] : [now.said]);
}

/* ---- checks ---- */

async function checkFilters(page, name, resources) {
  const failing = [...resources.values()].flatMap((one) => one.results.filter(({ status }) => status === 'failed').map(({ control }) => ({ control, account: one.account })))[0];
  const choices = [
    ...Object.values(STATUS).map((status) => ({ status })),
    { control: 'ECS.10' }, { control: failing.control, status: 'failed' }, { account: failing.account }, { ...failing, status: 'failed' },
    // Both must hold of one and the same result.
    { control: 'FG.2', status: 'insufficient' },
  ];
  for (const values of choices) {
    await apply(page, values);
    const now = await page.evaluate(shown);
    checkShown(`${name}: ${address(values)}`, now, fitting(resources, values));
    same(`${name}: its address`, await page.evaluate(() => location.hash), address(values));
    holds(`${name}: it is said on the page that this is a part`, now.told);
  }
}

async function checkSearch(page, name, resources) {
  const own = await page.evaluate(() => Object.fromEntries([...document.querySelectorAll('details.row')].map((row) => [
    row.querySelector('.arn').textContent.trim(), [row.querySelector('summary'), row.querySelector('.arn'), row.parentElement.querySelector('.place')]
      .map((part) => part?.textContent ?? '').join(' ').toLowerCase()])));
  for (const q of [...QUERIES, [...resources.values()][0].name]) {
    await apply(page, { q });
    const words = q.toLowerCase().split(/\s+/);
    const wanted = new Set(Object.keys(own).filter((arn) => words.every((word) => own[arn].includes(word))));
    checkShown(`${name}: searching "${q}"`, await page.evaluate(shown), wanted);
  }
  await page.focus(`${FORM} [name=q]`);
  const before = page.url();
  await page.keyboard.press('Enter');
  await page.waitForTimeout(100);
  same(`${name}: Enter in the search leads nowhere else`, page.url(), before);
}

async function checkOrder(page, name, resources) {
  const order = (now) => now.resources.map(({ arn }) => arn);
  await apply(page, {});
  const printed = order(await page.evaluate(shown));
  const inGroups = () => page.evaluate(() => [...document.querySelectorAll('.group')].map((group) => [...group.querySelectorAll('details.row .arn')].map((arn) => arn.textContent.trim())));
  const failures = (arn) => resources.get(arn).results.filter(({ status }) => status === 'failed').length;
  const wrong = (groups, least) => groups.flatMap((group) => group.slice(1).filter((arn, i) => least(group[i], arn) > 0));
  await apply(page, { sort: 'failures' });
  check(`${name}: most failures first, in each group`, wrong(await inGroups(), (a, b) => failures(b) - failures(a)));
  await apply(page, { sort: 'name' });
  check(`${name}: by name, in each group`, wrong(await inGroups(), (a, b) => (resources.get(a).name > resources.get(b).name ? 1 : 0)));
  await apply(page, {});
  same(`${name}: as listed again`, order(await page.evaluate(shown)), printed);
}

async function checkAddresses(browser, file, name, resources) {
  const values = { status: 'failed', control: 'ECS.10', sort: 'name' };
  await withPage(browser, file, { hash: address(values) }, async ({ page, seen }) => {
    same(`${name}: an address that is opened sets the fields`, await page.evaluate(fieldValues, FORM), { q: '', status: 'failed', control: 'ECS.10', account: '', sort: 'name' });
    checkShown(`${name}: an address that is opened`, await page.evaluate(shown), fitting(resources, values));
    const deep = await page.evaluate(() => history.length);
    await apply(page, { status: 'waived' });
    same(`${name}: filters do not fill the history`, await page.evaluate(() => history.length), deep);
    await page.evaluate(setHash, '#?status=passed');
    checkShown(`${name}: an address that is changed`, await page.evaluate(shown), fitting(resources, { status: 'passed' }));
    await page.evaluate(setHash, '#?status=nonsense&colour=red&control=%E3%81%zz');
    checkShown(`${name}: what is unknown in an address`, await page.evaluate(shown), new Set(resources.keys()));
    for (const text of ['<img src=x onerror=alert(1)>', '"><script>alert(1)</script>', '__proto__']) {
      await page.evaluate(setHash, `#?q=${encodeURIComponent(text)}&sort=${encodeURIComponent('__proto__')}`);
      same(`${name}: ${text} is searched for, not run`, (await page.evaluate(fieldValues, FORM)).q, text);
    }
    await page.click(`${FORM} button[type=reset]`);
    await page.waitForTimeout(50);
    checkShown(`${name}: after the reset`, await page.evaluate(shown), new Set(resources.keys()));
    same(`${name}: no address is left after the reset`, await page.evaluate(() => location.hash), '');
    check(`${name}: nothing happened`, await seen());
  });
}

/* A link to what a filter hides shows it. */
async function checkAnchors(page, name) {
  await apply(page, { q: 'no such resource' });
  const id = await page.evaluate(() => document.querySelector('details.row .body').id);
  await page.evaluate(setHash, `#${id}`);
  const there = await page.evaluate((one) => {
    const element = document.getElementById(one);
    const { top } = element.getBoundingClientRect();
    return element.checkVisibility() && top < innerHeight;
  }, id);
  holds(`${name}: a link to what is hidden shows it`, there);
  await apply(page, {});
}

/* Each number of the heat map leads to as many failing resources. */
async function checkHeat(page, name) {
  const cells = await page.evaluate(() => [...document.querySelectorAll('.matrix td a')].map((a) => ({ to: a.hash, failed: Number((a.querySelector('b')?.textContent ?? '0').replace(/\D/g, '')) })));
  holds(`${name}: the numbers of the heat map are links`, cells.length > 20, `${cells.length} links`);
  const bad = [];
  for (const { to, failed } of cells) {
    await page.evaluate(setHash, to);
    const now = arns((await page.evaluate(shown)).resources).size;
    if (now !== failed) bad.push(`${to}: ${failed} in the cell, ${now} behind it`);
  }
  check(`${name}: each leads to as many resources`, bad);
  await apply(page, {});
}

async function checkPaper(page, name) {
  await apply(page, { status: 'waived' });
  await page.emulateMedia({ media: 'print' });
  holds(`${name}: a print of a part says so`, await page.locator('[role=status]').first().isVisible());
  same(`${name}: no field or button is printed`, await page.evaluate(() => [...document.querySelectorAll('form, button, input, select')].filter((one) => one.checkVisibility()).length), 0);
  await page.emulateMedia({ media: 'screen' });
  await apply(page, {});
}

/* Every way of copying that a browser may have. */
const CLIPBOARDS = {
  'by the clipboard': () => {},
  'without one': () => Object.defineProperty(navigator, 'clipboard', { value: undefined }),
  'where it refuses': () => Object.defineProperty(navigator, 'clipboard', { value: { writeText: () => Promise.reject(new Error('no')) } }),
};

async function checkCopy(browser, file, name) {
  for (const [way, prepare] of Object.entries(CLIPBOARDS))
    await withPage(browser, file, { permissions: ['clipboard-read', 'clipboard-write'] }, async ({ page, seen }) => {
      await page.evaluate(prepare);
      await page.evaluate(() => { for (const one of [...document.querySelectorAll('details:has(pre)')].slice(0, 3)) one.open = true; });
      const button = page.locator('button.copy').first();
      await button.waitFor({ state: 'visible' });
      const label = (await button.textContent()).trim();
      const listing = await button.evaluate((one) => one.parentElement.querySelector('pre').textContent);
      await button.click();
      await page.waitForFunction(([one, before]) => one.textContent.trim() !== before, [await button.elementHandle(), label], { timeout: 3000 })
        .catch(() => {});
      const said = (await button.textContent()).trim();
      await page.evaluate(() => { const area = document.body.appendChild(document.createElement('textarea')); area.id = 'pasted'; area.focus(); });
      await page.keyboard.press('Control+V');
      same(`${name}: copied ${way}: the listing, to the letter`, await page.inputValue('#pasted'), listing);
      holds(`${name}: copied ${way}: it is said`, said !== label && said !== '', said);
      check(`${name}: copied ${way}: nothing happened`, await seen());
    });
}

await run(async () => {
  await withBrowser(async (browser) => {
    for (const { name, out, file } of reports('samples')) {
      const resources = resourcesOf(out);
      note(`${name}: ${resources.size} resources`);
      await withPage(browser, file, {}, async ({ page, seen }) => {
        check(`${name}: the controls are there`, await page.evaluate(controls, FORM));
        checkShown(`${name}: at first`, await page.evaluate(shown), new Set(resources.keys()));
        await checkFilters(page, name, resources);
        await checkSearch(page, name, resources);
        await checkOrder(page, name, resources);
        await checkAnchors(page, name);
        await checkHeat(page, name);
        await checkPaper(page, name);
        check(`${name}: nothing happened`, await seen());
      });
      await checkAddresses(browser, file, name, resources);
      await checkCopy(browser, file, name);
    }
  });
});
