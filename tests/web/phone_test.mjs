// A phone's sheets: card and list are drawn to three heights by finger, mouse and keys.
import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { box_of, settled, with_atlas } from './support/chromium.mjs';
import { with_site } from './support/stage.mjs';

const k_phone = { width: 390, height: 844 };
const stage = with_site();
/** @type {import('playwright-core').Page} */ let page;
before(async () => {
  ({ page } = await stage.open('/embed.html', { viewport: k_phone, hasTouch: true, isMobile: true }));
});

/** @param {string} id @returns {Promise<string>} */
const height_in_words = (id) =>
  page.evaluate((wanted) => /** @type {any} */ (document.querySelector('cluster-atlas')).shadowRoot.querySelector(`[data-id="${wanted}"]`)?.getAttribute('aria-valuetext') ?? 'gone', id);

/** @param {string} id @param {string} words */
async function stands(id, words) {
  await settled(page);
  assert.equal(await height_in_words(id), words);
}

/** One finger, by the browser's own touch input. @param {number[]} from @param {number[]} to */
async function swipe(from, to) {
  const session = await page.context().newCDPSession(page);
  const touch = (/** @type {string} */ type, /** @type {number[]} */ at, late = 0) => session.send('Input.dispatchTouchEvent', { timestamp: Date.now() / 1000 + late, type: /** @type {any} */ (type), touchPoints: type === 'touchEnd' ? [] : [{ x: at[0], y: at[1] }] });
  await touch('touchStart', from);
  for (let i = 1; i <= 8; ++i) await touch('touchMove', [from[0] + ((to[0] - from[0]) * i) / 8, from[1] + ((to[1] - from[1]) * i) / 8]);
  // held still before it is let go: no throw
  await touch('touchMove', to, 0.2);
  await touch('touchEnd', to, 0.2);
}

for (const [id, open] of /** @type {const} */ ([
  ['card/grabber', { selected: 'axelera', view: 'map' }],
  ['list/grabber', { selected: null, view: 'list' }],
])) {
  describe(id, () => {
    before(async () => {
      await with_atlas(page, (atlas, state) => atlas.setState(state), open);
      await settled(page);
    });

    test('begins at half height', () => stands(id, 'à mi-hauteur'));

    test('the finger draws it up and down, and it stands at a stop', async () => {
      const { middle } = await box_of(page, id);
      await swipe(middle, [middle[0], 90]);
      await stands(id, 'en entier');
      const full = await box_of(page, id);
      assert.ok(full.y < 70, `at ${full.y} px`);
      await swipe(full.middle, [full.middle[0], 590]);
      await stands(id, 'en bas');
      const low = await box_of(page, id);
      assert.ok(low.y > 580 && low.y + low.height < 790, `at ${low.y} px`);
    });

    test('so does the mouse, and it follows the pointer on the way', async () => {
      const [x, y] = (await box_of(page, id)).middle;
      await page.mouse.move(x, y);
      await page.mouse.down();
      await page.mouse.move(x, y - 150, { steps: 5 });
      await settled(page);
      const on_the_way = await box_of(page, id);
      assert.ok(Math.abs(on_the_way.middle[1] - (y - 150)) <= 2, `${on_the_way.middle[1]} for ${y - 150}`);
      await page.mouse.move(x, y - 200, { steps: 5 });
      for (let i = 0; i < 6; ++i) await page.mouse.move(x, y - 200); // held still, so not thrown
      await page.mouse.up();
      await stands(id, 'à mi-hauteur');
    });

    test('keys go from stop to stop; a tap goes up', async () => {
      await page.evaluate((wanted) => /** @type {any} */ (document.querySelector('cluster-atlas')).shadowRoot.querySelector(`[data-id="${wanted}"]`).focus(), id);
      await page.keyboard.press('ArrowUp');
      await stands(id, 'en entier');
      await page.keyboard.press('Home');
      await stands(id, 'en bas');
      await page.keyboard.press('ArrowUp');
      await stands(id, 'à mi-hauteur');
      const { middle } = await box_of(page, id);
      await page.touchscreen.tap(middle[0], middle[1]);
      await stands(id, 'en entier');
      await page.keyboard.press('ArrowDown');
    });
  });
}
