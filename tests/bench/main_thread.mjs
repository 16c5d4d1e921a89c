// What a page's main thread did, out of a trace of Chromium: the tasks, laid out over the frames they led to.

/** @typedef {{ name: string, ph: string, pid: number, tid: number, ts: number, dur: number }} TraceEvent times in µs */
/** @typedef {{ frames: number, ms: number, fps: number }} Load ms: of main thread per frame, the median */

const k_categories = ['devtools.timeline', 'disabled-by-default-devtools.timeline'];
const k_same_frame_us = 2000; // callbacks of one frame follow each other closely

/** @param {number[]} values */
export const median = (values) => values.slice().sort((a, b) => a - b)[values.length >> 1] ?? NaN;

/** The main thread that drew: where most frames' callbacks ran. @param {TraceEvent[]} events */
function of_page(events) {
  const place = (/** @type {TraceEvent} */ { pid, tid }) => `${pid}/${tid}`;
  /** @type {Map<string, number>} */
  const counts = new Map();
  for (const event of events) if (event.name === 'FireAnimationFrame') counts.set(place(event), (counts.get(place(event)) ?? 0) + 1);
  const [most] = [...counts].sort((a, b) => b[1] - a[1])[0] ?? [];
  return events.filter((event) => place(event) === most);
}

/** @param {TraceEvent[]} all @returns {Load} */
function load_of(all) {
  const events = of_page(all);
  const fired = events.filter(({ name }) => name === 'FireAnimationFrame').map(({ ts }) => ts).sort((a, b) => a - b);
  const starts = fired.filter((ts, i) => i === 0 || ts - fired[i - 1] > k_same_frame_us);
  const spent = starts.map(() => 0);
  const tasks = events.filter(({ name, ph }) => name === 'RunTask' && ph === 'X').sort((a, b) => a.ts - b.ts);
  let frame = 0;
  for (const { ts, dur } of tasks) {
    while (frame < starts.length - 1 && ts + dur > starts[frame + 1]) ++frame;
    spent[frame] += dur / 1000;
  }
  const seconds = (starts[starts.length - 1] - starts[0]) / 1e6;
  return { frames: starts.length, ms: median(spent), fps: starts.length > 1 ? (starts.length - 1) / seconds : 0 };
}

/** @param {import('playwright-core').Page} page @param {() => Promise<unknown>} act @returns {Promise<Load>} */
export async function traced(page, act) {
  const browser = /** @type {import('playwright-core').Browser} */ (page.context().browser());
  await browser.startTracing(page, { categories: k_categories });
  await act();
  return load_of(JSON.parse((await browser.stopTracing()).toString()).traceEvents);
}
