// Every gesture of the map, with real mouse and touch input: where the atlas is the whole page, and embedded in one.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { atlas_ready, box_of, node_ids, settled, with_atlas } from './support/chromium.mjs';
import { element_host } from './support/host.mjs';
import { with_site } from './support/stage.mjs';
import { fingers } from './support/touch.mjs';

/** @typedef {import('playwright-core').Page} Page */

const stage = with_site({ '/host.html': element_host });

const k_home = { lng: 2.6, lat: 46.6, zoom: 1 };
const k_pau = { lng: -0.3, lat: 43.9, zoom: 2 };
const k_alone = 'map/pin/avenia'; // Pau: no other seat is near, so it stands where it is

/** @param {Page} page @returns {Promise<{lng: number, lat: number, zoom: number}>} */
const camera = (page) => with_atlas(page, (atlas) => atlas.state.camera);
const start_over = async (/** @type {Page} */ page, at = k_home) => {
  await page.mouse.move(3, 3); // no tooltip in the way
  await with_atlas(page, (atlas, given) => atlas.setState({ selected: null, camera: given, filter: { area: [] } }), at);
  await settled(page);
};
/** A place on the map where nothing stands. @param {Page} page @returns {Promise<[number, number]>} */
async function empty_place(page) {
  const { x, y, width, height } = await box_of(page, 'map/surface');
  const pins = await Promise.all((await node_ids(page, 'map/')).filter((id) => id !== 'map/surface').map((id) => box_of(page, id)));
  for (let part = 0.5; part < 0.95; part += 0.02) {
    const place = /** @type {[number, number]} */ ([x + width * part, y + height * (0.35 + part / 4)]);
    if (pins.every((pin) => Math.hypot(pin.middle[0] - place[0], pin.middle[1] - place[1]) > 45)) return place;
  }
  throw new Error('no empty place');
}
const near = (/** @type {number} */ a, /** @type {number} */ b, /** @type {number} */ by, what = '') => assert.ok(Math.abs(a - b) <= by, `${what} ${a} for ${b}`);

describe('the mouse, where the atlas is the whole page', () => {
  /** @type {Page} */ let page;
  /** @type {string[]} */ let complaints;
  before(async () => ({ page, complaints } = await stage.open()));
  after(() => page.context().close());

  test('a drag moves the map with the pointer, also from a pin, and selects nothing', async () => {
    await start_over(page, k_pau);
    const before_drag = await box_of(page, k_alone);
    const [x, y] = before_drag.middle;
    await page.mouse.move(x, y);
    await page.mouse.down();
    await page.mouse.move(x - 120, y + 60, { steps: 6 });
    await page.mouse.up();
    await settled(page);
    const after_drag = await box_of(page, k_alone);
    near(after_drag.middle[0] - x, -120, 2, 'x');
    near(after_drag.middle[1] - y, 60, 2, 'y');
    assert.deepEqual(await with_atlas(page, (atlas) => [atlas.state.selected, atlas.state.camera.zoom]), [null, 2]);
  });

  test('a drag is one step of history', async () => {
    await start_over(page, k_pau);
    const at = await camera(page);
    const [x, y] = await empty_place(page);
    await page.mouse.move(x, y);
    await page.mouse.down();
    await page.mouse.move(x - 90, y, { steps: 9 });
    await page.mouse.up();
    await settled(page);
    assert.notDeepEqual(await camera(page), at);
    await with_atlas(page, (atlas) => atlas.dispatch({ type: 'undo' }));
    assert.deepEqual(await camera(page), at);
  });

  test('the wheel zooms about the pointer, both ways, and scrolls nothing', async () => {
    await start_over(page);
    const [x, y] = (await box_of(page, k_alone)).middle;
    await page.mouse.move(x, y);
    for (const [wheel, grows] of /** @type {const} */ ([[-360, true], [-240, true], [300, false]])) {
      const { zoom } = await camera(page);
      await page.mouse.wheel(0, wheel);
      await settled(page);
      assert.equal((await camera(page)).zoom > zoom, grows);
      const box = await box_of(page, k_alone);
      near(box.middle[0], x, 1.5, 'x');
      near(box.middle[1], y, 1.5, 'y');
    }
    assert.equal(await page.evaluate(() => scrollY), 0);
  });

  test('a double click doubles the zoom about the pointer', async () => {
    await start_over(page);
    const pin = await box_of(page, k_alone);
    const [x, y] = [pin.middle[0] - 70, pin.middle[1] - 60]; // in the Bay of Biscay
    await page.mouse.dblclick(x, y);
    await settled(page);
    near((await camera(page)).zoom, 2, 0.001);
    const moved = await box_of(page, k_alone);
    near(moved.middle[0] - x, 2 * (pin.middle[0] - x), 3, 'x');
    near(moved.middle[1] - y, 2 * (pin.middle[1] - y), 3, 'y');
  });

  test('buttons zoom in and out, go home, and fit the result', async () => {
    await start_over(page);
    const click = async (/** @type {string} */ id) => {
      const [x, y] = (await box_of(page, id)).middle;
      await page.mouse.click(x, y);
      await settled(page);
      return camera(page);
    };
    const nearer = await click('map/zoom-in');
    assert.ok(nearer.zoom > 1.3);
    assert.ok((await click('map/zoom-out')).zoom < nearer.zoom);
    await with_atlas(page, (atlas) => atlas.setState({ filter: { regions: ['53'] } }));
    await settled(page);
    const fitted = await click('map/fit');
    assert.ok(fitted.zoom > 2 && fitted.lng < -1, 'Brittany fills the map');
    await with_atlas(page, (atlas) => atlas.setState({ filter: { regions: [] } }));
    await settled(page);
    assert.deepEqual(await click('map/home'), k_home);
  });

  test('Shift and a drag make a rectangle, which becomes a filter with a chip that takes it away', async () => {
    await start_over(page);
    const pin = await box_of(page, k_alone);
    const [x, y] = pin.middle;
    await page.keyboard.down('Shift');
    await page.mouse.move(x - 60, y - 60);
    await page.mouse.down();
    await page.mouse.move(x + 50, y + 50, { steps: 5 });
    await page.mouse.up();
    await page.keyboard.up('Shift');
    await settled(page);
    const [ids, total, corners, at] = await with_atlas(page, (atlas) => [atlas.result.ids, atlas.result.total, atlas.state.filter.area.length, atlas.state.camera]);
    assert.ok(ids.includes('avenia') && ids.length < total / 4, `${ids}`);
    assert.equal(corners, 4);
    assert.deepEqual(at, k_home);
    const [chip] = await node_ids(page, 'filters/chip/area');
    assert.ok(chip, 'a chip');
    const [chip_x, chip_y] = (await box_of(page, chip)).middle;
    await page.mouse.click(chip_x, chip_y);
    assert.equal(await with_atlas(page, (atlas) => atlas.result.shown), total);
  });

  test('limits: France is never lost', async () => {
    await start_over(page, { ...k_home, zoom: 3 });
    const [x, y] = await empty_place(page);
    for (let i = 0; i < 6; ++i) {
      await page.mouse.move(x, y);
      await page.mouse.down();
      await page.mouse.move(x + 400, y + 200, { steps: 2 });
      await page.mouse.up();
    }
    await settled(page);
    const { lng, lat } = await camera(page);
    assert.ok(lng > -7 && lng < 11 && lat > 40 && lat < 53, `${lng} ${lat}`);
    await page.mouse.move(x, y);
    for (let i = 0; i < 30; ++i) await page.mouse.wheel(0, 300);
    assert.ok((await camera(page)).zoom >= 0.5);
  });

  test('a click selects, Escape closes', async () => {
    await start_over(page);
    const [x, y] = (await box_of(page, k_alone)).middle;
    await page.mouse.click(x, y);
    assert.equal(await with_atlas(page, (atlas) => atlas.state.selected), 'avenia');
    await page.mouse.move(5, 400);
    await page.keyboard.press('Escape');
    assert.equal(await with_atlas(page, (atlas) => atlas.state.selected), null);
  });

  test('the tooltip comes, can be entered, stays, and leaves with Escape or the pointer (WCAG 1.4.13)', async () => {
    const { page } = await stage.page();
    await page.clock.install();
    await page.goto(`${stage.origin}/index.html`);
    await atlas_ready(page);
    await settled(page);
    const tip = () => node_ids(page, 'map/tooltip/');
    const pin = await box_of(page, k_alone);
    await page.mouse.move(pin.middle[0] - 60, pin.middle[1] - 60);
    await page.mouse.move(pin.middle[0], pin.middle[1], { steps: 4 });
    await settled(page);
    assert.deepEqual(await tip(), ['map/tooltip/avenia'], 'it comes');
    const box = await box_of(page, 'map/tooltip/avenia');
    await page.mouse.move(box.middle[0], box.middle[1], { steps: 8 });
    await page.clock.fastForward(60_000);
    await settled(page);
    assert.deepEqual(await tip(), ['map/tooltip/avenia'], 'hoverable and persistent');
    await page.evaluate(() => /** @type {any} */ (document.querySelector('cluster-atlas')).shadowRoot.activeElement?.blur()); // the pointer is enough
    await page.keyboard.press('Escape');
    await settled(page);
    assert.deepEqual(await tip(), [], 'dismissible');
    await page.mouse.move(pin.middle[0] - 90, pin.middle[1] - 90, { steps: 4 });
    await page.mouse.move(pin.middle[0], pin.middle[1], { steps: 4 });
    await settled(page);
    assert.deepEqual(await tip(), ['map/tooltip/avenia'], 'it comes again');
    await page.mouse.move(pin.middle[0] - 120, pin.middle[1] - 120, { steps: 4 });
    await settled(page);
    assert.deepEqual(await tip(), [], 'gone with the pointer');
    await page.context().close();
  });

  test('the console stays silent', () => assert.deepEqual(complaints, []));
});

test('inertia: the map glides on after a throw, and a touch stops it', async () => {
  const { page } = await stage.open('/index.html', { reducedMotion: 'no-preference', hasTouch: true });
  const hand = await fingers(page);
  await start_over(page, { ...k_home, zoom: 4 });
  const [x, y] = await empty_place(page);
  const way = [0, 20, 45, 75, 105, 135];
  await hand.drag([x, y], [x - 135, y]);
  const dragged = (await camera(page)).lng - k_home.lng;
  await start_over(page, { ...k_home, zoom: 4 });
  await hand.fling(way.map((by) => [x - by, y]));
  await settled(page);
  const thrown = (await camera(page)).lng - k_home.lng;
  assert.ok(thrown > dragged * 1.2 && thrown < dragged * 8, `thrown by ${thrown}, dragged by ${dragged}`);
  await start_over(page, { ...k_home, zoom: 4 });
  await hand.fling(way.map((by) => [x - by, y]));
  await hand.press([x, y]);
  const caught = await camera(page);
  await settled(page); // a throw would go on drawing
  assert.deepEqual(await camera(page), caught);
  await hand.lift();
  assert.equal(await with_atlas(page, (atlas) => atlas.state.selected), null);
  await page.context().close();
});

describe('touch, where the atlas is the whole page', () => {
  /** @type {Page} */ let page;
  /** @type {Awaited<ReturnType<typeof fingers>>} */ let hand;
  before(async () => {
    ({ page } = await stage.open('/index.html', { hasTouch: true }));
    hand = await fingers(page);
  });
  after(() => page.context().close());

  test('one finger moves the map with it', async () => {
    await start_over(page, k_pau);
    const [x, y] = (await box_of(page, k_alone)).middle;
    await hand.drag([x, y], [x - 100, y + 80]);
    await settled(page);
    const box = await box_of(page, k_alone);
    near(box.middle[0] - x, -100, 4, 'x');
    near(box.middle[1] - y, 80, 4, 'y');
    assert.equal(await with_atlas(page, (atlas) => atlas.state.selected), null);
  });

  test('two fingers zoom about their middle', async () => {
    await start_over(page);
    const [x, y] = (await box_of(page, k_alone)).middle;
    await hand.slide([[x - 40, y], [x + 40, y]], [[x - 100, y], [x + 100, y]]);
    await settled(page);
    near((await camera(page)).zoom, 2.5, 0.15);
    const box = await box_of(page, k_alone);
    near(box.middle[0], x, 6, 'x');
    near(box.middle[1], y, 6, 'y');
    await hand.slide([[x - 100, y], [x + 100, y]], [[x - 60, y], [x + 60, y]]);
    await settled(page);
    near((await camera(page)).zoom, 1.5, 0.15);
    assert.deepEqual(await page.evaluate(() => [scrollY, visualViewport?.scale]), [0, 1]);
  });

  test('a tap selects, a double tap zooms', async () => {
    await start_over(page);
    await hand.tap((await box_of(page, k_alone)).middle);
    assert.equal(await with_atlas(page, (atlas) => atlas.state.selected), 'avenia');
    await start_over(page);
    const place = await empty_place(page);
    await hand.tap(place, 2);
    await settled(page);
    near((await camera(page)).zoom, 2, 0.001);
    await start_over(page);
    await hand.tap((await box_of(page, k_alone)).middle, 2);
    await settled(page);
    near((await camera(page)).zoom, 2, 0.001);
    assert.equal(await with_atlas(page, (atlas) => atlas.state.selected), null, 'on a pin, too');
  });
});

describe('touch, embedded', () => {
  /** @type {Page} */ let page;
  /** @type {Awaited<ReturnType<typeof fingers>>} */ let hand;
  before(async () => {
    ({ page } = await stage.open('/host.html', { hasTouch: true }));
    hand = await fingers(page);
  });
  after(() => page.context().close());

  test('one finger scrolls the page, the map stays and says how', async () => {
    const { middle: [x, y] } = await box_of(page, 'map/surface');
    await hand.drag([x, y], [x, y - 150]);
    await page.waitForFunction(() => scrollY > 60);
    assert.deepEqual(await camera(page), k_home);
    await page.waitForFunction(() => /Deux doigts/.test(/** @type {any} */ (document.querySelector('cluster-atlas')).shadowRoot.querySelector('[role=status]').textContent));
    await page.evaluate(() => scrollTo(0, 0));
    await settled(page);
  });

  test('two fingers move and zoom the map, the page stays', async () => {
    const { middle: [x, y] } = await box_of(page, 'map/surface');
    await hand.slide([[x - 60, y], [x + 60, y]], [[x - 110, y - 40], [x + 110, y - 40]]);
    await settled(page);
    const seen = await camera(page);
    assert.ok(seen.zoom > 1.5 && seen.lat < k_home.lat, JSON.stringify(seen));
    assert.deepEqual(await page.evaluate(() => [scrollY, visualViewport?.scale]), [0, 1]);
  });
});
