// SPDX-License-Identifier: MIT
// What is wrong with a page: functions that run in it.

/* The functions below run in the page and give lists of what is wrong. */

export const wrongIds = () => {
  const ids = [...document.querySelectorAll('[id]')].map((element) => element.id);
  const once = new Set();
  return ids.filter((id) => id === '' || /\s/.test(id) || (once.has(id) ? true : !once.add(id)));
};

export const wrongReferences = () => {
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
export const links = () => [...document.querySelectorAll('a:not([hidden] a)')].map((a) => ({ given: a.getAttribute('href'), to: a.href, text: a.textContent.trim() }));

export const wrongHeadings = () => {
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

export const wrongLandmarks = () => {
  const bad = [];
  for (const name of ['main', 'nav', 'body > header', 'body > footer'])
    if (document.querySelectorAll(name).length < 1) bad.push(`no ${name}`);
  if (document.querySelectorAll('main').length > 1) bad.push('two main');
  for (const region of document.querySelectorAll('nav, [role=region], main > section'))
    if (!region.matches('[aria-label]:not([aria-label=""]), [aria-labelledby]')) bad.push(`without a name: ${region.outerHTML.slice(0, 80)}`);
  return bad;
};

export const wrongTables = () => {
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

export const wrongLanguages = (wanted) => {
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

export const wrongHead = () => {
  const bad = [];
  if (document.characterSet !== 'UTF-8') bad.push(document.characterSet);
  if (document.compatMode !== 'CSS1Compat') bad.push('quirks mode');
  if (document.title.trim() === '') bad.push('no title');
  const zoom = document.querySelector('meta[name=viewport]')?.content ?? '';
  if (!zoom.includes('width=device-width') || /user-scalable|maximum-scale/.test(zoom)) bad.push(`viewport: ${zoom}`);
  return bad;
};

export const wrongTimes = () => [...document.querySelectorAll('time')]
  .filter((time) => Number.isNaN(Date.parse(time.dateTime || time.textContent)))
  .map((time) => time.outerHTML);
