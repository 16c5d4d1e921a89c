// When the twin follows the picture: at once at rest, at a pace while something moves, and once when that ends.

/** While the picture moves; sooner when it rests for a while, but never more often than the least. */
const k_pace_ms = 1000;
const k_rest_ms = 200;
const k_least_ms = 250;

export class TwinPace {
  #time = -Infinity;
  #timer = 0;
  /** @type {() => void} */ #sync;

  /** @param {() => void} sync brings the twin up to the picture */
  constructor(sync) {
    this.#sync = sync;
  }

  /** Whether the picture is ahead of the twin. */
  get is_behind() {
    return this.#timer !== 0;
  }

  stop() {
    clearTimeout(this.#timer);
    this.#timer = 0;
  }

  /** A frame has been drawn. @param {number} now @param {boolean} is_moving more will follow soon */
  follow(now, is_moving) {
    this.stop();
    if (!is_moving || now - this.#time >= k_pace_ms) return this.#catch_up(now);
    // a wheel has no last event, and a hand that rests draws no frame
    this.#timer = window.setTimeout(() => this.#catch_up(performance.now()), Math.max(k_rest_ms, this.#time + k_least_ms - now));
  }

  /** @param {number} now */
  #catch_up(now) {
    this.#timer = 0;
    this.#time = now;
    this.#sync();
  }
}
