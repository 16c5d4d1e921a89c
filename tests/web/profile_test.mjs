// Places are things: a region is pointed at, clicked, opened from a link; its profile leads to cards and back.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { box_of, node_ids, settled, with_atlas } from './support/chromium.mjs';
import { with_site } from './support/stage.mjs';

const stage = with_site();

/** @param {string} hash @param {import('playwright-core').BrowserContextOptions} [options] */
async function open(hash, options) {
  const opened = await stage.open(`/index.html${hash}`, options);
  await with_atlas(opened.page, (atlas) => atlas.preload());
  await settled(opened.page);
  return opened;
}

/** Places of a region’s box, some of which are the sea’s or a pin’s. @param {import('playwright-core').Page} page @param {string} code */
async function places_in(page, code) {
  const { x, y, width, height } = await box_of(page, `map/region/${code}`);
  const shares = [0.2, 0.35, 0.5, 0.65, 0.8];
  return shares.flatMap((down) => shares.map((across) => /** @type {[number, number]} */ ([x + width * across, y + height * down])));
}

/** Tries places until the profile is open. @param {import('playwright-core').Page} page @param {string} code @param {(x: number, y: number) => Promise<void>} touch */
async function open_by(page, code, touch) {
  for (const [x, y] of await places_in(page, code)) {
    await touch(x, y);
    await settled(page);
    if ((await profile(page)) === `region:${code}`) return;
    await with_atlas(page, (atlas) => atlas.setState({ selected: null, profile: null }));
    await settled(page);
  }
  assert.fail(`no place of ${code} opens its profile`);
}

/** @param {import('playwright-core').Page} page */
const profile = (page) => with_atlas(page, (atlas) => atlas.state.profile);

/** @param {import('playwright-core').Page} page */
const focused = (page) => page.evaluate(() => /** @type {any} */ (document.querySelector('cluster-atlas')).shadowRoot.activeElement?.dataset.id ?? '');
/** @param {import('playwright-core').Page} page @param {string} id */
const focus = (page, id) => page.locator('cluster-atlas').locator(`[data-id="${id}"]`).focus();

describe('where a card was opened from', () => {
  test('a row of the list has the focus again', async () => {
    const { page } = await open('#v1;lang=fr;view=list');
    const row = (await node_ids(page, 'list/row/'))[2];
    await focus(page, row);
    await page.keyboard.press('Enter');
    await settled(page);
    await focus(page, 'card/close');
    await page.keyboard.press('Enter');
    await settled(page);
    assert.equal(await with_atlas(page, (atlas) => atlas.state.selected), null);
    assert.equal(await focused(page), row);
    await page.context().close();
  });

  test('from a profile on to a card and back, it is the region; of a card from a link, its pin', async () => {
    const { page } = await open('#v1;lang=fr');
    await focus(page, 'map/region/24');
    await page.keyboard.press('Enter');
    await settled(page);
    const [member] = await node_ids(page, 'profile/members/');
    await focus(page, member);
    await page.keyboard.press('Enter');
    await settled(page);
    assert.equal(await with_atlas(page, (atlas) => atlas.state.selected), member.split('/')[2]);
    await with_atlas(page, (atlas) => atlas.setState({ selected: null, profile: null }));
    await settled(page);
    assert.equal(await focused(page), 'map/region/24');
    await page.evaluate(() => /** @type {any} */ (document.querySelector('cluster-atlas')).shadowRoot.activeElement.blur());
    await with_atlas(page, (atlas) => atlas.setState({ selected: 'avenia' }));
    await settled(page);
    await focus(page, 'card/close');
    await page.keyboard.press('Enter');
    await settled(page);
    assert.equal(await focused(page), 'map/pin/avenia');
    await page.context().close();
  });
});

describe('the profile of a region', () => {
  test('click, card, back, Escape', async () => {
    const { page, complaints } = await open('#v1;lang=fr');
    await open_by(page, '24', (x, y) => page.mouse.click(x, y));
    await page.waitForFunction(() => location.hash.includes('prof=region%3A24'));
    const [first] = await node_ids(page, 'profile/members/');
    await page.mouse.click(...(await box_of(page, first)).middle);
    await settled(page);
    assert.equal(await with_atlas(page, (atlas) => atlas.state.selected), first.split('/')[2]);
    await page.mouse.move(800, 26); // off everything that has a tooltip
    await settled(page);
    await page.keyboard.press('Escape');
    await settled(page);
    assert.ok((await node_ids(page, 'profile/title')).length === 1, 'the profile is there again');
    await page.keyboard.press('Escape');
    await settled(page);
    assert.equal(await profile(page), null);
    assert.deepEqual(complaints, []);
    await page.context().close();
  });

  test('a link opens it; one click filters, another takes the filter away', async () => {
    const { page, complaints } = await open('#v1;lang=fr;prof=region:53');
    const said = await page.evaluate(() => /** @type {any} */ (document.querySelector('cluster-atlas')).shadowRoot.textContent);
    assert.match(said, /4 pôles y ont leur siège, 3 autres y agissent/);
    for (const shown of [4, 53]) {
      await page.mouse.click(...(await box_of(page, 'profile/filter/regions')).middle);
      await settled(page);
      assert.equal(await with_atlas(page, (atlas) => atlas.result.shown), shown);
    }
    await page.mouse.click(...(await box_of(page, 'profile/filter/covered')).middle);
    assert.equal(await with_atlas(page, (atlas) => atlas.result.shown), 7);
    assert.deepEqual(complaints, []);
    await page.context().close();
  });

  test('by keys: a region among the map’s nodes, Enter, the close button, focus back on the map', async () => {
    const { page } = await open('#v1;lang=fr');
    await page.evaluate(() => /** @type {any} */ (document.querySelector('cluster-atlas')).shadowRoot.querySelector('[data-id="map/region/94"]').focus());
    await page.keyboard.press('Enter');
    await settled(page);
    assert.equal(await profile(page), 'region:94');
    await page.evaluate(() => /** @type {any} */ (document.querySelector('cluster-atlas')).shadowRoot.querySelector('[data-id="profile/close"]').focus());
    await page.keyboard.press('Enter');
    await settled(page);
    assert.equal(await profile(page), null);
    assert.equal(await focused(page), 'map/region/94');
    await page.context().close();
  });

  test('on a phone: a tap opens the sheet, a profile of another country is left out of its link', async () => {
    const { page } = await open('#v1;lang=fr', { viewport: { width: 390, height: 844 }, hasTouch: true });
    await open_by(page, '24', (x, y) => page.touchscreen.tap(x, y));
    assert.ok((await node_ids(page, 'profile/')).length > 4);
    assert.deepEqual(await with_atlas(page, (atlas) => atlas.open('#v1;prof=region:BE-WAL').ignored), ['prof']);
    await page.context().close();
  });
});
