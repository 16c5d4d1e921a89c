// Every example runs as it stands; the embed builder's snippets run, too.
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { describe, test } from 'node:test';
import { transform } from 'esbuild';
import { chosen_state, policy_of, snippet_of } from '../../web/examples/snippet.js';
import { atlas_ready, with_atlas } from './support/chromium.mjs';
import { dist } from './support/site.mjs';
import { with_site } from './support/stage.mjs';

const stage = with_site();

/** @param {string} name */
async function open(name, options = {}) {
  const { page, complaints } = await stage.page(options);
  await page.goto(`${stage.origin}/examples/${name}`);
  return { page, complaints };
}

test('the list of examples names each of them', () => {
  const list = readFileSync(`${dist}/examples/index.html`, 'utf8');
  for (const file of readdirSync(`${dist}/examples`).filter((name) => /^(?!index).*\.html$/.test(name))) assert.ok(list.includes(`href="${file}"`), file);
});

for (const name of ['plain.html', 'article.html', 'strict-csp.html', 'builder.html', 'wallonia.html', 'germany.html', 'europe.html']) {
  test(name, async () => {
    const { page, complaints } = await open(name);
    await page.evaluate(() => document.querySelector('cluster-atlas')?.scrollIntoView());
    await atlas_ready(page);
    assert.ok((await with_atlas(page, (atlas) => atlas.result.total)) > 0);
    assert.deepEqual(complaints, []);
    await page.context().close();
  });
}

test('two.html: two dates', async () => {
  const { page, complaints } = await open('two.html');
  await page.waitForFunction(() => [...document.querySelectorAll('cluster-atlas')].every((each) => /** @type {any} */ (each).atlas?.stats.frames > 0));
  assert.deepEqual(await page.evaluate(() => [...document.querySelectorAll('cluster-atlas')].map((each) => /** @type {any} */ (each).atlas.result.total)), [66, 53]);
  assert.deepEqual(complaints, []);
  await page.context().close();
});

test('shadow.html: in a closed shadow root, found by nobody', async () => {
  const { page, complaints } = await open('shadow.html');
  await page.waitForFunction(() => /** @type {any} */ (document.querySelector('article-card')).atlas?.stats.frames > 0);
  assert.equal(await page.evaluate(() => document.querySelector('article-card')?.shadowRoot), null);
  assert.deepEqual(await page.evaluate(() => /** @type {any} */ (document.querySelector('article-card')).atlas.state.filter.domains), ['energy']);
  assert.deepEqual(complaints, []);
  await page.context().close();
});

test('iframe.html: buttons ask, the frame answers', async () => {
  const { page, complaints } = await open('iframe.html');
  const frame = page.frameLocator('iframe');
  await frame.locator('canvas').waitFor();
  await page.frames()[1].waitForFunction(() => /** @type {any} */ (document.querySelector('cluster-atlas'))?.atlas?.stats.atRest);
  await page.click('#then');
  await page.waitForFunction(() => document.getElementById('log')?.textContent?.includes('date=2007-04'));
  await page.click('#ask');
  await page.waitForFunction(() => document.getElementById('log')?.textContent === '66 / 66');
  assert.deepEqual(complaints, []);
  await page.context().close();
});

test('sandboxed.html: the single file draws without an origin', async () => {
  const { page, complaints } = await open('sandboxed.html', { serviceWorkers: 'allow' }); // a sandbox has none: blocking them is an error there
  const handle = await page.waitForSelector('iframe');
  const frame = await handle.contentFrame();
  await frame?.waitForFunction(() => /** @type {any} */ (document.querySelector('cluster-atlas'))?.atlas?.stats.frames > 0);
  assert.equal(await frame?.evaluate(() => /** @type {any} */ (document.querySelector('cluster-atlas')).atlas.state.date), '2023');
  assert.deepEqual(complaints, []);
  await page.context().close();
});

test('react.html: state down, events up, StrictMode’s double mount leaves one', async () => {
  const { page, complaints } = await open('react.html');
  await page.waitForFunction(() => document.querySelectorAll('.atlas-box > div').length === 1);
  await page.getByText('2007').click(); // while it is still being mounted
  await page.waitForFunction(() => document.querySelector('output')?.textContent === '2007');
  assert.deepEqual(complaints, []);
  const lines = readFileSync(new URL('../../web/examples/atlas-host.jsx', import.meta.url), 'utf8').trim().split('\n').length;
  assert.ok(lines <= 30, `${lines} lines`);
  await page.context().close();
});

describe('snippets', () => {
  const plain = { form: 'element', lang: 'fr', theme: 'dark', gestures: 'cooperative', width: '100%', height: '400', base: '', permalink: '#v1;date=2019;lang=en;dom=health' };
  test('the element’s runs as pasted', async () => {
    const snippet = snippet_of({ ...plain, base: `${stage.origin}/` });
    stage.site.pages['/pasted.html'] = `<!doctype html><link rel="icon" href="data:,">${snippet}`;
    const { page, complaints } = await stage.open('/pasted.html');
    const state = await with_atlas(page, (atlas) => atlas.state);
    assert.deepEqual([state.date, state.lang, state.theme, state.filter.domains], ['2019', 'fr', 'dark', ['health']]);
    assert.deepEqual(complaints, []);
    await page.context().close();
  });
  test('the iframe’s has a title and no way out of its attributes', () => {
    const snippet = snippet_of({ ...plain, form: 'iframe', base: 'https://a.example/atlas', permalink: '#v1;q="><script>alert(1)</script>', height: '"onload="x' });
    assert.match(snippet, / title="Carte des pôles de compétitivité"/);
    assert.equal(snippet.match(/</g)?.length, 2);
    assert.ok(!snippet.includes('onload'));
    assert.match(snippet, /height: 560px/);
    assert.equal(policy_of({ ...plain, form: 'iframe', base: 'https://a.example/atlas' }), 'Content-Security-Policy: frame-src https://a.example');
    assert.match(snippet_of({ ...plain, words: 'https://a.example/el.json' }), / locale-src="https:\/\/a\.example\/el\.json"/);
    assert.doesNotMatch(snippet_of({ ...plain, form: 'iframe', words: 'https://a.example/el.json' }), /locale/);
    assert.match(snippet_of({ ...plain, form: 'module', words: 'https://a.example/el.json' }), /"localeSrc": "https:\/\/a\.example\/el\.json"/);
    assert.match(snippet_of({ ...plain, report: 'mailto:atlas@example.org' }), / report-url="mailto:atlas@example.org"/);
    assert.doesNotMatch(snippet_of({ ...plain, report: 'javascript:alert(1)' }), /report-url/);
    assert.match(snippet_of({ ...plain, base: 'javascript:alert(1)' }), /src="https:\/\/example.org\/atlas\/cluster-atlas.js"/);
  });
  const chosen = { ...plain, parts: ['map', 'strip'], locked: { regions: ['53'] }, heading: 'Ici', accent: '#7a1fa2', state: { date: '2019' } };
  for (const form of ['element', 'module', 'iframe']) {
    test(`with everything that can be chosen: ${form}, as pasted`, async () => {
      stage.site.pages['/chosen.html'] = `<!doctype html><meta charset="utf-8"><link rel="icon" href="data:,">${snippet_of({ ...chosen, form, height: form === 'iframe' ? 'auto' : '4/3', base: `${stage.origin}/` })}`;
      const { page, complaints } = await stage.page();
      await page.addInitScript(() => {
        const attach = Element.prototype.attachShadow;
        Element.prototype.attachShadow = function (/** @type {ShadowRootInit} */ options) {
          const shadow = attach.call(this, { ...options, mode: 'open' });
          Reflect.set(window, 'shadow', shadow);
          return shadow;
        };
      });
      await page.goto(`${stage.origin}/chosen.html`);
      const frame = form === 'iframe' ? page.frames()[1] : page.mainFrame();
      await frame.waitForFunction(() => Reflect.get(window, 'shadow')?.querySelector('[data-id^="map/"]'));
      const seen = await frame.evaluate(() => {
        const shadow = Reflect.get(window, 'shadow');
        return { title: shadow.querySelector('.atlas').getAttribute('aria-label'), zones: [...new Set([...shadow.querySelectorAll('[data-id]')].map((each) => each.dataset.id.split('/')[0]))].sort() };
      });
      assert.deepEqual(seen, { title: 'Ici', zones: ['map', 'timeline'] });
      const box = await page.evaluate(() => {
        const { width, height } = /** @type {Element} */ (document.querySelector('iframe, cluster-atlas, #atlas')).getBoundingClientRect();
        return { width, height, style: /** @type {HTMLElement} */ (document.querySelector('iframe, cluster-atlas, #atlas')).style.height };
      });
      if (form !== 'iframe') assert.ok(Math.abs(box.width / box.height - 4 / 3) < 0.01, JSON.stringify(box));
      else assert.match(box.style, /^\d+px$/);
      assert.deepEqual(complaints, []);
      await page.context().close();
    });
  }
  test('React’s compiles, and nothing gets out of its place', async () => {
    const code = snippet_of({ ...chosen, form: 'react', heading: '"}><script>' });
    await transform(code, { loader: 'jsx' });
    assert.match(code, /from 'cluster-atlas\/react'/);
    assert.equal(snippet_of({ ...chosen, form: 'module', heading: '</script>' }).match(/<\/script>/g)?.length, 1);
  });
  test('only what differs from the start is written into a state', () => {
    const initial = { date: '2026', compare: null, selected: null, view: 'map', camera: { lng: 1, lat: 2, zoom: 1 }, filter: { text: '', regions: [], roster: null } };
    assert.deepEqual(chosen_state(initial, initial), {});
    assert.deepEqual(chosen_state({ ...initial, date: '2019', filter: { ...initial.filter, regions: ['53'] } }, initial), { date: '2019', filter: { regions: ['53'] } });
  });
});
