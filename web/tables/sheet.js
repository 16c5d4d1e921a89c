// The cells of a sheet as they are filled, bounded: a workbook may say that it has a million rows of nothing.

/** @typedef {{name: string, cells: string[][]}} Sheet */

export const k_most_rows = 200_000;
export const k_most_columns = 512;
const k_most_cells = 4_000_000;

export class SheetBuilder {
  /** @type {string[][]} */
  #rows = [];
  #count = 0;

  /** @param {string} name */
  constructor(name) {
    this.name = name;
  }

  /** @param {number} row from 0 @param {number} column from 0 @param {string} text throws RangeError beyond the bounds */
  put(row, column, text) {
    if (text === '' || column >= k_most_columns) return;
    if (row > k_most_rows || ++this.#count > k_most_cells) throw new RangeError('the sheet is too large');
    while (this.#rows.length <= row) this.#rows.push([]);
    const cells = this.#rows[row];
    while (cells.length < column) cells.push('');
    cells[column] = text;
  }

  /** @returns {Sheet} */
  take() {
    return { name: this.name, cells: this.#rows };
  }
}

/** @param {Date} date @returns {string} its day in UTC */
export function day_of(date) {
  return Number.isNaN(date.getTime()) ? '' : date.toISOString().slice(0, 10);
}
