// Frames that don't wait: the GPU is asked nothing after start-up, the twin follows at its pace, nothing is drawn at rest.
import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { atlas_ready, box_of, page_frames, settled, with_atlas } from './support/chromium.mjs';
import { with_site } from './support/stage.mjs';

/** All that a frame says to the GPU: none of it has an answer, so none waits for one. Everything else is noted as asked. */
const k_said = ['bindTexture', 'bufferData', 'drawElements', 'scissor', 'vertexAttrib4f', 'viewport'];
/** A glyph that was not needed before goes into the texture, which may need to be a larger one. */
const k_said_for_glyphs = ['createTexture', 'deleteTexture', 'pixelStorei', 'texImage2D', 'texParameteri', 'texSubImage2D'];
const k_moves = 60;
const k_twin_pace_ms = 250;

/** In the page: notes what is called of the context, each frame, and each time somebody asks where an element stands. @param {string[]} said */
function watch(said) {
  const seen = { asked: /** @type {string[]} */ ([]), drawn: 0, places: 0 };
  Reflect.set(window, '__seen', seen);
  const type = /** @type {any} */ (WebGL2RenderingContext.prototype);
  for (const [name, { value: own }] of Object.entries(Object.getOwnPropertyDescriptors(type))) {
    if (typeof own !== 'function' || name === 'constructor') continue;
    type[name] = function (/** @type {any[]} */ ...words) {
      if (name === 'drawElements') ++seen.drawn;
      if (!said.includes(name)) seen.asked.push(name);
      return own.apply(this, words);
    };
  }
  const place = Element.prototype.getBoundingClientRect;
  Element.prototype.getBoundingClientRect = function () {
    ++seen.places;
    return place.call(this);
  };
}

describe('frames', () => {
  const stage = with_site();
  /** @type {import('playwright-core').Page} */ let page;
  before(async () => {
    ({ page } = await stage.page());
    await page.addInitScript(watch, [...k_said, ...k_said_for_glyphs]);
    await page.goto(`${stage.origin}/index.html`);
    await atlas_ready(page);
    await settled(page);
  });

  const seen = () => page.evaluate(() => ({ ...Reflect.get(window, '__seen') }));
  const forget = () => page.evaluate(() => Object.assign(Reflect.get(window, '__seen'), { asked: [], drawn: 0, places: 0 }));
  const state = () => with_atlas(page, (atlas) => atlas.state);
  /** Where each pin of the twin stands. */
  const pins = () => page.evaluate(() => {
    const root = /** @type {any} */ (document.querySelector('cluster-atlas')).shadowRoot;
    const places = [...root.querySelectorAll('[data-id^="map/pin/"]')].map((each) => [each.dataset.id, each.getBoundingClientRect()]);
    return Object.fromEntries(places.map(([id, { x, y }]) => [id, [x, y]]));
  });
  /** @param {string} id @param {number} dx */
  async function drag(id, dx) {
    const [x, y] = (await box_of(page, id)).middle;
    await page.mouse.move(x, y);
    await page.mouse.down();
    for (let i = 1; i <= k_moves; ++i) await page.mouse.move(x + (dx * i) / k_moves, y);
    await page.mouse.up();
    await settled(page);
  }
  /** Notes when the twin changes, from now on; the times so far start anew. */
  const watch_twin = () => page.evaluate(() => {
    const twin = /** @type {any} */ (document.querySelector('cluster-atlas')).shadowRoot.querySelector('.twin');
    const times = /** @type {number[]} */ ([]);
    Reflect.set(window, '__twin', times);
    Reflect.get(window, '__twin_observer')?.disconnect();
    const observer = new MutationObserver(() => times.push(performance.now()));
    Reflect.set(window, '__twin_observer', observer);
    observer.observe(twin, { attributes: true, childList: true, subtree: true, characterData: true, attributeFilter: ['style', 'aria-label', 'aria-valuetext'] });
    return performance.now();
  });
  const twin_times = () => page.evaluate(() => ({ times: Reflect.get(window, '__twin'), ended: performance.now() }));
  /** @type {[string, () => Promise<unknown>][]} */
  const ways = [
    ['pan', () => drag('map/surface', 150)],
    ['zoom', async () => {
      await page.mouse.move(...(await box_of(page, 'map/surface')).middle);
      for (let i = 0; i < 12; ++i) await page.mouse.wheel(0, -60);
    }],
    ['scrub', async () => {
      const { date } = await state();
      await drag('timeline/date', -200);
      assert.notEqual((await state()).date, date);
    }],
    ['compare', async () => {
      await page.mouse.click(...(await box_of(page, 'timeline/compare-toggle')).middle);
      await settled(page);
      const { compare } = await state();
      assert.ok(compare);
      await drag('timeline/compare', 60);
      assert.notEqual((await state()).compare, compare);
    }],
    ['filter', async () => {
      await page.mouse.click(...(await box_of(page, 'filters/domains/health')).middle);
      await settled(page);
      assert.deepEqual((await state()).filter.domains, ['health']);
    }],
  ];
  for (const [name, act] of ways) {
    test(`${name}: the GPU is asked nothing`, async () => {
      await forget();
      await act();
      await settled(page);
      const { asked, drawn } = await seen();
      assert.deepEqual(asked, []);
      assert.ok(drawn > 0, 'nothing was drawn');
    });
  }

  test('the twin follows a drag four times a second, and is exact at its end', async () => {
    const earlier = await pins();
    const began = await watch_twin();
    await drag('map/surface', -120);
    const { times, ended } = await twin_times();
    const most = Math.ceil((ended - began) / k_twin_pace_ms) + 3; // hover, press and the end are told at once
    assert.ok(times.length > 0 && times.length <= most, `${times.length} updates in ${Math.round(ended - began)} ms`);
    const now = await pins();
    await with_atlas(page, (atlas) => atlas.setState({ lang: 'en' })); // outlines everything anew
    await settled(page);
    assert.deepEqual(now, await pins());
    const kept = Object.keys(now).filter((id) => earlier[id]);
    assert.ok(kept.length > 0, 'no pin is there before and after');
    for (const id of kept) assert.ok(now[id][0] - earlier[id][0] < -100, `${id} moved from ${earlier[id]} to ${now[id]}`);
  });

  test('the browser lays out and styles for the twin only, not for the frames of a drag', async () => {
    const session = await page.context().newCDPSession(page);
    await session.send('Performance.enable');
    const counts = async () => {
      const { metrics } = await session.send('Performance.getMetrics');
      return ['LayoutCount', 'RecalcStyleCount'].map((wanted) => metrics.find(({ name }) => name === wanted)?.value ?? NaN);
    };
    const [x, y] = (await box_of(page, 'map/surface')).middle;
    await page.mouse.move(x, y);
    await page.mouse.down();
    await page.mouse.move(x + 20, y); // the first step changes the cursor
    await settled(page);
    await watch_twin();
    await forget();
    const before = await counts();
    for (let i = 1; i <= k_moves; ++i) await page.mouse.move(x + 20 + i, y);
    const after = await counts();
    const { times } = await twin_times();
    const { drawn } = await seen();
    await page.mouse.up();
    await settled(page);
    assert.ok(drawn >= k_moves / 2, 'hardly anything was drawn');
    for (const [i, count] of after.entries()) assert.ok(count - before[i] <= 3 * times.length + 3, `${count - before[i]} for ${times.length} updates of the twin`);
    assert.ok(times.length < k_moves / 4, `${times.length} updates`);
  });

  test('of many moves between two frames one is looked at', async () => {
    await forget();
    const places = await page.evaluate(async () => {
      const root = /** @type {any} */ (document.querySelector('cluster-atlas')).shadowRoot;
      const section = root.querySelector('section[data-zone="map"]');
      const seen = Reflect.get(window, '__seen');
      const move = (/** @type {number} */ times) => {
        for (let i = 0; i < times; ++i) section.dispatchEvent(new PointerEvent('pointermove', { clientX: 600 + i, clientY: 400, pointerId: 1, pointerType: 'mouse', bubbles: true, composed: true }));
      };
      const frame = () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
      const before = seen.places;
      move(1);
      await frame();
      const one = seen.places - before;
      move(40);
      const at_once = seen.places - before - one;
      await frame();
      return { one, at_once, forty: seen.places - before - one };
    });
    assert.ok(places.one > 0, 'nothing was looked at');
    assert.deepEqual(places, { one: places.one, at_once: 0, forty: places.one });
    await settled(page);
  });

  test('the twin follows playback four times a second, and is exact when it ends', async () => {
    await with_atlas(page, (atlas) => atlas.setState({ date: '2025-01', compare: null }));
    await with_atlas(page, (atlas) => atlas.dispatch({ type: 'setPlaybackSpeed', speed: 8 }));
    await settled(page);
    const began = await watch_twin();
    await with_atlas(page, (atlas) => atlas.dispatch({ type: 'play' }));
    await settled(page);
    const { times, ended } = await twin_times();
    const most = Math.ceil((ended - began) / k_twin_pace_ms) + 3;
    assert.ok(times.length > 0 && times.length <= most, `${times.length} updates in ${Math.round(ended - began)} ms`);
    const { date } = await state();
    assert.notEqual(date, '2025-01');
    const told = () => page.evaluate(() => {
      const root = /** @type {any} */ (document.querySelector('cluster-atlas')).shadowRoot;
      return root.querySelector('[data-id="timeline/date"]').getAttribute('aria-valuetext');
    });
    const at_end = await told();
    await with_atlas(page, (atlas) => atlas.setState({ date: '2006-01' }));
    await settled(page);
    assert.notEqual(await told(), at_end);
    await with_atlas(page, (atlas, end) => atlas.setState({ date: end }), date);
    await settled(page);
    assert.equal(await told(), at_end);
  });

  test('at rest nothing is drawn', async () => {
    await settled(page);
    await forget();
    for (let i = 0; i < 30; ++i) await page_frames(page);
    assert.equal((await seen()).drawn, 0);
  });
});
