// What somebody works on: one table as people keep it, or all tables of a snapshot. Never changed in place, so that every step,
// a loaded file too, can be undone.

/** @typedef {import('../tables/tables.js').Table} Table */
/** @typedef {import('../tables/tables.js').Tables} Tables */
/** @typedef {{name: string, is_package: boolean, sheet?: string, tables: Tables}} Work sheet: what the list was called in its workbook */
/** @typedef {{table: string, row: number, column: string}} Cell */

/** The table of a work that is no package; others are only kept beside it. */
export const k_only = 'clusters';
const k_most_steps = 300;

export class History {
  /** @type {Work[]} */ #past = [];
  /** @type {Work[]} */ #future = [];
  /** @type {Work | null} */ #saved = null;
  /** @type {Work | null} */ present = null;
  /** What each was loaded as. @type {WeakMap<Work, Work>} */ #origins = new WeakMap();

  /** @param {Work} work @param {boolean} [is_load] @param {boolean} [is_saved] there is a file of it */
  take(work, is_load = false, is_saved = is_load) {
    if (this.present) this.#past.push(this.present);
    if (this.#past.length > k_most_steps) this.#past.shift();
    this.#future = [];
    this.#origins.set(work, (is_load ? null : this.origin) ?? work);
    this.present = work;
    if (is_saved) this.#saved = work;
  }

  /** The present one as it was loaded; undo may have crossed a load. @returns {Work | null} */
  get origin() {
    return (this.present && this.#origins.get(this.present)) ?? null;
  }

  undo() {
    this.#step(this.#past, this.#future);
  }

  redo() {
    this.#step(this.#future, this.#past);
  }

  /** @param {Work[]} from @param {Work[]} to */
  #step(from, to) {
    const work = from.pop();
    if (!work) return;
    if (this.present) to.push(this.present);
    this.present = work;
  }

  get can_undo() {
    return this.#past.length > 0;
  }

  get can_redo() {
    return this.#future.length > 0;
  }

  /** @param {Work} work */
  saved(work) {
    this.#saved = work;
  }

  get is_saved() {
    return this.present === this.#saved;
  }
}

/** @param {Work} work @param {string} name @param {Table} table @returns {Work} */
export function with_table(work, name, table) {
  return { ...work, tables: { ...work.tables, [name]: table } };
}

/**
 * Cells from one on, to the right and down; rows that are missing are made, what goes beyond the last column is left.
 * @param {Work} work
 * @param {Cell} from
 * @param {string[][]} block
 * @returns {Work}
 */
export function with_block(work, { table: name, row: first, column }, block) {
  const table = work.tables[name];
  const left = table.columns.indexOf(column);
  if (left < 0) return work;
  const rows = table.rows.slice();
  block.forEach((cells, i) => {
    const row = (rows[first + i] ?? table.columns.map(() => '')).slice();
    cells.forEach((cell, j) => {
      if (left + j < row.length) row[left + j] = cell;
    });
    rows[first + i] = row;
  });
  return with_table(work, name, { ...table, rows });
}

/** @param {Work} work @param {string} name @param {number} at @returns {Work} */
export function with_row(work, name, at) {
  const table = work.tables[name];
  return with_table(work, name, { ...table, rows: [...table.rows.slice(0, at), table.columns.map(() => ''), ...table.rows.slice(at)] });
}

/** @param {Work} work @param {string} name @param {number} at @returns {Work} */
export function without_row(work, name, at) {
  const table = work.tables[name];
  return with_table(work, name, { ...table, rows: table.rows.filter((_, row) => row !== at) });
}

/** A column that has the title already takes the other one. @param {Work} work @param {Cell} cell of the column @param {string} title @returns {Work} */
export function with_heading(work, { table: name, column }, title) {
  const table = work.tables[name];
  const holder = table.columns.find((each) => each.trim().toLowerCase() === title.toLowerCase());
  return with_table(work, name, { ...table, columns: table.columns.map((each) => (each === column ? title : each === holder ? column : each)) });
}
