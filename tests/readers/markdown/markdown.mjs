// SPDX-License-Identifier: MIT
// summary.md, and a template that puts every name into every place of Markdown, read by two programs that show Markdown.
// Whatever a name holds comes out as its text: no element, no link, no picture, no cell of its own, and nothing that
// GitHub or GitLab would make a reference of.
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { load } from '../lib/npm.mjs';
import { readCsv, rendered } from '../lib/rendered.mjs';
import { reports } from '../lib/reports.mjs';
import { check, holds, run, same } from '../lib/tap.mjs';

const LARGEST = 1 << 20; // a job's summary on GitHub
const OURS = /^https:\/\/docs\.aws\.amazon\.com\//;
const REFERENCES = /@\w|#\w|(?<![\w])[!&]\d|~\w|\$|https?:|www\.|\b[\w-]+\.[a-z]{2,}|:[+a-z0-9_-]*[a-z+][a-z0-9_-]*:|\b(?=\d*[a-f])[0-9a-f]{7,40}\b/i;
const collapse = (text) => text.replace(/\s+/g, ' ').trim();

// ---- readers: both give { kind, text, href } for what is written, in order, and rows of tables as texts

function readMarkdownIt(MarkdownIt, text) {
  const parser = new MarkdownIt({ html: true, linkify: true });
  const seen = { nodes: [], rows: [], blocks: [] };
  let cell = null;
  for (const token of parser.parse(text, {})) {
    if (token.type === 'tr_open') seen.rows.push([]);
    if (token.type === 'th_open' || token.type === 'td_open') cell = '';
    if (token.type === 'th_close' || token.type === 'td_close') { seen.rows.at(-1).push(collapse(cell)); cell = null; }
    if (token.type !== 'inline') { seen.nodes.push({ kind: token.type.replace(/_(open|close)$/, '') }); continue; }
    const texts = token.children.map((child) => {
      seen.nodes.push({ kind: child.type.replace(/_(open|close)$/, ''), text: child.content, href: child.attrGet('href') ?? undefined });
      return child.type === 'softbreak' ? ' ' : child.content;
    });
    if (cell !== null) cell += texts.join('');
    else seen.blocks.push(collapse(texts.join('')));
  }
  return seen;
}

function readMarked(marked, text) {
  const seen = { nodes: [], rows: [], blocks: [] };
  const plain = (token) => (token.tokens !== undefined && token.tokens.length > 0 ? token.tokens.map(plain).join('') : unescape(token));
  const unescape = (token) => (token.type === 'codespan' || token.type === 'escape' ? token.text
    : token.text.replace(/&#(\d+);/g, (_, code) => String.fromCharCode(code)).replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&quot;/g, '"').replace(/&amp;/g, '&'));
  const walk = (token) => {
    seen.nodes.push({ kind: token.type, text: token.tokens ? undefined : token.text, href: token.href });
    if (token.type === 'table')
      for (const row of [token.header, ...token.rows]) {
        seen.rows.push(row.map((one) => collapse(one.tokens.map(plain).join(''))));
        row.flatMap((one) => one.tokens).forEach(walk);
      }
    if (['heading', 'paragraph', 'list_item'].includes(token.type)) seen.blocks.push(collapse(plain(token)));
    for (const inner of [...(token.items ?? []), ...(token.tokens ?? [])]) walk(inner);
  };
  marked.lexer(text, { gfm: true }).forEach(walk);
  return seen;
}

const ALLOWED = new Set(['heading', 'paragraph', 'bullet_list', 'ordered_list', 'list', 'list_item', 'table', 'thead', 'tbody', 'tr', 'th',
  'td', 'text', 'text_special', 'escape', 'code_inline', 'codespan', 'link', 'softbreak', 'space']);
const CODE = new Set(['code_inline', 'codespan']);

function checkMarkup(name, { nodes }, links) {
  check(`${name}: nothing but what templates write`, nodes.filter(({ kind }) => !ALLOWED.has(kind))
    .map(({ kind, text }) => `${kind}: ${text}`));
  check(`${name}: no links but ours`, nodes.filter(({ kind, href }) => kind === 'link' && href !== undefined && !links.test(href))
    .map(({ href }) => href));
  check(`${name}: nothing that others would make a link of`, nodes.filter(({ kind, text }) =>
    !CODE.has(kind) && kind !== 'link' && text !== undefined && REFERENCES.test(text)).map(({ kind, text }) => `${kind}: ${text}`));
}

// ---- summary.md

const shownInCode = (text) => text.replace(/(?<=\\)\|/g, '\\u007C');
const cut = (text) => collapse([...text].length > 80 ? `${[...text].slice(0, 80).join('')}…` : text);

function checkSummary(name, seen, rows) {
  checkMarkup(name, seen, OURS);
  check(`${name}: seven cells in each row`, seen.rows.filter((row) => row.length !== 7).map((row) => row.join(' | ')));
  const failed = rows.filter(({ status }) => status === 'FAILED');
  const wanted = new Set(failed.map((row) => JSON.stringify([row.control_id, row.account_id, cut(row.region), shownInCode(cut(row.cluster)), shownInCode(cut(row.resource_name))])));
  const heads = seen.rows.flatMap((row, i) => (/^(Control|コントロール)$/.test(row[0]) ? [i] : []));
  same(`${name}: two tables, or one where nothing failed`, heads.length, failed.length > 0 ? 2 : 1);
  // The Region is text, or code where others would make something of it.
  const regions = new Map(failed.map((row) => [shownInCode(cut(row.region)), cut(row.region)]));
  const listed = heads.length < 2 ? [] : seen.rows.slice(heads[1] + 1);
  same(`${name}: as many failures as fit`, listed.length, Math.min(failed.length, 200));
  check(`${name}: each of them is one of results.csv`, listed.map((row) => JSON.stringify([row[0], row[2], regions.get(row[3]) ?? row[3], row[4], row[5]]))
    .filter((row) => !wanted.has(row)));
}

// ---- every name in every place

const TEMPLATE = `<html xmlns="http://www.w3.org/1999/xhtml" xmlns:fg="urn:fargauge:template:1" fg:mode="markdown"><body>
<div fg:each="names"><h2 fg:text="name"/><p fg:text="name"/><p>before <span fg:text="name"/> behind</p>
<ul><li fg:text="name"/></ul><ol><li fg:text="name"/></ol><p><code fg:text="name"/></p>
<p><a href="https://docs.aws.amazon.com/" fg:text="name"/></p><p><span fg:text="name"/><span fg:text="name"/></p>
<table><tr><th fg:text="name"/><th>x</th></tr><tr><td fg:text="name"/><td><code fg:text="name"/></td></tr></table></div>
</body></html>`;
const NAMES = '<fg:csv xmlns:fg="urn:fargauge:template:1" fg:query="names"><fg:column name="name"/></fg:csv>';
const QUERY = 'select distinct resource_name as name from v_results order by name';

function withTemplate(use) {
  const dir = mkdtempSync(join(tmpdir(), 'fargauge-template-'));
  try {
    mkdirSync(join(dir, 'queries'));
    writeFileSync(join(dir, 'all.md.xhtml'), TEMPLATE);
    writeFileSync(join(dir, 'all.csv.xml'), NAMES);
    writeFileSync(join(dir, 'queries', 'names.sql'), QUERY);
    return use(dir);
  } finally {
    rmSync(dir, { recursive: true });
  }
}

// Item by item, so that what is shown is what differs.
function checkEqual(description, found, wanted) {
  const texts = (list) => list.map((one) => JSON.stringify(one));
  const [a, b] = [texts(found), texts(wanted)];
  check(description, [...Array(Math.max(a.length, b.length)).keys()].filter((i) => a[i] !== b[i]).map((i) => `found ${a[i]}, wanted ${b[i]}`));
}

// In code and in a cell no spelling of a bar behind a backslash means the same to all readers: it is shown as \\u007C.
const inCell = (text, name) => (text === name.replace(/(?<=\\)\|/g, '\\u007C').replace(/\s+/g, '') ? name.replace(/\s+/g, '') : text);

function checkPlaces(name, seen, names) {
  checkMarkup(name, seen, OURS);
  const tight = (text) => text.replace(/\s+/g, '');
  const blocks = names.flatMap((one) => [one, one, `before ${one} behind`, one, one, one, one, one + one]).map(tight);
  checkEqual(`${name}: blocks are the names`, seen.blocks.map(tight), blocks);
  checkEqual(`${name}: cells are the names`, seen.rows.map((row, i) => row.map((one) => inCell(tight(one), names[i >> 1]))),
    names.flatMap((one) => [[tight(one), 'x'], [tight(one), tight(one)]]));
}

await run(async () => {
  const MarkdownIt = await load('markdown-it');
  const { marked } = await load('marked');
  const readers = { 'markdown-it': (text) => readMarkdownIt(MarkdownIt.default ?? MarkdownIt, text), marked: (text) => readMarked(marked, text) };
  for (const report of reports())
    rendered(report, ['--format', 'markdown,csv'], (out) => {
      const file = join(out, 'summary.md');
      const rows = readCsv(join(out, 'results.csv'));
      holds(`${report.name}: at most 1 MiB`, statSync(file).size <= LARGEST);
      for (const [reader, read] of Object.entries(readers))
        checkSummary(`${report.name}: ${reader}`, read(readFileSync(file, 'utf8')), rows);
    });
  for (const report of reports('hostile', 'samples').filter(({ lang }) => lang === 'en'))
    withTemplate((dir) => rendered(report, ['--template', dir, '--format', 'none'], (out) => {
      const names = readCsv(join(out, 'all.csv')).map((row) => row.name);
      for (const [reader, read] of Object.entries(readers))
        checkPlaces(`${report.name}, every place: ${reader}`, read(readFileSync(join(out, 'all.md'), 'utf8')), names);
    }));
});
