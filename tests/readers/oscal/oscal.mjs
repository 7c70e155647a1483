// SPDX-License-Identifier: MIT
// oscal-ar.json against NIST's schema, against itself, and against results.csv, which tells the same.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { load } from '../lib/npm.mjs';
import { readCsv, rendered } from '../lib/rendered.mjs';
import { reports } from '../lib/reports.mjs';
import { check, holds, run, same } from '../lib/tap.mjs';
import { loose, objects, prop } from './document.mjs';

const SCHEMA = new URL('../schemas/oscal_assessment-results_schema.json', import.meta.url);

async function validator() {
  const Ajv = await load('ajv');
  const formats = await load('ajv-formats');
  const ajv = new (Ajv.default ?? Ajv)({ allErrors: true, strict: false });
  (formats.default ?? formats)(ajv);
  const valid = ajv.compile(JSON.parse(readFileSync(SCHEMA, 'utf8')));
  return (file) => (valid(file) ? [] : valid.errors.map((error) => `${error.instancePath}: ${error.message}`));
}

// What the validator or the look at references must notice, or they look at nothing.
const INVALID = {
  'no plan': (ar) => { delete ar['import-ap']; },
  'a UUID that is none': (ar) => { ar.uuid = 'x'; },
  'a time without a zone': (ar) => { ar.results[0].start = '2026-10-01T00:00:00'; },
  'a day that no calendar has': (ar) => { ar.results[0].observations[0].collected = '2026-02-30T00:00:00Z'; },
  'a title of two lines': (ar) => { ar.results[0].findings[0].title = 'a\nb'; },
  'a value that ends in white space': (ar) => { ar.metadata.props[0].value = 'a\u3000'; },
  'an empty array': (ar) => { ar.results[0].risks = []; },
  'an id that begins with a digit': (ar) => { ar.results[0].findings[0].target['target-id'] = '1'; },
  'a status of our own': (ar) => { ar.results[0].findings[0].target.status.state = 'waived'; },
  'a member that nobody knows': (ar) => { ar.results[0].passed = 1; },
};
const LOOSE = {
  'a UUID that is there twice': (ar) => { ar.results[0].findings[1].uuid = ar.results[0].findings[0].uuid; },
  'an observation that is missing': (ar) => { ar.results[0].observations.shift(); },
  'a risk in the place of an observation': (ar) => {
    ar.results[0].findings[0]['related-observations'][0]['observation-uuid'] = ar.results[0].risks[0].uuid;
  },
  'evidence that is missing': (ar) => {
    const { href } = ar.results[0].observations[0]['relevant-evidence'][0];
    ar['back-matter'].resources = ar['back-matter'].resources.filter(({ uuid }) => href !== `#${uuid}`);
  },
  'a target that is no objective': (ar) => { ar['local-definitions']['objectives-and-methods'].shift(); },
};

// What `line` makes of a text (src/render/filter_text.c), and what stands there once Markdown is read.
const escapes = (white) => [...white].map((c) => `\\u${c.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`).join('');
const line = (text) => (text === '' ? '-'
  : text.replace(/^\s+|\s+$/gu, escapes).replace(/[\t\n]/g, escapes));

function reader(MarkdownIt) {
  const markdown = new MarkdownIt('commonmark');
  return (text) => {
    const tokens = markdown.parse(text, {});
    const inline = tokens[1]?.children ?? [];
    const plain = tokens.map(({ type }) => type).join() === 'paragraph_open,inline,paragraph_close' &&
      inline.every(({ type }) => type === 'text' || type === 'text_special');
    return plain ? inline.map(({ content }) => content).join('') : undefined;
  };
}

function checkSubjects(name, { results: [result] }, rows, read) {
  const items = new Map((result['local-definitions']['inventory-items'] ?? []).map((item) => [item.uuid, item]));
  const told = (result.observations ?? []).flatMap((observation) => (observation.subjects ?? []).map((subject) => [
    prop(observation, 'control'), prop(observation, 'status'), prop(observation, 'reason'),
    prop(items.get(subject['subject-uuid']), 'asset-id'), read(subject.title), read(subject.remarks), prop(subject, 'record') ?? '',
    prop(subject, 'waiver') ?? ''].join('\t')));
  const wanted = rows.map((row) => [row.control_id, row.status, row.reason, line(row.resource_arn), line(row.resource_name),
    line(row.message), row.record, row.waiver_id === '' ? '' : line(row.waiver_id)].join('\t'));
  const [found, asked] = [new Set(told), new Set(wanted)];
  check(`${name}: every result of results.csv is a subject`, wanted.filter((row) => !found.has(row)));
  check(`${name}: and nothing else is`, told.filter((row) => !asked.has(row)));
  same(`${name}: each once`, told.length, rows.length);
}

// Only what passed is satisfied; what was not in scope has no finding.
function checkFindings(name, { results: [result] }, rows) {
  const wanted = [...new Set(rows.map(({ control_id }) => control_id))].flatMap((id) => {
    const has = (status) => rows.some((row) => row.control_id === id && row.status === status);
    const open = has('FAILED') || has('INSUFFICIENT_DATA') || has('WAIVED');
    return open || has('PASSED') ? [`${id}_obj.control ${open ? 'not-satisfied' : 'satisfied'}`] : [];
  });
  const found = (result.findings ?? []).map(({ target }) => `${target['target-id']} ${target.status.state}`);
  same(`${name}: a finding for each control with a verdict`, found.filter((one) => one.includes('_obj.control')).sort(), wanted.sort());
  const observations = new Map((result.observations ?? []).map((one) => [one.uuid, one]));
  const statuses = (finding) => finding['related-observations'].map((one) => prop(observations.get(one['observation-uuid']), 'status'));
  check(`${name}: findings say what their observations say`, (result.findings ?? []).filter((finding) => {
    const all = statuses(finding);
    const clean = all.includes('PASSED') && all.every((one) => one === 'PASSED' || one === 'NOT_APPLICABLE');
    return clean !== (finding.target.status.state === 'satisfied');
  }).map(({ title }) => title));
  check(`${name}: what failed has its risks`, (result.findings ?? []).filter((finding) =>
    statuses(finding).some((one) => one === 'FAILED' || one === 'WAIVED') !== ('related-risks' in finding)).map(({ title }) => title));
}

function checkTexts(name, document, read) {
  const titles = [...objects(document)].filter(({ value }) => typeof value.title === 'string');
  check(`${name}: no title holds markup`, titles.filter(({ value }) => read(value.title) === undefined)
    .map(({ value, path }) => `${path.join('.')}: ${value.title}`));
}

function checkEvidence(name, document) {
  const [result] = document.results;
  const resources = new Map(document['back-matter'].resources.map((one) => [one.uuid, one]));
  check(`${name}: evidence has a hash`, (result.observations ?? []).flatMap((one) => one['relevant-evidence'] ?? [])
    .filter(({ href }) => href !== undefined && resources.get(href.slice(1)).rlinks[0].hashes[0].value.length !== 64).map(({ href }) => href));
  check(`${name}: collected within the time of the result`, (result.observations ?? [])
    .filter(({ collected }) => !(Date.parse(collected) >= Date.parse(result.start) && Date.parse(collected) <= Date.parse(result.end)))
    .map(({ title, collected }) => `${title}: ${collected}`));
  check(`${name}: NIST's controls by OSCAL's ids`, result['reviewed-controls']['control-selections']
    .filter(({ links }) => links !== undefined).flatMap((one) => one['include-controls']).map((one) => one['control-id'])
    .filter((id) => !/^[a-z]{2}-[1-9][0-9]*(\.[1-9][0-9]*)?$/.test(id)));
}

function checkReport(name, out, problems, read) {
  const file = JSON.parse(readFileSync(join(out, 'oscal-ar.json'), 'utf8'));
  const document = file['assessment-results'];
  const rows = readCsv(join(out, 'results.csv'));
  check(`${name}: valid`, problems(file));
  check(`${name}: nothing is loose`, loose(document));
  checkSubjects(name, document, rows, read);
  checkFindings(name, document, rows);
  checkTexts(name, document, read);
  checkEvidence(name, document);
  return file;
}

function checkBreaks(file, problems) {
  for (const [what, spoil] of Object.entries({ ...INVALID, ...LOOSE })) {
    const broken = structuredClone(file);
    spoil(broken['assessment-results']);
    const noticed = what in LOOSE ? loose(broken['assessment-results']) : problems(broken);
    holds(`noticed: ${what}`, noticed.length > 0);
  }
}

// 2,000 services: as many observations as of ten, a file that grows with the results alone.
function checkMany(problems, read) {
  const folder = mkdtempSync(join(tmpdir(), 'fargauge-readers-'));
  try {
    const sizes = [10, 2000].map((count) => {
      const services = Array.from({ length: count }, (_, i) => ({
        serviceArn: `arn:aws:ecs:eu-west-1:111122223333:service/shop/web_${i}`, serviceName: `web_${i}`, status: 'ACTIVE',
        clusterArn: 'arn:aws:ecs:eu-west-1:111122223333:cluster/shop', launchType: 'FARGATE', platformFamily: 'Linux',
        platformVersion: ['LATEST', '1.3.0', '1.4.0', '9.9.9'][i % 4], tags: [],
      }));
      writeFileSync(join(folder, 'services_20261001T090000Z.json'), JSON.stringify({ services, failures: [] }));
      const out = join(folder, `${count}`);
      const { stderr } = spawnSync(process.env.FARGAUGE, ['report', join(folder, 'services_20261001T090000Z.json'), '--out', out,
        '--format', 'oscal,csv', '--exit-zero', '--no-progress'], { encoding: 'utf8' });
      same(`${count} services: nothing is said`, stderr, '');
      const { results: [result] } = checkReport(`${count} services`, out, problems, read)['assessment-results'];
      return { observations: result.observations.length, findings: result.findings.length, size: statSync(join(out, 'oscal-ar.json')).size,
        results: readCsv(join(out, 'results.csv')).length };
    });
    same('as many observations and findings', [sizes[1].observations, sizes[1].findings], [sizes[0].observations, sizes[0].findings]);
    const each = (sizes[1].size - sizes[0].size) / (sizes[1].results - sizes[0].results);
    holds('less than 1,000 bytes a result', each < 1000, `${each}`);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

await run(async () => {
  const problems = await validator();
  const markdown = await load('markdown-it');
  const read = reader(markdown.default ?? markdown);
  for (const report of reports())
    rendered(report, ['--format', 'oscal,csv'], (out) => {
      const file = checkReport(report.name, out, problems, read);
      if (report.name === 'samples, en') checkBreaks(file, problems);
    });
  checkMany(problems, read);
});
