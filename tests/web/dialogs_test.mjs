// Keyboard scripts: every sheet and every view is opened, read, used and closed by keys alone, and the focus comes back.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { heard_tree } from './support/accessibility.mjs';
import { focused, k_desktop, node, settled, with_atlas } from './support/chromium.mjs';
import { with_site } from './support/stage.mjs';

/** @typedef {import('playwright-core').Page} Page */
const stage = with_site();

const k_phone = { width: 390, height: 844 };

/** @param {Page} page @param {string} selector */
const is_focused = (page, selector) => page.evaluate((wanted) => /** @type {any} */ (document.querySelector('cluster-atlas')).shadowRoot.activeElement?.matches(wanted) ?? false, selector);

/** What opens a sheet, what it is called, and a control in it. @type {Array<[string, {width: number, height: number}, string, RegExp, object]>} */
const k_sheets = [
  ['header/help', k_desktop, 'help', /Aide/, {}],
  ['header/share', k_desktop, 'share', /Partager/, {}],
  ['header/export', k_desktop, 'export', /Exporter/, {}],
  ['timeline/phase-card', k_desktop, 'a phase', /Phase/, {}],
  ['card/sources', k_desktop, 'the sources of a card', /Sources/, { selected: 'axelera' }],
  ['card/report', k_desktop, 'a report', /Signaler/, { selected: 'axelera' }],
  ['header/help', k_phone, 'help on a phone', /Aide/, {}],
  ['header/share', k_phone, 'share on a phone', /Partager/, {}],
  ['map/filters', k_phone, 'the filters on a phone', /Filtres/, {}],
  ['list/filters', k_phone, 'the filters of the list on a phone', /Filtres/, { view: 'list' }],
];

describe('sheets', () => {
  for (const [opener, viewport, what, title, state] of k_sheets) {
    test(`${what}: opened, read from its heading, gone round by Tab, closed; the focus is where it was`, async () => {
      const { page } = await stage.open('/index.html', { viewport }, state);
      await node(page, opener).focus();
      await page.keyboard.press('Enter');
      await page.waitForFunction(() => /** @type {any} */ (document.querySelector('cluster-atlas')).shadowRoot.activeElement?.closest('[role=dialog]'));
      const tree = await heard_tree(page);
      const dialog = tree.one('dialog');
      assert.match(dialog.name, title);
      assert.ok(await is_focused(page, 'h2'));
      assert.ok(dialog.children.length > 0);
      assert.equal(tree.all('button').some(({ name }) => name === 'Liste'), false, 'what lies behind is not read');
      const stops = new Set();
      for (let i = 0; i < 60; ++i) {
        await page.keyboard.press('Tab');
        assert.ok(await is_focused(page, '[role=dialog], [role=dialog] *'), `left the sheet after ${[...stops].join()}`);
        const id = await focused(page);
        if (stops.has(id)) break;
        stops.add(id);
      }
      assert.ok(stops.has('sheet/close'), [...stops].join());
      await node(page, 'sheet/close').press('Enter');
      await settled(page);
      assert.equal(await focused(page), opener);
      await page.keyboard.press('Enter');
      await page.waitForFunction(() => /** @type {any} */ (document.querySelector('cluster-atlas')).shadowRoot.activeElement?.closest('[role=dialog]'));
      await page.keyboard.press('Escape');
      await settled(page);
      assert.equal(await focused(page), opener, 'Escape, too');
      await page.context().close();
    });
  }

  test('a filter on a phone is found, set and shown by keys alone', async () => {
    const { page } = await stage.open('/index.html', { viewport: k_phone });
    await node(page, 'map/filters').press('Enter');
    await node(page, 'filters/domains/health').press('Space');
    await settled(page);
    assert.deepEqual(await with_atlas(page, (atlas) => atlas.state.filter.domains), ['health']);
    await node(page, 'sheet/show').press('Enter');
    await settled(page);
    assert.equal(await focused(page), 'map/filters');
    await page.context().close();
  });
});

describe('views', () => {
  for (const [view, inside, key] of [['list', 'list/row/', 'ArrowDown'], ['timeline', 'lineage/', 'ArrowDown'], ['stories', 'stories/', 'ArrowDown'], ['figures', 'figures/', 'ArrowDown'], ['map', 'map/pin/', 'PageDown']]) {
    test(`${view}: opened from its tab, read, used, left again`, async () => {
      const { page } = await stage.open('/index.html', {}, { view: view === 'map' ? 'list' : 'map' });
      await node(page, `header/view-${view}`).press('Enter');
      await settled(page);
      assert.equal(await with_atlas(page, (atlas) => atlas.state.view), view);
      assert.equal(await focused(page), `header/view-${view}`);
      const first = page.locator('cluster-atlas').locator(`[data-id^="${inside}"][tabindex]`).first();
      await first.waitFor({ state: 'attached' });
      await first.focus();
      const start = await focused(page);
      await page.keyboard.press(key);
      const second = await focused(page);
      assert.notEqual(second, start);
      const is_out = () => page.evaluate(() => document.activeElement === document.body);
      for (let i = 0; i < 12 && !(await is_out()); ++i) await page.keyboard.press('Shift+Tab');
      assert.equal(await is_out(), true, 'no trap');
      await page.context().close();
    });
  }

  test('a story is opened, read and closed', async () => {
    const { page } = await stage.open('/index.html', {}, { view: 'stories' });
    const story = page.locator('cluster-atlas').locator('[data-id^="stories/main-"], [data-id^="stories/annex-"]').first();
    const title = String(await story.textContent()).split(',')[0];
    const id = await story.getAttribute('data-id');
    await story.press('Enter');
    await settled(page);
    assert.ok((await heard_tree(page)).all('heading').some(({ name }) => name.startsWith(title)));
    assert.equal(await focused(page), 'story/title');
    await page.keyboard.press('Escape');
    await settled(page);
    assert.equal(await focused(page), id);
    await page.context().close();
  });
});
