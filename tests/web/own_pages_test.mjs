// The atlas's own pages and the accessibility statement: landmarks, one heading of all, axe with its best practices, in
// every state; and the table of criteria, each with its test.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, test } from 'node:test';
import { accessibility_rows, rate_of } from '../../tools/dist/statement.mjs';
import { violations } from './support/axe.mjs';
import { atlas_ready, page_frames, settled, with_atlas } from './support/chromium.mjs';
import { single_file } from './support/site.mjs';
import { with_site } from './support/stage.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const stage = with_site();

describe('axe with best practices', () => {
  /** @type {Array<[string, {width: number, height: number}, object, object | null]>} */
  const states = [
    ['the map', { width: 1280, height: 800 }, {}, null],
    ['a card', { width: 1280, height: 800 }, { selected: 'axelera' }, null],
    ['the list', { width: 1280, height: 800 }, { view: 'list' }, null],
    ['the list, searched', { width: 1280, height: 800 }, { view: 'list', filter: { text: 'eau' } }, null],
    ['the stories', { width: 1280, height: 800 }, { view: 'stories' }, null],
    ['the figures', { width: 1280, height: 800 }, { view: 'figures' }, null],
    ['the room to understand', { width: 1280, height: 800 }, { view: 'understand' }, null],
    ['the lineage', { width: 1280, height: 800 }, { view: 'timeline' }, null],
    ['two dates, in English', { width: 1280, height: 800 }, { compare: '2019', lang: 'en' }, null],
    ['help', { width: 1280, height: 800 }, {}, { type: 'openSheet', sheet: 'help' }],
    ['sharing', { width: 1280, height: 800 }, {}, { type: 'openSheet', sheet: 'share' }],
    ['exports', { width: 1280, height: 800 }, {}, { type: 'openSheet', sheet: 'export' }],
    ['a phone', { width: 390, height: 844 }, {}, null],
    ['a phone’s list', { width: 390, height: 844 }, { view: 'list' }, null],
    ['a region’s profile', { width: 1280, height: 800 }, { profile: 'region:53' }, null],
    ['a domain’s profile on a phone', { width: 390, height: 844 }, { profile: 'domain:health' }, null],
    ['what a search finds', { width: 1280, height: 800 }, { filter: { text: 'hydrog' } }, null],
    ['what a search finds on a phone', { width: 390, height: 844 }, { filter: { text: 'bretagne' } }, { type: 'openSheet', sheet: 'filters' }],
    ['a search that finds nothing', { width: 1280, height: 800 }, { view: 'list', filter: { text: 'zzzz' } }, null],
    ['a story', { width: 1280, height: 800 }, {}, { type: 'readStory', id: 'main-escalad' }],
    ['a phase', { width: 1280, height: 800 }, {}, { type: 'openSheet', sheet: 'phase', topic: '5' }],
    ['all sources', { width: 1280, height: 800 }, {}, { type: 'openSheet', sheet: 'sources' }],
    ['an area being chosen', { width: 1280, height: 800 }, {}, { type: 'chooseArea' }],
    ['numbers per region', { width: 1280, height: 800 }, {}, { type: 'toggleChoropleth' }],
    ['the strongest contrast', { width: 1280, height: 800 }, { theme: 'contrast' }, null],
    ['a card on a phone, in German', { width: 390, height: 844 }, { selected: 'nextmove', lang: 'de' }, null],
    ['a phone’s filters', { width: 390, height: 844 }, { view: 'list' }, { type: 'openSheet', sheet: 'filters' }],
    ['at 400 %', { width: 320, height: 256 }, { view: 'list' }, null],
  ];
  for (const [what, viewport, state, action] of states) {
    test(`${what}: nothing to report`, async () => {
      const { page } = await stage.open('/index.html', { viewport });
      await with_atlas(page, (atlas) => atlas.preload());
      await with_atlas(page, (atlas, [wanted, then]) => (atlas.setState(wanted), then && atlas.dispatch(then)), [state, action]);
      await settled(page);
      assert.deepEqual(await violations(page), []);
      await page.context().close();
    });
  }

  test('the text version, the statement and the pages of text, colours too', async () => {
    const { page } = await stage.page();
    for (const name of ['text-fr.html', 'text-en.html', 'accessibility.html']) {
      await page.goto(`${stage.origin}/${name}`);
      assert.deepEqual(await violations(page, { is_drawn: false }), [], name);
    }
    await page.context().close();
  });
});

describe('own pages', () => {
  for (const name of ['index.html', 'embed.html', 'the single file']) {
    test(`${name}: one main, one heading of all, the atlas’s title`, async () => {
      const { page } = await stage.page();
      await page.goto(name === 'the single file' ? single_file : `${stage.origin}/${name}`);
      await atlas_ready(page);
      await page.locator('main > h1').waitFor({ state: 'attached' });
      assert.equal(await page.locator('main').count(), 1);
      assert.equal(await page.locator('main > h1').textContent(), 'Pôles de compétitivité');
      await page.context().close();
    });
  }

  test('a page that was saved has one heading of all', async () => {
    const { page } = await stage.page({ acceptDownloads: true });
    await page.goto(single_file);
    await atlas_ready(page);
    await page.locator('main > h1').waitFor({ state: 'attached' });
    const [download] = await Promise.all([page.waitForEvent('download'), with_atlas(page, (atlas) => atlas.dispatch({ type: 'ask', service: 'savePage' }))]);
    stage.site.pages['/saved.html'] = readFileSync(await download.path(), 'utf8');
    await page.goto(`${stage.origin}/saved.html`);
    await atlas_ready(page);
    await page.waitForFunction(() => document.title.endsWith('Cluster Atlas'));
    assert.deepEqual(await page.getByRole('heading', { level: 1 }).allTextContents(), ['Pôles de compétitivité']);
    assert.equal(await page.locator('main > h1').count(), 1);
    await page.context().close();
  });

  test('a kiosk that has started again still gives the page its language', async () => {
    const { page } = await stage.page();
    await page.goto(`${stage.origin}/kiosk.html`);
    await atlas_ready(page);
    await with_atlas(page, (atlas) => atlas.give_up('test'));
    await page.waitForFunction(() => {
      const { atlas } = /** @type {any} */ (document.querySelector('cluster-atlas'));
      return atlas?.stats.restarts === 1 && atlas.stats.frames > 0;
    });
    await with_atlas(page, (atlas) => atlas.setState({ lang: 'en' }));
    await page.waitForFunction(() => document.documentElement.lang === 'en');
    await page.context().close();
  });

  test('the page round a frame stays where it is when something in it takes the focus', async () => {
    stage.site.pages['/framing.html'] = '<!doctype html><html lang="fr"><title>x</title><link rel="icon" href="icon.svg"><body style="margin:0"><div style="height:500px"></div><iframe src="embed.html" style="width:1000px;height:700px;border:0"></iframe><div style="height:2000px"></div></html>';
    const { page } = await stage.page();
    await page.goto(`${stage.origin}/framing.html`);
    const frame = /** @type {import('playwright-core').Frame} */ (page.frames()[1]);
    await frame.waitForFunction(() => /** @type {any} */ (document.querySelector('cluster-atlas'))?.atlas?.stats.frames > 0);
    await settled(frame);
    const focused = await frame.evaluate(() => {
      const { shadowRoot } = /** @type {any} */ (document.querySelector('cluster-atlas'));
      shadowRoot.querySelector('[data-id="timeline/phase/1"]').focus({ preventScroll: true });
      return shadowRoot.activeElement.dataset.id;
    });
    assert.equal(focused, 'timeline/phase/1');
    await page_frames(page);
    assert.equal(await page.evaluate(() => scrollY), 0);
    await page.context().close();
  });

  for (const [name, viewport] of /** @type {const} */ ([['embed.html', { width: 700, height: 260 }], ['index.html', { width: 740, height: 340 }]])) {
    test(`${name} in ${viewport.height} px of height: the atlas fills the window, nothing scrolls`, async () => {
      const { page } = await stage.page({ viewport });
      await page.goto(`${stage.origin}/${name}`);
      await atlas_ready(page);
      assert.equal(await page.evaluate(() => document.querySelector('cluster-atlas')?.clientHeight), viewport.height);
      assert.equal(await page.evaluate(() => document.documentElement.scrollHeight), viewport.height);
      await page.context().close();
    });
  }

  test('the statement says how much is met and what is not', async () => {
    const { page } = await stage.page();
    await page.goto(`${stage.origin}/accessibility.html`);
    const rows = accessibility_rows(root);
    const { met, applied } = rate_of(rows);
    assert.match(String(await page.locator('main').textContent()), new RegExp(`${met} des ${applied} critères`));
    assert.equal(await page.locator('tbody tr').count(), rows.length);
    await page.context().close();
  });
});

test('the table has every criterion of WCAG 2.2 A and AA once', () => {
  const rows = accessibility_rows(root); // refuses a row without its test
  const numbers = rows.map(({ criterion }) => criterion.split(' ')[0]);
  assert.equal(new Set(numbers).size, 55); // 31 of level A, 24 of AA (W3C, WCAG 2.2, without 4.1.1, which it dropped)
  assert.equal(numbers.length, 55);
  assert.equal(rows.filter(({ level }) => level === 'A').length, 31);
});
