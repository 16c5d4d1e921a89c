// Hosts with habits: what pages do to widgets without meaning harm. Each habit is a page; three of them are tried in
// Firefox and WebKit as well.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { describe, test } from 'node:test';
import { address_settled, atlas_ready, launch, new_page, settled, with_atlas } from './support/chromium.mjs';
import { engines } from './support/engines.mjs';
import { with_site } from './support/stage.mjs';

const k_script = '<script type="module" src="/cluster-atlas.js"></script>';
const k_mounting = `<script type="module">import { mount } from '/cluster-atlas.js'; window.mount = mount; window.atlas = await mount(document.getElementById('box'), { lang: 'fr' });</script>`;
const k_element = '<cluster-atlas id="atlas" loading="eager" style="display: block; height: 600px"></cluster-atlas>';
/** @param {string} body @param {string} [head] @param {string} [words] of the html element */
const page_of = (body, head = '', words = '') => `<!doctype html><html lang="fr" ${words}><head><meta charset="utf-8"><title>Hôte</title><link rel="icon" href="data:,">${head}<style>body { margin: 0 }</style></head><body>${body}</body></html>`;

const k_hash_element = '<cluster-atlas id="atlas" hash loading="eager" style="display: block; height: 600px"></cluster-atlas>';
const k_pages = {
  '/hidden.html': page_of(`<div id="tab" style="display: none"><div id="box"></div></div>${k_mounting}`),
  '/folded.html': page_of(`<div style="height: 0; overflow: hidden" id="tab"><div id="box" style="height: 100%"></div></div>${k_mounting}`),
  '/turbo.html': page_of(`<main><div id="box" style="width: 1000px"></div><p>après</p></main>${k_mounting}`),
  '/htmx.html': page_of(`<main>${k_element}</main>`, k_script),
  '/deep/base.html': page_of(k_hash_element, `<base href="/">${k_script}`),
  '/anchors.html': page_of(`<a id="go" href="#sources">Sources</a>${k_hash_element}<h2 id="sources" style="margin-top: 900px">Sources</h2><p style="height: 900px"></p>`, k_script),
  '/links.html': page_of(k_hash_element, k_script),
  '/rtl.html': page_of(k_element, k_script, 'dir="rtl"'),
  '/large.html': page_of(k_element, k_script),
  '/plain.html': page_of('<p>Une autre page.</p>'),
};

const stage = with_site(k_pages);

/** @param {string} path */
async function open(path) {
  const { page, complaints } = await stage.page();
  await page.goto(`${stage.origin}${path}`);
  return { page, complaints };
}
/** @param {string} path with a <cluster-atlas> */
async function open_drawn(path) {
  const opened = await open(path);
  await atlas_ready(opened.page);
  return opened;
}
/** Height of what mount() put into the box. @param {import('playwright-core').Page} page */
const mounted_height = (page) => page.evaluate(() => document.querySelector('#box > [data-mounted]')?.clientHeight);

describe('a box that is shown later', () => {
  test('display: none, then block: as tall as usual, and drawn', async () => {
    const { page, complaints } = await open('/hidden.html');
    await page.waitForFunction(() => Reflect.get(window, 'atlas'));
    await page.evaluate(() => document.getElementById('tab')?.style.setProperty('display', 'block'));
    await page.waitForFunction(() => Reflect.get(window, 'atlas').stats.frames > 0);
    assert.equal(await mounted_height(page), 560);
    assert.deepEqual(complaints, []);
    await page.context().close();
  });

  test('a box with a height of its own, folded at first, keeps it', async () => {
    const { page } = await open('/folded.html');
    await page.waitForFunction(() => Reflect.get(window, 'atlas'));
    assert.equal(await mounted_height(page), 0);
    await page.evaluate(() => document.getElementById('tab')?.style.setProperty('height', '430px'));
    await page.waitForFunction(() => Reflect.get(window, 'atlas').stats.frames > 0);
    assert.equal(await mounted_height(page), 430);
    await page.context().close();
  });
});

describe('a snapshot of the page, restored', () => {
  for (const { is_text, is_destroyed } of [{ is_text: false, is_destroyed: true }, { is_text: false, is_destroyed: false }, { is_text: true, is_destroyed: true }]) {
    const how = `${is_text ? 'as text, as htmx does' : 'cloned, as Turbo does'}; ${is_destroyed ? 'destroyed' : 'left behind'}`;
    test(`mount(): ${how}: one atlas, as large as before`, async () => {
      const { page, complaints } = await open('/turbo.html');
      await page.waitForFunction(() => Reflect.get(window, 'atlas')?.stats.frames > 0);
      await page.evaluate(
        async ({ is_text, is_destroyed }) => {
          const all = /** @type {any} */ (window);
          const main = /** @type {HTMLElement} */ (document.querySelector('main'));
          const copy = /** @type {HTMLElement} */ (main.cloneNode(!is_text));
          if (is_text) copy.innerHTML = main.innerHTML;
          if (is_destroyed) all.atlas.destroy();
          main.replaceWith(copy);
          all.atlas = await all.mount(document.getElementById('box'), { lang: 'fr' });
        },
        { is_text, is_destroyed },
      );
      await page.waitForFunction(() => Reflect.get(window, 'atlas').stats.frames > 0);
      assert.equal(await page.evaluate(() => document.querySelectorAll('#box > *').length), 1);
      assert.equal(await mounted_height(page), 560);
      assert.equal(await page.evaluate(() => document.getElementById('box')?.clientHeight), 560);
      assert.deepEqual(complaints, []);
      await page.context().close();
    });
  }

  test('two mounted in one box on purpose stay two', async () => {
    const { page } = await open('/turbo.html');
    await page.waitForFunction(() => Reflect.get(window, 'atlas')?.stats.frames > 0);
    await page.evaluate(async () => void (await Reflect.get(window, 'mount')(document.getElementById('box'), { lang: 'fr' })));
    assert.equal(await page.evaluate(() => document.querySelectorAll('#box > [data-mounted]').length), 2);
    await page.context().close();
  });

  test('the element: cloned, and from text', async () => {
    const { page, complaints } = await open_drawn('/htmx.html');
    for (const is_text of [false, true]) {
      await page.evaluate((is_text) => {
        const main = /** @type {HTMLElement} */ (document.querySelector('main'));
        const copy = /** @type {HTMLElement} */ (main.cloneNode(!is_text));
        if (is_text) copy.innerHTML = main.innerHTML;
        main.replaceWith(copy);
      }, is_text);
      await atlas_ready(page);
      assert.equal(await page.evaluate(() => document.querySelectorAll('cluster-atlas').length), 1);
    }
    assert.deepEqual(complaints, []);
    await page.context().close();
  });
});

describe('the page’s own address', () => {
  test('<base href>: the path stays, and a reload opens the same', async () => {
    const { page } = await open_drawn('/deep/base.html');
    await with_atlas(page, (atlas) => atlas.setState({ date: '2012' }));
    await page.waitForFunction(() => location.hash.includes('date=2012'));
    assert.equal(new URL(page.url()).pathname, '/deep/base.html');
    await page.reload();
    await atlas_ready(page);
    assert.equal(await with_atlas(page, (atlas) => atlas.state.date), '2012');
    await page.context().close();
  });

  test('an anchor scrolls the page; the atlas keeps its state, the address its anchor; back works', async () => {
    const { page } = await open_drawn('/anchors.html');
    await with_atlas(page, (atlas) => atlas.setState({ date: '2012', filter: { domains: ['health'] } }));
    await page.waitForFunction(() => location.hash.includes('date=2012'));
    const state = () => with_atlas(page, (atlas) => JSON.stringify(atlas.state));
    const before = await state();
    await page.click('#go');
    await page.waitForFunction(() => scrollY > 300);
    await with_atlas(page, (atlas) => atlas.setState({ compare: '2007' }));
    await address_settled(page);
    assert.equal(await page.evaluate(() => location.hash), '#sources');
    await with_atlas(page, (atlas) => atlas.setState({ compare: null }));
    assert.equal(await state(), before);
    await page.goBack();
    await page.waitForFunction(() => location.hash.includes('date=2012'));
    assert.equal(await state(), before);
    await page.context().close();
  });

  test('opened at an anchor: nothing is read from it, nothing is written over it', async () => {
    const { page } = await open_drawn('/anchors.html#sources');
    const start = await with_atlas(page, (atlas) => atlas.state.date);
    await with_atlas(page, (atlas) => atlas.setState({ date: '2012' }));
    await address_settled(page);
    assert.equal(start, '2026');
    assert.equal(await page.evaluate(() => location.hash), '#sources');
    assert.equal(await page.evaluate(() => /** @type {any} */ (document.querySelector('cluster-atlas')).shadowRoot.textContent.includes('lien')), false);
    await page.context().close();
  });
});

/** What the atlas says at the bottom of the map. @param {import('playwright-core').Page} page */
const said = (page) => page.evaluate(() => /** @type {any} */ (document.querySelector('cluster-atlas')).shadowRoot.querySelector('[role=status]')?.textContent ?? '');

describe('links that were handed on', () => {
  const k_link = '#v1;lang=fr;reg=53,52;sel=images-et-reseaux;q=caf%C3%A9;date=2019';
  const hurt = {
    'as it was': k_link,
    'all escaped': `#${encodeURIComponent(k_link.slice(1))}`,
    'escaped twice': `#${encodeURIComponent(encodeURIComponent(k_link.slice(1)))}`,
    'separators escaped': k_link.replaceAll(';', '%3B').replaceAll('=', '%3D').replaceAll(',', '%2C'),
    'equals escaped': k_link.replaceAll('=', '%3d'),
    'followed by a tracker': `${k_link}&fbclid=IwAR0abc_d-E`,
    'followed by trackers': `${k_link}&utm_source=mail&utm_medium=x%20y&gclid=1`,
    'followed by a question mark and a tracker': `${k_link}?fbclid=IwAR0abc`,
    'escaped, with an escaped tracker': `#${encodeURIComponent(`${k_link.slice(1)}&fbclid=IwAR0abc`)}`,
  };
  for (const [how, link] of Object.entries(hurt)) {
    test(`${how}: read as it was meant, without a word`, async () => {
      const { page } = await open_drawn(`/links.html${link}`);
      const { date, filter, selected } = await with_atlas(page, (atlas) => atlas.state);
      assert.deepEqual([date, filter.regions, filter.text, selected], ['2019', ['52', '53'], 'café', 'images-et-reseaux']);
      await settled(page);
      assert.doesNotMatch(await said(page), /lien/);
      await page.context().close();
    });
  }

  test('what can’t be read is told once to the reader', async () => {
    const { page } = await open_drawn('/links.html#v1;date=2019;zoom=12;lang=fr');
    await page.waitForFunction(() => /** @type {any} */ (document.querySelector('cluster-atlas')).shadowRoot.querySelector('[role=status]')?.textContent.includes('zoom'));
    assert.match(await said(page), /lien/);
    assert.equal(await with_atlas(page, (atlas) => atlas.state.date), '2019');
    await with_atlas(page, (atlas) => atlas.setState({ date: '2012' }));
    await page.waitForFunction(() => location.hash.includes('date=2012'));
    assert.doesNotMatch(await page.evaluate(() => location.hash), /zoom/);
    await page.context().close();
  });
});

describe('trusted types', () => {
  test('required, with no policy allowed: draws, plays, exports, prints', async () => {
    const policy = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self' 'unsafe-inline'; connect-src 'self'; img-src 'self' blob: data:; require-trusted-types-for 'script'; trusted-types 'none'";
    stage.site.pages['/trusted.html'] = { body: page_of(k_element, k_script), headers: { 'content-security-policy': policy } };
    const { page, complaints } = await open_drawn('/trusted.html');
    const sizes = await with_atlas(page, async (atlas) => {
      await atlas.preload();
      const all = [];
      for (const kind of ['csv', 'json', 'geojson', 'png', 'svg']) all.push((await atlas.export(kind)).size);
      atlas.setState({ date: '2007' });
      atlas.dispatch({ type: 'play', playing: true });
      return all;
    });
    await page.waitForFunction(() => /** @type {any} */ (document.querySelector('cluster-atlas')).atlas.state.date > '2008');
    await with_atlas(page, (atlas) => {
      atlas.dispatch({ type: 'play', playing: false });
      atlas.setState({ date: '2026' });
    });
    for (const size of sizes) assert.ok(size > 100, `${sizes}`);
    const paper = await page.evaluate(() => {
      dispatchEvent(new Event('beforeprint'));
      const all = /** @type {any} */ (document.querySelector('cluster-atlas')).shadowRoot.querySelector('.paper');
      const found = { rows: all.querySelectorAll('#text-clusters tbody tr').length, paths: all.querySelectorAll('svg path, svg circle, svg rect').length, texts: all.querySelector('svg')?.namespaceURI };
      dispatchEvent(new Event('afterprint'));
      return found;
    });
    assert.equal(paper.rows, 53);
    assert.ok(paper.paths > 53, `${paper.paths} shapes`);
    assert.equal(paper.texts, 'http://www.w3.org/2000/svg');
    assert.deepEqual(complaints, []);
    await page.context().close();
  });
});

describe('reading directions and sizes', () => {
  test('a page that reads from the right: French still reads from the left', async () => {
    const { page } = await open_drawn('/rtl.html');
    await with_atlas(page, (atlas) => atlas.setState({ view: 'list' }));
    await settled(page);
    const directions = await page.evaluate(() => {
      const root = /** @type {any} */ (document.querySelector('cluster-atlas')).shadowRoot;
      return [...root.querySelectorAll('.atlas, input.search, section, .node')].map((each) => getComputedStyle(each).direction);
    });
    assert.ok(directions.length > 20);
    assert.deepEqual([...new Set(directions)], ['ltr']);
    await page.context().close();
  });

  test('while it loads, too', async () => {
    const { page } = await stage.page();
    await page.route('**/*.wasm', () => {});
    await page.goto(`${stage.origin}/rtl.html`);
    await page.waitForFunction(() => /** @type {any} */ (document.querySelector('cluster-atlas')).shadowRoot.querySelector('.first li'));
    const direction = await page.evaluate(() => getComputedStyle(/** @type {any} */ (document.querySelector('cluster-atlas')).shadowRoot.querySelector('.first li')).direction);
    assert.equal(direction, 'ltr');
    await page.context().close();
  });

  test('a button that makes the page’s text larger acts at once', async () => {
    const { page } = await open_drawn('/large.html');
    await settled(page);
    const height = () => page.evaluate(() => /** @type {any} */ (document.querySelector('cluster-atlas')).shadowRoot.querySelector('[data-id="header/share"]')?.getBoundingClientRect().height);
    const before = await height();
    await page.evaluate(() => document.documentElement.style.setProperty('font-size', '32px'));
    await page.waitForFunction(
      (least) => /** @type {any} */ (document.querySelector('cluster-atlas')).shadowRoot.querySelector('[data-id="header/share"]')?.getBoundingClientRect().height > least,
      1.6 * before,
    );
    await page.evaluate(() => document.documentElement.style.setProperty('font-size', '16px'));
    await page.waitForFunction((same) => /** @type {any} */ (document.querySelector('cluster-atlas')).shadowRoot.querySelector('[data-id="header/share"]')?.getBoundingClientRect().height === same, before);
    await page.context().close();
  });
});

describe('pages that shut themselves off', () => {
  const k_isolated = { 'cross-origin-embedder-policy': 'require-corp', 'cross-origin-opener-policy': 'same-origin' };

  test('Cross-Origin-Embedder-Policy: require-corp', async () => {
    stage.site.pages['/isolated.html'] = { body: page_of(k_element, k_script), headers: k_isolated };
    const { page, complaints } = await open_drawn('/isolated.html');
    assert.equal(await page.evaluate(() => crossOriginIsolated), true);
    await with_atlas(page, (atlas) => atlas.preload());
    assert.equal(await with_atlas(page, (atlas) => atlas.result.total), 53);
    assert.ok((await with_atlas(page, async (atlas) => (await atlas.export('png')).size)) > 1000);
    assert.deepEqual(complaints, []);
    await page.context().close();
  });
});

test('back to the page from the browser’s memory: the same atlas, alive', { timeout: 60_000 }, async (t) => {
  const kept = await launch([], ['--disable-back-forward-cache']);
  t.after(() => kept.close());
  const { page, complaints } = await new_page(kept);
  await page.addInitScript(() => addEventListener('pageshow', (event) => Reflect.set(window, 'was_kept', event.persisted)));
  await page.goto(`${stage.origin}/links.html`);
  await atlas_ready(page);
  await with_atlas(page, (atlas) => atlas.setState({ date: '2012' }));
  await page.waitForFunction(() => location.hash.includes('date=2012'));
  await page.evaluate(() => Reflect.set(window, 'mark', 1));
  await page.goto(`${stage.origin}/plain.html`);
  await page.evaluate(() => history.back());
  await page.waitForFunction(() => document.querySelector('cluster-atlas'));
  assert.deepEqual(await page.evaluate(() => [Reflect.get(window, 'was_kept'), Reflect.get(window, 'mark')]), [true, 1]);
  const frames = await with_atlas(page, (atlas) => atlas.stats.frames);
  await with_atlas(page, (atlas) => atlas.setState({ date: '2014' }));
  await page.waitForFunction((n) => /** @type {any} */ (document.querySelector('cluster-atlas')).atlas.stats.frames > n, frames);
  await page.waitForFunction(() => location.hash.includes('date=2014'));
  assert.deepEqual(complaints, []);
});

for (const [name, start] of Object.entries(engines)) {
  if (name === 'Chromium') continue;
  test(`the same in ${name}: shown later, <base href>, larger text`, { timeout: 120_000 }, async (t) => {
    const engine = await start(spawn);
    t.after(() => engine.stop());
    await engine.open(`${stage.origin}/hidden.html`);
    await engine.until('window.atlas');
    await engine.run('document.getElementById("tab").style.setProperty("display", "block")');
    await engine.until('window.atlas.stats.frames > 0 && document.querySelector("#box > [data-mounted]").clientHeight === 560');

    await engine.open(`${stage.origin}/deep/base.html`);
    await engine.until('document.querySelector("cluster-atlas").atlas?.stats.frames > 0');
    await engine.run('void document.querySelector("cluster-atlas").atlas.setState({ date: "2012" })');
    await engine.until('location.hash.includes("date=2012") && location.pathname === "/deep/base.html"');

    await engine.open(`${stage.origin}/large.html`);
    await engine.until('document.querySelector("cluster-atlas").atlas?.stats.frames > 0');
    // any node may give way to another layout in a small window; what lies over the canvas grows in every one
    const scale = 'document.querySelector("cluster-atlas").shadowRoot.querySelector(".twin").style.transform';
    assert.equal(await engine.run(scale), '');
    await engine.run('document.documentElement.style.setProperty("font-size", "32px")');
    await engine.until(`${scale} === "scale(2)"`);
    assert.deepEqual(await engine.complaints(), []);
  });
}
