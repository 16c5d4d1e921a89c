// What a script of the page may hand over by mistake or on purpose: refused at once with the true reason, and the atlas that
// was showing stays. How little is read of it is counted in plain_json_test; here a clock looks for whole seconds.
import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { atlas_ready, with_atlas } from './support/chromium.mjs';
import { element_page } from './support/host.mjs';
import { with_site } from './support/stage.mjs';

const stage = with_site();
/** @type {import('playwright-core').Page} */ let page;
/** @type {string[]} */ let complaints;
/** @type {string} */ let state;
before(async () => {
  ({ page, complaints } = await stage.open('/index.html#v1;date=2019;sel=axelera'));
  state = await with_atlas(page, (atlas) => JSON.stringify(atlas.state));
});

/** In the page: what is given, as source text; the reason for a state, and for a snapshot. @type {[string, string, RegExp, RegExp][]} */
const k_values = [
  ['a list of a million items', '({ filter: { regions: new Array(1e6).fill("53") } })', /1000000 items/, /1000000 items/],
  ['a text of 30 MB', '({ filter: { text: "x".repeat(30 * 2 ** 20) } })', /larger than 128 KB/, /too long|trop long/],
  ['120 MB of texts', '({ schema: 1, blobs: Array.from({ length: 120 }, () => "x".repeat(2 ** 20)) })', /larger than 128 KB/, /larger than 32768 KB/],
  ['120 MB of clusters', '({ schema: 1, clusters: Array.from({ length: 1_200_000 }, (_, i) => ({ id: `c${i}`, name: "x".repeat(80) })) })', /1200000 items/, /1200000 items/],
  ['a getter that throws', '({ get date() { throw new Error("boo"); } })', /can't be read: boo/, /can't be read: boo/],
  ['a Proxy that throws', 'new Proxy({}, { ownKeys() { throw new Error("no keys"); } })', /no keys/, /no keys/],
  ['itself', '(() => { const a = {}; a.a = a; return a; })()', /holds itself/, /holds itself/],
  ['a BigInt', '({ date: 10n })', /bigint/, /bigint/],
  ['a NUL', '({ filter: { text: "a\\0b" } })', /NUL/, /U\+0000/],
];
for (const [what, value, of_state, of_snapshot] of k_values) {
  test(what, async () => {
    const told = await page.evaluate(`(async () => {
      const { atlas } = document.querySelector('cluster-atlas');
      const told = [];
      for (const [call, wrap] of [['setState', (given) => given], ['dispatch', (given) => ({ type: 'setState', given })], ['load', (given) => given]]) {
        const given = ${value};
        const start = performance.now();
        try {
          await atlas[call](wrap(given));
          told.push({ call });
        } catch (error) {
          told.push({ call, ms: performance.now() - start, name: error.name, code: error.code, message: error.message });
        }
      }
      return told;
    })()`);
    const codes = { setState: 'state', dispatch: 'action', load: 'snapshot' };
    for (const { call, ms, name, code, message } of /** @type {any[]} */ (told)) {
      assert.deepEqual([name, code], ['AtlasError', codes[/** @type {keyof typeof codes} */ (call)]], `${call}: ${message}`);
      assert.match(message, call === 'load' ? of_snapshot : of_state, call);
      assert.ok(ms < 1000, `${call}: ${ms} ms`);
    }
    assert.equal(await with_atlas(page, (atlas) => JSON.stringify(atlas.state)), state);
  });
}

test('what JavaScript lets through, the core takes as well: both know the same bounds', async () => {
  const refusals = await with_atlas(page, (atlas) => {
    const at_the_bounds = [
      { filter: { text: '€'.repeat(1365) } },
      { filter: { regions: new Array(128).fill('53') } },
      { a: { a: { a: { a: { a: {} } } } } },
      { a: new Array(8000).fill(0) },
      { a: Array.from({ length: 30 }, () => '"'.repeat(2000)) },
    ];
    return at_the_bounds.map((given) => {
      try {
        atlas.setState(given);
        return '';
      } catch (error) {
        return /** @type {Error} */ (error).message;
      }
    });
  });
  for (const message of refusals) assert.doesNotMatch(message, /JSON/);
  assert.deepEqual(refusals.slice(0, 2), ['', '']);
});

test('an address that is too long for a link, and a host’s words that are, leave a whole atlas', async () => {
  stage.site.pages['/long.html'] = element_page({ attributes: `heading="${'é'.repeat(499)}"` });
  const long = await stage.page();
  await long.page.goto(`${stage.origin}/long.html?utm=${'x'.repeat(7000)}`);
  await atlas_ready(long.page);
  assert.equal(await with_atlas(long.page, (atlas) => atlas.result.shown), 53);
  await with_atlas(long.page, (atlas) => atlas.dispatch({ type: 'openSheet', sheet: 'share' }));
  const drawn = await with_atlas(long.page, (atlas) => atlas.stats.vertices);
  assert.ok(drawn > 0);
  assert.deepEqual(long.complaints, []);
  await long.page.context().close();
});

test('nothing was complained about, and the module never stopped', async () => {
  assert.deepEqual(complaints, []);
  assert.equal(await with_atlas(page, (atlas) => atlas.stats.restarts), 0);
});
