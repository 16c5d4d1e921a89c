// The cells of a sheet as they are filled, bounded: a workbook may say that it has a million rows of nothing.

import { is_blank } from './tables.js';
import { distinct } from './titles.js';

/** @typedef {{name: string, cells: string[][]}} Sheet */
/** @typedef {import('./tables.js').Table} Table */

export const k_most_rows = 200_000;
export const k_most_columns = 512;
const k_most_cells = 4_000_000;
const k_most_sheets = 200;

/** @returns {RangeError} */
function too_large() {
  return new RangeError('the tables are too large');
}

/** What all sheets of a workbook hold together; cells that only fill up count like others. */
export class Workbook {
  /** @type {SheetBuilder[]} */
  #sheets = [];
  #count = 0;

  /** @param {string} name @returns {SheetBuilder} throws RangeError beyond the bounds */
  begin(name) {
    if (this.#sheets.length === k_most_sheets) throw too_large();
    const sheet = new SheetBuilder(name, (count) => this.#take(count));
    this.#sheets.push(sheet);
    return sheet;
  }

  /** @param {number} count */
  #take(count) {
    this.#count += count;
    if (this.#count > k_most_cells) throw too_large();
  }

  /** @returns {Sheet[]} */
  get sheets() {
    return this.#sheets.map(({ name, cells }) => ({ name, cells }));
  }
}

class SheetBuilder {
  /** @type {string[][]} */
  cells = [];
  #take;

  /** @param {string} name @param {(count: number) => void} take */
  constructor(name, take) {
    this.name = name;
    this.#take = take;
  }

  /** @param {number} row from 0 @param {number} column from 0 @param {string} text throws RangeError beyond the bounds */
  put(row, column, text) {
    if (text === '' || (column >= k_most_columns && text.trim() === '')) return;
    if (row > k_most_rows || column >= k_most_columns) throw too_large();
    this.#take(Math.max(0, row + 1 - this.cells.length) + Math.max(1, column + 1 - (this.cells[row]?.length ?? 0)));
    while (this.cells.length <= row) this.cells.push([]);
    const cells = this.cells[row];
    while (cells.length < column) cells.push('');
    cells[column] = text;
  }
}

/**
 * The first row that says something is the head. As wide as its widest row, for a title may stand above the head; columns that
 * hold nothing are left. A blank row between others keeps its place, by which faults are named.
 * @param {string[][]} cells
 * @returns {Table} throws RangeError beyond the bounds
 */
export function table_in(cells) {
  const first = cells.findIndex((row) => !is_blank(row));
  const last = cells.findLastIndex((row) => !is_blank(row));
  const used = first < 0 ? [] : cells.slice(first, last + 1);
  const width = used.reduce((most, row) => Math.max(most, row.length), 0);
  if (used.length > k_most_rows + 1 || width > k_most_columns) throw too_large();
  const places = Array.from({ length: width }, (_, i) => i).filter((i) => used.some((row) => row[i]?.trim()));
  if (used.length * places.length > k_most_cells) throw too_large();
  const [head = [], ...rows] = used.map((row) => places.map((i) => row[i] ?? ''));
  return { columns: head.map(title_in), rows };
}

/** A title is one line. @param {string} cell */
export function title_in(cell) {
  return cell.replace(/\s+/g, ' ').trim();
}

/** Those that hold something, each under a name of its own. @param {Array<{name: string, table: Table}>} all @returns {import('./tables.js').Tables} */
export function filled_tables(all) {
  const filled = all.filter(({ name, table }) => table.columns.length > 0 && name !== '__proto__');
  const names = distinct(filled.map(({ name }) => name));
  return Object.fromEntries(filled.map(({ table }, i) => [names[i], table]));
}

/** @param {Date} date @returns {string} its day in UTC */
export function day_of(date) {
  return Number.isNaN(date.getTime()) ? '' : date.toISOString().slice(0, 10);
}
