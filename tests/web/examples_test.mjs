// Every example runs as it stands; the embed builder's snippets run, too.
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { after, before, describe, test } from 'node:test';
import { policy_of, snippet_of } from '../../web/examples/snippet.js';
import { atlas_ready, launch, new_page, with_atlas } from './support/chromium.mjs';
import { dist, start_site } from './support/site.mjs';

/** @type {import('playwright-core').Browser} */ let browser;
/** @type {Awaited<ReturnType<typeof start_site>>} */ let site;
before(async () => {
  browser = await launch();
  site = await start_site();
});
after(async () => {
  await browser.close();
  await site.stop();
});

/** @param {string} name */
async function open(name) {
  const { page, complaints } = await new_page(browser);
  await page.goto(`${site.origin}/examples/${name}`);
  return { page, complaints };
}

test('the list of examples names each of them', () => {
  const list = readFileSync(`${dist}/examples/index.html`, 'utf8');
  for (const file of readdirSync(`${dist}/examples`).filter((name) => /^(?!index).*\.html$/.test(name))) assert.ok(list.includes(`href="${file}"`), file);
});

for (const name of ['plain.html', 'article.html', 'strict-csp.html', 'builder.html']) {
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
  await page.waitForTimeout(600);
  await page.click('#then');
  await page.waitForFunction(() => document.getElementById('log')?.textContent?.includes('date=2007-04'));
  await page.click('#ask');
  await page.waitForFunction(() => document.getElementById('log')?.textContent === '66 / 66');
  assert.deepEqual(complaints, []);
  await page.context().close();
});

test('sandboxed.html: the single file draws without an origin', async () => {
  const { page, complaints } = await open('sandboxed.html');
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
  await page.waitForTimeout(800);
  await page.getByText('2007').click();
  await page.waitForFunction(() => document.querySelector('output')?.textContent === '2007');
  assert.deepEqual(complaints, []);
  const lines = readFileSync(new URL('../../web/examples/atlas-host.jsx', import.meta.url), 'utf8').trim().split('\n').length;
  assert.ok(lines <= 30, `${lines} lines`);
  await page.context().close();
});

describe('snippets', () => {
  const plain = { form: 'element', lang: 'fr', theme: 'dark', gestures: 'cooperative', width: '100%', height: '400', base: '', permalink: '#v1;date=2019;lang=en;dom=health' };
  test('the element’s runs as pasted', async () => {
    const snippet = snippet_of({ ...plain, base: `${site.origin}/` });
    site.pages['/pasted.html'] = `<!doctype html><link rel="icon" href="data:,">${snippet}`;
    const { page, complaints } = await new_page(browser);
    await page.goto(`${site.origin}/pasted.html`);
    await atlas_ready(page);
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
    assert.match(snippet_of({ ...plain, report: 'mailto:atlas@example.org' }), / report-url="mailto:atlas@example.org"/);
    assert.doesNotMatch(snippet_of({ ...plain, report: 'javascript:alert(1)' }), /report-url/);
    assert.match(snippet_of({ ...plain, base: 'javascript:alert(1)' }), /src="https:\/\/example.org\/atlas\/cluster-atlas.js"/);
  });
});
