// The tables of a snapshot, by the schema that is shipped with the atlas.

import schema from '../../data/snapshot.schema.json';
import { layouts_of } from '../tables/layout.js';
import { is_blank } from '../tables/tables.js';

/** @typedef {import('../tables/tables.js').Table} Table */
/** @typedef {import('../tables/tables.js').Tables} Tables */
/** @typedef {import('../tables/layout.js').Layout} Layout */

export const k_layouts = layouts_of(schema);

/** @param {string} table */
export function layout_of(table) {
  return k_layouts.find(({ name }) => name === table) ?? null;
}

/** Every column that the table may have, those in use first. @param {Layout} layout @param {Table | undefined} table @param {string[]} languages @returns {Table} */
export function whole_table(layout, table, languages) {
  if (!layout.parent) return table ?? { columns: ['key', 'value'], rows: [] };
  const columns = table?.columns ?? [];
  const possible = [...layout.owners, ...layout.fields.flatMap(({ name, kind }) => (kind === 'text' && !columns.includes(name) ? languages.map((tag) => `${name}.${tag}`) : kind === 'map' ? [] : [name]))];
  const missing = possible.filter((name) => !columns.includes(name));
  return { columns: [...columns, ...missing], rows: (table?.rows ?? []).map((row) => [...row, ...missing.map(() => '')]) };
}

/** Without columns and tables that hold nothing. @param {Tables} tables @returns {Tables} */
export function filled(tables) {
  const all = Object.entries(tables).map(([name, { columns, rows }]) => {
    const kept = columns.flatMap((_, i) => (rows.some((row) => row[i]?.trim()) ? [i] : []));
    return /** @type {[string, Table]} */ ([name, { columns: kept.map((i) => columns[i]), rows: rows.filter((row) => !is_blank(row)).map((row) => kept.map((i) => row[i] ?? '')) }]);
  });
  return Object.fromEntries(all.filter(([, { rows }]) => rows.length > 0));
}
