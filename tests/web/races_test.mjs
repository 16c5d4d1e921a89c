// Loads, states, links and attributes in any order, while the network answers late, wrongly or not at all: the end is the
// one that the same calls lead to when each is over before the next begins. The network is made here, the order comes from a
// seed; a load that failed or was overtaken counts as never asked for.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { dist } from './support/site.mjs';
import { with_site } from './support/stage.mjs';

const k_seed = Number(process.env.SEED ?? 20261127);
const k_rounds = Number(process.env.ROUNDS ?? 2000);
const example = JSON.parse(readFileSync(`${dist}/../data/examples/three_organisations.json`, 'utf8'));

/** The same organisations under other names, in other numbers. @param {string} title @param {number[]} kept */
function snapshot_of(title, kept) {
  const clusters = kept.map((i) => example.clusters[i]);
  const ids = new Set(clusters.map((each) => each.id));
  const events = (example.events ?? []).filter((/** @type {any} */ event) => [...(event.from ?? []), ...(event.to ?? [])].every((id) => ids.has(id)));
  return { ...example, meta: { ...example.meta, title: { fr: title, en: title } }, clusters, events };
}
const snapshots = { a: snapshot_of('A', [0, 1, 2]), b: snapshot_of('B', [0, 1]), c: snapshot_of('C', [2]) };
const page_html = `<!doctype html><html lang="fr"><link rel="icon" href="/icon.svg"><script type="module" src="/cluster-atlas.js"></script>
<cluster-atlas id="tried" loading="eager" src="/races/a.json" style="display:none"></cluster-atlas><cluster-atlas id="model" loading="eager" src="/races/a.json" style="display:none"></cluster-atlas></html>`;

const json_of = (/** @type {object} */ snapshot) => ({ body: JSON.stringify(snapshot), headers: { 'content-type': 'application/json' } });
const stage = with_site({ '/races.html': page_html, ...Object.fromEntries(Object.entries(snapshots).map(([name, snapshot]) => [`/races/${name}.json`, json_of(snapshot)])) });

/** Runs in the page. @param {{snapshots: Record<string, object>, ids: string[], seed: number, rounds: number}} given */
async function run_rounds({ snapshots: all, ids, seed, rounds }) {
  const { atlas: tried } = /** @type {any} */ (document.querySelector('#tried'));
  const { atlas: model } = /** @type {any} */ (document.querySelector('#model'));
  let random_state = seed;
  const random = (/** @type {number} */ n) => {
    random_state = (Math.imul(random_state, 1664525) + 1013904223) >>> 0;
    return Math.floor((random_state / 2 ** 32) * n);
  };
  const one_of = (/** @type {any[]} */ list) => list[random(list.length)];
  const later = () => new Promise((done) => setTimeout(done));
  const texts = Object.fromEntries(Object.entries(all).map(([name, snapshot]) => [name, JSON.stringify(snapshot)]));
  const names = Object.keys(texts);
  /** @type {{name: string, answer: (response: Promise<Response>) => void}[]} what was asked and not yet answered */
  let asked = [];
  const { fetch } = window;
  window.fetch = (/** @type {any} */ address, /** @type {any} */ options) => {
    const name = /\/races\/(\w+)\.json/.exec(String(address))?.[1];
    return name ? new Promise((answer) => asked.push({ name, answer })) : fetch(address, options);
  };
  const outcomes = /** @type {Record<string, (name: string) => Promise<Response>>} */ ({
    good: async (name) => new Response(texts[name], { headers: { 'content-type': 'application/json' } }),
    missing: async () => new Response('', { status: 404 }),
    unreachable: () => Promise.reject(new TypeError('network')),
    page: async () => new Response('<html>', { headers: { 'content-type': 'text/html' } }),
    cut: async (name) => new Response(texts[name].slice(0, 200)),
    broken: async (name) => new Response(new ReadableStream({ start: (out) => (out.enqueue(new TextEncoder().encode(texts[name].slice(0, 99))), out.error(new TypeError('cut'))) })),
  });
  const dates = ['2007', '2012-06', '2019', '2023-06-30', '2026'];
  const partial = () => {
    const made = /** @type {Record<string, unknown>} */ ({});
    if (random(2)) made.date = one_of(dates);
    if (random(2)) made.selected = one_of([...ids, null]);
    if (random(3) === 0) made.view = one_of(['map', 'list', 'timeline']);
    if (random(3) === 0) made.filter = { text: one_of(['', 'a', 'véhicule']), regions: one_of([[], ['53'], ['44', '84']]) };
    if (random(4) === 0) made.camera = { lng: random(5), lat: 44 + random(5), zoom: 1 + random(4) };
    if (random(4) === 0) made.theme = one_of(['auto', 'dark', 'contrast']);
    return made;
  };
  const link = () => `#v1;date=${one_of(dates)}${random(2) ? `;sel=${one_of(ids)}` : ''}${random(3) ? '' : ';view=list'}${random(3) ? '' : ';reg=53'}`;
  const seen = (/** @type {any} */ atlas) => JSON.stringify([JSON.parse(atlas.snapshot_json).meta.title.fr, atlas.state, atlas.result.ids]);
  const failures = [];
  for (let round = 0; round < rounds && failures.length < 5; ++round) {
    for (const atlas of [tried, model]) {
      await atlas.load(all.a);
      atlas.dispatch({ type: 'startOver' });
      atlas.setState({ theme: 'auto' });
    }
    asked = [];
    const log = /** @type {string[]} */ ([]);
    /** What the model does, one after the other. @type {{is_shown: boolean, run: () => unknown}[]} */
    const todo = [];
    /** @type {{ticket: any, expected: string, done: Promise<string>}[]} */
    const loads = [];
    const answer_one = async () => {
      const [request] = asked.splice(random(asked.length), 1);
      const outcome = random(5) ? 'good' : one_of(Object.keys(outcomes));
      const load = loads.find((each) => each.ticket === request);
      log.push(`${outcome} ${request.name}`);
      if (load && load.expected === 'waits') load.expected = outcome === 'good' ? 'shown' : 'failed';
      request.answer(outcomes[outcome](request.name));
      await (load && load.expected !== 'superseded' ? load.done : later()); // it is read, and shown
    };
    const ask = async () => {
      const name = one_of(names);
      for (const each of loads) if (each.expected === 'waits') each.expected = 'superseded';
      const entry = { is_shown: false, run: () => model.load(all[name]) };
      todo.push(entry);
      const is_object = random(4) === 0;
      log.push(`load ${name}${is_object ? ' as an object' : ''}`);
      const done = tried.load(is_object ? all[name] : `/races/${name}.json`).then(
        () => ((entry.is_shown = true), 'shown'),
        (/** @type {any} */ error) => (error.code === 'superseded' ? 'superseded' : 'failed'),
      );
      const load = { ticket: is_object ? null : asked.at(-1), expected: is_object ? 'shown' : 'waits', done };
      loads.push(load);
      if (is_object) await done;
    };
    const steps = 3 + random(6);
    for (let step = 0; step < steps; ++step) {
      const kind = random(6);
      if (kind < 2) await ask();
      else if (kind === 2 && asked.length > 0) await answer_one();
      else if (kind === 3) {
        const to = link();
        log.push(to);
        tried.open(to);
        todo.push({ is_shown: true, run: () => model.open(to) });
      } else {
        const change = partial();
        log.push(JSON.stringify(change));
        tried.setState(change);
        todo.push({ is_shown: true, run: () => model.setState(change) });
      }
    }
    while (asked.length > 0) await answer_one();
    for (const load of loads) {
      const became = await load.done;
      if (became !== load.expected) failures.push(`${round}: ${log.join(' | ')}: a load is ${became} instead of ${load.expected}`);
    }
    for (const { is_shown, run } of todo) if (is_shown) await run();
    if (seen(tried) !== seen(model)) failures.push(`${round}: ${log.join(' | ')}:\n  ${seen(tried)}\n  ${seen(model)}`);
  }
  window.fetch = fetch;
  return failures;
}

test(`${k_rounds} interleavings of loads, states and links from seed ${k_seed}`, { timeout: 600_000 }, async () => {
  const { page, complaints } = await stage.page();
  await page.goto(`${stage.origin}/races.html`);
  await page.waitForFunction(() => [...document.querySelectorAll('cluster-atlas')].every((each) => /** @type {any} */ (each).atlas));
  const given = { snapshots, ids: example.clusters.map((/** @type {any} */ each) => each.id), seed: k_seed, rounds: k_rounds };
  const failures = await page.evaluate(`(${run_rounds})(${JSON.stringify(given)})`);
  assert.deepEqual(failures, []);
  assert.deepEqual(complaints, []);
  await page.context().close();
});

test('destroyed at any moment: every call that waits ends as destroyed, and nothing follows', async () => {
  const { page, complaints } = await stage.page();
  await page.goto(`${stage.origin}/races.html`);
  await page.waitForFunction(() => [...document.querySelectorAll('cluster-atlas')].every((each) => /** @type {any} */ (each).atlas));
  const codes = await page.evaluate(async (all) => {
    const { atlas } = /** @type {any} */ (document.querySelector('#tried'));
    const heard = /** @type {string[]} */ ([]);
    for (const name of ['statechange', 'error', 'datechange']) atlas.on(name, () => heard.push(name));
    const waiting = [atlas.load('/races/b.json'), atlas.load('/races/c.json'), atlas.load(all.a), atlas.export('csv'), atlas.configure({ snapshot: '/races/b.json', state: { date: '2012' } })];
    atlas.destroy();
    const ends = await Promise.allSettled(waiting);
    await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
    return { codes: ends.map((end) => (end.status === 'rejected' ? end.reason.code : 'shown')), heard };
  }, snapshots);
  for (const code of codes.codes) assert.ok(code === 'destroyed' || code === 'superseded', codes.codes.join());
  assert.deepEqual(codes.heard, []);
  assert.deepEqual(complaints, []);
  await page.context().close();
});
