// Enlarged four times, with the reader's own spacing and twice the text: everything is still there (WCAG 1.4.4, 1.4.10,
// 1.4.12).
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { heard_tree } from './support/accessibility.mjs';
import { box_of, settled } from './support/chromium.mjs';
import { single_file } from './support/site.mjs';
import { with_site } from './support/stage.mjs';

const k_narrow = { width: 320, height: 256 };
const stage = with_site();

/** @param {string} [address] @param {object} [state] */
const open = async (address, state) => (await stage.open(address, { viewport: k_narrow }, state)).page;

/** Controls that are not wholly inside the window's width, which nobody can scroll to; the map itself is moved. @param {import('playwright-core').Page} page @returns {Promise<string[]>} */
const beside = (page) =>
  page.evaluate(() => {
    const all = /** @type {HTMLElement[]} */ ([.../** @type {any} */ (document.querySelector('cluster-atlas')).shadowRoot.querySelectorAll('section:not([data-zone=map]) [tabindex], input')]);
    const is_outside = (/** @type {DOMRect} */ { left, right, width }) => width > 0 && (left < 0 || right > innerWidth);
    return all.filter((each) => is_outside(each.getBoundingClientRect())).map((each) => each.outerHTML.slice(0, 80));
  });

describe('320 × 256 CSS px', () => {
  for (const where of ['site', 'single file']) {
    test(`${where}: the page scrolls down, never sideways`, async () => {
      const page = await open(where === 'site' ? undefined : single_file);
      const sizes = await page.evaluate(() => ({ height: document.documentElement.scrollHeight, width: document.documentElement.scrollWidth }));
      assert.ok(sizes.height > 400, `${sizes.height} px high`);
      assert.equal(sizes.width, k_narrow.width);
      assert.deepEqual(await beside(page), []);
      await page.mouse.move(100, 100);
      await page.mouse.wheel(0, 200);
      await page.waitForFunction(() => scrollY > 100);
      await page.context().close();
    });
  }

  test('the list with its search and filters, and a card with its name', async () => {
    const page = await open(undefined, { view: 'list' });
    await page.locator('cluster-atlas').locator('[data-id^="list/row/"]').first().waitFor({ state: 'attached' }); // a room of the second part
    const tree = await heard_tree(page);
    assert.equal(tree.all('combobox').length, 1);
    assert.ok(tree.all('button').some(({ name }) => name === 'Filtres'));
    const rows = tree.all('rowheader').map(({ name }) => name);
    assert.ok(rows.length >= 3, `${rows}`);
    assert.deepEqual(await beside(page), []);
    const row = page.locator('cluster-atlas').locator('[data-id^="list/row/"]').first();
    await row.press('Enter');
    await settled(page);
    const card = (await heard_tree(page)).all('heading').find(({ name }) => name === rows[0]);
    assert.ok(card, 'the card is headed by the name');
    const box = await box_of(page, 'card/title');
    assert.ok(box.width > 100 && box.height > 10);
    await page.context().close();
  });

  test('what takes the focus is in the window', async () => {
    const page = await open(undefined, { view: 'list' });
    await page.locator('cluster-atlas').locator('[data-id="tabbar/list"]').focus();
    await page.keyboard.press('ArrowRight');
    const [top, bottom] = await page.evaluate(() => {
      const { top: start, bottom: end } = /** @type {any} */ (document.querySelector('cluster-atlas')).shadowRoot.activeElement.getBoundingClientRect();
      return [start, end];
    });
    assert.ok(top >= 0 && bottom <= k_narrow.height, `${top} to ${bottom}`);
    await page.context().close();
  });
});

describe('the reader’s own text', () => {
  const k_spacing = '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; } p { margin-bottom: 2em !important; }';

  test('spacing: the text version cuts nothing off', async () => {
    const page = await open();
    await page.setViewportSize({ width: 800, height: 600 });
    await page.locator('cluster-atlas').locator('[data-id="header/text"]').press('Enter');
    await page.locator('cluster-atlas').locator('.reading article').waitFor();
    const { count, cut } = await page.evaluate((rules) => {
      const root = /** @type {any} */ (document.querySelector('cluster-atlas')).shadowRoot;
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(rules);
      root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
      const all = /** @type {HTMLElement[]} */ ([...root.querySelectorAll('.reading *')]);
      const hides = (/** @type {HTMLElement} */ each) => ['hidden', 'clip'].includes(getComputedStyle(each).overflowX);
      const hidden = all.filter((each) => hides(each) && each.scrollWidth > each.clientWidth + 1);
      const { left, right } = root.querySelector('.reading').getBoundingClientRect();
      const texts = document.createTreeWalker(root.querySelector('.reading'), NodeFilter.SHOW_TEXT);
      const beyond = [];
      let count = 0;
      for (let text = texts.nextNode(); text; text = texts.nextNode()) {
        const range = document.createRange();
        range.selectNodeContents(text);
        const boxes = [...range.getClientRects()].filter(({ width }) => width > 0);
        count += boxes.length;
        const scrolls = text.parentElement?.closest('.wide'); // a table that is too wide can be scrolled
        if (!scrolls && boxes.some((box) => box.left < left || box.right > right + 1)) beyond.push(text.parentElement);
      }
      return { count, cut: [...hidden, ...beyond].map((each) => each?.outerHTML.slice(0, 80)) };
    }, k_spacing);
    assert.ok(count > 1000, `${count} lines of text`);
    assert.deepEqual(cut, []);
    await page.context().close();
  });

  test('twice the text: the atlas draws everything twice as large and reflows', async () => {
    const page = await open();
    await page.setViewportSize({ width: 1280, height: 1024 });
    await settled(page);
    const before = (await box_of(page, 'header/help')).height;
    await page.evaluate(() => (document.documentElement.style.fontSize = '200%'));
    await settled(page);
    await page.waitForFunction((height) => {
      const root = /** @type {any} */ (document.querySelector('cluster-atlas')).shadowRoot;
      const help = root.querySelector('[data-id="header/help"]');
      return help && help.getBoundingClientRect().height > 1.5 * height;
    }, before);
    const tree = await heard_tree(page);
    assert.ok(tree.all('button').some(({ name }) => name === 'Liste'));
    assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 1280);
    await page.context().close();
  });
});
