// A snapshot whose every text is markup, a formula, a control character or a script: shown as text everywhere, in the atlas,
// in every file made of it, in the page saved with it; nothing of it runs.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { open_in_calc } from '../support/spreadsheet.mjs';
import { atlas_ready, launch, new_page, settled, with_atlas } from './support/chromium.mjs';
import { dist, start_site } from './support/site.mjs';

const k_texts = ['<img src=x onerror=alert(1)>', '</script><script>alert(2)</script>', '<!--', '<svg onload=alert(3)>', '=HYPERLINK("http://evil","x")', ' =1+1', 'javascript:alert(4)', '\u202eevil\u202c', '"><script>alert(5)</script>',
  "' onmouseover=alert(6) x='", '${alert(7)}', '{{7*7}}', "+cmd|' /C calc'!A0", '@SUM(1)', '\t=1+1', ']]>', '&lt;script&gt;', 'مرحبا بالعالم', '日本語の名前', 'Ẑ̸̢̨͎͉̤̱̣̗a', '👨‍👩‍👧‍👦👩🏽‍🚀', 'W'.repeat(300)];
/** Words of people's, wherever they stand; ids, dates and addresses are another kind. */
const k_named = new Set(['name', 'short_name', 'title', 'city', 'note', 'statement', 'publisher', 'words']);

/** @param {any} snapshot */
function poisoned(snapshot) {
  let next = 0;
  const poison = () => k_texts[next++ % k_texts.length];
  /** @param {any} value @param {string} key @returns {any} */
  const walk = (value, key) => {
    if (Array.isArray(value)) return value.map((/** @type {any} */ each) => walk(each, ''));
    if (typeof value === 'string') return k_named.has(key) || key === 'fr' || key === 'en' ? poison() : value;
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, walk(each, name)]));
  };
  return walk(snapshot, '');
}

const snapshot = poisoned(JSON.parse(readFileSync(`${dist}/snapshot.json`, 'utf8')));
/** @type {import('playwright-core').Browser} */ let browser;
/** @type {Awaited<ReturnType<typeof start_site>>} */ let site;
/** @type {import('playwright-core').Page} */ let page;
/** @type {string[]} */ let complaints;
/** Would be told of anything that runs. @param {import('playwright-core').Page} watched */
const watch = (watched) => watched.addInitScript(() => {
  const told = (/** @type {unknown} */ what) => Reflect.set(window, 'ran', [...(Reflect.get(window, 'ran') ?? []), what]);
  Reflect.set(window, 'alert', told);
  document.addEventListener('securitypolicyviolation', (event) => told(event.violatedDirective));
});
before(async () => {
  browser = await launch();
  site = await start_site();
  ({ page, complaints } = await new_page(browser));
  await watch(page);
  await page.goto(`${site.origin}/index.html`);
  await atlas_ready(page);
  await with_atlas(page, (atlas, given) => atlas.load(given).then(() => atlas.preload()), snapshot);
});
after(async () => {
  await browser.close();
  await site.stop();
});

/** @param {import('playwright-core').Page} shown */
async function is_inert(shown) {
  const found = await shown.evaluate(() => {
    const root = /** @type {any} */ (document.querySelector('cluster-atlas')).shadowRoot;
    const strange = [...root.querySelectorAll('script, img, iframe, object, embed, link, form, base, meta, [onerror], [onload], [onmouseover]')];
    return { ran: Reflect.get(window, 'ran') ?? [], strange: strange.map((each) => each.outerHTML.slice(0, 80)), addresses: [...root.querySelectorAll('[href]')].map((each) => each.getAttribute('href')).filter((address) => !/^(https:|mailto:)/.test(address)) };
  });
  assert.deepEqual(found, { ran: [], strange: [], addresses: [] });
}

test('every room, card and sheet, and all that can be read', async () => {
  assert.equal(await with_atlas(page, (atlas) => atlas.result.total), 53);
  const first = await with_atlas(page, (atlas) => atlas.result.ids[0]);
  for (const view of ['map', 'timeline', 'list', 'stories', 'figures']) {
    await with_atlas(page, (atlas, given) => atlas.setState(given), { view, selected: view === 'map' ? first : null });
    await settled(page);
    await is_inert(page);
  }
  for (const sheet of ['share', 'sources', 'phase', 'help', 'export']) {
    await with_atlas(page, (atlas, given) => atlas.dispatch({ type: 'openSheet', sheet: given }), sheet);
    await settled(page);
    await is_inert(page);
  }
  const read = await with_atlas(page, (atlas) => JSON.stringify(atlas.document_outline));
  assert.ok(read.includes('<img src=x onerror=alert(1)>'), 'as it was written');
  assert.doesNotMatch(read, /[\u202a-\u202e\u2066-\u2069\0]/);
});

test('files: tables without a formula, names in every script; JSON that loads again; a picture without a script', async () => {
  const text_of = (/** @type {string} */ kind) => with_atlas(page, async (atlas, given) => (await atlas.export(given)).text(), kind);
  for (const [kind, lang] of /** @type {const} */ ([['csv', 'en'], ['csv-fr', 'fr']])) {
    const table = await text_of(kind);
    const cells = open_in_calc(table, lang).flat();
    for (const { formula, text } of cells) assert.equal(formula, null, text);
    const shown = cells.map(({ text }) => text);
    for (const name of ['日本語の名前', 'مرحبا بالعالم']) assert.ok(shown.includes(name), `${kind}: ${name}`);
  }
  const ids = await with_atlas(page, (atlas) => atlas.result.ids);
  const again = await with_atlas(page, async (atlas) => {
    const { title } = JSON.parse(atlas.snapshot_json).meta;
    await atlas.load(JSON.parse(await (await atlas.export('json')).text()));
    return { ids: atlas.result.ids, title: JSON.parse(atlas.snapshot_json).meta.title, before: title };
  });
  assert.deepEqual([again.ids.sort(), again.title], [ids.sort(), again.before]);
  const features = JSON.parse(await text_of('geojson')).features;
  assert.deepEqual(features.map((/** @type {any} */ each) => each.id).sort(), ids.sort());
  const strange = await page.evaluate((svg) => {
    const parsed = new DOMParser().parseFromString(svg, 'image/svg+xml');
    return [parsed.querySelectorAll('parsererror, script, foreignObject, image, a').length, [...parsed.querySelectorAll('*')].flatMap((each) => [...each.attributes]).filter(({ name }) => name.startsWith('on')).length];
  }, await text_of('svg'));
  assert.deepEqual(strange, [0, 0]);
  await is_inert(page);
});

test('the page saved with it', async () => {
  const [download] = await Promise.all([page.waitForEvent('download'), with_atlas(page, (atlas) => atlas.dispatch({ type: 'ask', service: 'savePage' }))]);
  const saved = await new_page(browser);
  await watch(saved.page);
  site.pages['/saved.html'] = readFileSync(await download.path(), 'utf8');
  await saved.page.goto(`${site.origin}/saved.html`);
  await atlas_ready(saved.page);
  await settled(saved.page);
  assert.equal(await with_atlas(saved.page, (atlas) => atlas.result.total), 53);
  await is_inert(saved.page);
  assert.deepEqual(saved.complaints, []);
  await saved.page.context().close();
});

test('the console stays silent', () => assert.deepEqual(complaints, []));
