// What axe finds, best practices among it.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const axe_source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/**
 * @param {import('playwright-core').Page} page
 * @param {{is_drawn?: boolean, without?: string[]}} [wish] is_drawn: colours of what is drawn on the canvas are another test's; selectors that are left out
 */
export async function violations(page, { is_drawn = true, without = [] } = {}) {
  await page.evaluate(axe_source);
  return page.evaluate(
    async ({ drawn, exclude }) => {
      const { violations: all } = await Reflect.get(window, 'axe').run({ exclude }, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'], rules: { 'color-contrast': { enabled: !drawn } } });
      return all.map((/** @type {any} */ each) => `${each.id}: ${each.nodes.slice(0, 2).map((/** @type {any} */ node) => node.html.slice(0, 160)).join(' | ')}`);
    },
    { drawn: is_drawn, exclude: without.map((each) => [each]) },
  );
}
