// What a column of the reader's own list holds: where its heading is not known, the reader says it.

import { say } from './words.js';

/** @param {string} id @returns {any} */
const part = (id) => document.getElementById(id);

export class Headings {
  /** @type {import('./work.js').Cell | null} */ #cell = null;

  /** @param {(cell: import('./work.js').Cell, title: string) => void} chosen */
  constructor(chosen) {
    part('meaning').addEventListener('change', () => {
      const cell = this.#cell;
      const title = part('meaning').value;
      if (!cell) return;
      chosen(cell, title);
      this.show({ ...cell, column: title }, true); // the reader is still here
      part('meaning').focus();
    });
  }

  /** @param {import('./work.js').Cell | null} cell none: there is no column to speak of @param {boolean} is_read */
  show(cell, is_read) {
    this.#cell = cell;
    part('meaning').hidden = !cell;
    if (!cell) return;
    const titles = say('headings').split('|');
    const own = cell.column.trim();
    const known = titles.find((title) => title.toLowerCase() === own.toLowerCase());
    const first = known ? [] : [new Option(is_read ? own : say('column_other', own), cell.column)];
    part('meaning').replaceChildren(...first, ...titles.map((title) => new Option(title, title)));
    part('meaning').value = known ?? cell.column;
  }
}
