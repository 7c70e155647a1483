// SPDX-License-Identifier: MIT
// npm packages from outside of the source tree: tests/readers/install puts them into the build folder, where
// Node's own search from here does not look.
import { createRequire } from 'node:module';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Missing } from './tap.mjs';

const folder = () => process.env.FARGAUGE_NODE_MODULES ?? join(process.env.FARGAUGE_BUILD ?? 'build', 'readers', 'node_modules');

/** The path of a file in the package folder, e.g. `axe-core/axe.min.js`. */
export function packageFile(name) {
  const path = join(folder(), name);
  if (!existsSync(path)) throw new Missing(`${path}: not there (tests/readers/install BUILD puts it there)`);
  return path;
}

/* A package that is ES modules only has no path for require(): its entry is in its package.json. */
function moduleOf(name) {
  const { exports } = JSON.parse(readFileSync(packageFile(`${name}/package.json`), 'utf8'));
  const main = exports['.'] ?? exports;
  return packageFile(join(name, main.import?.default ?? main.import ?? main.default));
}

/** Load an npm package of package.json, whichever kind of module it is: what require() gives, or the module. */
export async function load(name) {
  const require = createRequire(packageFile(`${name}/package.json`));
  try {
    return require(name);
  } catch (error) {
    if (error.code !== 'ERR_PACKAGE_PATH_NOT_EXPORTED') throw error;
    return import(pathToFileURL(moduleOf(name)).href);
  }
}
