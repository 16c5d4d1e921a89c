// How tall the frame would have to be, told to the page that holds it once that page has asked ("measure"), and again
// when it changes ("height"). To any origin: a height gives nothing away, and under "no-referrer" none can be named.

import { read_message, say_to } from './frame.js';

export class FrameHeight {
  #has_asked = false;
  #told = 0;
  /** @type {Window} */ #parent;
  /** @type {() => number} */ #measure;

  /** Listens as long as the frame's page lives. @param {Window} parent @param {() => number} measure in CSS px */
  constructor(parent, measure) {
    this.#parent = parent;
    this.#measure = measure;
    const listen = (/** @type {MessageEvent} */ event) => {
      if (event.source !== parent || read_message(event.data)?.type !== 'measure') return;
      this.#has_asked = true;
      this.#told = 0;
      this.tell();
    };
    addEventListener('message', listen);
  }

  /** Something may have changed. */
  tell() {
    if (!this.#has_asked) return;
    const height = this.#measure();
    if (height === this.#told || !(height > 0)) return;
    this.#told = height;
    say_to(this.#parent, { type: 'height', height }, '*');
  }
}
