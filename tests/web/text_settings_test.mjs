// The reader's own text on what is text (WCAG 1.4.4, 1.4.12): lines, letters and words set wider, and everything twice as
// large, cut nothing off and hide nothing, in the text version, in what stands in for the atlas, on every own page.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { atlas_ready, box_of, settled } from './support/chromium.mjs';
import { heard_tree } from './support/accessibility.mjs';
import { with_site } from './support/stage.mjs';

/** @typedef {import('playwright-core').Page} Page */

const stage = with_site();
const k_wishes = {
  spacing: '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; } p { margin-bottom: 2em !important; }',
  'twice the text': ':root { font-size: 200% !important; } .reading, .text, article { font-size: 200% !important; }',
};
const k_sizes = [{ width: 1024, height: 768 }, { width: 512, height: 600 }];

/** @param {Page} page */
async function open_text(page) {
  await page.goto(`${stage.origin}/index.html`);
  await atlas_ready(page);
  await settled(page);
  await page.locator('cluster-atlas').locator('[data-id="header/text"]').press('Enter');
  await page.locator('cluster-atlas').locator('.reading article').waitFor();
}

/** Where the text is, how one gets there, how many lines there are at least. @type {Array<{what: string, within: string, lines: number, scripts?: boolean, open: (page: Page) => Promise<unknown>}>} */
const k_places = [
  { what: 'the text version', within: '.reading', lines: 1000, open: open_text },
  { what: 'the page without scripts', within: 'article', lines: 1000, scripts: false, open: (page) => page.goto(`${stage.origin}/index.html`) },
  {
    what: 'the page without WebGL',
    within: '.text',
    lines: 1000,
    open: async (page) => {
      await page.addInitScript(() => (HTMLCanvasElement.prototype.getContext = () => null));
      await page.goto(`${stage.origin}/index.html`);
      await page.waitForFunction(() => /** @type {any} */ (document.querySelector('cluster-atlas')).shadowRoot?.querySelector('.text #text-clusters'));
    },
  },
  {
    what: 'the words in place of what can’t be loaded',
    within: '[role=alert]',
    lines: 2,
    open: async (page) => {
      await page.route('**/*.wasm', (route) => route.abort());
      await page.goto(`${stage.origin}/embed.html`);
      await page.locator('cluster-atlas').locator('[role=alert]').waitFor();
    },
  },
  { what: 'the page of the text', within: 'body', lines: 1000, open: (page) => page.goto(`${stage.origin}/text-fr.html`) },
  { what: 'the statement', within: 'body', lines: 30, open: (page) => page.goto(`${stage.origin}/accessibility.html`) },
  { what: 'the builder', within: 'body', lines: 20, open: (page) => page.goto(`${stage.origin}/examples/builder.html`) },
];

/**
 * With these rules everywhere: how many lines there are, and what is cut off or out of reach. A table that is too wide
 * scrolls by itself.
 * @param {Page} page @param {string} within @param {string} rules
 */
function cut_off(page, within, rules) {
  return page.evaluate(
    ([selector, css]) => {
      const atlas = document.querySelector('cluster-atlas');
      const root = /** @type {Document | ShadowRoot} */ (atlas?.shadowRoot?.querySelector(selector) ? atlas.shadowRoot : document);
      for (const place of new Set([document, root])) {
        const sheet = new CSSStyleSheet();
        sheet.replaceSync(css);
        place.adoptedStyleSheets = [...place.adoptedStyleSheets, sheet];
      }
      const box = /** @type {HTMLElement} */ (root.querySelector(selector));
      const clips = (/** @type {HTMLElement} */ each) => ['hidden', 'clip'].includes(getComputedStyle(each).overflowX) && getComputedStyle(each).clipPath === 'none';
      const hides = (/** @type {HTMLElement} */ each) => each.clientWidth > 2 && (each.scrollWidth > each.clientWidth + 1 || each.scrollHeight > each.clientHeight + 1);
      const hidden = /** @type {HTMLElement[]} */ ([...box.querySelectorAll('*:not(canvas, iframe, input, textarea, svg *)')]).filter((each) => clips(each) && hides(each));
      const { left } = box.getBoundingClientRect();
      const right = left + Math.max(box.clientWidth, box === document.body ? innerWidth : 0);
      const texts = document.createTreeWalker(box, NodeFilter.SHOW_TEXT);
      const beyond = [];
      let lines = 0;
      for (let text = texts.nextNode(); text; text = texts.nextNode()) {
        const parent = text.parentElement;
        if (!parent || parent.closest('script, style, noscript, option, .unseen, .wide')) continue;
        const range = document.createRange();
        range.selectNodeContents(text);
        const boxes = [...range.getClientRects()].filter(({ width }) => width > 0);
        lines += boxes.length;
        if (boxes.some((each) => each.left < left - 1 || each.right > right + 1)) beyond.push(parent);
      }
      return { lines, cut: [...hidden, ...beyond].map((each) => each.outerHTML.slice(0, 100)), sideways: document.documentElement.scrollWidth - innerWidth };
    },
    [within, rules],
  );
}

for (const [wish, rules] of Object.entries(k_wishes)) {
  describe(wish, () => {
    for (const { what, within, lines, scripts, open } of k_places) {
      test(`${what} cuts nothing off`, async () => {
        for (const viewport of k_sizes) {
          const { page } = await stage.page({ viewport, javaScriptEnabled: scripts ?? true });
          await open(page);
          const found = await cut_off(page, within, rules);
          assert.ok(found.lines >= lines, `${found.lines} lines`);
          assert.deepEqual(found.cut, [], `${viewport.width} px`);
          assert.ok(found.sideways <= 0, `${viewport.width} px: ${found.sideways} px sideways`);
          await page.context().close();
        }
      });
    }
  });
}

test('twice the text: what is drawn is twice as large, in a room that is half as wide', async () => {
  const { page } = await stage.open('/index.html', { viewport: { width: 1280, height: 1024 } });
  const before = (await box_of(page, 'header/help')).height;
  await page.evaluate(() => (document.documentElement.style.fontSize = '200%'));
  await page.waitForFunction((height) => {
    const root = /** @type {any} */ (document.querySelector('cluster-atlas')).shadowRoot;
    const help = root.querySelector('[data-id="header/help"]');
    return help && help.getBoundingClientRect().height > 1.5 * height;
  }, before);
  await settled(page);
  const tree = await heard_tree(page);
  assert.ok(tree.all('button').some(({ name }) => name === 'Liste'));
  assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 1280);
  await page.context().close();
});

test('spacing does not reach what is drawn: the way to its words does', async () => {
  const { page } = await stage.open('/index.html');
  const before = await box_of(page, 'header/view-list');
  await page.evaluate((css) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  }, k_wishes.spacing);
  await settled(page);
  assert.deepEqual(await box_of(page, 'header/view-list'), before);
  assert.equal(await page.locator('cluster-atlas').locator('[data-id="header/text"]').textContent(), 'Version texte');
  await page.context().close();
});
