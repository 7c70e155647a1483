// SPDX-License-Identifier: MIT
// Nothing leaves the file and nothing in the data runs: no request, script, dialog, window, download or message, also while
// every disclosure is opened and everything is pointed at. The policy that forbids it stands in the page.
import { reports } from '../lib/reports.mjs';
import { check, holds, run } from '../lib/tap.mjs';
import { withBody, withBrowser, withPage } from './launch.mjs';

const POLICY = "default-src 'none'";
const SCHEMES = ['file:', 'http:', 'https:', 'mailto:'];

/* A page for each thing that the watching must notice; a test that could not fail would say nothing. */
const GUILTY = {
  'a script': '<script>alert(1)</script>',
  'a message': '<script>console.log("x")</script>',
  'an error': '<script>undefined.x</script>',
  'a picture': '<img src="http://example.org/x.png" alt="">',
  'a picture beside it': '<img src="x.png" alt="">',
  'a font': '<style>@font-face{font-family:x;src:url(http://example.org/x)}p{font-family:x}</style><p>x</p>',
  'a frame': '<iframe srcdoc="x"></iframe>',
  'a refresh': '<meta http-equiv="refresh" content="0;url=http://example.org/">',
  'a form that sends itself': '<form action="http://example.org/"></form><script>document.forms[0].submit()</script>',
  'a beacon': '<script>navigator.sendBeacon("http://example.org/", "x")</script>',
  'what a policy forbids': `<meta http-equiv="Content-Security-Policy" content="${POLICY}"><body style="color:red">`,
};

async function watching(browser) {
  for (const [name, body] of Object.entries(GUILTY))
    await withBody(browser, body, async ({ page, seen }) => {
      await page.waitForTimeout(100);
      holds(`the watching notices ${name}`, (await seen()).length > 0);
    });
}

/* All below run in the page. */

function policies() {
  return [...document.querySelectorAll('meta[http-equiv="Content-Security-Policy"]')].map((meta) => meta.content);
}

function active(schemes) {
  const bad = [];
  for (const element of document.querySelectorAll('*'))
    for (const { name, value } of element.attributes) {
      const which = `<${element.localName} ${name}="${value.slice(0, 80)}">`;
      if (/^on|^style$|^srcdoc$|^ping$|^formaction$|^srcset$/i.test(name)) bad.push(which);
      if (/^(xlink:)?(href|src|action|poster|data)$/i.test(name) && !schemes.includes(new URL(value, document.baseURI).protocol))
        bad.push(which);
    }
  return bad;
}

function stray() {
  return [...document.querySelectorAll('iframe, object, embed, base, link, img, audio, video, canvas, portal, foreignObject, animate, set, math')]
    .map((element) => element.outerHTML.slice(0, 120));
}

function pointAtEverything() {
  for (const details of document.querySelectorAll('details')) details.open = true;
  for (const element of document.querySelectorAll('body *')) {
    for (const type of ['mouseover', 'mouseenter', 'focus', 'error', 'load', 'toggle', 'animationend'])
      element.dispatchEvent(new Event(type, { bubbles: true }));
  }
}

const globals = () => Object.getOwnPropertyNames(globalThis).sort();

async function innocent(browser, name, file, clean) {
  await withPage(browser, file, {}, async ({ page, seen }) => {
    const given = await page.evaluate(policies);
    holds(`${name}: one policy, that allows nothing but what it names`, given.length === 1 && given[0].startsWith(POLICY), given.join(' | '));
    check(`${name}: its policy names hashes and nothing wider`, given.join(';').split(';').map((one) => one.trim())
      .filter((one) => one !== '' && !/^(default-src|base-uri|form-action|img-src|object-src) 'none'$/.test(one)
        && one !== 'img-src data:' // pictures within the page itself
        && !/^(script|style)-src(-elem|-attr)?( '(none|sha(256|384|512)-[A-Za-z0-9+/=]+)')+$/.test(one)));
    check(`${name}: no attribute that could run or load`, await page.evaluate(active, SCHEMES));
    check(`${name}: no element that could`, await page.evaluate(stray));
    await page.evaluate(pointAtEverything);
    await page.waitForTimeout(200);
    check(`${name}: nothing happened`, await seen());
    const left = (await page.evaluate(globals)).filter((one) => !clean.includes(one));
    check(`${name}: no global was made`, left);
  });
}

await run(async () => {
  await withBrowser(async (browser) => {
    await watching(browser);
    const clean = await withBody(browser, '', ({ page }) => page.evaluate(globals));
    for (const { name, pages } of reports())
      for (const [i, file] of pages.entries()) await innocent(browser, i === 0 ? name : `${name}, page ${i}`, file, clean);
  });
});
