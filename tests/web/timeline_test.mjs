// The strip, the lineage view and the comparison, with real mouse, touch and keyboard.
import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, test } from 'node:test';
import { box_of, focused, node, node_ids, page_frames, settled, with_atlas } from './support/chromium.mjs';
import { with_site } from './support/stage.mjs';
import { fingers } from './support/touch.mjs';

/** @typedef {import('playwright-core').Page} Page */

const stage = with_site();
/** @type {Page} */ let page;
/** @type {Awaited<ReturnType<typeof fingers>>} */ let hand;
/** @type {string[]} */ let complaints;
before(async () => {
  ({ page, complaints } = await stage.open('/index.html', { hasTouch: true }));
  hand = await fingers(page);
});
after(async () => {
  assert.deepEqual(complaints, []);
});

const state = () => with_atlas(page, (atlas) => atlas.state);
const set = async (/** @type {object} */ given) => {
  await with_atlas(page, (atlas, wanted) => atlas.setState({ date: '2026-03', compare: null, selected: null, view: 'map', ...wanted }), given);
  await settled(page);
};
const focus = async (/** @type {string} */ id) => {
  await node(page, id).evaluate((each) => /** @type {HTMLElement} */ (each).focus({ preventScroll: true }));
  assert.equal(await focused(page), id);
};
const field = () => page.locator('cluster-atlas').locator('input.date');
const days = (/** @type {string} */ date) => Date.parse(date.length === 7 ? `${date}-28` : date) / 86_400_000;

/** Where a day stands on the strip, from the first two phase bands. @param {string} day */
async function x_of(day) {
  const [one, two] = [await box_of(page, 'timeline/phase/1'), await box_of(page, 'timeline/phase/2')];
  const per_day = (two.x - one.x) / (days('2009-01-01') - days('2005-01-01'));
  return one.x + (days(day) - days('2005-01-01')) * per_day;
}
const near = (/** @type {string} */ date, /** @type {string} */ day) => assert.ok(Math.abs(days(date) - days(day)) < 50, `${date} for ${day}`);

describe('the strip', () => {
  beforeEach(() => set({}));

  test('a finger drags the date, and map, counts and list follow', async () => {
    const handle = await box_of(page, 'timeline/date');
    await hand.drag(handle.middle, [await x_of('2012-06-15'), handle.middle[1]]);
    await settled(page);
    const [date, total, ids] = await with_atlas(page, (atlas) => [atlas.state.date, atlas.result.total, atlas.result.ids]);
    near(date, '2012-06-15');
    assert.equal(total, 71);
    const pins = (await node_ids(page, 'map/pin/')).map((id) => id.slice(8));
    assert.ok(pins.length > 60 && pins.every((id) => ids.includes(id)), 'the pins are those of the date');
  });

  test('a press on the track brings the handle there, a click on a phase goes to its last day', async () => {
    const handle = await box_of(page, 'timeline/date');
    await page.mouse.click(await x_of('2016-02-15'), handle.y + handle.height - 6);
    near((await state()).date, '2016-02-15');
    const band = await box_of(page, 'timeline/phase/2');
    await page.mouse.click(...band.middle);
    assert.equal((await state()).date, '2012-12-31');
  });

  test('the date can be typed: by mouse into the drawn date', async () => {
    await page.mouse.click(...(await box_of(page, 'timeline/date-input')).middle);
    assert.equal(await focused(page), 'date');
    await field().fill('2014-06-15');
    await page.keyboard.press('Enter');
    assert.equal((await state()).date, '2014-06-15');
  });

  test('the date can be typed: by keyboard alone, Enter opens and takes, Escape leaves, no further Tab stop', async () => {
    await focus('timeline/date');
    assert.match((await node(page, 'timeline/date').getAttribute('aria-description')) ?? '', /Entrée\u202f: écrire la date/);
    await page.keyboard.press('Enter');
    assert.equal(await focused(page), 'date');
    assert.equal(await field().inputValue(), '2026-03-31');
    for (const key of ['ArrowRight', 'ArrowRight', 'ArrowDown', 'Enter']) await page.keyboard.press(key); // the year, one back
    assert.equal((await state()).date, '2025-03-31');
    assert.equal(await focused(page), 'timeline/date');
    await page.keyboard.press('Enter');
    await field().fill('2011-03-02');
    await page.keyboard.press('Enter');
    assert.equal((await state()).date, '2011-03-02');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Escape');
    assert.equal(await focused(page), 'timeline/date');
    assert.equal((await state()).date, '2011-03-02');
    assert.equal(await field().getAttribute('tabindex'), '-1');
  });

  test('a date outside the data is not taken', async () => {
    await focus('timeline/date');
    await page.keyboard.press('Enter');
    await field().fill('1789-07-14');
    await page.keyboard.press('Enter');
    assert.equal((await state()).date, '2026-03');
  });

  test('play runs and stops by keyboard', async () => {
    await set({ date: '2007-04' });
    await focus('timeline/play');
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => /** @type {any} */ (document.querySelector('cluster-atlas')).atlas.state.date > '2007-06');
    await page.keyboard.press('Enter');
    await settled(page); // a running one is never at rest
    const { date } = await state();
    await page_frames(page);
    assert.equal((await state()).date, date);
  });
});

describe('two dates', () => {
  beforeEach(() => set({ date: '2023-03', compare: '2012-06' }));

  /** Every holder of either date is in exactly one kind. */
  const adds_up = () =>
    with_atlas(page, (atlas) => {
      const { changes, total } = atlas.result;
      const count = (/** @type {string} */ side) => changes.merged.reduce((/** @type {number} */ sum, /** @type {any} */ group) => sum + group[side].length, 0);
      const later = changes.entered.length + changes.renamed.length + changes.continued.length + count('to');
      return { total, later, earlier: changes.left.length + changes.renamed.length + changes.continued.length + count('from') };
    });

  test('the second handle is dragged by the mouse', async () => {
    const handle = await box_of(page, 'timeline/compare');
    await page.mouse.move(...handle.middle);
    await page.mouse.down();
    await page.mouse.move(await x_of('2007-04-15'), handle.middle[1], { steps: 6 });
    await page.mouse.up();
    await settled(page);
    near((await state()).compare, '2007-04-15');
    assert.equal((await state()).date, '2023-03');
    assert.equal((await adds_up()).earlier, 66);
  });

  test('and by a finger', async () => {
    const handle = await box_of(page, 'timeline/compare');
    await hand.drag(handle.middle, [await x_of('2016-05-15'), handle.middle[1]]);
    await settled(page);
    near((await state()).compare, '2016-05-15');
    assert.equal((await state()).date, '2023-03');
  });

  test('and by keys: months, years, both ends, a typed date', async () => {
    await focus('timeline/compare');
    await page.keyboard.press('ArrowRight');
    near((await state()).compare, '2012-07-31');
    await page.keyboard.press('Shift+ArrowLeft');
    near((await state()).compare, '2011-07-31');
    await page.keyboard.press('Home');
    near((await state()).compare, '2005-07-31');
    await page.keyboard.press('Enter');
    assert.equal(await focused(page), 'date');
    await field().fill('2007-04-30');
    await page.keyboard.press('Enter');
    assert.deepEqual([(await state()).compare, (await state()).date, await focused(page)], ['2007-04-30', '2023-03', 'timeline/compare']);
  });

  test('2007 and 2026: all 66 and all 53, none twice, and the sentence says so', async () => {
    await set({ date: '2026-03', compare: '2007-04' });
    assert.deepEqual(await adds_up(), { total: 53, later: 53, earlier: 66 });
    const sentence = await node(page, 'compare/sentence').textContent();
    assert.match(sentence ?? '', /66 pôles deviennent 53/);
    assert.match(sentence ?? '', /66 \+ 8 − 12 − 9 = 53, chacun compté une fois\./);
    const seen = await with_atlas(page, (atlas) => {
      const { entered, left, merged, renamed, continued } = atlas.result.changes;
      return [...entered, ...left, ...renamed, ...continued, ...merged.flatMap((/** @type {any} */ group) => [...new Set([...group.from, ...group.to])])];
    });
    assert.equal(new Set(seen).size, seen.length, 'nobody twice');
    const gone = await with_atlas(page, (atlas) => atlas.result.changes.left);
    const on_map = await node_ids(page, 'map/pin/');
    assert.ok(gone.filter((/** @type {string} */ id) => on_map.includes(`map/pin/${id}`)).length > 8, 'who left is marked on the map');
  });

  test('left by keyboard', async () => {
    await focus('timeline/compare-toggle');
    await page.keyboard.press('Enter');
    assert.equal((await state()).compare, null);
  });
});

describe('the lineage view', () => {
  beforeEach(async () => {
    await set({ view: 'timeline' });
    await with_atlas(page, (atlas) => (atlas.dispatch({ type: 'scroll', zone: 'lanes', top: 0 }), atlas.dispatch({ type: 'activate', node: 'lineage/zoom-all' })));
    await settled(page);
  });
  const body = () => box_of(page, 'lineage/surface');
  const phase = () => box_of(page, 'timeline/phase/3');
  const row_y = async () => (await box_of(page, 'lineage/valorial')).y;

  test('the wheel scrolls the lanes; with Ctrl it zooms the years about the pointer', async () => {
    const { middle: [x, y] } = await body();
    await page.mouse.move(x, y);
    const top = await row_y();
    await page.mouse.wheel(0, 60);
    await settled(page);
    assert.ok(Math.abs((await row_y()) - (top - 60)) <= 2);
    const before_zoom = await phase();
    await page.keyboard.down('Control');
    await page.mouse.wheel(0, -240);
    await page.keyboard.up('Control');
    await settled(page);
    const zoomed = await phase();
    const factor = zoomed.width / before_zoom.width;
    assert.ok(factor > 1.3, `${factor}`);
    const fixed = x + (before_zoom.x - x) * factor; // what lies under the pointer stays
    assert.ok(Math.abs(zoomed.x - fixed) < 5, `${zoomed.x} for ${fixed}`);
    assert.equal(await page.evaluate(() => visualViewport?.scale), 1);
  });

  test('a drag moves the years, and selects nothing', async () => {
    const { x } = await phase();
    const [row] = await node_ids(page, 'lineage/valorial');
    const [from_x, from_y] = (await box_of(page, row)).middle;
    await page.mouse.move(from_x, from_y);
    await page.mouse.down();
    await page.mouse.move(from_x - 90, from_y, { steps: 6 });
    await page.mouse.up();
    await settled(page);
    assert.ok(Math.abs((await phase()).x - (x - 90)) < 3);
    assert.equal((await state()).selected, null);
  });

  test('two fingers spread the years between them, one finger scrolls the lanes', async () => {
    const { middle: [x, y] } = await body();
    const before_pinch = await phase();
    await hand.slide([[x - 60, y], [x + 60, y]], [[x - 120, y], [x + 120, y]]);
    await settled(page);
    const zoomed = await phase();
    assert.ok(Math.abs(zoomed.width / before_pinch.width - 2) < 0.15, `${zoomed.width} from ${before_pinch.width}`);
    assert.equal(await page.evaluate(() => visualViewport?.scale), 1);
    const top = await row_y();
    await hand.drag([x, y], [x, y - 120]);
    await settled(page);
    assert.ok((await row_y()) < top - 60);
    assert.equal((await state()).selected, null);
  });

  test('the buttons zoom, by keyboard too', async () => {
    const { width } = await phase();
    await focus('lineage/zoom-in');
    await page.keyboard.press('Enter');
    await settled(page);
    assert.ok((await phase()).width > width * 1.3);
    await focus('lineage/zoom-all');
    await page.keyboard.press('Enter');
    await settled(page);
    assert.ok(Math.abs((await phase()).width - width) < 2);
  });

  test('a click on a lane selects on the map, and the other way round', async () => {
    await page.mouse.click(...(await box_of(page, 'lineage/hippolia')).middle);
    assert.equal((await state()).selected, 'hippolia');
    await with_atlas(page, (atlas) => atlas.setState({ view: 'map' }));
    await settled(page);
    assert.equal(await node(page, 'map/pin/hippolia').getAttribute('aria-current'), 'true');
    await page.mouse.click(...(await box_of(page, 'map/pin/valorial')).middle);
    await with_atlas(page, (atlas) => atlas.setState({ view: 'timeline' }));
    await settled(page);
    assert.equal(await node(page, 'lineage/valorial').getAttribute('aria-current'), 'true');
  });

  test('keys: arrows walk the lanes and scroll on, Enter selects', async () => {
    await focus('lineage/valorial');
    const seen = new Set();
    for (let i = 0; i < 60; ++i) {
      await page.keyboard.press('ArrowDown');
      if (i > 20) await settled(page); // rows come with the next frame
      seen.add(await focused(page));
    }
    assert.ok(seen.size > 40, `${seen.size} lanes`);
    await page.keyboard.press('Enter');
    const id = await focused(page);
    const { selected } = await state();
    if (!id.startsWith('lineage/group/')) assert.equal(`lineage/${selected}`, id);
  });
});
