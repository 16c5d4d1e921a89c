// What the reader has set for every page (forced colours, more contrast, less motion, less transparency) is followed, at
// once and in every part: canvas, fields, what is seen before and instead of the canvas.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { box_of, node, settled, with_atlas } from './support/chromium.mjs';
import { element_page } from './support/host.mjs';
import { with_site } from './support/stage.mjs';

/** @typedef {import('playwright-core').Page} Page */

const stage = with_site({
  '/guest.html': element_page({ height: 700 }),
  '/kiosk_still.html': `<!doctype html><html lang="fr"><title>k</title><link rel="icon" href="/icon.svg"><link rel="stylesheet" href="/page.css"><script type="module" src="/cluster-atlas.js"></script>
<cluster-atlas mode="kiosk" tour='{"sceneSeconds": 2, "scenes": [{"state": {"date": "2007", "selected": null}}, {"state": {"date": "2019", "camera": {"lng": 4.8, "lat": 45.7, "zoom": 6}}}]}'></cluster-atlas>`,
});

/** How often each colour is painted in a part of the page. @param {Page} page @param {{x: number, y: number, width: number, height: number}} clip @returns {Promise<Map<string, number>>} */
async function colours_in(page, clip) {
  const png = (await page.screenshot({ clip })).toString('base64');
  const pairs = await page.evaluate(async (data) => {
    const image = new Image();
    image.src = `data:image/png;base64,${data}`;
    await image.decode();
    const canvas = Object.assign(document.createElement('canvas'), { width: image.width, height: image.height });
    const pen = /** @type {CanvasRenderingContext2D} */ (canvas.getContext('2d'));
    pen.drawImage(image, 0, 0);
    const { data: bytes } = pen.getImageData(0, 0, image.width, image.height);
    /** @type {Map<string, number>} */
    const counts = new Map();
    for (let i = 0; i < bytes.length; i += 4) {
      const key = `rgb(${bytes[i]}, ${bytes[i + 1]}, ${bytes[i + 2]})`;
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
    return [...counts];
  }, png);
  return new Map(/** @type {[string, number][]} */ (pairs));
}

/** What the system paints with, as the page is told. @param {Page} page @param {string} name @returns {Promise<string>} */
const system = (page, name) =>
  page.evaluate((wanted) => {
    const probe = document.body.appendChild(Object.assign(document.createElement('span'), { style: `color: ${wanted}` }));
    const { color } = getComputedStyle(probe);
    probe.remove();
    return color;
  }, name);

/** The colour that covers most of a part. @param {Map<string, number>} colours */
const ground = (colours) => [...colours].sort((a, b) => b[1] - a[1])[0][0];

/** How much is painted in a colour, or in a tint of it where the system's is translucent. @param {Map<string, number>} colours @param {string} wanted */
function count_near(colours, wanted) {
  const channels = (/** @type {string} */ colour) => (colour.match(/[\d.]+/g) ?? []).map(Number);
  const [red, green, blue] = channels(wanted);
  const is_near = (/** @type {number[]} */ [r, g, b]) => Math.hypot(r - red, g - green, b - blue) < 12;
  return [...colours].reduce((sum, [colour, count]) => sum + (is_near(channels(colour)) ? count : 0), 0);
}

/** By the browser itself, for what playwright has no option. @param {Page} page @param {Record<string, string>} features */
async function prefer(page, features) {
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setEmulatedMedia', { features: Object.entries(features).map(([name, value]) => ({ name, value })) });
}

describe('forced colours', () => {
  const grounds = new Set();
  for (const colorScheme of /** @type {const} */ (['light', 'dark'])) {
    test(`${colorScheme}: grounds, words, lines and the focus are the system’s, on the canvas too; and given back`, async () => {
      const { page } = await stage.open('/guest.html', { colorScheme });
      const filters = { x: 0, y: 60, width: 240, height: 500 };
      const map = await box_of(page, 'map/surface');
      const sea = { x: map.x + map.width * 0.1, y: map.y + map.height * 0.3, width: 30, height: 30 };
      const before = ground(await colours_in(page, sea));
      await page.emulateMedia({ forcedColors: 'active', colorScheme });
      await settled(page);
      const [canvas, text, highlight] = await Promise.all(['Canvas', 'CanvasText', 'Highlight'].map((name) => system(page, name)));
      grounds.add(canvas);
      const panel = await colours_in(page, filters);
      assert.equal(ground(panel), canvas, 'the panel');
      assert.ok((panel.get(text) ?? 0) > 100, 'its lines and words');
      assert.equal(ground(await colours_in(page, sea)), canvas, 'the sea');
      assert.ok(((await colours_in(page, map)).get(text) ?? 0) > 500, 'coasts and names');
      await node(page, 'header/view-list').focus();
      await page.keyboard.press('ArrowLeft');
      await settled(page);
      const tab = await box_of(page, 'header/view-timeline');
      const ring = await colours_in(page, { x: tab.x - 6, y: Math.max(0, tab.y - 6), width: tab.width + 12, height: tab.height + 12 });
      assert.ok(count_near(ring, highlight) > 50, 'the ring of the focus');
      const words = await node(page, 'header/view-timeline').evaluate((each) => getComputedStyle(each).color);
      assert.equal(words, 'rgba(0, 0, 0, 0)', 'the twin’s own words stay unseen over the drawn ones');
      await page.emulateMedia({ forcedColors: 'none', colorScheme });
      await settled(page);
      assert.equal(ground(await colours_in(page, sea)), before);
      await page.context().close();
    });
  }

  test('light and dark are not the same', () => assert.equal(grounds.size, 2));

  test('every room, a card and a sheet: no ground of the theme is left', async () => {
    const { page } = await stage.open('/guest.html', { forcedColors: 'active', colorScheme: 'dark' });
    await with_atlas(page, (atlas) => atlas.preload());
    const canvas = await system(page, 'Canvas');
    for (const state of [{ view: 'list' }, { view: 'timeline' }, { view: 'stories' }, { view: 'figures' }, { view: 'understand' }, { view: 'map', selected: 'axelera' }]) {
      await with_atlas(page, (atlas, wanted) => atlas.setState({ selected: null, ...wanted }), state);
      await settled(page);
      assert.equal(ground(await colours_in(page, { x: 0, y: 0, width: 1280, height: 700 })), canvas, JSON.stringify(state));
    }
    await with_atlas(page, (atlas) => atlas.dispatch({ type: 'openSheet', sheet: 'help' }));
    await settled(page);
    const title = await box_of(page, 'sheet/title');
    assert.equal(ground(await colours_in(page, title)), canvas, 'a sheet');
    await page.context().close();
  });
});

describe('less motion', () => {
  /** Frames that something takes until it rests. @param {Page} page @param {object} action */
  async function frames_of(page, action) {
    const start = await with_atlas(page, (atlas) => atlas.stats.frames);
    await with_atlas(page, (atlas, wanted) => atlas.dispatch(wanted), action);
    await settled(page);
    return (await with_atlas(page, (atlas) => atlas.stats.frames)) - start;
  }

  test('pins do not walk to another date, nor does the eye fly; without the wish they do', async () => {
    for (const [name, action, back] of /** @type {const} */ ([
      ['date', { type: 'setDate', date: '2007' }, { type: 'setDate', date: '2026' }],
      ['home', { type: 'zoomAbout', place: { lng: 4.8, lat: 45.7 }, factor: 4, animate: true }, { type: 'home' }],
    ])) {
      const { page } = await stage.open('/guest.html', { reducedMotion: 'reduce' });
      const still = await frames_of(page, action);
      assert.ok(still <= 2, `${name}: ${still} frames`);
      await page.emulateMedia({ reducedMotion: 'no-preference' });
      await settled(page);
      const moving = await frames_of(page, back);
      assert.ok(moving > still + 1, `${name}: ${moving} frames with motion`);
      await page.context().close();
    }
  });

  test('playing shows date after date, each in its place at once', async () => {
    const { page } = await stage.open('/guest.html', { reducedMotion: 'reduce' });
    await page.evaluate(() => {
      const { atlas } = /** @type {any} */ (document.querySelector('cluster-atlas'));
      Object.assign(window, { dates: new Set() });
      atlas.on('datechange', () => Reflect.get(window, 'dates').add(atlas.state.date));
    });
    const start = await with_atlas(page, (atlas) => (atlas.dispatch({ type: 'setPlaybackSpeed', speed: 8 }), atlas.dispatch({ type: 'play' }), atlas.stats.frames));
    await page.waitForFunction(() => Reflect.get(window, 'dates').size >= 12);
    const { frames, dates } = await page.evaluate(() => ({ frames: /** @type {any} */ (document.querySelector('cluster-atlas')).atlas.stats.frames, dates: Reflect.get(window, 'dates').size }));
    await with_atlas(page, (atlas) => atlas.dispatch({ type: 'play', playing: false }));
    assert.ok(frames - start <= 2 * dates + 6, `${frames - start} frames for ${dates} dates`);
    await page.context().close();
  });

  test('a kiosk’s tour goes on, but nothing flies', async () => {
    const { page } = await stage.page({ viewport: { width: 1920, height: 1080 }, reducedMotion: 'reduce' });
    await page.clock.install({ time: 0 });
    await page.clock.pauseAt(1000); // a busy machine must not move the tour on
    await page.goto(`${stage.origin}/kiosk_still.html`);
    await page.waitForFunction(() => /** @type {any} */ (document.querySelector('cluster-atlas')).atlas !== null, null, { polling: 50 });
    await page.clock.runFor(100);
    const at = () => with_atlas(page, (atlas) => ({ date: atlas.state.date, frames: atlas.stats.frames }));
    const first = await at();
    assert.equal(first.date, '2007');
    await page.clock.runFor(2500);
    const second = await at();
    assert.equal(second.date, '2019');
    assert.ok(second.frames - first.frames <= 8, `${second.frames - first.frames} frames`); // the clock of the tour is drawn
    await page.context().close();
  });
});

test('less transparency: words that were faint are not', async () => {
  const { page } = await stage.open('/guest.html');
  const placeholder = () => page.evaluate(() => getComputedStyle(/** @type {any} */ (document.querySelector('cluster-atlas')).shadowRoot.querySelector('.search'), '::placeholder').opacity);
  assert.ok(Number(await placeholder()) < 1);
  await prefer(page, { 'prefers-reduced-transparency': 'reduce' });
  assert.equal(await placeholder(), '1');
  await prefer(page, { 'prefers-contrast': 'more' });
  assert.equal(await placeholder(), '1');
  await page.context().close();
});
