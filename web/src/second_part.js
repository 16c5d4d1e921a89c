// The module's second part, once; a failed attempt can be repeated.

export class SecondPart {
  /** @type {(() => Promise<void>) | null} */ #add;
  #arrived;
  /** @type {Promise<void> | null} */ #completing = null;

  /** @param {(() => Promise<void>) | null} add null: the module is whole @param {() => void} arrived */
  constructor(add, arrived) {
    this.#add = add;
    this.#arrived = arrived;
  }

  /** @returns {Promise<void>} */
  complete() {
    if (!this.#add) return Promise.resolve();
    this.#completing ??= this.#add().then(
      () => {
        this.#add = null;
        this.#arrived();
      },
      (error) => {
        this.#completing = null;
        throw error;
      },
    );
    return this.#completing;
  }
}
