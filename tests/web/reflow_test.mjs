// Enlarged four times everything is still there (WCAG 1.4.10).
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

test('a phone held either way: the same rooms and pins, nothing asks to turn it', async () => {
  const page = await open('/embed.html', { view: 'map' });
  /** @type {string[][]} */
  const found = [];
  for (const viewport of [{ width: 390, height: 844 }, { width: 844, height: 390 }]) {
    await page.setViewportSize(viewport);
    await settled(page);
    const tree = await heard_tree(page);
    assert.ok(['Liste', 'Récits', 'Chiffres'].every((room) => tree.everything.some(({ name }) => name === room)), `${viewport.width} px`);
    assert.ok(tree.everything.every(({ name }) => !/tourn|pivot|paysage|portrait/i.test(name)));
    found.push(await page.evaluate(() => [.../** @type {any} */ (document.querySelector('cluster-atlas')).shadowRoot.querySelectorAll('[data-id^="map/pin/"]')].map((each) => each.dataset.id).sort()));
  }
  assert.ok(found[0].length > 50);
  assert.deepEqual(found[1], found[0]);
  await page.context().close();
});
