// SPDX-License-Identifier: MIT
// What two parsers of JUnit make of files, in one shape: { file, suites: [{ name, tests, failures, errors, skipped,
// properties, cases: [{ key, outcome, message, text, at }] }] }. Only what the parsers say is told, nothing is read here.
import { readFileSync } from 'node:fs';
import { load } from '../lib/npm.mjs';

const OUTCOMES = ['failure', 'error', 'skipped'];
// It leaves references of characters as they stand.
const resolved = (value) => (value ? String(value).replace(/&#(\d+);/g, (_, code) => String.fromCharCode(code)) : undefined);
const text = (value) => (value === undefined ? undefined : String(value));

/** junit2json keeps everything, so it tells class names, files and lines, too. */
export async function byJunit2json(file) {
  const { parse } = await load('junit2json');
  const read = await parse(readFileSync(file, 'utf8'), {}); // no values turned into numbers
  const suites = read.testsuite.map((suite) => ({
    name: suite.name,
    tests: Number(suite.tests),
    failures: Number(suite.failures),
    errors: Number(suite.errors),
    skipped: Number(suite.skipped),
    properties: Object.fromEntries(suite.properties.map(({ name, value }) => [name, value])),
    cases: suite.testcase.map((one) => {
      const outcome = OUTCOMES.find((name) => name in one);
      const said = outcome === undefined ? {} : one[outcome][0];
      return {
        key: `${one.classname}\n${one.name}`,
        name: one.name,
        outcome: outcome ?? 'pass',
        message: text(said.message),
        text: text(said.inner),
        at: one.file === undefined ? undefined : { file: one.file, line: Number(one.line) },
      };
    }),
  }));
  return { file, tests: Number(read.tests), failures: Number(read.failures), errors: Number(read.errors), suites };
}

/** test-results-parser is what reporters to chats and test management use; an error is a failed case to it. */
export async function byTestResultsParser(file) {
  const { parse } = await load('test-results-parser');
  const read = parse({ type: 'junit', files: [file] });
  return {
    status: read.status,
    suites: read.suites.map((suite) => ({
      name: suite.name,
      tests: suite.total + suite.skipped, // what was skipped it does not count
      failures: suite.failed,
      errors: suite.errors,
      skipped: suite.skipped,
      properties: suite.metadata,
      cases: suite.cases.map((one) => ({
        name: one.name,
        outcome: { PASS: 'pass', FAIL: 'failed', SKIP: 'skipped' }[one.status],
        message: resolved(one.failure),
        text: resolved(one.stack_trace),
      })),
    })),
  };
}
