// The languages that one atlas has words for: the first is there from the start, others come when they are chosen.

import { said_as, words_in } from './data_words.js';
import { locale_text } from './locale_source.js';

/** @typedef {import('../cluster-atlas').Lang} Lang */
/** @typedef {{learn: (words: string) => void, fail: (error: unknown, again: () => void) => void}} Hearer */

export class Speech {
  /** @type {Set<Lang>} */ #learnt;
  /** @type {Hearer} */ #hearer;
  /** @type {import('./data_words.js').DataWords} */ #of_data = {};
  /** Until the words that were asked for last are there. @type {Promise<void>} */
  arriving = Promise.resolve();

  /** @param {Lang} lang @param {Hearer} hearer */
  constructor(lang, hearer) {
    this.#learnt = new Set([lang]);
    this.#hearer = hearer;
  }

  /** The words of all that was spoken. @returns {Promise<string[]>} */
  words() {
    return Promise.all([...this.#learnt].map((lang) => this.#words_of(lang)));
  }

  /** As the data say it, from now on. @param {string} snapshot JSON that the module has taken */
  follow_data(snapshot) {
    const words = words_in(snapshot);
    if (JSON.stringify(words) === JSON.stringify(this.#of_data)) return;
    this.#of_data = words;
    this.arriving = this.words().then((all) => all.forEach((text) => this.#hearer.learn(text)));
  }

  /** @param {Lang} lang */
  async #words_of(lang) {
    return said_as(await locale_text(lang), lang, this.#of_data);
  }

  /** Fetches what is new here; until it comes, the atlas goes on in the old language. @param {Lang} lang */
  speak(lang) {
    if (this.#learnt.has(lang)) return;
    this.#learnt.add(lang);
    this.arriving = this.#words_of(lang).then(
      (words) => this.#hearer.learn(words),
      (error) => {
        this.#learnt.delete(lang);
        this.#hearer.fail(error, () => this.speak(lang));
      },
    );
  }
}
