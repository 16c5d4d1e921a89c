// Loads carry a ticket: of those that are on their way the one asked for last counts, whichever comes first. What a page
// sets meanwhile is shown at once, and set again on the new data, as if these had been there when they were asked for.

import { AtlasError } from './error.js';

const k_most_changes = 100;

export class Tickets {
  #ticket = 0;
  /** What was set since the load that is awaited was asked for. @type {(() => void)[] | null} */
  #meanwhile = null;

  /** @param {() => void} change of the state, by a page or a link */
  changed(change) {
    if (this.#meanwhile && this.#meanwhile.push(change) > k_most_changes) this.#meanwhile.shift();
  }

  /** Whether a load is on its way. */
  get is_waiting() {
    return this.#meanwhile !== null;
  }

  /**
   * @template Data, Answer
   * @param {() => Promise<Data>} fetch
   * @param {(data: Data) => Answer} show
   * @returns {Promise<Answer>}
   */
  async load(fetch, show) {
    const ticket = ++this.#ticket;
    const meanwhile = (this.#meanwhile = /** @type {(() => void)[]} */ ([]));
    const [fetched] = await Promise.allSettled([fetch()]);
    if (ticket !== this.#ticket) throw new AtlasError('superseded', 'a later load() took the place of this one');
    this.#meanwhile = null;
    if (fetched.status === 'rejected') throw fetched.reason;
    const answer = show(fetched.value);
    for (const change of meanwhile) change();
    return answer;
  }
}
