// Tables to the snapshot that they say, with every cell that has no place in it, and where each part of the snapshot came from.

import { k_meta, k_more, field_of, json_in, read_record, set, value_at } from './tables.js';

/** @typedef {import('./layout.js').Layout} Layout */
/** @typedef {import('./tables.js').Json} Json */
/** @typedef {import('./tables.js').Table} Table */
/** @typedef {import('./tables.js').Tables} Tables */
/** @typedef {'table_unknown' | 'column_unknown' | 'column_twice' | 'owner_unknown' | 'no_json'} Reason */
/** @typedef {{table: string, row: number, column: string, reason: Reason, value: string}} CellProblem row: from 0, of the rows; -1: the head */
/** @typedef {{table: string, row: number, column: string}} CellPlace */

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
    const cells = Object.fromEntries(rows.map(([key = '', value = '']) => [key.trim(), value]));
    rows.forEach(([key = '', value = ''], row) => {
      const is_known = key.trim() === '' || key.trim() === k_more || field_of(key.trim(), root);
      if (!is_known && value.trim() !== '') this.problems.push({ table: k_meta, row, column: 'key', reason: 'column_unknown', value: key });
    });
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
      if (row.some((cell) => cell.trim() !== '')) this.#make_row(layout, table, number);
    });
  }

  /** @param {Layout} layout @param {Table} table */
  #tell_columns(layout, { columns, rows }) {
    columns.forEach((column, place) => {
      if (column !== '' && columns.indexOf(column) < place) this.problems.push({ table: layout.name, row: -1, column, reason: 'column_twice', value: column });
      if (column === k_more || layout.owners.includes(column) || field_of(column, layout) || !rows.some((row) => row[place]?.trim())) return;
      this.problems.push({ table: layout.name, row: -1, column, reason: 'column_unknown', value: column });
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
    if (cells[k_more] && json_in(cells[k_more]) === undefined) this.problems.push({ table: layout.name, row: number, column: k_more, reason: 'no_json', value: cells[k_more] });
    const record = read_record(cells, layout);
    const list = value_at(parent.record, layout.at) ?? [];
    if (list.length === 0) set(parent.record, layout.at, list);
    const pointer = `${parent.pointer}/${layout.at.join('/')}/${list.length}`;
    list.push(layout.is_text ? record.text : record);
    this.places.add(pointer, layout, number);
    const name = [...(layout.key ? [] : layout.owners.map((owner) => this.#owner(cells, owner))), layout.key ? String(record[layout.key] ?? '') : String(list.length)].join('\0');
    if (!this.#made.get(layout)?.has(name)) this.#made.get(layout)?.set(name, { record, pointer });
  }

  /** A row that names no place belongs to the first. @param {Record<string, string>} cells @param {string} owner */
  #owner(cells, owner) {
    return cells[owner]?.trim() || '1';
  }

  /** @param {Layout} layout @param {Record<string, string>} cells */
  #parent_of(layout, cells) {
    const parents = this.#made.get(/** @type {Layout} */ (layout.parent));
    return parents?.get(layout.owners.map((owner) => this.#owner(cells, owner)).join('\0'));
  }
}
