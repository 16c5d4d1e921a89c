// A good guest (DESIGN §5), rule by rule, in a host page that is not nice.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { atlas_ready, page_frames, settled, with_atlas } from './support/chromium.mjs';
import { hold } from './support/hold.mjs';
import { element_host, mount_host } from './support/host.mjs';
import { with_site } from './support/stage.mjs';

const stage = with_site({ '/element.html': element_host, '/mount.html': mount_host });

/** @param {string} path @param {import('playwright-core').BrowserContextOptions} [options] */
async function open(path, options) {
  const { page, complaints } = await stage.page(options);
  await page.goto(`${stage.origin}${path}`);
  if (path === '/element.html') {
    await atlas_ready(page);
    await settled(page);
  }
  return { page, complaints };
}

/** What has the focus, through shadow roots. @param {import('playwright-core').Page} page */
function focused(page) {
  return page.evaluate(() => {
    let element = /** @type {any} */ (document.activeElement);
    while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
    return element?.dataset?.id ?? element?.id ?? element?.tagName ?? '';
  });
}

/** The middle of the map in the window. @param {import('playwright-core').Page} page @returns {Promise<[number, number]>} */
function map_middle(page) {
  return page.evaluate(() => {
    const root = /** @type {any} */ (document.querySelector('cluster-atlas')).shadowRoot;
    const box = (root.querySelector('section[data-zone=map]') ?? root.querySelector('canvas')).getBoundingClientRect();
    return [box.x + box.width / 2, box.y + box.height / 2];
  });
}

describe('the host’s keyboard, wheel, scroll, focus and text', () => {
  /** @type {import('playwright-core').Page} */ let page;
  /** @type {string[]} */ let complaints;
  before(async () => ({ page, complaints } = await open('/element.html')));
  after(() => page.context().close());

  test('nothing is focused and nothing scrolls at the start', async () => {
    assert.equal(await page.evaluate(() => document.activeElement?.tagName), 'BODY');
    assert.deepEqual(await page.evaluate(() => [scrollY, Reflect.get(window, 'host').moved]), [0, 0]);
  });

  test('typing, deleting and shortcuts in host fields', async () => {
    await page.click('#before');
    await page.keyboard.press('End');
    await page.keyboard.press('Backspace');
    await page.keyboard.press('Backspace');
    await page.keyboard.type('é+0/?');
    await page.keyboard.press('Control+k');
    assert.equal(await page.inputValue('#before'), 'helé+0/?');
    assert.equal(await page.evaluate(() => Reflect.get(window, 'host').shortcuts), 1);
  });

  test('Tab goes in and out, both ways, with one stop per zone', async () => {
    await page.click('#button-before');
    const stops = [];
    for (let i = 0; i < 20; ++i) {
      await page.keyboard.press('Tab');
      const id = await focused(page);
      if (id === 'after') break;
      stops.push(id);
    }
    assert.equal(await focused(page), 'after');
    const zones = await page.evaluate(() => [.../** @type {any} */ (document.querySelector('cluster-atlas')).shadowRoot.querySelectorAll('section')].filter((s) => s.querySelector('[tabindex="0"], input.search')).length);
    const fields = await page.evaluate(() => /** @type {any} */ (document.querySelector('cluster-atlas')).shadowRoot.querySelectorAll('input.search').length);
    assert.ok(stops.length > zones && stops.length <= zones + fields + 1, `${stops} for ${zones} zones, ${fields} fields and the way past them`);
    assert.ok(stops.length <= 6, `${stops}`);
    for (let i = 0; i < stops.length + 1; ++i) await page.keyboard.press('Shift+Tab');
    assert.equal(await focused(page), 'button-before');
  });

  test('the first stop leads past the atlas', async () => {
    await page.click('#button-before');
    await page.keyboard.press('Tab');
    assert.equal(await page.evaluate(() => /** @type {any} */ (document.querySelector('cluster-atlas')).shadowRoot.activeElement.textContent), 'Passer l’atlas');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    assert.equal(await focused(page), 'after');
  });

  test('inside, unused keys and the host’s shortcuts reach the host', async () => {
    for (const [id, own] of /** @type {[string, string[]][]} */ ([['header/view-map', ['r', 'd', 'c']], ['map/pin/avenia', []]])) {
      await page.evaluate((wanted) => {
        Reflect.get(window, 'host').keys = [];
        /** @type {any} */ (document.querySelector('cluster-atlas')).shadowRoot.querySelector(`[data-id="${wanted}"]`).focus({ preventScroll: true });
      }, id);
      const pressed = ['j', 'F2', 'Control+k', '?', ...own];
      for (const key of pressed) await page.keyboard.press(key);
      /** @type {Array<[string, boolean]>} */
      const keys = await page.evaluate(() => Reflect.get(window, 'host').keys);
      assert.deepEqual(keys.filter(([key]) => key !== 'Control'), pressed.map((key) => [key.replace('Control+', ''), false]), id);
      assert.equal(await focused(page), id);
    }
  });

  test('the wheel over the map scrolls the page; with Ctrl it zooms the map and nothing else', async () => {
    await page.evaluate(() => scrollTo(0, 0));
    const [x, y] = await map_middle(page);
    await page.mouse.move(x, y);
    await page.mouse.wheel(0, 120);
    await page.waitForFunction(() => scrollY > 50);
    assert.equal(await with_atlas(page, (atlas) => atlas.state.camera.zoom), 1);
    await page.evaluate(() => scrollTo(0, 0));
    await settled(page);
    await page.keyboard.down('Control');
    await page.mouse.wheel(0, -240);
    await page.keyboard.up('Control');
    await page.waitForFunction(() => /** @type {any} */ (document.querySelector('cluster-atlas')).atlas.state.camera.zoom > 1.05);
    assert.deepEqual(await page.evaluate(() => [scrollY, visualViewport?.scale]), [0, 1]);
    await with_atlas(page, (atlas) => atlas.dispatch({ type: 'home' }));
  });

  test('host text is selected by the mouse as ever, also across the atlas', async () => {
    const text = /** @type {{x: number, y: number}} */ (await page.locator('#text').boundingBox());
    await page.mouse.move(text.x + 22, text.y + 10);
    await page.mouse.down();
    await page.mouse.move(text.x + 300, text.y + 10, { steps: 4 });
    await page.mouse.up();
    assert.ok((await page.evaluate(() => String(getSelection()))).length > 10);
    const [x, y] = await map_middle(page);
    await page.mouse.move(text.x + 22, text.y + 10);
    await page.mouse.down();
    await page.mouse.move(x, y, { steps: 6 });
    await page.mouse.up();
    assert.match(await page.evaluate(() => String(getSelection())), /paragraphe/);
    assert.equal(await with_atlas(page, (atlas) => atlas.state.camera.zoom), 1);
  });

  test('focus moves without scrolling the page', async () => {
    await page.evaluate(() => scrollTo(0, 300));
    await page.evaluate(() => /** @type {any} */ (document.querySelector('cluster-atlas')).shadowRoot.querySelector('[tabindex="0"]').focus({ preventScroll: true }));
    for (const key of ['ArrowRight', 'ArrowRight', 'End', 'Home']) await page.keyboard.press(key);
    assert.equal(await page.evaluate(() => scrollY), 300);
    await page.evaluate(() => scrollTo(0, 0));
  });

  test('only harmless listeners outside the shadow root, and none after destroy', async () => {
    const { page: fresh } = await open('/mount.html');
    const session = await fresh.context().newCDPSession(fresh);
    const outside = async () => {
      const types = [];
      for (const expression of ['window', 'document', 'document.documentElement', 'document.body', 'document.getElementById("box")']) {
        const { result } = await session.send('Runtime.evaluate', { expression });
        const { listeners } = await session.send('DOMDebugger.getEventListeners', { objectId: /** @type {string} */ (result.objectId) });
        types.push(...listeners.map((each) => `${expression} ${each.type}`));
      }
      return types.sort();
    };
    const before = await outside();
    await fresh.evaluate(async () => {
      const { mount } = await import(String('/cluster-atlas.js'));
      Reflect.set(window, 'mounted', await mount(document.getElementById('box')));
    });
    const during = (await outside()).filter((each) => !before.includes(each));
    assert.deepEqual(during, ['document visibilitychange', 'window afterprint', 'window beforeprint']);
    await fresh.evaluate(() => Reflect.get(window, 'mounted').destroy());
    assert.deepEqual(await outside(), before);
    await fresh.context().close();
  });

  test('host styles do not reach in, nor does the atlas reach out', async () => {
    const seen = await page.evaluate(() => {
      const root = /** @type {any} */ (document.querySelector('cluster-atlas')).shadowRoot;
      return { canvas: getComputedStyle(root.querySelector('canvas')).position, host: getComputedStyle(/** @type {Element} */ (document.getElementById('text'))).fontSize, sheets: document.adoptedStyleSheets.length, styles: document.querySelectorAll('style').length };
    });
    assert.deepEqual(seen, { canvas: 'absolute', host: '20px', sheets: 0, styles: 1 });
  });

  test('the console stays silent', () => assert.deepEqual(complaints, []));
});

describe('sizes', () => {
  test('sharp at every device pixel ratio and zoom, after each change', async () => {
    const { page } = await open('/element.html');
    const session = await page.context().newCDPSession(page);
    for (const ratio of [2, 0.5, 1.25, 1.5, 4, 1]) {
      await session.send('Emulation.setDeviceMetricsOverride', { width: Math.round(1280 / ratio) + 600, height: 800, deviceScaleFactor: ratio, mobile: false });
      await page.waitForFunction((wanted) => {
        const root = /** @type {any} */ (document.querySelector('cluster-atlas')).shadowRoot;
        const canvas = root.querySelector('canvas');
        return Math.abs(canvas.width - canvas.getBoundingClientRect().width * wanted) <= 1;
      }, ratio);
    }
    await page.context().close();
  });

  test('hidden and shown, resized to nothing and back, moved: the same atlas', async () => {
    const { page, complaints } = await open('/element.html');
    await with_atlas(page, (atlas) => atlas.setState({ date: '2019', selected: 'axelera' }));
    await settled(page);
    const change = async (/** @type {string} */ code) => {
      await page.evaluate(code);
      await settled(page);
    };
    await change(`document.querySelector('cluster-atlas').style.display = 'none'`);
    const hidden = await with_atlas(page, (atlas) => (atlas.setState({ date: '2020' }), atlas.stats.frames));
    await settled(page);
    assert.equal(await with_atlas(page, (atlas) => atlas.stats.frames), hidden, 'hidden: no frame');
    await change(`document.querySelector('cluster-atlas').style.display = ''`);
    await page.waitForFunction((n) => /** @type {any} */ (document.querySelector('cluster-atlas')).atlas.stats.frames > n, hidden);
    for (const size of ['0px', '300px', '600px']) await change(`document.querySelector('cluster-atlas').style.width = '${size}'`);
    await change(`document.querySelector('cluster-atlas').style.height = '0px'`);
    await change(`document.querySelector('cluster-atlas').style.height = '600px'`);
    await change(`document.body.append(document.querySelector('cluster-atlas'))`);
    await change(`document.getElementById('box').append(document.querySelector('cluster-atlas'))`);
    await settled(page);
    const state = await with_atlas(page, (atlas) => atlas.state);
    assert.deepEqual([state.date, state.selected], ['2020', 'axelera']);
    assert.deepEqual(complaints, []);
    await page.context().close();
  });

  test('off-screen: events arrive, nothing is drawn', async () => {
    const { page } = await open('/element.html');
    await page.evaluate(() => scrollTo(0, 2500));
    await settled(page);
    const before = await with_atlas(page, (atlas) => atlas.stats.frames);
    const heard = await with_atlas(page, async (atlas) => {
      let count = 0;
      const told = new Promise((done) => atlas.on('datechange', () => (++count, done(undefined))));
      atlas.setState({ date: '2012' });
      await told;
      return count;
    });
    assert.equal(heard, 1);
    await settled(page);
    assert.equal(await with_atlas(page, (atlas) => atlas.stats.frames), before);
    await page.evaluate(() => scrollTo(0, 0));
    await page.waitForFunction((n) => /** @type {any} */ (document.querySelector('cluster-atlas')).atlas.stats.frames > n, before);
    await page.context().close();
  });
});

describe('coming and going', () => {
  test('removed while loading: no trace, no error', async () => {
    const { page, complaints } = await stage.page();
    const module = await hold(page, '**/*.wasm');
    await page.goto(`${stage.origin}/element.html`, { waitUntil: 'commit' });
    await page.waitForFunction(() => document.querySelector('cluster-atlas'));
    await module.asked;
    await page.evaluate(() => document.querySelector('cluster-atlas')?.remove());
    module.release();
    await page.waitForLoadState('networkidle');
    assert.deepEqual(complaints, []);
    await page.context().close();
  });

  test('mount gives up when told to', async () => {
    const { page } = await open('/mount.html');
    const answer = await page.evaluate(async () => {
      const { mount } = await import(String('/cluster-atlas.js'));
      const abort = new AbortController();
      const box = /** @type {HTMLElement} */ (document.getElementById('box'));
      const mounting = mount(box, { signal: abort.signal }).then(() => 'mounted', (/** @type {Error} */ error) => error.name);
      abort.abort();
      return [await mounting, box.childNodes.length];
    });
    assert.deepEqual(answer, ['AbortError', 0]);
    await page.context().close();
  });

  test('20 mounts and destroys: contexts, listeners and memory are given back', { timeout: 90_000 }, async () => {
    const { page, complaints } = await open('/mount.html');
    const session = await page.context().newCDPSession(page);
    const measure = async () => {
      await session.send('HeapProfiler.collectGarbage');
      const { metrics } = await session.send('Performance.getMetrics');
      const value = (/** @type {string} */ name) => metrics.find((each) => each.name === name)?.value ?? 0;
      return { nodes: value('Nodes'), listeners: value('JSEventListeners'), heap: value('JSHeapUsedSize') };
    };
    await session.send('Performance.enable');
    const cycle = (/** @type {number} */ times) =>
      page.evaluate(async (n) => {
        const { mount } = await import(String('/cluster-atlas.js'));
        for (let i = 0; i < n; ++i) {
          const atlas = await mount(document.getElementById('box'), { state: { date: '2019' } });
          atlas.destroy();
        }
        return document.getElementById('box')?.childNodes.length;
      }, times);
    await cycle(2);
    const start = await measure();
    assert.equal(await cycle(20), 0);
    await page_frames(page);
    const end = await measure();
    assert.ok(end.nodes - start.nodes < 400, `${start.nodes} to ${end.nodes} nodes`);
    assert.ok(end.listeners - start.listeners < 40, `${start.listeners} to ${end.listeners} listeners`);
    assert.ok(end.heap - start.heap < 4e6, `${start.heap} to ${end.heap} bytes of JavaScript heap`);
    assert.deepEqual(complaints.filter((text) => !/WebGL/.test(text)), []);
    await page.context().close();
  });

  test('two atlases on a page are two', async () => {
    const { page, complaints } = await open('/mount.html');
    const seen = await page.evaluate(async () => {
      const { mount } = await import(String('/cluster-atlas.js'));
      const box = /** @type {HTMLElement} */ (document.getElementById('box'));
      const halves = [0, 1].map(() => Object.assign(document.createElement('div'), { style: 'height: 300px' }));
      box.append(...halves);
      const [one, two] = await Promise.all(halves.map((half, i) => mount(half, { state: { date: i ? '2007' : '2019' } })));
      one.setState({ selected: 'axelera' });
      const states = [one.state.date, one.state.selected, two.state.date, two.state.selected];
      one.destroy();
      two.setState({ date: '2010' });
      return [...states, two.state.date, two.result.total > 0];
    });
    assert.deepEqual(seen, ['2019', 'axelera', '2007', null, '2010', true]);
    assert.deepEqual(complaints, []);
    await page.context().close();
  });
});
