// Fingers on the glass, through the browser's own input pipeline: scrolling, pointercancel and touch-action are real.

/** @typedef {[number, number]} Place */

/** @param {import('playwright-core').Page} page made with `hasTouch` */
export async function fingers(page) {
  const session = await page.context().newCDPSession(page);
  /** @param {'touchStart' | 'touchMove' | 'touchEnd'} type @param {Place[]} places @param {number} [timestamp] in seconds */
  const send = (type, places, timestamp = Date.now() / 1000) => session.send('Input.dispatchTouchEvent', { type, timestamp, touchPoints: places.map(([x, y], id) => ({ x: Math.round(x), y: Math.round(y), id })) });
  const frame = () => page.evaluate(() => new Promise((done) => requestAnimationFrame(done)));
  /** All fingers from their places to others, and up. @param {Place[]} from @param {Place[]} to @param {number} [steps] */
  const slide = async (from, to, steps = 8) => {
    // one after the other, as fingers come down
    for (let i = 1; i <= from.length; ++i) await send('touchStart', from.slice(0, i));
    for (let i = 1; i <= steps; ++i) {
      await send('touchMove', from.map(([x, y], finger) => [x + ((to[finger][0] - x) * i) / steps, y + ((to[finger][1] - y) * i) / steps]));
      await frame();
    }
    await send('touchEnd', [], Date.now() / 1000 + 0.09); // at rest before leaving: no fling
  };
  return {
    slide,
    drag: (/** @type {Place} */ from, /** @type {Place} */ to) => slide([from], [to]),
    /** Thrown: 16 ms from place to place, and off, whatever the machine does. @param {Place[]} places */
    fling: async (places) => {
      const start = Date.now() / 1000;
      await send('touchStart', places.slice(0, 1), start);
      for (let i = 1; i < places.length; ++i) await send('touchMove', places.slice(i, i + 1), start + i * 0.016);
      await send('touchEnd', [], start + places.length * 0.016);
    },
    press: (/** @type {Place} */ place) => send('touchStart', [place]),
    lift: () => send('touchEnd', []),
    /** Once or more, a tenth of a second apart whatever the machine does. @param {Place} place @param {number} [times] */
    tap: async (place, times = 1) => {
      const start = Date.now() / 1000;
      for (let i = 0; i < times; ++i) {
        await send('touchStart', [place], start + i * 0.1);
        await send('touchEnd', [], start + i * 0.1 + 0.04);
      }
    },
  };
}
