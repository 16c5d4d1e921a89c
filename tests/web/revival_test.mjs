// A module that traps: the page keeps its picture, the module is made anew with what was shown; after a second trap without
// the state; after the third there is something to read. Here every call into the module can be made to trap.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { atlas_ready, node_ids, settled, with_atlas } from './support/chromium.mjs';
import { hold } from './support/hold.mjs';
import { dist } from './support/site.mjs';
import { with_site } from './support/stage.mjs';

const bundled = JSON.parse(readFileSync(`${dist}/snapshot.json`, 'utf8'));
const example = JSON.parse(readFileSync(`${dist}/../data/examples/three_organisations.json`, 'utf8'));
const stage = with_site();

/** Runs in the page before anything else: `trap = 3` makes the next three calls trap. */
function can_trap() {
  const { instantiate } = WebAssembly;
  Reflect.set(window, 'trap', 0);
  const trapping = (/** @type {Function} */ call) => (/** @type {unknown[]} */ ...given) => {
    const left = Reflect.get(window, 'trap');
    if (left === 0) return call(...given);
    Reflect.set(window, 'trap', left - 1);
    throw new WebAssembly.RuntimeError('unreachable');
  };
  Reflect.set(WebAssembly, 'instantiate', async (/** @type {any} */ module, /** @type {any} */ imports) => {
    const instance = await instantiate(module, imports);
    const exports = Object.entries(/** @type {any} */ (instance).exports).map(([name, each]) => [name, typeof each === 'function' ? trapping(each) : each]);
    return { exports: Object.fromEntries(exports) };
  });
}

/** @param {string} path */
async function open(path) {
  const { page, complaints } = await stage.page();
  await page.addInitScript(can_trap);
  await page.goto(`${stage.origin}${path}`);
  await atlas_ready(page);
  await settled(page);
  return { page, complaints };
}
/** @param {import('playwright-core').Page} page @param {number} times */
const revived = (page, times) => page.waitForFunction((wanted) => {
  const { atlas } = /** @type {any} */ (document.querySelector('cluster-atlas'));
  try {
    return atlas.stats.restarts === wanted && atlas.stats.frames > 0;
  } catch {
    return false; // while there is no module
  }
}, times);
/** @param {import('playwright-core').Page} page */
const message = (page) => page.evaluate(() => /** @type {any} */ (document.querySelector('cluster-atlas')).shadowRoot.querySelector('.message')?.textContent ?? '');

for (const [where, trouble] of /** @type {[string, (atlas: any) => unknown][]} */ ([
  ['a frame', (atlas) => Promise.resolve().then(() => atlas.adjust({})).then(() => Reflect.set(window, 'trap', 1))],
  ['an action', (atlas) => (Reflect.set(window, 'trap', 1), atlas.dispatch({ type: 'toggleChoropleth' }))],
  ['a load', (atlas) => (Reflect.set(window, 'trap', 1), atlas.load({ schema: 1 }))],
  ['a question', (atlas) => (Reflect.set(window, 'trap', 1), atlas.result)],
])) {
  test(`in ${where}: data, state and undo steps are there again`, async () => {
    const { page, complaints } = await open('/index.html');
    const before_trap = await with_atlas(page, async (atlas, given) => {
      await atlas.load(given);
      const states = [{ date: '2012' }, { date: '2019', selected: 'optitec' }, { view: 'list' }, { date: '2024', theme: 'dark' }].map((change) => (atlas.setState(change), JSON.stringify(atlas.state)));
      atlas.dispatch({ type: 'undo' });
      await Promise.resolve();
      return { states, ids: atlas.result.ids };
    }, example);
    await settled(page);
    await page.evaluate(`Promise.resolve().then(() => (${trouble})(document.querySelector('cluster-atlas').atlas)).catch((error) => window.told = error.code)`);
    await with_atlas(page, (atlas) => { try { atlas.dispatch({ type: 'home' }); } catch { /* there is no module now */ } });
    await revived(page, 1);
    const now = await with_atlas(page, (atlas) => {
      const step = (/** @type {string} */ type) => (atlas.dispatch({ type }), JSON.stringify(atlas.state));
      return { state: JSON.stringify(atlas.state), ids: atlas.result.ids, redo: step('redo'), undo: [step('undo'), step('undo'), step('undo')] };
    });
    const [first, second, third, fourth] = before_trap.states;
    assert.deepEqual(now, { state: third, ids: before_trap.ids, redo: fourth, undo: [third, second, first] });
    await settled(page);
    assert.ok((await node_ids(page, 'map/')).length > 0, 'it draws');
    assert.deepEqual(complaints, []);
    await page.context().close();
  });
}

test('a second time without the state, the third time with something to read', async () => {
  const { page } = await open('/index.html#v1;date=2012;sel=axelera;theme=dark;lang=en');
  await page.evaluate(() => document.querySelector('cluster-atlas')?.addEventListener('error', (event) => Reflect.set(window, 'told', /** @type {any} */ (event).detail.fatal)));
  const trap = () => with_atlas(page, (atlas) => {
    Reflect.set(window, 'trap', 1);
    try { atlas.dispatch({ type: 'home' }); } catch { /* as it should */ }
  });
  await trap();
  await revived(page, 1);
  assert.equal(await with_atlas(page, (atlas) => atlas.state.date), '2012');
  await trap();
  await revived(page, 2);
  assert.deepEqual(await with_atlas(page, (atlas) => [atlas.state.date, atlas.state.selected, atlas.state.theme, atlas.state.lang]), ['2026', null, 'dark', 'en']);
  assert.equal(await page.evaluate(() => Reflect.get(window, 'told') ?? null), null);
  await trap();
  await page.waitForFunction(() => Reflect.get(window, 'told') === true);
  assert.match(await message(page), /stopped on an error/);
  const list = await page.evaluate(() => /** @type {any} */ (document.querySelector('cluster-atlas')).shadowRoot.querySelectorAll('.first li').length);
  assert.equal(list, bundled.clusters.filter((/** @type {{kind?: string}} */ { kind }) => kind !== 'partner').length);
  await page.context().close();
});

test('who waits for the second part when the module traps has it in the new one', async () => {
  const { page } = await stage.page();
  await page.addInitScript(can_trap);
  const rest = await hold(page, '**/cluster-atlas-extras.wasm');
  await page.goto(`${stage.origin}/index.html`);
  await atlas_ready(page);
  await with_atlas(page, (atlas) => void Reflect.set(window, 'completing', atlas.complete().then(() => atlas.settings.whole)));
  await rest.asked;
  await with_atlas(page, (atlas) => {
    Reflect.set(window, 'trap', 1);
    try { atlas.dispatch({ type: 'home' }); } catch { /* as it should */ }
  });
  await revived(page, 1);
  rest.release();
  assert.equal(await page.evaluate(() => Reflect.get(window, 'completing')), true);
  await page.context().close();
});

test('while there is no module a message is shown all the same', async () => {
  const { page } = await open('/index.html');
  await with_atlas(page, (atlas) => {
    Reflect.set(window, 'trap', 1);
    try { atlas.dispatch({ type: 'home' }); } catch { /* as it should */ }
    atlas.alert('Une partie manque.', () => {});
  });
  assert.match(await message(page), /Une partie manque\./);
  await revived(page, 1);
  await page.context().close();
});

test('an open text version stays, and the second part comes to the new module too', async () => {
  const { page } = await open('/index.html');
  const text = () => page.evaluate(() => /** @type {any} */ (document.querySelector('cluster-atlas')).shadowRoot.querySelector('.reading article')?.textContent ?? '');
  await page.locator('cluster-atlas').locator('[data-id="header/text"]').focus();
  await page.keyboard.press('Enter');
  await page.locator('cluster-atlas').locator('.reading article').waitFor();
  const before = await text();
  await with_atlas(page, (atlas) => {
    Reflect.set(window, 'trap', 1);
    try { atlas.dispatch({ type: 'home' }); } catch { /* as it should */ }
  });
  await revived(page, 1);
  await with_atlas(page, (atlas) => atlas.setState({ date: '2012' }));
  await page.waitForFunction((old) => {
    const now = /** @type {any} */ (document.querySelector('cluster-atlas')).shadowRoot.querySelector('.reading article').textContent;
    return now.includes('2012') && now !== old;
  }, before);
  assert.ok((await text()).length > 10_000);
  await page.context().close();
});
