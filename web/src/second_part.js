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

  /** Of a module that was made anew; who waits for what is on its way to the former one waits for this. @param {(() => Promise<void>) | null} add */
  renew(add) {
    this.#add = add;
    this.#completing = null;
  }

  /** @returns {Promise<void>} */
  complete() {
    const add = this.#add;
    if (!add) return Promise.resolve();
    this.#completing ??= add().then(
      () => {
        if (this.#add !== add) return this.complete();
        this.#add = null;
        return this.#arrived();
      },
      (error) => {
        if (this.#add !== add) return this.complete();
        this.#completing = null;
        throw error;
      },
    );
    return this.#completing;
  }
}
