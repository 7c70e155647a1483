// SPDX-License-Identifier: MIT
// Real Chromium, and a page in it that is watched: whatever a report must never do ends up in `seen`.
import { accessSync, constants, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { load } from '../lib/npm.mjs';
import { Missing } from '../lib/tap.mjs';

export const PHONE = { width: 390, height: 844 };
export const NARROW = { width: 320, height: 640 };
export const LAPTOP = { width: 1366, height: 768 };

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const MAC = ['/Applications/Chromium.app/Contents/MacOS/Chromium', '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'];

function isProgram(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function chromium() {
  const onPath = (process.env.PATH ?? '').split(delimiter).flatMap((folder) => NAMES.map((name) => join(folder, name)));
  const found = [process.env.FARGAUGE_CHROMIUM ?? '', ...onPath, ...MAC].find((path) => path !== '' && isProgram(path));
  if (found === undefined) throw new Missing('Chromium: not on this machine (tools/deps --readers installs it)');
  return found;
}

/** Start Chromium, give it to `use`, end it. */
export async function withBrowser(use) {
  const { chromium: driver } = await load('playwright-core');
  const browser = await driver.launch({
    executablePath: chromium(),
    chromiumSandbox: process.getuid?.() !== 0,
    // Not even the browser's own services may look for the network: what asks for it is the page.
    args: ['--host-resolver-rules=MAP * ~NOTFOUND', '--disable-background-networking'],
  });
  try {
    return await use(browser);
  } finally {
    await browser.close();
  }
}

/* Runs in the page before anything of it. */
function watchInside() {
  globalThis.fargaugeViolations = [];
  document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sample }) => {
    globalThis.fargaugeViolations.push(`${violatedDirective} ${blockedURI} ${sample}`);
  });
}

/* Events that no report causes, with what is told about each. */
const FORBIDDEN = {
  console: (message) => `console: ${message.type()}: ${message.text()}`,
  pageerror: (error) => `error: ${error.message}`,
  popup: (page) => `window: ${page.url()}`,
  download: (download) => `download: ${download.url()}`,
  worker: (worker) => `worker: ${worker.url()}`,
  frameattached: () => 'a frame',
  crash: () => 'the page crashed',
};

function watch(page, url, seen) {
  for (const [event, told] of Object.entries(FORBIDDEN)) page.on(event, (what) => seen.push(told(what)));
  page.on('dialog', async (dialog) => {
    seen.push(`dialog: ${dialog.type()}: ${dialog.message()}`);
    await dialog.dismiss();
  });
  page.on('request', (request) => {
    if (request.url().split('#')[0] !== url || !request.isNavigationRequest() || request.frame() !== page.mainFrame())
      seen.push(`request: ${request.resourceType()}: ${request.url()}`);
  });
}

/**
 * Open `file`. Gives { page, url, seen(), close() }: seen() is the list of what a report must never do and this page did
 * so far. Options: viewport, dark, print, javaScript (false: without), locale, hash.
 */
export async function open(browser, file, { viewport = LAPTOP, dark = false, print = false, javaScript = true, hash = '', ...more } = {}) {
  const context = await browser.newContext({
    viewport,
    colorScheme: dark ? 'dark' : 'light',
    javaScriptEnabled: javaScript,
    offline: true,
    reducedMotion: 'reduce',
    ...more,
  });
  await context.addInitScript(watchInside);
  const page = await context.newPage();
  const url = pathToFileURL(file).href;
  const happened = [];
  watch(page, url, happened);
  if (print) await page.emulateMedia({ media: 'print' });
  await page.goto(url + hash, { waitUntil: 'load' });
  return {
    page,
    url,
    async seen() {
      const violations = await page.evaluate(() => globalThis.fargaugeViolations ?? []).catch((error) => [error.message]);
      return [...happened, ...violations.map((one) => `policy: ${one}`)];
    },
    close: () => context.close(),
  };
}

/** Open `file`, give the watched page to `use`, close it. */
export async function withPage(browser, file, options, use) {
  const opened = await open(browser, file, options);
  try {
    return await use(opened);
  } finally {
    await opened.close();
  }
}

/** The same with a page made of `body`: what a check must find, a page for it shows. */
export async function withBody(browser, body, use) {
  const folder = mkdtempSync(join(tmpdir(), 'fargauge-page-'));
  const file = join(folder, 'page.html');
  writeFileSync(file, `<!DOCTYPE html><meta charset="utf-8"><title>x</title>${body}`);
  try {
    return await withPage(browser, file, {}, use);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
