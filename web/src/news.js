// Hands the core's events to the page in a microtask of their own, and to the atlas what only a page can do.

/** @typedef {import('../cluster-atlas').State} State */
/** @typedef {{type: string, detail?: string, service?: string, argument?: string}} CoreEvent */

/**
 * @typedef {object} Hearer
 * @property {() => boolean} is_over
 * @property {() => State} state
 * @property {() => void} before
 * @property {(state: State) => void} noted
 * @property {(ask: import('./services.js').Ask) => void} serve
 */

export class News {
  #core;
  #emitter;
  #hearer;
  #is_due = false;

  /** @param {import('./core.js').Core} core @param {import('./emitter.js').Emitter} emitter @param {Hearer} hearer */
  constructor(core, emitter, hearer) {
    this.#core = core;
    this.#emitter = emitter;
    this.#hearer = hearer;
  }

  soon() {
    if (this.#is_due) return;
    this.#is_due = true;
    queueMicrotask(() => {
      this.#is_due = false;
      if (this.#hearer.is_over() || this.#core.has_failed) return;
      try {
        this.#tell();
      } catch (error) {
        if (!this.#core.has_failed) throw error; // the revival hears of the others
      }
    });
  }

  #tell() {
    this.#hearer.before();
    const text = this.#core.query('events');
    if (!text || text === '[]') return;
    for (const event of JSON.parse(text)) {
      if (this.#hearer.is_over()) return;
      if (event.type === 'statechange') this.#hearer.noted(this.#hearer.state());
      if (event.type === 'ask') this.#hearer.serve(event);
      else this.#emitter.emit(event.type, this.#detail_of(event));
    }
  }

  /** @param {CoreEvent} event */
  #detail_of({ type, detail }) {
    if (type === 'statechange') return this.#hearer.state();
    return type === 'filterchange' ? this.#hearer.state().filter : detail || null;
  }
}
