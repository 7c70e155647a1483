// SPDX-License-Identifier: MIT
// What axe-core finds in a page.

export const TAGS = { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] };
/* Dark and paper have the same elements in other colours; nobody taps on paper. */
export const COLOURS = { type: 'rule', values: ['color-contrast', 'link-in-text-block'] };

/* One line for each rule that is broken: how often, and where first. */
const told = ({ id, help, nodes }) => {
  const [{ html, any, all }] = nodes;
  const why = [...any, ...all].map(({ message }) => message).join('; ');
  return `${id} (${nodes.length}): ${help}: ${html.slice(0, 150)}: ${why.slice(0, 200)}`;
};

/* Runs in the page. Hundreds of disclosures have the same form, and looking at each takes minutes: opened are those that
 * show an element or a class that none before them did. */
function openDistinct() {
  const known = new Set();
  for (const details of document.querySelectorAll('details')) {
    const inside = [...details.querySelectorAll('*')].map((one) => `${one.parentElement.localName} ${one.localName} ${one.getAttribute('class') ?? ''}`);
    details.open = details.open || inside.some((one) => !known.has(one));
    for (const one of inside) known.add(one);
  }
}

export async function violations(page, axe, ask) {
  await page.evaluate(axe);
  await page.evaluate(openDistinct);
  const found = await page.evaluate((runOnly) => globalThis.axe.run(document,
    { runOnly, resultTypes: ['violations'], reporter: 'v1', elementRef: false }), ask);
  return found.violations.map(told);
}
