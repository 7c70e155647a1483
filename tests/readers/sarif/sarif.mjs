// SPDX-License-Identifier: MIT
// results.sarif against the schema of SARIF 2.1.0 and against results.csv, which tells the same.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { load, packageFile } from '../lib/npm.mjs';
import { readCsv, rendered } from '../lib/rendered.mjs';
import { reports } from '../lib/reports.mjs';
import { check, holds, run, same } from '../lib/tap.mjs';

const SCHEMA = '@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json';
const LEVELS = { LOW: 'note', MEDIUM: 'warning', HIGH: 'error', CRITICAL: 'error' };

async function validator() {
  const Ajv = await load('ajv-draft-04');
  const formats = await load('ajv-formats');
  const ajv = new (Ajv.default ?? Ajv)({ allErrors: true, strict: false, unicodeRegExp: false });
  (formats.default ?? formats)(ajv);
  const valid = ajv.compile(JSON.parse(readFileSync(packageFile(SCHEMA), 'utf8')));
  return (log) => (valid(log) ? [] : valid.errors.map((error) => `${error.instancePath}: ${error.message}`));
}

// What the validator must notice, or it validates nothing.
const BREAKS = {
  'no version': (log) => { delete log.version; },
  'a level that is none': (log) => { log.runs[0].results[0].level = 'high'; },
  'a message without a text': (log) => { log.runs[0].results[0].message = {}; },
  'a line that is a text': (log) => { log.runs[0].results[0].locations[0].physicalLocation.region.startLine = '1'; },
  'a member that nobody knows': (log) => { log.runs[0].tool.driver.rule = []; },
  'a time that is none': (log) => { log.runs[0].invocations[0].endTimeUtc = 'today'; },
};

// 3.11.5 and 3.11.6: what is left of a message once it is shown.
const shown = (text) => text.replace(/\{\{|\}\}/g, (pair) => pair[0]).replace(/\\([[\]])/g, '$1');
const loose = (text) => /(?<!\\)[[\]]/.test(text) || /\{|\}/.test(text.replace(/\{\{|\}\}/g, ''));

function checkMessages(name, { tool: { driver }, results }) {
  const texts = [...results.map(({ message }) => message.text), ...driver.rules.flatMap((rule) =>
    [rule.shortDescription.text, rule.fullDescription.text, rule.help.text])];
  check(`${name}: no message holds a link or a placeholder`, texts.filter(loose));
}

function checkRules(name, { tool: { driver }, results }) {
  const ids = driver.rules.map((rule) => rule.id);
  same(`${name}: a rule each`, ids.length, new Set(ids).size);
  check(`${name}: each result has a rule`, results.map(({ ruleId }) => ruleId).filter((id) => !ids.includes(id)));
  check(`${name}: what GitHub asks of a rule`, driver.rules.filter(({ shortDescription, help, properties }) =>
    shortDescription.text.length > 1024 || help.text === '' || properties.tags.length > 10 ||
    !(Number(properties['security-severity']) > 0 && Number(properties['security-severity']) <= 10)).map(({ id }) => id));
  check(`${name}: levels follow severities`, driver.rules.filter((rule) =>
    rule.defaultConfiguration.level !== LEVELS[rule.properties.severity]).map(({ id }) => id));
}

function checkPlaces(name, { results, artifacts }) {
  const places = [...results.flatMap(({ locations }) => locations).map(({ physicalLocation }) => physicalLocation?.artifactLocation),
    ...artifacts.map(({ location }) => location)].filter(Boolean);
  check(`${name}: places are relative references or files`, places.filter(({ uri, uriBaseId }) => {
    const url = new URL(uri, 'file:///base/folder/');
    return url.protocol !== 'file:' || url.host !== '' || url.search !== '' || url.hash !== '' ||
      (uriBaseId !== undefined && !url.pathname.startsWith('/base/folder/'));
  }).map(({ uri }) => uri));
  const known = new Set(artifacts.map(({ location }) => location.uri));
  check(`${name}: each result's file is among the artifacts`, results.flatMap(({ locations }) => locations)
    .map(({ physicalLocation }) => physicalLocation?.artifactLocation.uri).filter((uri) => uri !== undefined && !known.has(uri)));
}

function checkAgainstCsv(name, { results, properties }, rows) {
  const wanted = rows.filter(({ status }) => status === 'FAILED' || status === 'WAIVED');
  const told = (result) => [result.ruleId, result.locations[0].logicalLocations[0].fullyQualifiedName,
    result.locations[0].logicalLocations[0].name, shown(result.message.text), result.properties.status];
  same(`${name}: the results are what failed in results.csv, in its order`, results.map(told),
    wanted.map((row) => [row.control_id, row.resource_arn, row.resource_name, row.message, row.status]));
  same(`${name}: waived results are suppressed, others are not`, results.map(({ suppressions }) => suppressions?.[0].properties.waiver_id ?? ''),
    wanted.map(({ waiver_id }) => waiver_id));
  check(`${name}: levels`, results.filter(({ level }, i) => level !== LEVELS[wanted[i]?.severity]).map(({ ruleId }) => ruleId));
  for (const status of ['PASSED', 'FAILED', 'WAIVED', 'INSUFFICIENT_DATA', 'NOT_APPLICABLE'])
    same(`${name}: how many ${status}`, properties[status.toLowerCase()], rows.filter((row) => row.status === status).length);
  const prints = results.map(({ partialFingerprints }) => partialFingerprints.primaryLocationLineHash);
  same(`${name}: fingerprints tell results apart`, new Set(prints).size, prints.length);
}

await run(async () => {
  const problems = await validator();
  for (const report of reports())
    rendered(report, ['--format', 'sarif,csv'], (out) => {
      const log = JSON.parse(readFileSync(join(out, 'results.sarif'), 'utf8'));
      const [only] = log.runs;
      check(`${report.name}: valid`, problems(log));
      same(`${report.name}: one run, in its language`, [log.runs.length, only.language], [1, report.lang]);
      checkRules(report.name, only);
      checkMessages(report.name, only);
      checkPlaces(report.name, only);
      checkAgainstCsv(report.name, only, readCsv(join(out, 'results.csv')));
      if (report.case === 'samples')
        for (const [what, spoil] of Object.entries(BREAKS)) {
          const broken = structuredClone(log);
          spoil(broken);
          holds(`the validator notices ${what}`, problems(broken).length > 0);
        }
      if (report.case === 'samples')
        check(`${report.name}: each record has its line`, only.results.filter(({ locations }) =>
          !(locations[0].physicalLocation.region.startLine >= 1)).map(({ ruleId }) => ruleId));
      if (report.case === 'refused')
        holds(`${report.name}: refused files are notifications`, only.invocations[0].toolExecutionNotifications.length > 0);
    });
});
