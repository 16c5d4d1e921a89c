// The words of the interface: an atlas fetches one language, and another when it is chosen. German, of which the data know
// nothing, is whole in canvas, twin, exports and on paper; the data's texts stay in the language they have.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { atlas_ready, page_frames, settled, with_atlas } from './support/chromium.mjs';
import { hold } from './support/hold.mjs';
import { element_page } from './support/host.mjs';
import { dist, single_file } from './support/site.mjs';
import { with_site } from './support/stage.mjs';

const root = `${dist}/..`;
/** @param {string} text @returns {string[]} what the twin joins */
const parts_of = (text) => text.split(/, | · /).map((part) => part.trim());
/** Fragments of the data's own texts, which stay in the language they have. */
const of_data = new Set([...readFileSync(`${dist}/snapshot.json`, 'utf8').matchAll(/"((?:[^"\\]|\\.)*)"/g)].flatMap(([, text]) => parts_of(text)));
const stage = with_site({ '/french.html': element_page({ lang: 'fr', height: 700 }), '/austrian.html': element_page({ lang: 'de-AT', height: 700 }), '/italian.html': element_page({ lang: 'it', height: 700 }) });

/** @param {string} name @param {(page: import('playwright-core').Page) => unknown} [prepare] */
async function open(name, prepare) {
  const { page } = await stage.page();
  await prepare?.(page);
  await page.goto(`${stage.origin}/${name}.html`);
  await atlas_ready(page);
  await settled(page);
  return page;
}

/** @param {import('playwright-core').Page} page @returns {Promise<string[]>} languages whose words were fetched */
const fetched = (page) => page.evaluate(() => performance.getEntriesByType('resource').flatMap(({ name }) => /cluster-atlas-(\w+)\.json$/.exec(name)?.[1] ?? []));

/** @param {import('playwright-core').Page} page @returns {Promise<string[]>} everything that the twin says */
const heard = (page) =>
  page.evaluate(() => {
    const all = /** @type {Element[]} */ ([.../** @type {any} */ (document.querySelector('cluster-atlas')).shadowRoot.querySelectorAll('.twin *')]);
    return all.flatMap((each) => [each.children.length ? null : each.textContent, each.getAttribute('aria-label'), each.getAttribute('placeholder')]).filter((text) => text !== null);
  }).then((texts) => texts.flatMap(parts_of));

/** @param {string} lang @returns {[string, string][]} */
function words_of(lang) {
  const rooms = JSON.parse(readFileSync(`${root}/data/locales/${lang}.json`, 'utf8')).words;
  return Object.values(rooms).flatMap((room) => Object.entries(room)).filter(([, text]) => typeof text === 'string');
}

/** @param {string} lang @returns {Map<string, string>} whole sentences of the interface, by key */
const sentences = (lang) => new Map(words_of(lang).filter(([, text]) => !text.includes('{')));

/** @param {string} lang @returns {RegExp[]} sentences with places to fill, such as "Liste {0}" */
const patterns = (lang) =>
  words_of(lang).filter(([, text]) => /\{\d\}/.test(text) && /\p{L}{3}/u.test(text)).map(([, text]) => new RegExp(`^${text.split(/\{\d\}/).map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('.+')}$`, 'u'));

describe('languages', () => {
  test('one is fetched at first, another when it is chosen, each once', async () => {
    const page = await open('french');
    assert.deepEqual(await fetched(page), ['fr']);
    for (const lang of ['en', 'fr', 'en']) {
      await with_atlas(page, (atlas, given) => atlas.setState({ lang: given }), lang);
      await page.waitForFunction((name) => document.querySelector('cluster-atlas')?.shadowRoot?.querySelector('.twin')?.textContent?.includes(name), String(sentences(lang).get('ViewStories')));
    }
    assert.deepEqual((await fetched(page)).sort(), ['en', 'fr']);
    await page.context().close();
  });

  test('a page in a kindred form of a language is served in it, one in another language in English', async () => {
    for (const [name, lang] of [['austrian', 'de'], ['italian', 'en']]) {
      const page = await open(name);
      assert.equal(await with_atlas(page, (atlas) => atlas.state.lang), lang);
      assert.deepEqual(await fetched(page), [lang]);
      await page.context().close();
    }
  });

  test('words that do not come are told and asked for again; the atlas goes on as it was', async () => {
    let is_broken = true;
    const page = await open('french', (each) => each.route(/cluster-atlas-en\.json$/, (route) => (is_broken ? route.abort() : route.continue())));
    await with_atlas(page, (atlas) => atlas.setState({ lang: 'en' }));
    const text = () => page.evaluate(() => document.querySelector('cluster-atlas')?.shadowRoot?.querySelector('.atlas')?.textContent ?? '');
    await page.waitForFunction(() => document.querySelector('cluster-atlas')?.shadowRoot?.textContent?.includes('cluster-atlas-en.json'));
    assert.ok((await text()).includes(/** @type {string} */ (sentences('fr').get('ViewStories'))));
    is_broken = false;
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.waitForFunction((name) => document.querySelector('cluster-atlas')?.shadowRoot?.querySelector('.twin')?.textContent?.includes(name), String(sentences('en').get('ViewStories')));
    await page.context().close();
  });
});

describe('German', () => {
  test('nothing of the interface is left in French or English', { timeout: 60_000 }, async () => {
    const page = await open('austrian');
    const said = new Set();
    const listen = async () => {
      await settled(page);
      for (const text of await heard(page)) said.add(text);
    };
    for (const state of [{ view: 'map' }, { view: 'timeline' }, { view: 'list' }, { view: 'stories' }, { view: 'figures' }, { view: 'understand' }, { view: 'map', selected: 'nextmove' }, { view: 'map', compare: '2019-02' }]) {
      await with_atlas(page, (atlas, wanted) => atlas.setState({ selected: null, compare: null, ...wanted }), state);
      await listen();
    }
    for (const sheet of ['share', 'export', 'help', 'sources', 'phase', 'filters']) {
      await with_atlas(page, (atlas, wanted) => atlas.dispatch({ type: 'openSheet', sheet: wanted, topic: wanted === 'phase' ? '5' : '' }), sheet);
      await listen();
    }
    const german = sentences('de');
    const own = new Set(german.values());
    const filled = patterns('de');
    const foreign = ['fr', 'en'].flatMap((lang) => [...sentences(lang).values()]).filter((text) => text.length > 3 && !own.has(text) && !of_data.has(text) && !filled.some((pattern) => pattern.test(text)));
    assert.deepEqual(foreign.filter((text) => said.has(text)), []);
    assert.ok([...own].filter((text) => said.has(text)).length > 120, `${[...own].filter((text) => said.has(text)).length} German sentences heard`);
    await page.context().close();
  });

  test('numbers, dates and quotation marks are German in the picture’s words, the table, the sentence and on paper', async () => {
    const page = await open('austrian');
    await with_atlas(page, (atlas) => atlas.setState({ date: '2019-02-05', filter: { text: 'photonik' } }));
    await settled(page);
    assert.ok((await heard(page)).some((text) => text.includes('5. Februar 2019')));
    const files = await with_atlas(page, async (atlas) => {
      const text = async (/** @type {string} */ kind) => (await atlas.export(kind)).text();
      atlas.setState({ filter: { text: '' } });
      return { csv: await text('csv'), svg: await text('svg') };
    });
    assert.match(files.csv.split('\r\n')[0], /Kennung,Name,Art,Label zum Datum/);
    assert.match(files.svg, /lang="de"/);
    assert.match(files.svg, /Cluster mit Label am 5\. Februar 2019/);
    await with_atlas(page, (atlas) => atlas.setState({ selected: 'eurobiomed' }));
    await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
    const heads = await page.evaluate(() => [...(document.querySelector('cluster-atlas')?.shadowRoot?.querySelectorAll('.paper :is(thead th, #text-card dt, section > h3)') ?? [])].map((head) => head.textContent));
    for (const head of ['Sitz', 'Laufzeit des Labels', 'Veröffentlichte Zahl', 'Liste der Cluster']) assert.ok(heads.includes(head), `${head} is not among ${heads}`);
    assert.deepEqual(heads.filter((head) => /Siège|Seat|Année|Year/.test(head ?? '')), []);
    await page.context().close();
  });
});

describe('a language that a page brings', () => {
  const greek = { language: 'el', name: 'Ελληνικά', words: { header: { ViewMap: 'Χάρτης' }, common: { Close: 'Κλείσιμο' } }, page: { retry: 'Ξανά' } };
  /** @param {object | string} file @param {string} attributes */
  async function open_with(file, attributes) {
    stage.site.pages['/brought.json'] = { body: typeof file === 'string' ? file : JSON.stringify(file), headers: { 'content-type': 'application/json' } };
    stage.site.pages['/brought.html'] = element_page({ attributes, height: 700 });
    /** @type {string[]} */ const warnings = [];
    const page = await open('brought', (each) => each.on('console', (message) => message.type() === 'warning' && message.text().startsWith('cluster-atlas:') && warnings.push(message.text())));
    return { page, warnings };
  }

  for (const [attributes, lang] of [['locale-src="brought.json"', 'el'], ['locale-src="brought.json" lang="el"', 'el'], ['locale-src="brought.json" lang="de"', 'de']])
    test(`${attributes}: it is there, English in place of what it lacks, one warning`, async () => {
      const { page, warnings } = await open_with(greek, attributes ?? '');
      assert.equal(await with_atlas(page, (atlas) => atlas.state.lang), lang);
      await with_atlas(page, (atlas) => atlas.setState({ lang: 'el' }));
      await settled(page);
      const said = await heard(page);
      assert.ok(said.includes('Χάρτης'), said.join());
      assert.ok(said.includes(String(sentences('en').get('ViewList'))));
      assert.equal(warnings.length, 1, warnings.join('\n'));
      assert.match(String(warnings[0]), /el lacks \d{3,} words, which are said in English: /);
      assert.doesNotMatch(String(warnings[0]), /ViewMap/);
      await page.context().close();
    });

  /** @type {[string, object | string, RegExp][]} */
  const k_bad = [
    ['no JSON', '{"language": "el",', /brought\.json is no JSON/],
    ['no language', { words: {} }, /\/language: a tag/],
    ['a language that is none', { language: '__proto__' }, /\/language: a tag/],
    ['words that nobody says', { language: 'el', words: { header: { __proto: 'x', ViewMapp: 'x' } } }, /\/words\/header\/ViewMapp: no word of this atlas/],
    ['a prototype', '{"language":"el","words":{"__proto__":{"polluted":"x"}}}', /polluted: no word of this atlas/],
    ['a text that is none', { language: 'el', words: { header: { ViewMap: 7 } } }, /ViewMap: a text is expected/],
    ['other placeholders', { language: 'el', forms: { number: { percent: '{1}' } } }, /percent: the placeholders \{0\} are expected/],
    ['too much', JSON.stringify({ language: 'el', name: 'x'.repeat(500_000) }), /more than 400000 bytes/],
  ];
  for (const [what, file, why] of k_bad)
    test(`${what}: named on the console, and the atlas speaks the page’s language`, async () => {
      const { page, warnings } = await open_with(file, 'locale-src="brought.json"');
      assert.equal(await with_atlas(page, (atlas) => atlas.state.lang), 'fr');
      assert.equal(warnings.length, 1, warnings.join('\n'));
      assert.match(String(warnings[0]), why);
      assert.equal(await page.evaluate(() => Reflect.has({}, 'polluted')), false);
      await page.context().close();
    });

  test('mount() takes the address, and a frame one of its own site only', async () => {
    stage.site.pages['/brought.json'] = { body: JSON.stringify(greek), headers: { 'content-type': 'application/json' } };
    stage.site.pages['/module.html'] = '<!doctype html><title>x</title><link rel="icon" href="icon.svg"><div id="box" style="height:600px"></div><script type="module">import { mount } from "./cluster-atlas.js"; window.atlas = await mount(document.getElementById("box"), { localeSrc: "brought.json" });</script>';
    const { page } = await stage.page();
    await page.goto(`${stage.origin}/module.html`);
    await page.waitForFunction(() => Reflect.get(window, 'atlas'));
    assert.equal(await page.evaluate(() => Reflect.get(window, 'atlas').state.lang), 'el');
    for (const [address, lang] of [['brought.json', 'el'], ['https://elsewhere.example/brought.json', 'en']]) {
      await page.goto(`${stage.origin}/embed.html?${new URLSearchParams({ 'locale-src': address, ...(lang === 'en' ? { lang } : {}) })}`);
      await atlas_ready(page);
      assert.equal(await with_atlas(page, (atlas) => atlas.state.lang), lang);
    }
    await page.context().close();
  });
});

describe('a snapshot that has its own words', () => {
  const grappes = { MapName: 'Carte des grappes', ShownOf: { one: 'grappe sur {0}', other: 'grappes sur {0}' }, ListTitle: { one: '{0} grappe labellisée {1}', other: '{0} grappes labellisées {1}' } };
  /** @param {object} words */
  const worded = (words) => {
    const snapshot = JSON.parse(readFileSync(`${dist}/snapshot.json`, 'utf8'));
    snapshot.meta.words = words;
    return snapshot;
  };

  /** @param {object} words */
  async function open_with(words) {
    stage.site.pages['/worded.json'] = { body: JSON.stringify(worded(words)), headers: { 'content-type': 'application/json' } };
    stage.site.pages['/worded.html'] = element_page({ attributes: 'src="worded.json"', height: 700 });
    /** @type {string[]} */ const warnings = [];
    const page = await open('worded', (each) => each.on('console', (message) => message.type() === 'warning' && message.text().startsWith('cluster-atlas:') && warnings.push(message.text())));
    return { page, warnings };
  }
  /** @param {import('playwright-core').Page} page @param {RegExp} pattern */
  const hears = async (page, pattern) => {
    const end = Date.now() + 10_000; // a room may have to be fetched first
    while (Date.now() < end) {
      await settled(page);
      if ((await heard(page)).some((text) => pattern.test(text))) return true;
      await page_frames(page);
    }
    return false;
  };

  test('is spoken of in them, in each language that has them, in twin and files; another snapshot is not', async () => {
    const { page, warnings } = await open_with({ fr: grappes });
    assert.deepEqual(warnings, []);
    assert.ok(await hears(page, /^Carte des grappes/));
    await with_atlas(page, (atlas) => atlas.setState({ view: 'list' }));
    assert.ok(await hears(page, /^53 grappes labellisées /));
    const svg = await with_atlas(page, async (atlas) => (await atlas.export('svg')).text());
    assert.match(svg, /53 grappes labellisées/);
    await with_atlas(page, (atlas) => atlas.setState({ lang: 'en' }));
    await page.waitForFunction(() => document.querySelector('cluster-atlas')?.shadowRoot?.querySelector('.twin')?.textContent?.includes('Stories'));
    assert.ok(await hears(page, /^53 .*clusters/));
    await with_atlas(page, async (atlas) => {
      atlas.setState({ lang: 'fr', view: 'list' });
      await atlas.load('snapshot.json');
      await atlas.speech.arriving;
    });
    assert.ok(await hears(page, /^53 pôles /));
    await page.context().close();
  });

  test('in the single file, too, and at once when load() is over', async () => {
    const { page, complaints } = await stage.page();
    await page.goto(single_file);
    await atlas_ready(page);
    const html = await with_atlas(page, async (atlas, snapshot) => {
      atlas.setState({ view: 'list' });
      await atlas.load(snapshot);
      return atlas.svg();
    }, worded({ fr: grappes }));
    assert.match(html, /53 grappes labellisées/);
    assert.deepEqual(complaints, []);
    await page.context().close();
  });

  test('which come late are not said of data that came after', async () => {
    const page = await open('french');
    const words = await hold(page, /cluster-atlas-words\.json$/, 1);
    await with_atlas(page, (atlas, snapshot) => void Reflect.set(window, 'first', atlas.load(snapshot)), worded({ fr: { MapName: 'Carte d’avant' } }));
    await words.asked;
    await with_atlas(page, (atlas, snapshot) => void Reflect.set(window, 'second', atlas.load(snapshot)), worded({ fr: { MapName: 'Carte d’après' } }));
    await page.waitForFunction(() => document.querySelector('cluster-atlas')?.shadowRoot?.querySelector('[aria-label^="Carte d’après"]'));
    words.release();
    await page.evaluate(() => Promise.all([Reflect.get(window, 'first'), Reflect.get(window, 'second')]));
    assert.ok(await hears(page, /^Carte d’après/));
    await settled(page);
    assert.ok(!(await heard(page)).some((text) => /^Carte d’avant/.test(text)));
    await page.context().close();
  });

  /** @type {[string, unknown, RegExp][]} */
  const k_bad = [
    ['other placeholders', { ...grappes, ShownOf: { other: 'grappes' } }, /ShownOf\/other: the placeholders \{0\} are expected/],
    ['a word that nobody says', { Grappe: 'x' }, /meta\.words\.fr is refused: \/Grappe: no word of this atlas/],
    ['no words at all', [1, 2], /fr: an object is expected/],
    ['a text beyond measure', { MapName: 'x'.repeat(3000) }, /MapName: longer than 2000 characters/],
  ];
  for (const [what, words, why] of k_bad)
    test(`${what}: named once, and the usual words stay`, async () => {
      const { page, warnings } = await open_with({ fr: words });
      assert.ok(await hears(page, /^Carte des pôles/));
      assert.equal(warnings.length, 1, warnings.join('\n'));
      assert.match(String(warnings[0]), why);
      await page.context().close();
    });
});
