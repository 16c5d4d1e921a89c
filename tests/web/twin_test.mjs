// The accessible twin: the keyboard reaches everything, the focus is never lost.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { before, describe, test } from 'node:test';
import { box_of, focused, node, node_ids, settled, with_atlas } from './support/chromium.mjs';
import { with_site } from './support/stage.mjs';

const stage = with_site();
/** @type {import('playwright-core').Page} */ let page;
before(async () => {
  ({ page } = await stage.open());
});

const k_start = { date: '2026-03', compare: null, selected: null, view: 'map', camera: { lng: 2.6, lat: 46.6, zoom: 1 }, filter: { text: '', domains: [], regions: [], terms: [] } };
const start_over = async () => {
  await with_atlas(page, (atlas, state) => (atlas.dispatch({ type: 'openSheet', sheet: 'none' }), atlas.setState(state)), k_start);
  await settled(page);
};
const focus = async (/** @type {string} */ id) => {
  await node(page, id).evaluate((each) => /** @type {HTMLElement} */ (each).focus({ preventScroll: true }));
  assert.equal(await focused(page), id);
};

describe('the keyboard', () => {
  test('arrows walk through a zone, Home and End go to its ends, focus follows on the canvas', async () => {
    await start_over();
    await focus('header/view-map');
    await page.keyboard.press('ArrowRight');
    assert.equal(await focused(page), 'header/view-timeline');
    await page.keyboard.press('ArrowLeft');
    assert.equal(await focused(page), 'header/view-map');
    await page.keyboard.press('End');
    const last = await focused(page);
    assert.notEqual(last, 'header/view-map');
    await page.keyboard.press('Home');
    assert.notEqual(await focused(page), last);
  });

  test('Enter uses a button, Space too', async () => {
    await start_over();
    await focus('header/view-list');
    await page.keyboard.press('Enter');
    assert.equal(await with_atlas(page, (atlas) => atlas.state.view), 'list');
    await settled(page);
    await focus('header/view-map');
    await page.keyboard.press('Space');
    assert.equal(await with_atlas(page, (atlas) => atlas.state.view), 'map');
  });

  test('the date: a month, a year, a phase, both ends', async () => {
    await start_over();
    await with_atlas(page, (atlas) => atlas.setState({ date: '2015-06-30' }));
    await settled(page);
    const [slider] = await page.evaluate(() => [...(/** @type {any} */ (document.querySelector('cluster-atlas')).shadowRoot.querySelectorAll('[data-zone=timeline] [role=slider]'))].map((each) => each.dataset.id));
    await focus(slider);
    const date = () => with_atlas(page, (atlas) => atlas.state.date);
    const after_key = async (/** @type {string} */ key) => {
      await page.keyboard.press(key);
      return date();
    };
    assert.match(await after_key('ArrowRight'), /^2015-07/);
    assert.match(await after_key('ArrowLeft'), /^2015-06/);
    assert.match(await after_key('Shift+ArrowRight'), /^2016-06/);
    const phases = JSON.parse(readFileSync(new URL('../../data/snapshot.json', import.meta.url), 'utf8')).phases;
    const ends = phases.map((/** @type {any} */ phase) => phase.end);
    assert.equal(await after_key('PageDown'), ends[2]);
    assert.equal(await after_key('PageUp'), ends[1]);
    assert.match(await after_key('Home'), /^200[45]/);
    await after_key('End');
    assert.ok((await date()) >= '2026');
  });

  test('undo and redo', async () => {
    await start_over();
    await with_atlas(page, (atlas) => atlas.setState({ date: '2012' }));
    await settled(page);
    await focus('header/view-map');
    await page.keyboard.press('Control+z');
    assert.equal(await with_atlas(page, (atlas) => atlas.state.date), '2026-03');
    await page.keyboard.press('Control+Shift+z');
    assert.equal(await with_atlas(page, (atlas) => atlas.state.date), '2012');
  });

  test('the map: arrows pan, + − zoom, 0 comes home, Enter into the pins, arrows between them, Escape back', async () => {
    await start_over();
    const surface = await page.evaluate(() => /** @type {any} */ (document.querySelector('cluster-atlas')).shadowRoot.querySelector('[data-zone=map] [role=group]')?.dataset.id);
    await focus(surface);
    const camera = () => with_atlas(page, (atlas) => atlas.state.camera);
    const start = await camera();
    await page.keyboard.press('+');
    assert.ok((await camera()).zoom > start.zoom);
    await page.keyboard.press('ArrowRight');
    assert.ok((await camera()).lng > start.lng);
    await page.keyboard.press('ArrowDown');
    assert.ok((await camera()).lat < start.lat);
    await page.keyboard.press('-');
    await page.keyboard.press('0');
    assert.deepEqual(await camera(), start);
    await settled(page);
    await page.keyboard.press('Enter');
    const first = await focused(page);
    assert.match(first, /^map\/pin\//);
    await page.keyboard.press('ArrowRight');
    const second = await focused(page);
    assert.match(second, /^map\//);
    assert.notEqual(second, first);
    await page.keyboard.press('Enter');
    const selected = await with_atlas(page, (atlas) => atlas.state.selected);
    assert.ok(second.endsWith(selected), `${second} selects ${selected}`);
    await page.keyboard.press('Escape');
    assert.equal(await with_atlas(page, (atlas) => atlas.state.selected), null);
    await settled(page); // the pin's tooltip goes with the next frame
    await page.keyboard.press('Escape');
    assert.equal(await focused(page), surface);
  });

  test('everything that can be clicked can be reached: each zone’s nodes, by arrows alone', async () => {
    await start_over();
    for (const zone of ['header', 'filters', 'timeline']) {
      const wanted = await page.evaluate((name) => [...(/** @type {any} */ (document.querySelector('cluster-atlas')).shadowRoot.querySelectorAll(`[data-zone="${name}"] [tabindex]`))].map((each) => each.dataset.id).filter(Boolean), zone);
      assert.ok(wanted.length > 2, `${zone}: ${wanted}`);
      await focus(wanted[0]);
      await page.keyboard.press('Home');
      const seen = new Set([await focused(page)]);
      for (let i = 0; i < wanted.length + 2; ++i) {
        if (zone === 'timeline' && (await page.evaluate(() => /** @type {any} */ (document.querySelector('cluster-atlas')).shadowRoot.activeElement.getAttribute('role'))) === 'slider') {
          const at = wanted.indexOf(await focused(page));
          if (at + 1 < wanted.length) await focus(wanted[at + 1]);
        } else await page.keyboard.press('ArrowDown');
        seen.add(await focused(page));
      }
      for (const id of wanted) assert.ok(seen.has(id), `${id} in ${zone}`);
    }
  });

  test('the list: down past the last row that is drawn, and up again by the same rows', async () => {
    await start_over();
    await with_atlas(page, (atlas) => atlas.setState({ view: 'list', lang: 'fr' }));
    await settled(page);
    const [first] = (await node_ids(page, 'list/row/')).slice(0, 1);
    await focus(first);
    const walk = async (/** @type {string} */ key, /** @type {number} */ steps) => {
      const seen = [await focused(page)];
      for (let i = 0; i < steps; ++i) {
        await page.keyboard.press(key);
        await page.waitForFunction((before) => /** @type {any} */ (document.querySelector('cluster-atlas')).shadowRoot.activeElement?.dataset.id !== before, seen.at(-1));
        seen.push(await focused(page));
      }
      return seen;
    };
    const drawn = (await node_ids(page, 'list/row/')).length;
    const down = await walk('ArrowDown', drawn + 4);
    assert.equal(new Set(down).size, down.length, `a row was met twice: ${down}`);
    const up = await walk('ArrowUp', drawn + 4);
    assert.deepEqual(up.reverse(), down);
  });

  test('a step that waits for rows does not move a focus that went elsewhere', async () => {
    await start_over();
    await focus('header/view-map');
    const last = await page.evaluate(() => {
      const section = /** @type {any} */ (document.querySelector('cluster-atlas')).shadowRoot.querySelector('[data-zone=filters]');
      return [...section.querySelectorAll('[tabindex]')].at(-1).dataset.id;
    });
    await focus(last);
    await page.keyboard.press('ArrowDown');
    await focus('timeline/phase/1');
    await settled(page);
    assert.equal(await focused(page), 'timeline/phase/1');
  });

  test('a sheet takes the focus in and gives it back', async () => {
    await start_over();
    await focus('header/help');
    await page.keyboard.press('Enter');
    await settled(page);
    const inside = await page.evaluate(() => /** @type {any} */ (document.querySelector('cluster-atlas')).shadowRoot.activeElement?.closest('section')?.dataset.zone);
    assert.equal(inside, 'sheet');
    await page.keyboard.press('Escape');
    await settled(page);
    assert.equal(await focused(page), 'header/help');
  });
});

describe('the search field is a real one', () => {
  const field = () => page.locator('cluster-atlas').locator('input.search').first();
  test('accents arrive, the count follows, Escape empties', async () => {
    await start_over();
    await field().click();
    await page.keyboard.type('énergie');
    assert.equal(await with_atlas(page, (atlas) => atlas.state.filter.text), 'énergie');
    await page.keyboard.press('Escape');
    assert.equal(await with_atlas(page, (atlas) => atlas.state.filter.text), '');
  });
  test('Ctrl+Z in the field is the field’s own', async () => {
    await field().click();
    await page.keyboard.type('pole mer');
    await page.keyboard.press('Control+z');
    assert.notEqual(await with_atlas(page, (atlas) => atlas.state.date), '2012');
    await field().fill('');
  });
});

describe('the mouse', () => {
  test('the date handle is dragged to 2007, 2023 and 2026: 66, 55, 53', async () => {
    await start_over();
    const drag_to = async (/** @type {string} */ day) => {
      const [id] = (await page.evaluate(() => [...(/** @type {any} */ (document.querySelector('cluster-atlas')).shadowRoot.querySelectorAll('[data-zone=timeline] [role=slider]'))].map((each) => each.dataset.id))).filter((each) => !/compare/i.test(each));
      const handle = await box_of(page, id);
      const years = (/** @type {string} */ text) => Date.parse(text) / 31_556_952_000;
      const bands = (await node_ids(page, 'timeline/phase/')).slice(0, 2);
      const [one, two] = [await box_of(page, bands[0]), await box_of(page, bands[1])];
      const per_year = (two.x - one.x) / (years('2009-01-01') - years('2005-01-01'));
      const y = handle.middle[1];
      await page.mouse.move(handle.middle[0], y);
      await page.mouse.down();
      await page.mouse.move(handle.middle[0] - 30, y, { steps: 3 });
      await page.mouse.move(one.x + (years(day) - years('2005-01-01')) * per_year, y, { steps: 8 });
      await page.mouse.up();
      await settled(page);
      return with_atlas(page, (atlas) => ({ date: atlas.state.date, total: atlas.result.total }));
    };
    for (const [day, total] of /** @type {const} */ ([['2007-04-15', 66], ['2023-06-15', 55], ['2026-03-15', 53]])) {
      const got = await drag_to(day);
      assert.ok(Math.abs(Date.parse(got.date) - Date.parse(day)) < 75 * 86_400_000, `${got.date} for ${day}`);
      assert.equal(got.total, total, got.date);
    }
  });

  test('facets filter by click, counts and list follow', async () => {
    await start_over();
    await with_atlas(page, (atlas) => atlas.dispatch({ type: 'scroll', zone: 'filters', top: 0 }));
    await settled(page);
    const [first] = await node_ids(page, 'filters/domains/');
    assert.ok(first);
    const box = await box_of(page, first);
    await page.mouse.click(box.x + 12, box.middle[1]);
    const [filter, shown, total] = await with_atlas(page, (atlas) => [atlas.state.filter.domains, atlas.result.shown, atlas.result.total]);
    assert.equal(filter.length, 1);
    assert.ok(shown > 0 && shown < total);
    await settled(page); // a chip has come, the row has moved
    const moved = await box_of(page, first);
    await page.mouse.click(moved.x + 12, moved.middle[1]);
    assert.equal(await with_atlas(page, (atlas) => atlas.state.filter.domains.length), 0);
  });
});

test('a click of assistive technology counts once, also where it looks like the mouse’s (Firefox)', async () => {
  await start_over();
  for (const detail of [0, 1]) {
    for (const view of ['list', 'map']) {
      await node(page, `header/view-${view}`).evaluate((each, clicks) => each.dispatchEvent(new MouseEvent('click', { detail: clicks, bubbles: true, composed: true, cancelable: true })), detail);
      await settled(page);
      assert.equal(await with_atlas(page, (atlas) => atlas.state.view), view, `detail ${detail}`);
    }
  }
  await page.evaluate(() => {
    const { atlas } = /** @type {any} */ (document.querySelector('cluster-atlas'));
    Object.assign(window, { changes: 0 });
    atlas.on('statechange', () => Reflect.set(window, 'changes', Reflect.get(window, 'changes') + 1));
  });
  await page.mouse.click(...(await box_of(page, 'header/view-list')).middle);
  await settled(page);
  assert.equal(await page.evaluate(() => Reflect.get(window, 'changes')), 1, 'the mouse’s own, once');
});
