// The reader's own settings: language switched live and complete, colours, contrast, motion and text size as asked for;
// fields look like the canvas, and give the font back.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { atlas_ready, box_of, settled, with_atlas } from './support/chromium.mjs';
import { element_page } from './support/host.mjs';
import { dist } from './support/site.mjs';
import { with_site } from './support/stage.mjs';

const snapshot = JSON.parse(readFileSync(`${dist}/snapshot.json`, 'utf8'));
const root = `${dist}/..`;
const stage = with_site({ '/guest.html': element_page({ height: 700 }) });

/** @param {import('playwright-core').BrowserContextOptions} [options] */
const open = async (options) => (await stage.open('/guest.html', options)).page;

/** Every pair of a French and an English text that differ: the interface's and the data's. @returns {{fr: string, en: string}[]} */
function pairs() {
  /** @type {{fr: string, en: string}[]} */
  const all = [];
  const visit = (/** @type {any} */ value) => {
    if (typeof value !== 'object' || value === null) return;
    if (typeof value.fr === 'string' && typeof value.en === 'string') all.push(value);
    Object.values(value).forEach(visit);
  };
  visit(snapshot);
  const words = (/** @type {string} */ lang) => JSON.parse(readFileSync(`${root}/data/locales/${lang}.json`, 'utf8')).words;
  const [french, english] = [words('fr'), words('en')];
  for (const room of ['card', 'common', 'figures', 'filters', 'header', 'lineage', 'list', 'map', 'sheet', 'stories', 'timeline']) {
    for (const [key, fr] of Object.entries(french[room])) {
      const en = english[room][key];
      if (typeof fr === 'string' && !`${fr}${en}`.includes('{')) all.push({ fr, en });
    }
  }
  const known = new Set(all.flatMap(({ fr, en }) => (fr === en ? [fr] : [])));
  return all.filter(({ fr, en }) => fr !== en && !known.has(fr) && !known.has(en));
}

describe('languages', () => {
  const k_views = [{ view: 'map' }, { view: 'timeline' }, { view: 'list' }, { view: 'stories' }, { view: 'figures' }, { view: 'understand' }, { view: 'map', selected: 'nextmove' }, { view: 'map', compare: '2019-02' }];
  const k_sheets = ['share', 'export', 'help', 'sources', 'phase', 'filters'];

  for (const [lang, other] of /** @type {const} */ ([['en', 'fr'], ['fr', 'en']])) {
    test(`switched to ${lang}, nothing is left in ${other}`, { timeout: 60_000 }, async () => {
      const page = await open();
      const said = new Set();
      const listen = async () => {
        await settled(page);
        const texts = await page.evaluate(() => [...(/** @type {any} */ (document.querySelector('cluster-atlas')).shadowRoot.querySelectorAll('.twin *'))].flatMap((each) => [each.children.length ? '' : each.textContent, each.getAttribute('aria-label'), each.getAttribute('placeholder')]).filter(Boolean));
        for (const text of texts) for (const part of text.split(/, | · /)) said.add(part.trim());
      };
      await with_atlas(page, (atlas, given) => atlas.setState({ lang: given }), other);
      await settled(page);
      await with_atlas(page, (atlas, given) => atlas.setState({ lang: given }), lang);
      await page.waitForFunction((name) => document.querySelector('cluster-atlas')?.shadowRoot?.querySelector('.twin')?.textContent?.includes(name), lang === 'fr' ? 'Récits' : 'Stories'); // its words are fetched
      for (const view of k_views) {
        await with_atlas(page, (atlas, state) => atlas.setState({ selected: null, compare: null, ...state }), view);
        await listen();
      }
      for (const sheet of k_sheets) {
        await with_atlas(page, (atlas, wanted) => atlas.dispatch({ type: 'openSheet', sheet: wanted, topic: wanted === 'phase' ? '5' : '' }), sheet);
        await listen();
      }
      const own = new Set(pairs().map((pair) => pair[lang]));
      const names = new Set(snapshot.sources.flatMap((/** @type {any} */ source) => `${source.title} | ${source.publisher}`.split(/, | \| | · /)));
      const left = pairs().filter((pair) => said.has(pair[other]) && !own.has(pair[other]) && !names.has(pair[other]) && pair[other].length > 3).map((pair) => pair[other]);
      assert.deepEqual([...new Set(left)], []);
      const heard = pairs().filter((pair) => said.has(pair[lang])).length;
      assert.ok(heard > 150, `the test hears ${heard} texts`);
      await page.context().close();
    });
  }

  test('the page’s language is taken', async () => {
    const page = await open();
    assert.equal(await with_atlas(page, (atlas) => atlas.state.lang), 'fr');
    await page.evaluate(() => {
      document.documentElement.lang = 'en-GB';
      const host = document.querySelector('cluster-atlas');
      host?.replaceWith(Object.assign(document.createElement('cluster-atlas'), { style: 'display:block;height:700px' }));
      document.querySelector('cluster-atlas')?.setAttribute('loading', 'eager');
    });
    await atlas_ready(page);
    assert.equal(await with_atlas(page, (atlas) => atlas.state.lang), 'en');
    await page.context().close();
  });
});

/** The colour of a pixel of the drawn page, as lightness 0 to 255. @param {import('playwright-core').Page} page @param {number} x @param {number} y */
async function lightness(page, x, y) {
  const png = (await page.screenshot({ clip: { x, y, width: 1, height: 1 } })).toString('base64');
  return page.evaluate(async (data) => {
    const image = new Image();
    image.src = `data:image/png;base64,${data}`;
    await image.decode();
    const canvas = document.createElement('canvas');
    const pen = /** @type {CanvasRenderingContext2D} */ (canvas.getContext('2d'));
    pen.drawImage(image, 0, 0);
    const [r, g, b] = pen.getImageData(0, 0, 1, 1).data;
    return 0.21 * r + 0.72 * g + 0.07 * b;
  }, png);
}

describe('what the reader prefers', () => {
  test('dark and light, at once', async () => {
    const page = await open({ colorScheme: 'light' });
    const panel = [12, 60]; // the filters' ground
    assert.ok((await lightness(page, panel[0], panel[1])) > 230);
    await page.emulateMedia({ colorScheme: 'dark' });
    await settled(page);
    assert.ok((await lightness(page, panel[0], panel[1])) < 60);
    await with_atlas(page, (atlas) => atlas.setState({ theme: 'light' })); // a choice wins over the system
    await settled(page);
    assert.ok((await lightness(page, panel[0], panel[1])) > 230);
    await page.context().close();
  });

  test('more contrast', async () => {
    const page = await open({ colorScheme: 'light' });
    const { x, y, width, height } = await box_of(page, 'map/surface');
    const sea = () => lightness(page, x + width * 0.25, y + height * 0.5); // the Bay of Biscay
    assert.ok((await sea()) < 245, 'a light blue');
    await page.emulateMedia({ contrast: 'more' });
    await settled(page);
    assert.equal(Math.round(await sea()), 255, 'white');
    await page.emulateMedia({ contrast: 'no-preference' });
    await settled(page);
    const before = await page.screenshot();
    await page.emulateMedia({ forcedColors: 'active' });
    await settled(page);
    assert.notDeepEqual(await page.screenshot(), before);
    await page.context().close();
  });

  test('text at 200 %: everything is drawn twice as large, and takes clicks where it is seen', async () => {
    const page = await open();
    const tab = (await box_of(page, 'header/view-list')).height;
    await page.addStyleTag({ content: 'html { font-size: 200% }' });
    await page.setViewportSize({ width: 1281, height: 800 });
    await settled(page);
    const large = await box_of(page, 'header/view-list');
    assert.ok(large.height > 1.6 * Math.min(tab, 36), `${tab} px, then ${large.height} px`);
    await page.mouse.click(large.middle[0], large.middle[1]);
    await settled(page);
    assert.equal(await with_atlas(page, (atlas) => atlas.state.view), 'list');
    await page.context().close();
  });

  test('a root font of 10 px, as many pages set it, makes nothing smaller', async () => {
    const page = await open();
    const before = (await box_of(page, 'header/view-list')).height;
    await page.addStyleTag({ content: 'html { font-size: 62.5% }' });
    await page.setViewportSize({ width: 1281, height: 800 });
    await settled(page);
    assert.equal((await box_of(page, 'header/view-list')).height, before);
    await page.context().close();
  });
});

test('the search field is set in the canvas’s font, which goes with the last atlas', async () => {
  const page = await open();
  const fonts = () => page.evaluate(() => [...document.fonts].map((face) => `${face.family.replace(/["']/g, '')} ${face.weight} ${face.status}`));
  await page.waitForFunction(() => [...document.fonts].every((face) => face.status === 'loaded'));
  assert.deepEqual(await fonts(), ['Cluster Atlas Inter 400 loaded', 'Cluster Atlas Inter 600 loaded']);
  const family = await page.evaluate(() => getComputedStyle(/** @type {any} */ (document.querySelector('cluster-atlas')).shadowRoot.querySelector('input[type=search]')).fontFamily);
  assert.match(family, /^"?Cluster Atlas Inter/);
  await page.evaluate(() => document.querySelector('cluster-atlas')?.remove());
  await page.waitForFunction(() => document.fonts.size === 0);
  await page.context().close();
});
