// Real input in a page over the browser's own protocol: what a hand does with mouse and wheel, one event every 16 ms or
// as fast as the page takes them.
/** @typedef {[number, number]} Place px in the window */

const k_inputs = 60;
const k_interval_ms = 16;

export class Hand {
  /** @type {import('playwright-core').CDPSession} */ #session;

  /** @param {import('playwright-core').CDPSession} session */
  constructor(session) {
    this.#session = session;
  }

  /** @param {import('playwright-core').Page} page */
  static async of(page) {
    return new Hand(await page.context().newCDPSession(page));
  }

  /** @param {'mouseMoved' | 'mousePressed' | 'mouseReleased' | 'mouseWheel'} type @param {Place} at @param {object} [more] */
  #send(type, [x, y], more = {}) {
    return this.#session.send('Input.dispatchMouseEvent', { type, x, y, ...more });
  }

  /** @param {Place} from @param {number} dx @param {number} dy */
  async drag([x, y], dx, dy) {
    const held = { button: 'left', buttons: 1 };
    await this.#send('mouseMoved', [x, y]);
    await this.#send('mousePressed', [x, y], { ...held, clickCount: 1 });
    await paced((i) => this.#send('mouseMoved', [x + (dx * i) / k_inputs, y + (dy * i) / k_inputs], held));
    await this.#send('mouseReleased', [x + dx, y + dy], { button: 'left', clickCount: 1 });
  }

  /** Half of the way in, and back out. @param {Place} at */
  async zoom(at) {
    await this.#send('mouseMoved', at);
    await paced((i) => this.#send('mouseWheel', at, { deltaX: 0, deltaY: i <= k_inputs / 2 ? -40 : 40 }));
  }

  /** @param {Place} at */
  async click(at) {
    await this.#send('mousePressed', at, { button: 'left', buttons: 1, clickCount: 1 });
    await this.#send('mouseReleased', at, { button: 'left', clickCount: 1 });
  }

  /** On and off again, as somebody does who looks what changes. @param {Place} at */
  async click_often(at) {
    await this.#send('mouseMoved', at);
    await paced((i) => (i % 6 ? Promise.resolve() : this.click(at)));
  }
}

/** @param {(i: number) => Promise<unknown>} input */
async function paced(input) {
  for (let i = 1; i <= k_inputs; ++i) await Promise.all([input(i), new Promise((done) => setTimeout(done, k_interval_ms))]);
}
