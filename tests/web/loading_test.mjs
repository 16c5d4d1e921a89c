// What is seen before the canvas, and instead of it: HTML first, strict policies, no WebGL, no WebAssembly, lost contexts.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, describe, test } from 'node:test';
import { atlas_ready, page_frames, settled, with_atlas } from './support/chromium.mjs';
import { hold } from './support/hold.mjs';
import { dist } from './support/site.mjs';
import { with_site } from './support/stage.mjs';

const k_strict = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; connect-src 'self'; img-src 'self' blob:";
const k_no_wasm = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'";
const page_text = '<!doctype html><html lang="fr"><head><meta charset="utf-8"><link rel="icon" href="/icon.svg"><link rel="stylesheet" href="/page.css"><script type="module" src="/cluster-atlas.js"></script></head><body><cluster-atlas loading="eager"></cluster-atlas></body></html>';

const with_policy = (/** @type {string} */ policy) => ({ body: page_text, headers: { 'content-security-policy': policy } });
const stage = with_site({
  '/strict.html': with_policy(k_strict),
  '/no-wasm.html': with_policy(k_no_wasm),
  '/plain.html': page_text,
  '/far.html': page_text.replace('<body>', '<body style="overflow: auto"><div style="height: 4000px"></div>').replace(' loading="eager"', ''),
});

/** Text of the shadow root as a reader sees it. @param {import('playwright-core').Page} page */
const visible_text = (page) => page.evaluate(() => /** @type {any} */ (document.querySelector('cluster-atlas')).shadowRoot.querySelector('.atlas')?.innerText ?? '');
/** Whoever held the label at some time. */
const k_clusters = JSON.parse(readFileSync(`${dist}/snapshot.json`, 'utf8')).clusters.filter((/** @type {{kind?: string}} */ { kind }) => kind !== 'partner').length;
const k_box = () => {
  const { x, y, width, height } = /** @type {Element} */ (document.querySelector('cluster-atlas')).getBoundingClientRect();
  return [x, y, width, height];
};

test('HTML first: title, summary and the names of all clusters before the module, progress, no layout shift', async () => {
  const { page } = await stage.page();
  const { release } = await hold(page, '**/*.wasm');
  await page.goto(`${stage.origin}/plain.html`);
  await page.waitForFunction(() => /** @type {any} */ (document.querySelector('cluster-atlas')).shadowRoot.querySelectorAll('li').length > 0);
  const first = await page.evaluate(() => {
    const root = /** @type {any} */ (document.querySelector('cluster-atlas')).shadowRoot;
    return { title: root.querySelector('h2').textContent, items: root.querySelectorAll('li').length, progress: root.querySelectorAll('progress').length };
  });
  assert.deepEqual(first, { title: 'Pôles de compétitivité', items: k_clusters, progress: 1 });
  assert.match(await visible_text(page), /Aerospace Valley/);
  const before = await page.evaluate(k_box);
  release();
  await atlas_ready(page);
  assert.deepEqual(await page.evaluate(k_box), before);
  assert.equal(await page.evaluate(() => /** @type {any} */ (document.querySelector('cluster-atlas')).shadowRoot.querySelectorAll('li, progress').length), 0);
  await page.context().close();
});

test('what a default embed fetches is what SIZES.txt adds up; the rest waits until it is asked for', async () => {
  const { page } = await stage.page();
  const lines = readFileSync(`${dist}/SIZES.txt`, 'utf8').split('\n');
  const numbers = (/** @type {string} */ name) => lines.find((line) => line.startsWith(`${name} `))?.match(/[\d,]+(?= |$)/g)?.map((text) => Number(text.replaceAll(',', ''))) ?? [];
  await page.goto(`${stage.origin}/examples/plain.html`);
  await atlas_ready(page);
  await settled(page);
  const fetched = () =>
    page.evaluate(() => {
      const entries = /** @type {PerformanceResourceTiming[]} */ (performance.getEntriesByType('resource'));
      const own = entries.filter(({ name }) => !name.includes('/examples/') && !name.endsWith('.svg'));
      return own.map(({ name, encodedBodySize, decodedBodySize }) => ({ name: new URL(name).pathname.slice(1), brotli: encodedBodySize, raw: decodedBodySize }));
    });
  const all = await fetched();
  assert.deepEqual(all.map(({ name }) => name).sort(), ['cluster-atlas-fr.json', 'cluster-atlas.js', 'cluster-atlas.wasm', 'france.map', 'snapshot.json']);
  const [raw, , brotli] = numbers('an embed transfers').slice(-3);
  assert.equal(all.reduce((sum, each) => sum + each.raw, 0), raw);
  // a server that knows no brotli over http would send gzip or plain
  assert.equal(all.reduce((sum, each) => sum + each.brotli, 0), brotli);

  await with_atlas(page, (atlas) => atlas.export('csv').then((/** @type {Blob} */ blob) => blob.size));
  const later = (await fetched()).slice(all.length).map(({ name, brotli: bytes }) => [name, bytes]);
  assert.deepEqual(later.sort(), ['cluster-atlas-extras.js', 'cluster-atlas-extras.wasm'].map((name) => [name, numbers(name).at(-1)]));
  await page.context().close();
});

describe('the module’s second part', () => {
  const k_rest = /cluster-atlas-extras\.wasm$/;
  const fetched = (/** @type {import('playwright-core').Page} */ page) => page.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => name).filter((name) => name.endsWith('extras.wasm')).length);
  const has_node = (/** @type {import('playwright-core').Page} */ page, /** @type {string} */ id) => page.waitForFunction((start) => [.../** @type {any} */ (document.querySelector('cluster-atlas')).shadowRoot.querySelectorAll('[data-id]')].some((each) => each.dataset.id.startsWith(start)), id);

  for (const [how, touch] of /** @type {[string, (page: import('playwright-core').Page) => Promise<unknown>][]} */ ([
    ['a pointer over it', (page) => page.mouse.move(640, 400)],
    ['the first Tab into it', (page) => page.keyboard.press('Tab')],
    ['the page’s own word', (page) => with_atlas(page, (atlas) => atlas.preload())],
    ['a view other than the map', (page) => with_atlas(page, (atlas) => atlas.setState({ view: 'figures' }))],
    ['a selection', (page) => with_atlas(page, (atlas) => atlas.setState({ selected: 'axelera' }))],
  ])) {
    test(`comes with ${how}`, async () => {
      const { page, complaints } = await stage.open('/plain.html');
      assert.equal(await fetched(page), 0);
      await touch(page);
      await page.waitForFunction(() => performance.getEntriesByType('resource').some(({ name }) => name.endsWith('extras.wasm')));
      assert.deepEqual(complaints, []);
      await page.context().close();
    });
  }

  test('is there before the first picture when a link opens another room', async () => {
    const { page } = await stage.open('/index.html#v1;view=figures');
    await has_node(page, 'figures/');
    await page.context().close();
  });

  test('late: the room says that it is loading, then it is there; all of it stays usable meanwhile', async () => {
    const { page, complaints } = await stage.page();
    const { release } = await hold(page, k_rest);
    await page.goto(`${stage.origin}/plain.html`);
    await atlas_ready(page);
    for (const state of [{ view: 'list' }, { view: 'timeline' }, { view: 'stories' }, { view: 'understand' }, { view: 'map', selected: 'axelera' }, { compare: '2007' }, { filter: { text: 'photonique' } }, { view: 'figures', selected: null }]) {
      await with_atlas(page, (atlas, next) => atlas.setState(next), state);
      await settled(page);
    }
    for (const sheet of ['share', 'export', 'help', 'sources']) await with_atlas(page, (atlas, name) => atlas.dispatch({ type: 'openSheet', sheet: name }), sheet);
    await page.mouse.move(500, 300);
    await settled(page);
    assert.ok((await with_atlas(page, (atlas) => atlas.result.changes.entered.length)) > 0);
    release();
    await with_atlas(page, (atlas) => atlas.dispatch({ type: 'dismiss' }));
    await has_node(page, 'figures/');
    assert.deepEqual(complaints, []);
    await page.context().close();
  });

  test('missing: said once, the map stays, and the next wish for it is granted', async () => {
    const { page } = await stage.page();
    await page.route(k_rest, (route) => route.abort());
    await page.goto(`${stage.origin}/plain.html`);
    await atlas_ready(page);
    await with_atlas(page, (atlas) => atlas.setState({ view: 'list' }));
    await page.waitForFunction(() => /n’a pas pu être chargée/.test(/** @type {any} */ (document.querySelector('cluster-atlas')).shadowRoot.querySelector('[role=alert]')?.textContent));
    assert.equal(await with_atlas(page, (atlas) => atlas.result.total), 53);
    await page.unroute(k_rest);
    await with_atlas(page, (atlas) => atlas.setState({ view: 'figures' }));
    await has_node(page, 'figures/');
    await page.context().close();
  });

  test('of another build: refused', async () => {
    const { page } = await stage.page();
    const other = readFileSync(`${dist}/cluster-atlas-extras.wasm`);
    other.write('0000000000000000', other.length - 16);
    await page.route(k_rest, (route) => route.fulfill({ body: other, contentType: 'application/wasm' }));
    await page.goto(`${stage.origin}/plain.html`);
    await atlas_ready(page);
    const refusal = await with_atlas(page, (atlas) => atlas.preload().then(() => null, (/** @type {any} */ error) => [error.code, error.message]));
    assert.equal(refusal[0], 'network');
    assert.match(refusal[1], /another version/);
    await page.context().close();
  });
});

test('a part that can’t be fetched is named, and the next attempt gets it', async () => {
  const { page } = await stage.open('/plain.html');
  await page.route('**/cluster-atlas-extras.js*', (route) => route.abort());
  const refusal = await with_atlas(page, (atlas) => atlas.export('csv').then(() => null, (/** @type {any} */ error) => [error.name, error.code, error instanceof Error]));
  assert.deepEqual(refusal, ['AtlasError', 'network', true]);
  await with_atlas(page, (atlas) => atlas.dispatch({ type: 'ask', service: 'export', argument: 'csv' }));
  await page.waitForFunction(() => /n’a pas pu être chargée/.test(/** @type {any} */ (document.querySelector('cluster-atlas')).shadowRoot.querySelector('[role=alert]')?.textContent));
  await page.unroute('**/cluster-atlas-extras.js*');
  assert.match(await with_atlas(page, (atlas) => atlas.export('csv').then((/** @type {Blob} */ blob) => blob.text())), /Aerospace Valley/);
  await page.context().close();
});

test('a part of another build is refused', async () => {
  const { page } = await stage.open('/plain.html');
  await page.route('**/cluster-atlas-extras.js*', (route) => route.fulfill({ contentType: 'text/javascript', body: 'export const build = "other"; export const export_blob = () => new Blob(["x"]);' }));
  const code = await with_atlas(page, (atlas) => atlas.export('csv').then(() => null, (/** @type {any} */ error) => error.code));
  assert.equal(code, 'network');
  await page.context().close();
});

test('far below the window nothing is fetched until it comes near', async () => {
  const { page } = await stage.page();
  /** @type {string[]} */
  const asked = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  await page.goto(`${stage.origin}/far.html`, { waitUntil: 'networkidle' }); // half a second without any
  assert.deepEqual(asked.filter((path) => /wasm|snapshot/.test(path)), []);
  await page.evaluate(() => document.querySelector('cluster-atlas')?.scrollIntoView());
  await atlas_ready(page);
  await page.context().close();
});

test('a strict policy without any inline style is enough', async () => {
  const { page, complaints } = await stage.page();
  await page.addInitScript(() => {
    Object.assign(window, { violations: [] });
    document.addEventListener('securitypolicyviolation', (event) => Reflect.get(window, 'violations').push(`${event.violatedDirective} ${event.blockedURI} ${event.sample}`));
  });
  await page.goto(`${stage.origin}/strict.html`);
  await atlas_ready(page);
  await with_atlas(page, async (atlas) => {
    atlas.setState({ selected: 'axelera', view: 'list' });
    await atlas.preload();
    await atlas.export('png');
    await atlas.export('csv');
    dispatchEvent(new Event('beforeprint'));
    dispatchEvent(new Event('afterprint'));
  });
  await settled(page);
  assert.deepEqual(await page.evaluate(() => Reflect.get(window, 'violations')), []);
  assert.deepEqual(complaints, []);
  await page.context().close();
});

test('WebAssembly blocked: a clear sentence and the HTML list', async () => {
  const { page } = await stage.page();
  await page.goto(`${stage.origin}/no-wasm.html`);
  await page.waitForFunction(() => /** @type {any} */ (document.querySelector('cluster-atlas')).shadowRoot.querySelector('[role=alert]'));
  const text = await visible_text(page);
  assert.match(text, /WebAssembly/);
  assert.match(text, /Aerospace Valley/);
  await page.context().close();
});

test('the module can’t be fetched: a clear sentence and the HTML list', async () => {
  const { page } = await stage.page();
  await page.route('**/*.wasm', (route) => route.abort());
  await page.goto(`${stage.origin}/plain.html`);
  await page.waitForFunction(() => /** @type {any} */ (document.querySelector('cluster-atlas')).shadowRoot.querySelector('[role=alert]'));
  assert.match(await visible_text(page), /n’a pas pu être chargée[^]*Aerospace Valley/);
  await page.context().close();
});

describe('without WebGL 2 the twin is the page', () => {
  /** @type {import('playwright-core').Page} */ let page;
  before(async () => {
    ({ page } = await stage.page());
    await page.addInitScript(() => {
      HTMLCanvasElement.prototype.getContext = () => null;
    });
    await page.goto(`${stage.origin}/plain.html`);
    await atlas_ready(page);
  });
  after(() => page.context().close());

  test('it says so, and everything is there to read', async () => {
    const text = await visible_text(page);
    assert.match(text, /WebGL 2/);
    assert.match(text, /53 pôles/);
    const rows = await page.evaluate(() => /** @type {any} */ (document.querySelector('cluster-atlas')).shadowRoot.querySelectorAll('.text #text-clusters tbody tr').length);
    assert.equal(rows, 53);
  });
  test('buttons work with the mouse', async () => {
    await page.evaluate(() => {
      const root = /** @type {any} */ (document.querySelector('cluster-atlas')).shadowRoot;
      Reflect.set(window, 'button', root.querySelector('[data-id="header/lang-en"]'));
    });
    const button = await page.evaluateHandle(() => Reflect.get(window, 'button'));
    await /** @type {any} */ (button).click();
    assert.equal(await with_atlas(page, (atlas) => atlas.state.lang), 'en');
    await page.waitForFunction(() => /** @type {any} */ (document.querySelector('cluster-atlas')).shadowRoot.querySelector('.twin').lang === 'en');
  });
  test('the API works, and the list follows', async () => {
    await with_atlas(page, (atlas) => atlas.setState({ view: 'list', filter: { regions: ['53'] } }));
    const ids = await with_atlas(page, (atlas) => atlas.result.ids);
    assert.ok(ids.length > 0 && ids.length < 10);
  });
});

describe('a lost WebGL context', () => {
  /** @param {(page: import('playwright-core').Page) => Promise<void>} trouble */
  async function compare(trouble) {
    const { page } = await stage.page({ viewport: { width: 900, height: 600 } });
    await page.addInitScript(() => {
      const get = HTMLCanvasElement.prototype.getContext;
      HTMLCanvasElement.prototype.getContext = /** @type {any} */ (/** @this {HTMLCanvasElement} @param {[string, unknown?]} a */ function (...a) {
        const context = /** @type {WebGL2RenderingContext | null} */ (get.apply(this, a));
        if (String(a[0]).startsWith('webgl')) Reflect.set(window, 'gl', context?.getExtension('WEBGL_lose_context') ?? Reflect.get(window, 'gl'));
        return context;
      });
    });
    await page.goto(`${stage.origin}/plain.html`);
    await atlas_ready(page);
    await with_atlas(page, (atlas) => atlas.setState({ date: '2019', selected: 'axelera' }));
    await page.mouse.move(5, 590);
    await settled(page);
    const before = await page.screenshot();
    const state = await with_atlas(page, (atlas) => JSON.stringify(atlas.state));
    await trouble(page);
    await page.mouse.move(5, 590);
    await settled(page);
    assert.equal(await with_atlas(page, (atlas) => JSON.stringify(atlas.state)), state);
    assert.ok(before.equals(await page.screenshot()), 'the same picture');
    await page.context().close();
  }
  const lose_twice = async (/** @type {import('playwright-core').Page} */ page) => {
    for (let i = 0; i < 2; ++i) {
      await page.evaluate(() => Reflect.get(window, 'gl').loseContext());
      await page_frames(page);
      await with_atlas(page, (atlas) => (atlas.setState({ date: '2012' }), atlas.setState({ date: '2019' })));
      await page.evaluate(() => Reflect.get(window, 'gl').restoreContext());
      await settled(page);
    }
  };

  test('twice: the same picture, the same state', () => compare(lose_twice));

  test('in the middle of a drag: still alive, and told', async () => {
    const heard = { lost: 0, restored: 0 };
    await compare(async (page) => {
      await with_atlas(page, (atlas) => {
        const count = { lost: 0, restored: 0 };
        Reflect.set(window, 'heard', count);
        atlas.on('contextlost', () => count.lost++);
        atlas.on('contextrestored', () => count.restored++);
      });
      await page.mouse.move(450, 300);
      await page.mouse.down();
      await page.mouse.move(480, 310, { steps: 3 });
      await page.evaluate(() => Reflect.get(window, 'gl').loseContext());
      await page.mouse.move(520, 330, { steps: 3 });
      await page.evaluate(() => Reflect.get(window, 'gl').restoreContext());
      await page.waitForFunction(() => Reflect.get(window, 'heard').restored > 0);
      await page.mouse.up();
      Object.assign(heard, await page.evaluate(() => Reflect.get(window, 'heard')));
      await with_atlas(page, (atlas) => atlas.setState({ date: '2019', selected: 'axelera', camera: { lng: 2.6, lat: 46.6, zoom: 1 } }));
    });
    assert.deepEqual(heard, { lost: 1, restored: 1 });
  });

  test('before the first frame', async () => {
    const { page, complaints } = await stage.page();
    await page.addInitScript(() => {
      const get = HTMLCanvasElement.prototype.getContext;
      let is_first = true;
      HTMLCanvasElement.prototype.getContext = /** @type {any} */ (/** @this {HTMLCanvasElement} @param {[string, unknown?]} a */ function (...a) {
        const context = /** @type {WebGL2RenderingContext} */ (get.apply(this, a));
        if (is_first && String(a[0]) === 'webgl2') {
          is_first = false;
          const gl = /** @type {WEBGL_lose_context} */ (context.getExtension('WEBGL_lose_context'));
          gl.loseContext();
          Reflect.set(window, 'restore', () => gl.restoreContext());
        }
        return context;
      });
    });
    await page.goto(`${stage.origin}/plain.html`);
    await page.waitForFunction(() => /** @type {any} */ (document.querySelector('cluster-atlas')).atlas);
    await with_atlas(page, (atlas) => atlas.on('contextrestored', () => Reflect.set(window, 'is_restored', true)));
    await page.evaluate(() => Reflect.get(window, 'restore')());
    await page.waitForFunction(() => Reflect.get(window, 'is_restored'));
    await settled(page);
    const shot = await page.screenshot();
    assert.ok(shot.length > 8000, 'not an empty picture');
    assert.deepEqual(complaints.filter((text) => !/WebGL|CONTEXT_LOST/.test(text)), []);
    await page.context().close();
  });
});
