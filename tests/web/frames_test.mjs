// Frames that don't wait: the GPU is asked nothing after start-up, the twin follows at its pace, nothing is drawn at rest.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { atlas_ready, box_of, launch, new_page, settled, with_atlas } from './support/chromium.mjs';
import { start_site } from './support/site.mjs';

const k_questions = ['getParameter', 'getError', 'readPixels', 'finish', 'checkFramebufferStatus', 'getUniformLocation', 'isContextLost', 'isEnabled', 'getAttribLocation'];
const k_moves = 60;
const k_twin_pace_ms = 250;

/** In the page: notes each question, and each frame. @param {string[]} questions */
function watch(questions) {
  const seen = { asked: /** @type {string[]} */ ([]), drawn: 0 };
  Reflect.set(window, '__seen', seen);
  const type = /** @type {any} */ (WebGL2RenderingContext.prototype);
  for (const name of [...questions, 'drawElements']) {
    const own = type[name];
    type[name] = function (/** @type {any[]} */ ...words) {
      if (name === 'drawElements') ++seen.drawn;
      else seen.asked.push(name);
      return own.apply(this, words);
    };
  }
}

describe('frames', () => {
  /** @type {import('playwright-core').Browser} */ let browser;
  /** @type {Awaited<ReturnType<typeof start_site>>} */ let site;
  /** @type {import('playwright-core').Page} */ let page;
  before(async () => {
    browser = await launch();
    site = await start_site();
    ({ page } = await new_page(browser));
    await page.addInitScript(watch, k_questions);
    await page.goto(`${site.origin}/index.html`);
    await atlas_ready(page);
    await settled(page);
  });
  after(async () => {
    await browser.close();
    await site.stop();
  });

  const seen = () => page.evaluate(() => ({ ...Reflect.get(window, '__seen') }));
  const forget = () => page.evaluate(() => Object.assign(Reflect.get(window, '__seen'), { asked: [], drawn: 0 }));
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
    await page.evaluate(() => {
      const twin = /** @type {any} */ (document.querySelector('cluster-atlas')).shadowRoot.querySelector('.twin');
      const times = /** @type {number[]} */ ([]);
      Reflect.set(window, '__twin', times);
      new MutationObserver(() => times.push(performance.now())).observe(twin, { attributes: true, childList: true, subtree: true, characterData: true, attributeFilter: ['style', 'aria-label', 'aria-valuetext'] });
    });
    const earlier = await pins();
    const began = await page.evaluate(() => performance.now());
    await drag('map/surface', -120);
    const { times, ended } = await page.evaluate(() => ({ times: Reflect.get(window, '__twin'), ended: performance.now() }));
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

  test('at rest nothing is drawn', async () => {
    await settled(page);
    await forget();
    await page.waitForTimeout(600);
    assert.equal((await seen()).drawn, 0);
  });
});
