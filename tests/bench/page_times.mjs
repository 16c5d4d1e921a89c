// From navigation to the HTML list and to the interactive canvas, over http and from the single file: medians of five
// cold loads in Chromium with software WebGL. Printed, never asserted. usage: node tests/bench/page_times.mjs (after make dist)
import { launch } from '../web/support/chromium.mjs';
import { single_file, start_site } from '../web/support/site.mjs';

const k_loads = 5;
const k_goals = { list: 100, canvas: 500 };

/** In the page: notes when the list is there and when the atlas has drawn and answers. */
function watch() {
  const times = { list: 0, canvas: 0 };
  Reflect.set(window, '__times', times);
  const look = () => {
    const element = /** @type {any} */ (document.querySelector('cluster-atlas'));
    if (!times.list && element?.shadowRoot?.querySelector('.first li')) times.list = performance.now();
    if (!times.canvas && element?.atlas?.stats.frames > 0) times.canvas = performance.now();
    if (!times.canvas) requestAnimationFrame(look);
  };
  look();
}

/** @param {import('playwright-core').Browser} browser @param {string} address */
async function load(browser, address) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  const page = await context.newPage();
  await page.addInitScript(watch);
  await page.goto(address);
  await page.waitForFunction(() => Reflect.get(window, '__times').canvas > 0);
  const times = await page.evaluate(() => Reflect.get(window, '__times'));
  await context.close();
  return times;
}

/** @param {number[]} values */
const median = (values) => values.sort((a, b) => a - b)[Math.floor(values.length / 2)];

const browser = await launch();
const site = await start_site();
for (const [name, address] of [['http', `${site.origin}/index.html`], ['file://', single_file]]) {
  const all = [];
  for (let i = 0; i < k_loads; ++i) all.push(await load(browser, address));
  const [list, canvas] = [median(all.map((each) => each.list)), median(all.map((each) => each.canvas))];
  console.log(`${name.padEnd(8)} HTML list ${list.toFixed(0).padStart(5)} ms (goal ${k_goals.list})   canvas ${canvas.toFixed(0).padStart(5)} ms (goal ${k_goals.canvas})`);
}
await browser.close();
await site.stop();
