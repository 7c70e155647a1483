// SPDX-License-Identifier: MIT
// Two parsers from npm read junit.xml: both say the same, nothing is lost or met twice, totals are those of the cases, and
// what failed says why. results.csv, written by other code from other queries, is the measure.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { load } from '../lib/npm.mjs';
import { reports, reportsFolder } from '../lib/reports.mjs';
import { check, holds, run, same } from '../lib/tap.mjs';
import { byJunit2json, byTestResultsParser } from './cases.mjs';

const WAYS = [
  [], ['--junit-profile', 'extended'],
  ...['control', 'account', 'cluster'].map((group) => ['--junit-group', group, '--junit-profile', 'extended', '--junit-max-cases', '150']),
];
const OUTCOME = { PASSED: 'pass', FAILED: 'failure', INSUFFICIENT_DATA: 'error', NOT_APPLICABLE: 'skipped', WAIVED: 'skipped' };

function render(report, way, out) {
  const { status, stderr } = spawnSync(process.env.FARGAUGE, ['render', '--db', join(report.out, 'fargauge.db'), '--out', out,
    '--format', 'junit', '--lang', report.lang, '--quiet', '--exit-zero', ...way], { encoding: 'utf8' });
  holds(`${report.name} ${way.join(' ')}: rendered`, status === 0, `${status}: ${stderr}`);
  return readdirSync(out).sort().map((name) => join(out, name));
}

/* How many results of each outcome results.csv has: a row begins with its control, its severity and its status. */
function counted(report) {
  const counts = { pass: 0, failure: 0, error: 0, skipped: 0 };
  for (const [, status] of readFileSync(join(report.out, 'results.csv'), 'utf8').matchAll(/^[A-Z]+\.\d+,[A-Z]+,([A-Z_]+),/gm))
    counts[OUTCOME[status]] += 1;
  return counts;
}

const isWaivers = (suite) => suite.name === 'waivers';
const isEmpty = (one) => one.key.endsWith('\nnothing in scope');
const tally = (cases) => cases.reduce((sums, { outcome }) => ({ ...sums, [outcome]: sums[outcome] + 1 }),
  { pass: 0, failure: 0, error: 0, skipped: 0 });
const twice = (list) => list.filter((one, i) => list.indexOf(one) !== i);

function checkWhole(where, files, report) {
  const suites = files.flatMap((file) => file.suites);
  const cases = suites.flatMap((suite) => suite.cases);
  const results = suites.filter((suite) => !isWaivers(suite)).flatMap((suite) => suite.cases).filter((one) => !isEmpty(one));
  same(`${where}: every result is met once`, tally(results), counted(report));
  check(`${where}: no suite is met twice`, twice(suites.map(({ name }) => name).sort()));
  check(`${where}: no case is met twice`, twice(cases.map(({ key }) => key).sort()));
  check(`${where}: nothing lacks a name`, cases.filter(({ key }) => /undefined|^\n|\n$/.test(key)).map(({ key }) => key));
  check(`${where}: no suite is empty`, suites.filter((suite) => suite.cases.length === 0).map(({ name }) => name));
  check(`${where}: totals are those of the cases`, suites.filter((suite) => {
    const { failure, error, skipped } = tally(suite.cases);
    return suite.tests !== suite.cases.length || suite.failures !== failure || suite.errors !== error || suite.skipped !== skipped;
  }).map(({ name }) => name));
  check(`${where}: what did not pass says why`, cases.filter(({ outcome, message }) => outcome !== 'pass' && !message).map(({ key }) => key));
  check(`${where}: and says it in the text, too`, cases.filter(({ outcome, message, text }) =>
    ['failure', 'error'].includes(outcome) && !text?.startsWith(message)).map(({ key }) => key));
  check(`${where}: every suite names the version and the inputs`, suites.filter(({ properties }) =>
    !properties.tool_version || !/^[0-9a-f]{64}$/.test(properties.inputs_digest)).map(({ name }) => name));
}

function checkExtended(where, files) {
  const sum = (file, name) => file.suites.reduce((total, suite) => total + suite[name], 0);
  check(`${where}: totals of the file`, files.filter((file) => ['tests', 'failures', 'errors'].some((name) => file[name] !== sum(file, name)))
    .map(({ file }) => file));
  const cases = files.flatMap((file) => file.suites).flatMap((suite) => suite.cases).filter((one) => !isEmpty(one));
  check(`${where}: cases have a file and a line`, cases.filter(({ at }) => !at || !(at.line >= 1)).map(({ key }) => key));
}

/* The other parser knows no class names, has one word for failures and errors, trims texts, and takes for a number what
 * looks like one. References it decodes twice, so the words of hostile texts are not compared. */
const alike = (name) => (name !== '' && Number.isFinite(Number(name)) ? Number(name) : name);

function checkOther(where, mine, other, words) {
  const shape = (suites) => suites.map((suite) => [suite.name, suite.tests, suite.failures, suite.errors, suite.skipped,
    ...suite.cases.map(({ name, outcome, message, text }) => {
      const failed = ['failure', 'error', 'failed'].includes(outcome);
      return [failed ? 'failed' : outcome, ...(words ? [alike(name), failed && message.trim(), failed && text.trim()] : [])];
    })]);
  const [a, b] = [shape(mine.suites), shape(other.suites)].map((list) => list.map((one) => JSON.stringify(one)));
  check(`${where}: both parsers read the same`, a.filter((one, i) => one !== b[i]).map((one) => `${one.slice(0, 180)} …`));
  const failed = mine.suites.some((suite) => suite.failures + suite.errors > 0);
  holds(`${where}: it fails where something failed`, (other.status === 'FAIL') === failed, other.status);
}

async function checkWay(report, way, out) {
  const where = `${report.name} ${way.join(' ')}`.trim();
  const paths = render(report, way, out);
  const files = [];
  for (const path of paths) {
    files.push(await byJunit2json(path));
    checkOther(`${where}: ${path.slice(out.length + 1)}`, files.at(-1), await byTestResultsParser(path), report.case !== 'hostile');
  }
  checkWhole(where, files, report);
  if (way.includes('extended')) checkExtended(where, files);
}

await run(async () => {
  await Promise.all(['junit2json', 'test-results-parser'].map(load)); // without them the test is skipped
  for (const report of reports())
    for (const way of WAYS) {
      const out = mkdtempSync(join(reportsFolder(), '..', 'junit-'));
      try {
        await checkWay(report, way, out);
      } finally {
        rmSync(out, { recursive: true });
      }
    }
});
