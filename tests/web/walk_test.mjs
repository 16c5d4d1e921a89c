// From pin to pin by the keyboard alone: by direction, in the order of the list, inside a region or a domain; to the card
// and back.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { atlas_ready, focused, node, node_ids, settled, with_atlas } from './support/chromium.mjs';
import { hold } from './support/hold.mjs';
import { with_site } from './support/stage.mjs';

const stage = with_site();

/** @typedef {import('playwright-core').Page} Page */

/** Where each arrow leads from each node that an arrow leads to. @param {Page} page @param {string} start */
async function reached_by_arrows(page, start) {
  const seen = new Set([start]);
  for (const id of seen) {
    for (const key of ['ArrowRight', 'ArrowLeft', 'ArrowUp', 'ArrowDown']) {
      await node(page, id).focus();
      await page.keyboard.press(key);
      seen.add(await focused(page));
    }
  }
  return seen;
}

describe('by direction', () => {
  for (const [what, viewport, state] of /** @type {Array<[string, {width: number, height: number}, object]>} */ ([
    ['a desktop', { width: 1280, height: 800 }, {}],
    ['a phone in 2007', { width: 390, height: 844 }, { date: '2007' }],
    ['two dates compared', { width: 1024, height: 700 }, { compare: '2010' }],
  ])) {
    test(`${what}: arrows alone reach every pin and every region`, async () => {
      const { page } = await stage.open('/index.html', { viewport }, state);
      const pins = await node_ids(page, 'map/pin/');
      assert.ok(pins.length > 45, `${pins.length} pins`);
      const seen = await reached_by_arrows(page, pins[0]);
      const regions = await node_ids(page, 'map/region/');
      assert.ok(regions.length > 5, `${regions}`);
      assert.deepEqual([...pins, ...regions].filter((id) => !seen.has(id)), []);
      await page.context().close();
    });
  }
});

test('from a pin inside the crowd every arrow leads to a pin', async () => {
  const { page } = await stage.open();
  for (const id of ['map/pin/axelera', 'map/pin/infra2050']) {
    for (const key of ['ArrowRight', 'ArrowLeft', 'ArrowUp', 'ArrowDown']) {
      await node(page, id).focus();
      await page.keyboard.press(key);
      assert.match(await focused(page), /^map\/pin\//, `${id} ${key}`);
      assert.notEqual(await focused(page), id);
    }
  }
  await page.context().close();
});

describe('in order', () => {
  test('Page Down goes through the list, all round, and Page Up back', async () => {
    const { page } = await stage.open();
    const pins = await node_ids(page, 'map/pin/');
    await node(page, pins[0]).focus();
    const met = [];
    for (let i = 0; i < pins.length; ++i) {
      met.push(await focused(page));
      await page.keyboard.press('PageDown');
    }
    assert.equal(await focused(page), pins[0]);
    assert.deepEqual(met, pins);
    const words = await Promise.all(pins.map((id) => node(page, id).textContent()));
    const listed = words.map(String).filter((text) => !text.includes('Absent')); // who is not in the list comes after it
    assert.equal(listed.length, 53);
    const titles = listed.map((text) => text.split(',')[0]);
    assert.deepEqual(titles, [...titles].sort(new Intl.Collator('fr').compare));
    assert.deepEqual(words.slice(0, 53), listed);
    await page.keyboard.press('PageUp');
    assert.equal(await focused(page), pins.at(-1));
    await page.context().close();
  });

  test('R stays in the region, D in the domain, with Shift backwards', async () => {
    const { page } = await stage.open();
    const text = async () => String(await node(page, await focused(page)).textContent());
    const words = await Promise.all((await node_ids(page, 'map/pin/')).map(async (id) => String(await node(page, id).textContent())));
    for (const [key, alike] of [['r', ', Bretagne,'], ['d', ', Numérique, ']]) {
      const wanted = words.filter((each) => each.includes(alike));
      await node(page, 'map/pin/images-et-reseaux').focus();
      const met = new Set([await text()]);
      for (let i = 0; i < wanted.length; ++i) {
        await page.keyboard.press(key);
        met.add(await text());
      }
      assert.deepEqual([...met].sort(), wanted.sort(), key);
      assert.equal(await focused(page), 'map/pin/images-et-reseaux', 'all round');
      await page.keyboard.press(key);
      await page.keyboard.press(`Shift+${key.toUpperCase()}`);
      assert.equal(await focused(page), 'map/pin/images-et-reseaux');
    }
    await page.context().close();
  });
});

describe('pin and card', () => {
  test('C opens the card and reads its title, C comes back; closing it comes back, too', async () => {
    const { page } = await stage.open();
    await node(page, 'map/pin/axelera').focus();
    await page.keyboard.press('c');
    await page.waitForFunction(() => /** @type {any} */ (document.querySelector('cluster-atlas')).shadowRoot.activeElement?.tagName === 'H2');
    assert.equal(await with_atlas(page, (atlas) => atlas.state.selected), 'axelera');
    assert.equal(await page.evaluate(() => /** @type {any} */ (document.querySelector('cluster-atlas')).shadowRoot.activeElement.textContent), 'Axelera');
    await page.keyboard.press('c');
    assert.equal(await focused(page), 'map/pin/axelera');
    await page.keyboard.press('c');
    await page.keyboard.press('Escape');
    await settled(page);
    assert.equal(await with_atlas(page, (atlas) => atlas.state.selected), null);
    assert.equal(await focused(page), 'map/pin/axelera');
    await page.context().close();
  });

  test('C goes to the card when its code has come', async () => {
    const { page } = await stage.page();
    const rest = await hold(page, '**/cluster-atlas-extras.wasm');
    await page.goto(`${stage.origin}/index.html`);
    await atlas_ready(page);
    await settled(page);
    await node(page, 'map/pin/axelera').focus();
    await page.keyboard.press('c');
    await rest.asked;
    await settled(page);
    assert.equal(await focused(page), 'map/pin/axelera');
    rest.release();
    await page.waitForFunction(() => /** @type {any} */ (document.querySelector('cluster-atlas')).shadowRoot.activeElement?.tagName === 'H2');
    await page.context().close();
  });

  test('Help names the keys', async () => {
    const { page } = await stage.open();
    await node(page, 'header/help').focus();
    await page.keyboard.press('Enter');
    await settled(page);
    const help = await page.locator('cluster-atlas').locator('[role=dialog]').textContent();
    for (const word of ['Page suiv.', 'R dans la région', 'D dans le domaine', 'C à la fiche']) assert.ok(help?.includes(word), word);
    await page.context().close();
  });
});
