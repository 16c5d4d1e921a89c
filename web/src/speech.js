// The languages that one atlas has words for: the first is there from the start, others come when they are chosen.

import { locale_text } from './locale_source.js';

/** @typedef {import('../cluster-atlas').Lang} Lang */
/** @typedef {{learn: (words: string) => void, fail: (error: unknown, again: () => void) => void}} Hearer */

export class Speech {
  /** @type {Set<Lang>} */ #learnt;
  /** @type {Hearer} */ #hearer;
  /** Until the words that were asked for last are there. @type {Promise<void>} */
  arriving = Promise.resolve();

  /** @param {Lang} lang @param {Hearer} hearer */
  constructor(lang, hearer) {
    this.#learnt = new Set([lang]);
    this.#hearer = hearer;
  }

  /** The words of all that was spoken. @returns {Promise<string[]>} */
  words() {
    return Promise.all([...this.#learnt].map(locale_text));
  }

  /** Fetches what is new here; until it comes, the atlas goes on in the old language. @param {Lang} lang */
  speak(lang) {
    if (this.#learnt.has(lang)) return;
    this.#learnt.add(lang);
    this.arriving = locale_text(lang).then(
      (words) => this.#hearer.learn(words),
      (error) => {
        this.#learnt.delete(lang);
        this.#hearer.fail(error, () => this.speak(lang));
      },
    );
  }
}
