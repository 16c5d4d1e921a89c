// The page's modules that need no browser: messages, first paint, standalone page, kiosk tour.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { first_facts } from '../../web/src/first_paint.js';
import { allowed_origins, read_message } from '../../web/src/frame.js';
import { read_options } from '../../web/src/options.js';
import { parse_outline } from '../../web/src/outline.js';
import { content_in } from '../../web/src/source.js';
import { standalone_page } from '../../web/src/standalone_page.js';
import { default_scenes, read_tour } from '../../web/src/tour.js';

const base = JSON.parse(readFileSync(new URL('../../data/snapshot.json', import.meta.url), 'utf8'));

test('what does not begin as JSON is a table, whatever its encoding', async () => {
  const bytes = (/** @type {string} */ text, /** @type {BufferEncoding} */ encoding) => Buffer.from(text, encoding);
  for (const [text, encoding] of /** @type {const} */ ([['nom;ville', 'utf8'], ['\ufeff"Name"', 'utf8'], ['\ufeffnom', 'utf16le'], ['Zo\u00e9', 'latin1']])) {
    const content = await content_in(bytes(text, encoding), 'x.csv');
    assert.ok(typeof content === 'object' && 'table' in content && content.name === 'x.csv', text);
  }
  for (const text of ['{"schema": 1}', ' \n[1]', '\ufeff{}', '']) assert.equal(typeof (await content_in(bytes(text, 'utf8'), '')), 'string');
  await assert.rejects(content_in(bytes('\ufeff{}', 'utf16le'), ''), /UTF-16/);
});

describe('messages to the iframe page', () => {
  const good = { ns: 'cluster-atlas', v: 1, type: 'state', state: { date: '2019' } };
  test('a well-formed one is a plain copy', () => {
    const message = read_message(good);
    assert.deepEqual(message, good);
    assert.notEqual(message, good);
  });
  for (const [what, data] of Object.entries({
    text: 'state',
    null: null,
    list: [good],
    'another namespace': { ...good, ns: 'other' },
    'another version': { ...good, v: 2 },
    'no type': { ns: 'cluster-atlas', v: 1 },
    oversized: { ...good, state: { filter: { text: 'x'.repeat(5000) } } },
    cycle: Object.assign({}, good, (() => { const a = {}; Reflect.set(a, 'a', a); return { state: a }; })()),
  })) {
    test(`${what}: ignored`, () => assert.equal(read_message(data), null));
  }
  test('origins are exact, and "null" is nobody', () => {
    assert.deepEqual(allowed_origins('', 'https://region.example/article?x=1'), ['https://region.example']);
    assert.deepEqual(allowed_origins('?allow=https://a.example,https://b.example:8443', 'https://c.example/'), ['https://a.example', 'https://b.example:8443']);
    assert.deepEqual(allowed_origins('?allow=*', ''), []);
    assert.deepEqual(allowed_origins('?allow=null,file:///x,about:blank', ''), []);
  });
});

describe('options and states from a page', () => {
  test('known keys only, into an object without a prototype', () => {
    const options = read_options({ lang: 'en', hash: true, theme: undefined });
    assert.equal(Object.getPrototypeOf(options), null);
    assert.deepEqual(Object.keys(options), ['lang', 'hash']);
    for (const bad of [{ colour: 1 }, { lang: 'Deutsch' }, { link: 'javascript:alert(1)' }, JSON.parse('{"__proto__": {}}'), [], 'x']) {
      assert.throws(() => read_options(bad), { code: 'options' });
    }
  });
  test('what throws, or is too long for what it is', () => {
    for (const [bad, reason] of /** @type {[object, RegExp][]} */ ([
      [{ get lang() { throw new Error('boo'); } }, /boo/],
      [{ heading: 'x'.repeat(501) }, /heading/],
      [{ locked: { regions: new Array(1e6).fill('53') } }, /locked/],
      [{ locked: { regions: ['x'.repeat(65)] } }, /locked/],
      [{ parts: new Array(1e6).fill('map') }, /parts/],
    ])) {
      assert.throws(() => read_options(bad), { code: 'options', message: reason });
    }
  });
});

test('first paint: every cluster, no partner, in alphabetical order, nothing for a file that is none', () => {
  const facts = first_facts(JSON.stringify(base), 'fr');
  assert.ok(facts);
  assert.equal(facts.rows.length, base.clusters.filter((/** @type {{kind?: string}} */ { kind }) => kind !== 'partner').length);
  assert.deepEqual(facts.rows.map((row) => row.name), facts.rows.map((row) => row.name).sort((a, b) => a.localeCompare(b, 'fr')));
  assert.equal(first_facts('nonsense', 'fr'), null);
  assert.equal(first_facts('null', 'fr'), null);
  assert.deepEqual(first_facts('{"clusters": [1, null, {"labels": 3}], "meta": 7}', 'en')?.rows, []);
});

test('first paint: texts in a language they are not told in are read in the first of theirs', () => {
  const told = (/** @type {object} */ meta) => first_facts(JSON.stringify({ meta }), 'de')?.title;
  assert.equal(told({ languages: ['fr', 'en'], title: { en: 'Clusters', fr: 'Pôles' } }), 'Pôles');
  assert.equal(told({ title: { en: 'Clusters', fr: 'Pôles' } }), 'Clusters');
  assert.equal(told({ languages: ['fr'], title: { fr: 'Pôles', de: 'Cluster' } }), 'Cluster');
  assert.equal(told({ languages: [7, null, {}], title: { fr: 'Pôles' } }), 'Pôles');
  assert.equal(told({ languages: 'fr', title: 'Atlas' }), 'Atlas');
});

test('the standalone page holds the data as inert text', () => {
  const template = '<title>a</title><script type="application/json" id="atlas-snapshot">{}</script><script type="application/octet-stream" id="atlas-map">old</script><script type="module">x</script>';
  const evil = JSON.stringify({ meta: { title: '</script><script>alert(1)</script><!--$&' } });
  const page = standalone_page(template, { snapshot_json: evil, packed_map: 'new' }, 'A & "B" <C>');
  assert.equal(page.match(/<script/g)?.length, 3);
  assert.match(page, /id="atlas-map">new<\/script>/);
  const inside = /id="atlas-snapshot">([^]*?)<\/script>/.exec(page)?.[1] ?? '';
  assert.deepEqual(JSON.parse(inside), JSON.parse(evil));
  assert.match(page, /<title>A &#38; &#34;B&#34; &#60;C&#62;<\/title>/);
  const carried = '<p>before</p><article class="text" lang="fr"><h1>old</h1></article><p>after</p>';
  assert.match(standalone_page(template + carried, { snapshot_json: '{}', packed_map: '', text: '<article>$& new</article>' }, ''), /<p>before<\/p><article>\$& new<\/article><p>after<\/p>/);
  assert.throws(() => standalone_page('<html>', { snapshot_json: '{}', packed_map: '' }, ''), { code: 'export' });
});

describe('the kiosk’s tour', () => {
  /** What is said on the console meanwhile. @param {unknown} given */
  const said_about = (given) => {
    const { warn } = console;
    /** @type {string[]} */
    const said = [];
    console.warn = (...words) => void said.push(words.join(' '));
    try {
      return { tour: read_tour(/** @type {any} */ (given)), said };
    } finally {
      console.warn = warn;
    }
  };
  const usual = { sceneSeconds: 9, warnAfterSeconds: 45, resetAfterSeconds: 60, scenes: [] };
  test('what is said is taken, and nothing is said about it', () => {
    assert.deepEqual(said_about(undefined), { tour: usual, said: [] });
    const scenes = [{ state: { date: '2007' }, seconds: 4 }, { state: {} }];
    assert.deepEqual(said_about({ scenes, sceneSeconds: 3, warnAfterSeconds: 5, resetAfterSeconds: 8 }), { tour: { scenes, sceneSeconds: 3, warnAfterSeconds: 5, resetAfterSeconds: 8 }, said: [] });
  });
  for (const [bad, seconds] of /** @type {[unknown, number][]} */ ([[0, 2], [-1, 2], [1e-9, 2], [3_000_000, 3600], [Infinity, 3600], [-Infinity, 2], [NaN, 9], ['soon', 9], [null, 9], [{}, 9]])) {
    test(`a scene of ${String(bad)} s lasts ${seconds} s`, () => {
      const { tour, said } = said_about({ sceneSeconds: bad, scenes: [{ state: {}, seconds: bad }] });
      assert.deepEqual([tour.sceneSeconds, tour.scenes[0].seconds], [seconds, seconds]);
      if (bad !== null) assert.ok(said.length > 0 || bad === -Infinity, 'said'); // one sentence is said once a page
    });
  }
  test('scenes that are none are left out, not too many are kept, and a warning comes before its reset', () => {
    const { tour, said } = said_about({ scenes: [null, 7, { state: null }, ...new Array(600).fill({ state: {} })], speed: 1, warnAfterSeconds: 70 });
    assert.equal(tour.scenes.length, 497);
    assert.deepEqual([tour.warnAfterSeconds, tour.resetAfterSeconds], [45, 60]);
    assert.equal(said.length, 3);
    for (const each of [{ scenes: 'x' }, { scenes: { length: 1e9 } }]) assert.deepEqual(said_about(each).tour, usual);
  });
  test('by default: today, each past phase, spotlights', () => {
    const scenes = default_scenes(base);
    /** @type {Array<{status: string, end?: string}>} */
    const past = base.phases.filter((/** @type {{status: string}} */ phase) => phase.status === 'past');
    assert.equal(scenes[0]?.state.date, base.meta.default_date);
    assert.deepEqual(scenes.slice(1, 1 + past.length).map((scene) => scene.state.date), past.map((phase) => phase.end));
    const ids = new Set(base.clusters.map((/** @type {{id: string}} */ cluster) => cluster.id));
    const spots = scenes.slice(1 + past.length);
    assert.ok(spots.length > 3);
    for (const scene of spots) assert.ok(ids.has(scene.state.selected));
  });
});

test('a zone of two panels shares its nodes out by place', () => {
  const node = (/** @type {string} */ id, /** @type {number} */ x) => ({ id, role: 'button', name: id, rect: [x, 0, 10, 10] });
  const nodes = [node('left', 0), node('right', 100)];
  const { zones } = parse_outline(JSON.stringify({ zones: [{ zone: 'view', rect: [0, 0, 50, 50], nodes }, { zone: 'view', rect: [90, 0, 50, 50], nodes }] }));
  assert.deepEqual(zones.map((zone) => [zone.key, zone.nodes.map((each) => each.id)]), [['view', ['left']], ['view2', ['right']]]);
});
