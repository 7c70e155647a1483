// SPDX-License-Identifier: MIT
// Results of a test as TAP. A check is given the list of what is wrong: an empty list passes, and a failed check
// shows the first of its items, so that a check's words and its finding cannot drift apart.

const SHOWN = 12;
let number = 0;
let failures = 0;

const oneLine = (text) => String(text).replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g, ' ');

/** One line of TAP: `description` holds when `problems` is empty. */
export function check(description, problems) {
  number += 1;
  if (problems.length === 0) {
    console.log(`ok ${number} - ${oneLine(description)}`);
    return;
  }
  failures += 1;
  console.log(`not ok ${number} - ${oneLine(description)}`);
  for (const problem of problems.slice(0, SHOWN)) console.log(`#   ${oneLine(problem).slice(0, 400)}`);
  if (problems.length > SHOWN) console.log(`#   and ${problems.length - SHOWN} more`);
}

/** `description` holds when `found` is `wanted`, both compared as JSON. */
export function same(description, found, wanted) {
  const [a, b] = [JSON.stringify(found), JSON.stringify(wanted)];
  check(description, a === b ? [] : [`found ${a}`, `wanted ${b}`]);
}

/** `description` holds when `value` is true; `why` is shown where it is not. */
export function holds(description, value, why = 'it does not') {
  check(description, value ? [] : [why]);
}

/** For the developer, not a result. */
export function note(text) {
  console.log(`# ${oneLine(text)}`);
}

/** What a test needs and this machine lacks. Skips the test, or fails it where readers are required. */
export class Missing extends Error {}

function end(missing) {
  if (missing === undefined) {
    console.log(`1..${number}`);
  } else if (process.env.FARGAUGE_READERS === 'required') {
    console.log(`Bail out! ${oneLine(missing.message)}`);
    failures += 1;
  } else {
    console.log(`1..0 # SKIP ${oneLine(missing.message)}`);
  }
  process.exitCode = failures === 0 && (number > 0 || missing !== undefined) ? 0 : 1;
}

/** Run a test's main function and end with the plan. What it throws is a failure. */
export async function run(main) {
  let missing;
  try {
    await main();
  } catch (error) {
    if (error instanceof Missing && number === 0) missing = error;
    else check('the test ran to its end', String(error.stack ?? error).split('\n'));
  }
  end(missing);
}
