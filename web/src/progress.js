// How far the files of a start have come, told to whoever waits: as a bar at once, in words after ten seconds.

import { say } from './words.js';

/** @typedef {'data' | 'program'} Part */
/** @typedef {{bytes: number, size: number}} Arrived */

const k_patience_ms = 10_000;

export class Progress {
  /** @type {import('./shell.js').Shell} */ #shell;
  /** @type {import('../cluster-atlas').Lang} */ #lang;
  /** What is awaited, the list's data first. @type {Map<Part, Arrived>} */
  #awaited = new Map([['data', { bytes: 0, size: 0 }], ['program', { bytes: 0, size: 0 }]]);
  #timer = 0;
  #is_slow = false;

  /** @param {import('./shell.js').Shell} shell @param {import('../cluster-atlas').Lang} lang @param {AbortSignal} signal */
  constructor(shell, lang, signal) {
    this.#shell = shell;
    this.#lang = lang;
    this.#timer = setTimeout(() => this.#lose_patience(), k_patience_ms);
    signal.addEventListener('abort', () => this.end(), { once: true });
  }

  /** @param {Part} part @returns {import('./download.js').Arriving} */
  of(part) {
    return (bytes, size) => {
      if (!this.#awaited.has(part)) return;
      this.#awaited.set(part, { bytes, size });
      this.#tell();
    };
  }

  /** @param {Part} part */
  has(part) {
    this.#awaited.delete(part);
    this.#tell();
  }

  end() {
    clearTimeout(this.#timer);
  }

  #lose_patience() {
    this.#is_slow = true;
    this.#tell();
  }

  #tell() {
    const [part, { bytes, size }] = [...this.#awaited][0] ?? ['start', { bytes: 0, size: 0 }];
    const share = size > 0 ? Math.min(1, bytes / size) : null;
    this.#shell.progress(share);
    if (!this.#is_slow) return;
    const known = share === null ? say('kilobytes', this.#lang, Math.round(bytes / 1000)) : say('share', this.#lang, Math.floor(share * 100));
    this.#shell.say_slow(say(`slow_${part}`, this.#lang), bytes > 0 ? known : '');
  }
}
