// Tables to the snapshot that they say, with every cell that has no place in it, and where each part of the snapshot came from.

import { k_meta, k_more, field_of, is_blank, json_in, read_record, set, value_at } from './tables.js';

/** @typedef {import('./layout.js').Layout} Layout */
/** @typedef {import('./tables.js').Json} Json */
/** @typedef {import('./tables.js').Table} Table */
/** @typedef {import('./tables.js').Tables} Tables */
/** @typedef {'table_unknown' | 'column_unknown' | 'column_twice' | 'owner_unknown' | 'no_json'} Reason */
/** @typedef {{table: string, row: number, column: string, reason: Reason, value: string}} CellProblem row: from 0, of the rows; -1: the head */
/** @typedef {{table: string, row: number, column: string}} CellPlace */

/** What somebody typed that is not in the snapshot, and belongs there. @type {ReadonlySet<Reason>} */
export const k_losses = new Set(['column_twice', 'owner_unknown', 'no_json']);

/** @param {Tables} tables @param {Layout[]} layouts @returns {{snapshot: Json, problems: CellProblem[], places: Places}} */
export function snapshot_of(tables, layouts) {
  const maker = new SnapshotMaker(tables, layouts);
  return { snapshot: maker.make(), problems: maker.problems, places: maker.places };
}

/** Which row a part of the snapshot was made of. */
export class Places {
  /** @type {Map<string, {layout: Layout, row: number}>} by JSON pointer of the record */
  #records = new Map();
  #tables;

  /** @param {Tables} tables */
  constructor(tables) {
    this.#tables = tables;
  }

  /** @param {string} pointer @param {Layout} layout @param {number} row */
  add(pointer, layout, row) {
    this.#records.set(pointer, { layout, row });
  }

  /** @param {string} pointer as the loader names a fault @returns {CellPlace | null} */
  cell(pointer) {
    const parts = pointer.split('/').slice(1);
    for (let length = parts.length; length >= 0; --length) {
      const found = this.#records.get(length ? `/${parts.slice(0, length).join('/')}` : '');
      if (found) return this.#cell_in(found, parts.slice(length));
    }
    return null;
  }

  /** @param {{layout: Layout, row: number}} found @param {string[]} rest */
  #cell_in({ layout, row }, rest) {
    const path = layout.is_text ? ['text', ...rest] : rest;
    const columns = this.#tables[layout.name]?.columns ?? [];
    const fits = layout.fields.find((field) => field.path.every((name, i) => name === path[i]) && field.path.length <= path.length) ?? layout.fields.find((field) => field.path[0] === path[0]);
    if (!layout.parent) return fits ? this.#meta_cell(fits.name, path.at(-1) ?? '') : null;
    const exact = fits && path.length > fits.path.length ? `${fits.name}.${path[fits.path.length]}` : '';
    const column = columns.includes(exact) ? exact : fits && columns.includes(fits.name) ? fits.name : (columns[layout.owners.length] ?? '');
    return { table: layout.name, row, column };
  }

  /** @param {string} name @param {string} last */
  #meta_cell(name, last) {
    const row = (this.#tables[k_meta]?.rows ?? []).findIndex(([key]) => key === `${name}.${last}` || key === name);
    return row < 0 ? null : { table: k_meta, row, column: 'value' };
  }
}

class SnapshotMaker {
  /** @type {CellProblem[]} */
  problems = [];
  /** @type {Map<Layout, Map<string, {record: Json, pointer: string}>>} by what their rows are named */
  #made = new Map();
  #tables;
  #layouts;

  /** @param {Tables} tables @param {Layout[]} layouts */
  constructor(tables, layouts) {
    this.#tables = tables;
    this.#layouts = layouts;
    this.places = new Places(tables);
  }

  make() {
    const [root, ...others] = this.#layouts;
    const snapshot = this.#make_root(root);
    this.#made.set(root, new Map([['', { record: snapshot, pointer: '' }]]));
    for (const layout of others) this.#make_table(layout);
    const known = this.#layouts.map(({ name }) => name);
    for (const table of Object.keys(this.#tables)) if (!known.includes(table)) this.problems.push({ table, row: -1, column: '', reason: 'table_unknown', value: table });
    return snapshot;
  }

  /** @param {Layout} root */
  #make_root(root) {
    const rows = this.#tables[k_meta]?.rows ?? [];
    /** @type {Record<string, string>} */
    const cells = Object.create(null);
    rows.forEach(([title = '', value = ''], row) => {
      const key = title.trim();
      const problem = (/** @type {Reason} */ reason) => this.problems.push({ table: k_meta, row, column: 'key', reason, value: key });
      if (value.trim() === '') return;
      if (key !== k_more && !field_of(key, root)) problem('column_unknown');
      else if (key in cells) problem('column_twice');
      else cells[key] = value;
    });
    const place_of = (/** @type {string} */ key) => ({ table: k_meta, row: rows.findIndex(([title = '']) => title.trim() === key), column: 'value' });
    this.#check_more(cells, place_of(k_more));
    this.#leave_versions(cells, root, place_of);
    this.places.add('', root, 0);
    return read_record(cells, root);
  }

  /** @param {Layout} layout */
  #make_table(layout) {
    const table = this.#tables[layout.name];
    this.#made.set(layout, new Map());
    if (!table) return;
    this.#tell_columns(layout, table);
    table.rows.forEach((row, number) => {
      if (!is_blank(row)) this.#make_row(layout, table, number);
    });
  }

  /** @param {Layout} layout @param {Table} table */
  #tell_columns(layout, { columns, rows }) {
    columns.forEach((column, place) => {
      if (!rows.some((row) => row[place]?.trim())) return;
      if (column !== '' && columns.indexOf(column) < place) this.problems.push({ table: layout.name, row: -1, column, reason: 'column_twice', value: column });
      if (column === k_more || layout.owners.includes(column) || field_of(column, layout)) return;
      this.problems.push({ table: layout.name, row: -1, column, reason: 'column_unknown', value: column || String(place + 1) });
    });
  }

  /** @param {Layout} layout @param {Table} table @param {number} number */
  #make_row(layout, { columns, rows }, number) {
    const cells = Object.fromEntries(columns.map((name, i) => [name, rows[number][i] ?? '']).reverse());
    const parent = this.#parent_of(layout, cells);
    if (!parent) {
      const column = layout.owners.at(-1) ?? '';
      this.problems.push({ table: layout.name, row: number, column, reason: 'owner_unknown', value: layout.owners.map((name) => cells[name] ?? '').join(' / ') });
      return;
    }
    this.#check_more(cells, { table: layout.name, row: number, column: k_more });
    this.#leave_versions(cells, layout, (column) => ({ table: layout.name, row: number, column }));
    const record = read_record(cells, layout);
    const list = value_at(parent.record, layout.at) ?? [];
    if (list.length === 0) set(parent.record, layout.at, list);
    const pointer = `${parent.pointer}/${layout.at.join('/')}/${list.length}`;
    list.push(layout.is_text ? record.text : record);
    this.places.add(pointer, layout, number);
    const name = layout.key ? String(record[layout.key] ?? '') : [...named_owners(layout, cells), String(list.length)].join('\0');
    if (name !== '' && !this.#made.get(layout)?.has(name)) this.#made.get(layout)?.set(name, { record, pointer });
  }

  /** @param {Record<string, string>} cells @param {CellPlace} place */
  #check_more({ [k_more]: more }, place) {
    if (more && !json_in(more)) this.problems.push({ ...place, reason: 'no_json', value: more });
  }

  /** A text said as it is and by language, in one row: as it is counts. @param {Record<string, string>} cells @param {Layout} layout @param {(column: string) => CellPlace} place_of */
  #leave_versions(cells, layout, place_of) {
    for (const [column, value] of Object.entries(cells)) {
      if (value.trim() === '' || !said_plainly(column, cells, layout)) continue;
      this.problems.push({ ...place_of(column), reason: 'column_twice', value: column });
      delete cells[column];
    }
  }

  /** @param {Layout} layout @param {Record<string, string>} cells */
  #parent_of(layout, cells) {
    const parents = this.#made.get(/** @type {Layout} */ (layout.parent));
    return parents?.get(named_owners(layout, cells).join('\0'));
  }
}

/** A row that names no place belongs to the first; one that names no key belongs to nothing. @param {Layout} layout @param {Record<string, string>} cells @returns {string[]} */
function named_owners({ owners, parent }, cells) {
  const last = owners.length - 1;
  return owners.map((owner, i) => cells[owner]?.trim() || (is_by_place(parent, last - i) ? '1' : ''));
}

/** @param {Layout | null} layout @param {number} above so many generations @returns {boolean} */
function is_by_place(layout, above) {
  return above > 0 ? is_by_place(layout?.parent ?? null, above - 1) : layout?.key === '';
}

/** Whether a column is a version of a text that another one says as it is. @param {string} column @param {Record<string, string>} cells @param {Layout} layout */
function said_plainly(column, cells, layout) {
  const found = field_of(column, layout);
  return found?.key !== undefined && Boolean(cells[found.field.name]?.trim());
}
