// SPDX-License-Identifier: MIT
// The reports themselves: fargauge made each of them, said what it should and no sanitizer spoke.
import { statSync } from 'node:fs';
import { commands, reports } from '../lib/reports.mjs';
import { check, holds, run } from '../lib/tap.mjs';

const LARGEST_PAGE = 5e6;

await run(async () => {
  for (const { name, wanted, command, status, stderr } of commands()) {
    holds(`${name}: exit code ${wanted}`, status === wanted, `${status}: ${command}: ${stderr.slice(0, 600)}`);
    check(`${name}: no sanitizer spoke`, stderr.split('\n').filter((line) => /Sanitizer|runtime error:/.test(line)));
  }
  for (const { name, pages } of reports('samples', 'refused', 'empty'))
    check(`${name}: no page above 5 MB`, pages.filter((page) => statSync(page).size > LARGEST_PAGE)
      .map((page) => `${page}: ${statSync(page).size} bytes`));
});
