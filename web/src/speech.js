// The languages that one atlas has words for: the first is there from the start, others come when they are chosen.

import { said_as, words_in } from './data_words.js';
import { locale_text } from './locale_source.js';

/** @typedef {import('../cluster-atlas').Lang} Lang */
/** @typedef {{learn: (words: string) => void, fail: (error: unknown, again: () => void) => void}} Hearer */

export class Speech {
  /** @type {Set<Lang>} */ #learnt;
  /** @type {Hearer} */ #hearer;
  /** @type {import('./data_words.js').DataWords} */ #of_data = {};
  /** Until all words that were asked for are there, or failed. @type {Promise<void>} */
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
    for (const lang of this.#learnt) this.#bring(lang);
  }

  /** @param {Lang} lang */
  async #words_of(lang) {
    return said_as(await locale_text(lang), lang, this.#of_data);
  }

  /** Fetches what is new here; until it comes, the atlas goes on in the old language. @param {Lang} lang */
  speak(lang) {
    if (this.#learnt.has(lang)) return;
    this.#learnt.add(lang);
    this.#bring(lang);
  }

  /** What comes late, of data that are not shown any more, is left: the same language was asked for anew. @param {Lang} lang */
  #bring(lang) {
    const of_data = this.#of_data;
    const is_wanted = () => of_data === this.#of_data;
    const bringing = this.#words_of(lang).then((words) => {
      if (is_wanted()) this.#hearer.learn(words);
    });
    const brought = bringing.catch((error) => {
      if (!is_wanted()) return;
      this.#learnt.delete(lang);
      this.#hearer.fail(error, () => this.speak(lang));
    });
    this.arriving = Promise.all([this.arriving, brought]).then(() => {});
  }
}
