// An area by its two corners, without a drag (WCAG 2.5.7): two clicks, two taps, arrows and Enter; what is said and seen
// on the way, and how it is given up. The answer is checked against the seats in the snapshot.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { before, describe, test } from 'node:test';
import { box_of, focused, node, node_ids, settled, with_atlas } from './support/chromium.mjs';
import { dist } from './support/site.mjs';
import { with_site } from './support/stage.mjs';
import { fingers } from './support/touch.mjs';

/** @typedef {import('playwright-core').Page} Page */

const stage = with_site();
const snapshot = JSON.parse(readFileSync(`${dist}/snapshot.json`, 'utf8'));
const k_phone = { width: 390, height: 844 };
const k_start = { selected: null, view: 'map', camera: { lng: 2.6, lat: 46.6, zoom: 1 }, filter: { area: [] } };

/** @param {Page} page */
async function start_over(page) {
  await with_atlas(page, (atlas, state) => (atlas.dispatch({ type: 'chooseArea', on: false }), atlas.dispatch({ type: 'openSheet', sheet: 'none' }), atlas.setState(state)), k_start);
  await settled(page);
}

/** Settled, and what was said. @param {Page} page @returns {Promise<string>} */
async function heard(page) {
  await settled(page);
  return page.evaluate(() => /** @type {any} */ (document.querySelector('cluster-atlas')).shadowRoot.querySelector('[role=status]').textContent);
}

/** @param {Page} page */
const is_choosing = async (page) => (await node(page, 'map/area').getAttribute('aria-pressed')) === 'true';

/** Who is inside, by the ring that became the filter. @param {Page} page */
async function assert_answer(page) {
  const { ids, ring, total } = await with_atlas(page, (atlas) => ({ ids: atlas.result.ids, ring: atlas.state.filter.area, total: atlas.result.total }));
  assert.equal(ring.length, 4);
  const lngs = ring.map((/** @type {number[]} */ [lng]) => lng);
  const lats = ring.map((/** @type {number[]} */ [, lat]) => lat);
  // the area is upright on the map, which is turned a little against north: only what lies well inside or outside is asked about
  const k_edge = 0.45;
  for (const { id, seat, labels } of snapshot.clusters) {
    if (!seat?.lng || !labels?.some((/** @type {any} */ label) => !label.to)) continue;
    const depth = Math.min(seat.lng - Math.min(...lngs), Math.max(...lngs) - seat.lng, seat.lat - Math.min(...lats), Math.max(...lats) - seat.lat);
    if (Math.abs(depth) > k_edge) assert.equal(ids.includes(id), depth > 0, id);
  }
  assert.ok(ids.length > 0 && ids.length < total, `${ids.length} of ${total}`);
}

describe('with the mouse', () => {
  /** @type {Page} */ let page;
  before(async () => ({ page } = await stage.open()));

  test('two clicks, on pins or beside them; a band follows the pointer between them', async () => {
    await start_over(page);
    const pins = await Promise.all(['map/pin/valorial', 'map/pin/cimes'].map((id) => box_of(page, id)));
    await page.mouse.click(...(await box_of(page, 'map/area')).middle);
    assert.match(await heard(page), /^Premier coin/);
    assert.ok(await is_choosing(page));
    await page.mouse.click(pins[0].middle[0], pins[0].middle[1] - 40);
    assert.match(await heard(page), /^Coin opposé/);
    const between = { x: (pins[0].middle[0] + pins[1].middle[0]) / 2, y: pins[0].middle[1] - 48, width: 16, height: 16 }; // on the edge of the band, off both pins
    const still = await page.screenshot({ clip: between });
    await page.mouse.move(pins[1].middle[0], pins[1].middle[1]);
    await settled(page);
    assert.notDeepEqual(await page.screenshot({ clip: between }), still, 'the band');
    await page.mouse.click(pins[1].middle[0], pins[1].middle[1]);
    assert.match(await heard(page), /^\d+ pôles, \d+ de moins$/);
    assert.equal(await is_choosing(page), false);
    assert.equal(await with_atlas(page, (atlas) => atlas.state.selected), null, 'no click chose a pin');
    assert.deepEqual(await with_atlas(page, (atlas) => atlas.state.camera), k_start.camera);
    await assert_answer(page);
    const [chip] = await node_ids(page, 'filters/chip/area');
    await page.mouse.click(...(await box_of(page, chip)).middle);
    await page.waitForFunction(() => /** @type {any} */ (document.querySelector('cluster-atlas')).atlas.state.filter.area.length === 0);
  });

  test('a drag in between is the area; without the tool it moves the map as before', async () => {
    await start_over(page);
    const [x, y] = (await box_of(page, 'map/pin/cimes')).middle;
    const drag = async () => {
      await page.mouse.move(x - 80, y - 90);
      await page.mouse.down();
      await page.mouse.move(x + 60, y + 70, { steps: 4 });
      await page.mouse.up();
      await settled(page);
    };
    await page.mouse.click(...(await box_of(page, 'map/area')).middle);
    await settled(page);
    await drag();
    await assert_answer(page);
    await start_over(page);
    await drag();
    assert.notDeepEqual(await with_atlas(page, (atlas) => atlas.state.camera), k_start.camera);
    assert.deepEqual(await with_atlas(page, (atlas) => atlas.state.filter.area), []);
  });

  test('Escape and the button give it up', async () => {
    for (const way_out of ['Escape', 'button']) {
      await start_over(page);
      const button = (await box_of(page, 'map/area')).middle;
      await page.mouse.click(...button);
      await settled(page);
      await page.mouse.click(...(await box_of(page, 'map/pin/cimes')).middle);
      assert.match(await heard(page), /^Coin opposé/);
      if (way_out === 'Escape') await page.keyboard.press('Escape');
      else await page.mouse.click(...button);
      assert.equal(await heard(page), 'Choix de zone abandonné', way_out);
      assert.equal(await is_choosing(page), false);
      assert.deepEqual(await with_atlas(page, (atlas) => atlas.state.filter.area), []);
    }
  });
});

describe('with the keyboard', () => {
  /** @type {Page} */ let page;
  before(async () => ({ page } = await stage.open()));

  const begin = async () => {
    await start_over(page);
    await node(page, 'map/area').focus();
    await page.keyboard.press('Enter');
    assert.match(await heard(page), /^Premier coin/);
    assert.equal(await focused(page), 'map/surface', 'the arrows are the area’s');
  };
  const walk = async (/** @type {[string, number][]} */ ...steps) => {
    for (const [key, times] of steps) for (let i = 0; i < times; ++i) await page.keyboard.press(key);
  };

  test('arrows, Enter, arrows, Enter; every step is said, and the cursor is seen', async () => {
    await begin();
    const before_steps = await page.screenshot();
    await walk(['Shift+ArrowLeft', 3], ['ArrowUp', 2]);
    assert.match(await heard(page), /^.+, .+ \(\d+\), à \d+\skm$/u);
    assert.notDeepEqual(await page.screenshot(), before_steps);
    await page.keyboard.press('Enter');
    assert.match(await heard(page), /^Coin opposé/);
    await walk(['Shift+ArrowRight', 5], ['Shift+ArrowDown', 3]);
    const held = await heard(page);
    assert.match(held, /^\d+ pôles dans la zone$/);
    await page.keyboard.press('Enter');
    const told = await heard(page);
    assert.match(told, /^\d+ pôles, \d+ de moins$/);
    assert.equal(parseInt(told, 10), parseInt(held, 10), 'as many as was said');
    await assert_answer(page);
    assert.deepEqual(await with_atlas(page, (atlas) => atlas.state.camera), k_start.camera, 'the map stood still');
    assert.equal(await focused(page), 'map/surface');
    await page.keyboard.press('ArrowRight');
    assert.notDeepEqual(await with_atlas(page, (atlas) => atlas.state.camera), k_start.camera, 'arrows move the map again');
  });

  test('a step of Shift is as far as five', async () => {
    await begin();
    await walk(['ArrowLeft', 5], ['Enter', 1], ['Shift+ArrowRight', 1], ['ArrowLeft', 5], ['ArrowUp', 4], ['Enter', 1]);
    await settled(page);
    assert.ok(await is_choosing(page), 'back where the first corner is: a line, no area');
    await page.keyboard.press('Escape');
  });

  test('Escape gives it up, at every step, and closes nothing else', async () => {
    for (const keys of [[], ['ArrowLeft'], ['ArrowLeft', 'Enter', 'ArrowDown']]) {
      await begin();
      await with_atlas(page, (atlas) => atlas.setState({ selected: 'axelera' }));
      await settled(page);
      for (const key of keys) await page.keyboard.press(key);
      await page.keyboard.press('Escape');
      assert.equal(await heard(page), 'Choix de zone abandonné');
      assert.equal(await with_atlas(page, (atlas) => atlas.state.selected), 'axelera');
      assert.deepEqual(await with_atlas(page, (atlas) => atlas.state.filter.area), []);
    }
  });
});

describe('on a phone', () => {
  /** @type {Page} */ let page;
  before(async () => ({ page } = await stage.open('/embed.html', { viewport: k_phone, hasTouch: true, isMobile: true })));

  test('two taps, and the button once more gives it up', async () => {
    await start_over(page);
    const hand = await fingers(page);
    const button = await box_of(page, 'map/area');
    assert.ok(button.width >= 24 && button.height >= 24);
    await hand.tap(button.middle);
    assert.match(await heard(page), /^Touchez un premier coin/);
    const { middle } = await box_of(page, 'map/pin/cimes');
    await hand.tap([middle[0] - 60, middle[1] - 60]);
    assert.match(await heard(page), /^Touchez le coin opposé/);
    await hand.tap([middle[0] + 40, middle[1] + 50]);
    assert.match(await heard(page), /^\d+ pôles?, \d+ de moins$/);
    await assert_answer(page);
    assert.equal(await with_atlas(page, (atlas) => atlas.state.selected), null);
    await start_over(page);
    await hand.tap(button.middle);
    await settled(page);
    await hand.tap(button.middle);
    assert.equal(await heard(page), 'Choix de zone abandonné');
  });
});

test('the button is there at every size', async () => {
  const { page } = await stage.open('/embed.html');
  for (const viewport of [{ width: 1280, height: 800 }, { width: 768, height: 1024 }, { width: 640, height: 420 }, { width: 844, height: 390 }, { width: 390, height: 844 }, { width: 320, height: 640 }]) {
    await page.setViewportSize(viewport);
    await settled(page);
    const { x, y, width, height } = await box_of(page, 'map/area');
    assert.ok(width >= 24 && height >= 24 && x >= 0 && x + width <= viewport.width && y >= 0 && y + height <= viewport.height, `${viewport.width} × ${viewport.height}: ${x}, ${y}`);
  }
  await page.context().close();
});
