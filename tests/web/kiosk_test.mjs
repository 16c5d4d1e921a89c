// The kiosk with a fake clock: tour, touch, warning, reset; then a day and a night of visitors.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { atlas_ready, box_of, node_ids, settled, with_atlas } from './support/chromium.mjs';
import { with_site } from './support/stage.mjs';

const stage = with_site({ '/short.html': `<!doctype html><link rel="icon" href="/icon.svg"><link rel="stylesheet" href="/page.css"><script type="module" src="/cluster-atlas.js"></script>
<cluster-atlas mode="kiosk" theme="dark" tour='{"sceneSeconds": 2, "warnAfterSeconds": 5, "resetAfterSeconds": 8, "scenes": [{"state": {"date": "2007", "selected": null}}, {"state": {"date": "2019", "selected": "axelera"}, "seconds": 4}]}'></cluster-atlas>` });

/** @param {string} path */
async function open(path) {
  const { page, complaints } = await stage.page({ viewport: { width: 1920, height: 1080 }, reducedMotion: 'no-preference' });
  await page.clock.install({ time: 0 });
  await page.clock.pauseAt(1000); // a busy machine must not move the tour on
  await page.goto(`${stage.origin}${path}`);
  await page.waitForFunction(() => /** @type {any} */ (document.querySelector('cluster-atlas')).atlas !== null, null, { polling: 50 });
  return { page, complaints };
}
/** @param {import('playwright-core').Page} page */
const shown = (page) => with_atlas(page, (atlas) => ({ date: atlas.state.date, selected: atlas.state.selected, attract: atlas.settings.attract }));
/** @param {import('playwright-core').Page} page */
const warning = (page) => page.evaluate(() => /** @type {any} */ (document.querySelector('cluster-atlas')).shadowRoot.querySelector('.still')?.textContent ?? null);

describe('tour, touch, warning, reset', () => {
  /** @type {import('playwright-core').Page} */ let page;
  /** @type {string[]} */ let complaints;
  before(async () => ({ page, complaints } = await open('/short.html')));
  after(() => page.context().close());

  test('scenes follow each other, round and round, at their own pace', async () => {
    assert.deepEqual(await shown(page), { date: '2007', selected: null, attract: true });
    await page.clock.runFor(2100);
    assert.deepEqual(await shown(page), { date: '2019', selected: 'axelera', attract: true });
    await page.clock.runFor(3000);
    assert.equal((await shown(page)).date, '2019');
    await page.clock.runFor(1100);
    assert.equal((await shown(page)).date, '2007');
  });

  test('the presenter’s keys go on and back', async () => {
    await page.keyboard.press('PageDown');
    assert.equal((await shown(page)).date, '2019');
    await page.keyboard.press('PageUp');
    assert.equal((await shown(page)).date, '2007');
  });

  test('the language switch does not end the tour', async () => {
    await page.clock.runFor(300);
    const box = await page.evaluate(() => /** @type {any} */ (document.querySelector('cluster-atlas')).shadowRoot.querySelector('[data-id="kiosk/lang-en"]').getBoundingClientRect().toJSON());
    assert.ok(box.width >= 56 && box.height >= 56, `${box.width} x ${box.height}`);
    await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
    assert.equal(await with_atlas(page, (atlas) => atlas.state.lang), 'en');
    assert.equal((await shown(page)).attract, true);
    await with_atlas(page, (atlas) => atlas.setState({ lang: 'fr' }));
  });

  test('a touch gives the screen to the visitor; the warning, then the tour again', async () => {
    await page.mouse.click(1400, 500);
    assert.deepEqual(await shown(page), { date: '2026', selected: null, attract: false });
    await page.clock.runFor(4000);
    assert.equal(await warning(page), null);
    await page.clock.runFor(1200);
    assert.match((await warning(page)) ?? '', /Encore là/);
    await page.clock.runFor(3100);
    assert.equal(await warning(page), null);
    assert.equal((await shown(page)).attract, true);
  });

  test('“Encore là ?” answered: the visitor stays', async () => {
    await page.mouse.click(1400, 500);
    await page.clock.runFor(5200);
    const button = await page.evaluate(() => /** @type {any} */ (document.querySelector('cluster-atlas')).shadowRoot.querySelector('.still').getBoundingClientRect().toJSON());
    assert.ok(button.height >= 44);
    await page.mouse.click(button.x + button.width / 2, button.y + button.height / 2);
    assert.equal(await warning(page), null);
    await page.clock.runFor(4000);
    assert.equal((await shown(page)).attract, false);
    await page.clock.runFor(5000);
    assert.equal((await shown(page)).attract, true);
  });

  test('the next visitor finds nothing of the one before', async () => {
    await page.clock.runFor(9000);
    const look = () => with_atlas(page, (atlas) => {
      const { view, filter, camera, lang, theme, compare } = atlas.state;
      return JSON.stringify({ view, filter, camera, lang, theme, compare });
    });
    const fresh = await look();
    await page.mouse.click(1400, 500);
    await with_atlas(page, (atlas) => {
      const left_behind = [{ type: 'setView', view: 'list' }, { type: 'sort', column: 'region' }, { type: 'setView', view: 'map' }, { type: 'toggleChoropleth' }, { type: 'setTheme', theme: 'contrast' },
        { type: 'setLang', lang: 'en' }, { type: 'setText', text: 'eau' }, { type: 'openSheet', sheet: 'share' }, { type: 'groupLanes', grouping: 'region' }, { type: 'setPlaybackSpeed', speed: 4 }];
      for (const action of left_behind) atlas.dispatch(action);
      atlas.alert('Une boîte');
    });
    await page.clock.runFor(600);
    assert.ok((await node_ids(page, 'sheet/')).length > 0);
    await page.clock.runFor(8100);
    assert.equal((await shown(page)).attract, true);
    await page.clock.runFor(600);
    assert.deepEqual(await node_ids(page, 'sheet/'), []);
    assert.equal(await page.evaluate(() => /** @type {any} */ (document.querySelector('cluster-atlas')).shadowRoot.querySelector('.message')), null);
    assert.equal(await look(), fresh);
    await page.mouse.click(1400, 500);
    const [before, after_undo] = await with_atlas(page, (atlas) => [JSON.stringify(atlas.state), (atlas.dispatch({ type: 'undo' }), JSON.stringify(atlas.state))]);
    assert.equal(after_undo, before, 'nothing of an earlier visit can be undone');
    assert.equal(await look(), fresh);
  });

  test('what would lead away from the page is caught, on every part of it', async () => {
    const caught = await page.evaluate(() => {
      const root = /** @type {any} */ (document.querySelector('cluster-atlas')).shadowRoot;
      const given = { bubbles: true, cancelable: true, composed: true };
      const events = () => [
        new WheelEvent('wheel', { ...given, deltaY: 100, ctrlKey: true }),
        new DragEvent('dragover', given),
        new DragEvent('drop', given),
        new MouseEvent('contextmenu', given),
        ...['p', 's', 'o', 'f', '+', '-', '0'].map((key) => new KeyboardEvent('keydown', { ...given, key, ctrlKey: true })),
        new KeyboardEvent('keydown', { ...given, key: 'ArrowLeft', altKey: true }),
      ];
      const places = [document.body, root.querySelector('[data-zone=header]'), root.querySelector('canvas')];
      return places.map((place) => events().filter((event) => place.dispatchEvent(event)).map((event) => `${event.type} ${/** @type {any} */ (event).key ?? ''}`));
    });
    assert.deepEqual(caught, [[], [], []]);
    const state = await with_atlas(page, (atlas) => JSON.stringify(atlas.state));
    const address = page.url();
    await page.evaluate(() => new Promise((done) => {
      addEventListener('popstate', done, { once: true });
      history.back();
    }));
    assert.equal(page.url(), address);
    assert.equal(await with_atlas(page, (atlas) => JSON.stringify(atlas.state)), state);
  });

  test('targets are at least 44 px high, nothing leads out, no context menu', async () => {
    await page.mouse.click(1400, 500);
    await page.clock.runFor(300);
    const found = await page.evaluate(() => {
      const root = /** @type {any} */ (document.querySelector('cluster-atlas')).shadowRoot;
      const small = [...root.querySelectorAll('[data-id][tabindex]')].filter((each) => {
        const { width, height } = each.getBoundingClientRect();
        const is_place = each.dataset.id.startsWith('map/') || each.getAttribute('role') === 'slider';
        return !is_place && width > 0 && Math.min(width, height) < 43.5;
      });
      return { small: small.map((each) => `${each.dataset.id} ${each.getBoundingClientRect().height}`), links: root.querySelectorAll('a[href]').length };
    });
    assert.equal(found.links, 0);
    assert.deepEqual(found.small, []);
    const is_free = await page.evaluate(() => /** @type {any} */ (document.querySelector('cluster-atlas')).shadowRoot.querySelector('section').dispatchEvent(new MouseEvent('contextmenu', { bubbles: true, cancelable: true, composed: true })));
    assert.equal(is_free, false);
  });

  test('the console stays silent', () => assert.deepEqual(complaints, []));
});

test('whatever numbers a tour has, the screen changes at most once in two seconds', async () => {
  const scenes = [0, -1, 1e-9, 'soon', null].map((seconds, i) => ({ state: { date: `20${10 + i}`, theme: i % 2 ? 'dark' : 'contrast' }, seconds }));
  stage.site.pages['/restless.html'] = { body: `<!doctype html><link rel="icon" href="/icon.svg"><link rel="stylesheet" href="/page.css"><script type="module" src="/cluster-atlas.js"></script>
<cluster-atlas mode="kiosk" tour='${JSON.stringify({ sceneSeconds: 0, warnAfterSeconds: -5, resetAfterSeconds: 3_000_000, scenes })}'></cluster-atlas>` };
  const { page, complaints } = await open('/restless.html');
  await with_atlas(page, (atlas) => {
    Reflect.set(window, 'changes', 0);
    atlas.on('statechange', () => Reflect.set(window, 'changes', Reflect.get(window, 'changes') + 1));
  });
  await page.clock.runFor(20_000);
  const changes = await page.evaluate(() => Reflect.get(window, 'changes'));
  assert.ok(changes >= 4 && changes <= 10, `${changes} in 20 s`);
  assert.deepEqual(complaints, []);
  await page.context().close();
});

test('a lost context that does not come back, and an error in the module: it starts again by itself, and counts it', async () => {
  const { page } = await open('/short.html');
  let restarts = 0;
  for (const trouble of [(/** @type {any} */ atlas) => atlas.give_up('test'), (/** @type {any} */ atlas) => atlas.root.querySelector('canvas').getContext('webgl2').getExtension('WEBGL_lose_context').loseContext()]) {
    await page.evaluate(() => Reflect.set(window, 'old', /** @type {any} */ (document.querySelector('cluster-atlas')).atlas));
    await with_atlas(page, trouble);
    for (let i = 0; i < 12; ++i) await page.clock.runFor(1000);
    await page.waitForFunction(() => {
      const { atlas } = /** @type {any} */ (document.querySelector('cluster-atlas'));
      return atlas && atlas !== Reflect.get(window, 'old');
    }, null, { polling: 50 });
    await page.clock.runFor(1000);
    assert.equal((await shown(page)).attract, true);
    assert.equal(await with_atlas(page, (atlas) => atlas.stats.restarts), ++restarts);
  }
  await page.context().close();
});

test('24 hours of tours, touches and resets: flat memory, no error, still answering', { timeout: 150_000 }, async () => {
  const { page, complaints } = await open('/kiosk.html');
  const session = await page.context().newCDPSession(page);
  const measure = async () => {
    await session.send('HeapProfiler.collectGarbage');
    const { metrics } = await session.send('Performance.getMetrics');
    const value = (/** @type {string} */ name) => metrics.find((each) => each.name === name)?.value ?? 0;
    return { nodes: value('Nodes'), listeners: value('JSEventListeners'), heap: value('JSHeapUsedSize'), wasm: await with_atlas(page, (atlas) => atlas.stats.heapBytes) };
  };
  await session.send('Performance.enable');
  // One hour: tours, and a visitor. Frames are skipped between events: a jump fires each due timer once.
  const hour = async () => {
    let left = 3600;
    const jump = async (/** @type {number} */ seconds) => {
      left -= seconds;
      await page.clock.fastForward(seconds * 1000);
    };
    for (let scene = 0; scene < 3; ++scene) await jump(9.1);
    await page.mouse.click(1400, 500);
    await page.mouse.click(700, 980);
    await jump(46);
    await jump(16);
    await jump(Math.max(1, left));
  };
  // what a first hour of 400 scenes would fill: the undo history
  await with_atlas(page, (atlas) => {
    for (let i = 0; i < 260; ++i) atlas.setState({ date: i % 2 ? '2018' : '2019', selected: i % 3 ? 'axelera' : null });
  });
  await hour();
  await hour();
  const start = await measure();
  for (let i = 2; i < 24; ++i) await hour();
  const end = await measure();
  assert.ok(end.wasm - start.wasm < 100_000, `wasm heap ${start.wasm} to ${end.wasm}`);
  assert.ok(end.heap - start.heap < 3e6, `heap ${start.heap} to ${end.heap}`);
  assert.ok(end.nodes - start.nodes < 500, `nodes ${start.nodes} to ${end.nodes}`);
  assert.ok(end.listeners - start.listeners < 50, `listeners ${start.listeners} to ${end.listeners}`);
  assert.deepEqual(complaints, []);
  await page.mouse.click(1400, 500);
  assert.equal((await shown(page)).attract, false);
  await page.context().close();
});

for (const [width, height] of [[1280, 800], [1080, 1920], [3840, 2160]]) {
  test(`a screen of ${width} x ${height}: what is touched is where it is drawn, and large`, async () => {
    const { page, complaints } = await stage.page({ viewport: { width, height } });
    await page.goto(`${stage.origin}/kiosk.html`);
    await atlas_ready(page);
    const drawn = (/** @type {string} */ id) => page.waitForFunction((wanted) => /** @type {any} */ (document.querySelector('cluster-atlas')).shadowRoot.querySelector(`[data-id="${wanted}"]`), id);
    const touch = async (/** @type {string} */ id) => {
      await drawn(id);
      await settled(page);
      const box = await box_of(page, id);
      assert.ok(box.height >= 43.5 && box.width >= 43.5, `${id}: ${box.width} x ${box.height}`);
      assert.ok(box.x >= 0 && box.y >= 0 && box.x + box.width <= width && box.y + box.height <= height, `${id} on the screen`);
      await page.mouse.click(...box.middle);
    };
    await touch('kiosk/lang-en');
    assert.deepEqual(await with_atlas(page, (atlas) => [atlas.state.lang, atlas.settings.attract]), ['en', true]);
    await page.mouse.click(width / 2, height / 2);
    assert.equal(await with_atlas(page, (atlas) => atlas.settings.attract), false);
    await touch('header/share');
    await drawn('sheet/qr');
    const sheet = await node_ids(page, 'sheet/');
    assert.ok(sheet.includes('sheet/qr'), sheet.join());
    for (const way_out of ['sheet/copy-link', 'sheet/save-page', 'sheet/print']) assert.ok(!sheet.includes(way_out), way_out);
    for (const tool of ['header/export', 'header/fullscreen']) assert.ok(!(await node_ids(page, 'header/')).includes(tool), tool);
    const link = await page.evaluate(() => /** @type {any} */ (document.querySelector('cluster-atlas')).shadowRoot.querySelector('[data-id="sheet/qr"]').getAttribute('aria-label'));
    assert.ok(link.includes(`${stage.origin}/#v1`), link);
    const search = await page.evaluate(() => /** @type {any} */ (document.querySelector('cluster-atlas')).shadowRoot.querySelector('input.search')?.getBoundingClientRect().toJSON() ?? null);
    if (search) assert.ok(search.x > 0 && search.y > 0 && search.right < width / 2, JSON.stringify(search));
    assert.deepEqual(complaints, []);
    await page.context().close();
  });
}
