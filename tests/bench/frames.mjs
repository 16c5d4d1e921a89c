// What a frame costs where it runs: real input in Chromium with software GL; the atlas beside four peers that show the
// same points on the same land, and beside a canvas that is only cleared, in turn in one run. Printed, never asserted.
// usage: node tests/bench/frames.mjs [rounds [sizes]]
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { loadavg } from 'node:os';
import { atlas_ready, box_of, launch, new_page, node_ids, settled } from '../web/support/chromium.mjs';
import { start_site } from '../web/support/site.mjs';
import { Hand } from './hand.mjs';
import { median, traced } from './main_thread.mjs';
import { land, peer_pages, site_of_peers } from './peers/stage.mjs';
import { bundled, seats, synthetic } from './synthetic.mjs';

/** @typedef {import('playwright-core').Page} Page */
/** @typedef {import('./hand.mjs').Place} Place */
/** @typedef {{ ms: number, fps: number, latency: number, long: number, longest: number, memory: number, idle: number }} Figures */
/** @typedef {Record<string, Figures>} Ways */

const k_rounds = Number(process.argv[2] ?? 3);
const k_sizes = process.argv.length > 3 ? process.argv.slice(3) : ['bundled', '10000', '100000'];
const k_goal_ms = 4;
const k_patience_ms = 120_000;
const k_middle = /** @type {Place} */ ([640, 400]);
const k_json = { 'content-type': 'application/json' };
const k_host = '<!doctype html><style>html, body { height: 100%; margin: 0 }</style><cluster-atlas src="shown.json" gestures="greedy" style="display:block;height:100%"></cluster-atlas><script type="module" src="cluster-atlas.js"></script>';

/** In the page: each input is followed to the frame that takes it (one a frame counts) and to the start of the next, when it can be seen. */
function watch() {
  const seen = { latencies: /** @type {number[]} */ ([]), tasks: /** @type {number[]} */ ([]) };
  Reflect.set(window, '__seen', seen);
  let is_followed = false;
  const follow = (/** @type {Event} */ event) => {
    if (is_followed) return;
    is_followed = true;
    requestAnimationFrame(() => {
      is_followed = false;
      requestAnimationFrame(() => seen.latencies.push(performance.now() - event.timeStamp));
    });
  };
  for (const type of ['pointermove', 'wheel', 'click']) addEventListener(type, follow, { capture: true, passive: true });
  new PerformanceObserver((list) => seen.tasks.push(...list.getEntries().map((each) => each.duration))).observe({ entryTypes: ['longtask'] });
}

/** @param {Page} page @param {string} id @returns {Promise<Place>} */
const middle = async (page, id) => (await box_of(page, id)).middle;

/** @typedef {(page: Page, hand: Hand, map: Place) => Promise<unknown>} Way */
/** @type {Record<string, Way>} */
const k_map_ways = {
  first: (_, hand, map) => hand.drag(map, 60, 0), // brings along what is fetched at the first touch
  pan: (_, hand, map) => hand.drag(map, -180, 60),
  zoom: (_, hand, map) => hand.zoom(map),
};
/** @type {Record<string, Way>} */
const k_own_ways = {
  scrub: async (page, hand) => hand.drag(await middle(page, 'timeline/date'), -500, 0),
  compare: async (page, hand) => hand.drag(await middle(page, 'timeline/compare'), 200, 0),
  filter: async (page, hand) => hand.click_often(await middle(page, (await node_ids(page, 'filters/domains/'))[0])),
};
/** What a way needs before it is measured. @type {Record<string, Way>} */
const k_before = { compare: async (page, hand) => hand.click(await middle(page, 'timeline/compare-toggle')) };

/** Resident memory of the page's process in MB. @param {import('playwright-core').Browser} browser */
async function memory_of(browser) {
  const { processInfo } = await (await browser.newBrowserCDPSession()).send('SystemInfo.getProcessInfo');
  const sizes = processInfo.filter(({ type }) => type === 'renderer').map(({ id }) => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${id}/status`, 'utf8'))?.[1]));
  return Math.max(...sizes) / 1024;
}

/** @param {Page} page @param {() => Promise<unknown>} act @param {() => Promise<unknown>} rest @returns {Promise<Figures>} */
async function measured(page, act, rest) {
  await page.evaluate(() => Object.assign(Reflect.get(window, '__seen'), { latencies: [], tasks: [] }));
  const { ms, fps } = await traced(page, act);
  await rest();
  const { latencies, tasks } = await page.evaluate(() => Reflect.get(window, '__seen'));
  const { frames } = await traced(page, () => page.waitForTimeout(1000));
  const memory = await memory_of(/** @type {import('playwright-core').Browser} */ (page.context().browser()));
  return { ms, fps, latency: median(latencies), long: tasks.length, longest: Math.max(0, ...tasks), memory, idle: frames };
}

/** One subject in a browser of its own. @param {string} name @param {string} address @returns {Promise<Ways>} */
async function round(name, address) {
  const browser = await launch();
  try {
    const { page, complaints } = await new_page(browser);
    page.setDefaultTimeout(k_patience_ms);
    await page.addInitScript(watch);
    await page.goto(address);
    const is_own = name === 'atlas';
    const rest = () => (is_own ? settled(page) : page.waitForTimeout(500));
    const ready = is_own ? atlas_ready(page) : page.waitForFunction(() => Reflect.get(window, '__ready'));
    await ready.catch((error) => Promise.reject(new Error([error.message, ...complaints].join('; '))));
    await rest();
    const hand = await Hand.of(page);
    const map = is_own ? await middle(page, 'map/surface') : k_middle;
    /** @type {Ways} */
    const figures = {};
    for (const [way, act] of Object.entries(is_own ? { ...k_map_ways, ...k_own_ways } : k_map_ways)) {
      await k_before[way]?.(page, hand, map);
      await rest();
      figures[way] = await measured(page, () => act(page, hand, map), rest);
    }
    return figures;
  } finally {
    await browser.close();
  }
}

/** @param {Figures[]} all @returns {Figures} the median of each figure over the rounds */
const middle_of = (all) => /** @type {Figures} */ (Object.fromEntries(Object.keys(all[0]).map((key) => [key, median(all.map((each) => each[/** @type {keyof Figures} */ (key)]))])));

const k_columns = ['ms ×', 'wait ×', 'ms/frame', 'frames/s', 'wait ms', 'long', 'worst ms', 'idle', 'MB'];

/** @param {string} size @param {Record<string, Ways[]>} rounds */
function print(size, rounds) {
  for (const way of Object.keys({ ...k_map_ways, ...k_own_ways })) {
    const own = middle_of(rounds.atlas.map((each) => each[way]));
    for (const [name, all] of Object.entries(rounds).filter(([, each]) => each[0]?.[way])) {
      const { ms, fps, latency, long, longest, memory, idle } = middle_of(all.map((each) => each[way]));
      const numbers = [(ms / own.ms).toFixed(2), (latency / own.latency).toFixed(2), ms.toFixed(1), fps.toFixed(0), latency.toFixed(0), long, longest.toFixed(0), idle, memory.toFixed(0)];
      const verdict = name !== 'atlas' || size !== 'bundled' || !['pan', 'zoom', 'scrub'].includes(way) ? '' : `  goal ≤ ${k_goal_ms}${ms <= k_goal_ms ? '' : ' MISSED'}`;
      console.log(`${size.padEnd(10)}${way.padEnd(9)}${name.padEnd(10)}${numbers.map((each) => `${each}`.padStart(9)).join('')}${verdict}`);
    }
  }
}

/** @param {string} size @param {Record<string, string>} pages */
async function measure(size, pages) {
  const snapshot = size === 'bundled' ? bundled() : synthetic(Number(size));
  const sites = [
    await start_site({ '/atlas.html': k_host, '/shown.json': { body: JSON.stringify(snapshot), headers: k_json } }),
    await start_site({ ...pages, '/land.json': { body: JSON.stringify(land()), headers: k_json }, '/points.json': { body: JSON.stringify(seats(snapshot)), headers: k_json } }, site_of_peers),
  ];
  const names = ['atlas', ...Object.keys(pages).map((path) => path.slice(1, -'.html'.length))];
  /** @type {Record<string, Ways[]>} */
  const rounds = Object.fromEntries(names.map((name) => [name, []]));
  for (let i = 0; i < k_rounds; ++i) {
    for (const name of names) {
      const { origin } = sites[name === 'atlas' ? 0 : 1];
      try {
        rounds[name].push(await round(name, `${origin}/${name}.html`));
      } catch (error) {
        console.log(`${size} ${name}: not measured, ${String(error).split('\n')[0]}`);
      }
    }
  }
  if (rounds.atlas.length) print(size, rounds);
  for (const site of sites) await site.stop();
}

const pages = await peer_pages();
const cores = execFileSync('nproc').toString().trim();
console.log(`load ${loadavg()[0].toFixed(1)}, ${cores} cores, ${k_rounds} rounds, medians; × the atlas. ms/frame: main thread; wait: from an input to the frame after the one that took it; idle: frames in a second at rest; a million: atlas_bench, the loader takes 200 000`);
console.log(`${'clusters'.padEnd(10)}${'way'.padEnd(9)}${'who'.padEnd(10)}${k_columns.map((each) => each.padStart(9)).join('')}`);
for (const size of k_sizes) await measure(size, pages);
