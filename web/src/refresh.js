// Asks for the data again every so often, when the page says so (refresh="3600"): what has changed and is valid takes the place
// of what is shown, whole. A failure leaves everything as it is.

import { warn_once } from './attributes.js';
import { is_overtaken } from './error.js';

/** @typedef {import('./loads.js').Loads} Loads */

export class Refresh {
  /** @type {ReturnType<typeof setInterval> | undefined} */ #timer;
  #loads;

  /** @param {Loads} loads @param {AbortSignal} signal ends with the atlas */
  constructor(loads, signal) {
    this.#loads = loads;
    signal.addEventListener('abort', () => clearInterval(this.#timer));
  }

  /** @param {number | undefined} seconds none: never */
  every(seconds) {
    clearInterval(this.#timer);
    if (seconds !== undefined) this.#timer = setInterval(() => void this.#ask(), seconds * 1000);
  }

  /** Not while nobody looks. */
  async #ask() {
    if (document.hidden) return;
    try {
      await this.#loads.refresh();
    } catch (error) {
      if (!is_overtaken(error)) warn_once(`refresh: ${error instanceof Error ? error.message : error}; the data stay as they are`);
    }
  }
}
