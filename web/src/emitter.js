/** @typedef {import('../cluster-atlas').EventName} EventName */

const k_names = ['ready', 'statechange', 'select', 'filterchange', 'datechange', 'error', 'contextlost', 'contextrestored'];

/** Listeners by event name; one that throws is reported and hurts no other. */
export class Emitter {
  /** @type {Map<string, Set<(detail: unknown) => void>>} */ #listeners = new Map();
  /** @type {EventTarget | null} also told, as DOM events */ #target;
  #is_ready = false;

  /** @param {EventTarget | null} target */
  constructor(target) {
    this.#target = target;
  }

  /**
   * @param {EventName} name
   * @param {(detail: unknown) => void} listener
   * @returns {() => void} takes the listener off again
   */
  on(name, listener) {
    if (!k_names.includes(name)) throw new TypeError(`on(): unknown event "${name}" (known: ${k_names.join(', ')})`);
    if (typeof listener !== 'function') throw new TypeError('on(): the listener must be a function');
    const all = this.#listeners.get(name) ?? new Set();
    this.#listeners.set(name, all.add(listener));
    if (name === 'ready' && this.#is_ready) queueMicrotask(() => listener(undefined));
    return () => void all.delete(listener);
  }

  /** @param {string} name @param {unknown} [detail] */
  emit(name, detail) {
    if (name === 'ready') this.#is_ready = true;
    for (const listener of [...(this.#listeners.get(name) ?? [])]) {
      try {
        listener(detail);
      } catch (error) {
        reportError(error);
      }
    }
    this.#target?.dispatchEvent(new CustomEvent(name, { detail }));
  }

  clear() {
    this.#listeners.clear();
    this.#target = null;
  }
}
