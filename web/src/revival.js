// What becomes of an atlas whose module has trapped: its memory can't be trusted any more, but what it showed is known. A new
// module takes its place, with the same data, language, state and undo steps; after a second trap without the state, which
// may be what it stumbles over; after the third there is only something to read.

import { languages, say } from './words.js';

/** @typedef {import('./core.js').Core} Core */
/** @typedef {import('./module.js').Module} Module */
/** @typedef {{past: string[], future: string[]}} History states; the latest past and the nearest future come last */

/**
 * @typedef {object} Patient
 * @property {Core} core
 * @property {() => Promise<Module>} again another module
 * @property {() => {text: string, map: Uint8Array | null}} data what was loaded last
 * @property {() => Promise<string[]>} words of the languages that were spoken
 * @property {() => boolean} is_gone
 * @property {(rest: Module['rest']) => void} adopt what else the new module needs before it is told of the state
 * @property {() => void} revived
 * @property {(error: unknown) => void} lost
 */

/**
 * @param {import('./atlas.js').Atlas} atlas
 * @param {Pick<Patient, 'core' | 'again'> & {second: import('./second_part.js').SecondPart, stage: import('./stage.js').Stage}} parts
 * @returns {Patient}
 */
export function patient_of(atlas, { core, again, second, stage }) {
  return {
    core,
    again,
    data: () => ({ text: atlas.snapshot_json, map: atlas.map }),
    words: () => atlas.speech.words(),
    is_gone: () => atlas.signal.aborted,
    adopt: (rest) => {
      second.renew(rest);
      if (atlas.settings.whole) atlas.expect_rest();
      atlas.settings.whole = rest === null;
      stage.forget_outline();
      stage.refresh();
    },
    revived: () => atlas.notice(say('revived', atlas.state.lang)),
    lost: (error) => atlas.give_up(error),
  };
}

const k_most = 2;
/** @type {History} */
const k_none = { past: [], future: [] };

/** Of a memory that may be damaged: each state is read again like one from a page. @param {string} text @returns {History} */
function read_history(text) {
  try {
    const { past, future } = JSON.parse(text);
    const texts = (/** @type {object[]} */ states) => states.map((state) => JSON.stringify(state));
    return { past: texts(past), future: texts(future) };
  } catch {
    return k_none;
  }
}

export class Revival {
  /** @type {Patient} */ #patient;
  /** As the page was told last. */
  #state = '';
  /** How often the module was made anew. */
  count = 0;

  /** @param {Patient} patient */
  constructor(patient) {
    this.#patient = patient;
    patient.core.failed = (error) => queueMicrotask(() => void this.#begin(error));
  }

  /** What would be shown again. @param {string} state */
  remember(state) {
    this.#state = state;
  }

  /** @param {Error} error */
  async #begin(error) {
    const { core, is_gone, lost, revived } = this.#patient;
    if (is_gone()) return;
    if (this.count >= k_most) return lost(error);
    console.warn('cluster-atlas:', error);
    const is_first = ++this.count === 1;
    const history = is_first ? read_history(core.last_words('history')) : k_none;
    try {
      await this.#rebuild(is_first ? this.#state : this.#language(), history);
      if (!is_gone()) revived();
    } catch (failure) {
      // a trap of the new module is told by the core itself
      if (!is_gone() && !core.has_failed) lost(failure);
    }
  }

  /** @param {string} state @param {History} history */
  async #rebuild(state, { past, future }) {
    const { core, again, data, words, is_gone, adopt } = this.#patient;
    const [{ wasm, rest }, spoken] = await Promise.all([again(), words()]);
    if (is_gone()) return;
    core.replace(wasm);
    core.create();
    core.offer(languages());
    for (const each of spoken) core.learn(each);
    const { text, map } = data();
    core.load(text, map);
    adopt(rest);
    for (const step of [...past, state, ...[...future].reverse()]) if (step) core.set(step);
    for (let i = 0; i < future.length; ++i) core.dispatch('{"type":"undo"}');
    core.query('events'); // nobody need hear of them again
  }

  /** All that a reader keeps who loses the state. */
  #language() {
    if (!this.#state) return '';
    const { lang, theme } = JSON.parse(this.#state);
    return JSON.stringify({ lang, theme });
  }
}
