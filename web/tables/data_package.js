// Tables as files: CSV, described by a datapackage.json as Frictionless Data Package and Table Schema want it, so that they can
// lie on an open-data portal as they are.

import Papa from 'papaparse';
import { field_of, k_meta, k_more } from './tables.js';

/** @typedef {import('./layout.js').Layout} Layout */
/** @typedef {import('./tables.js').Table} Table */
/** @typedef {import('./tables.js').Tables} Tables */
/** @typedef {import('./tables.js').Json} Json */

export const k_descriptor = 'datapackage.json';
const k_most_rows = 200_000;
const k_most_columns = 512;
/** What a spreadsheet takes for a formula, blanks and what can't be seen before its sign or not (src/core/export/csv.cpp). */
const k_formula = /^[\t\r\n]|^[\s\p{C}]*[=+\-@＝＋－＠]/u;
const k_number = /^[+-]?\d+([.,]\d+)?$/;

/** @param {Tables} tables @param {Layout[]} layouts @returns {Record<string, string>} texts by file name */
export function files_of(tables, layouts) {
  const files = Object.entries(tables).map(([name, table]) => [`${name}.csv`, csv_of(table)]);
  return { [k_descriptor]: `${JSON.stringify(descriptor_of(tables, layouts), null, 2)}\n`, ...Object.fromEntries(files) };
}

/** With a byte order mark, by which Excel knows UTF-8. @param {Table} table */
export function csv_of({ columns, rows }) {
  const guarded = rows.map((row) => row.map((cell) => (is_guarded(cell) ? `'${cell}` : cell)));
  return `\ufeff${Papa.unparse([columns, ...guarded], { newline: '\r\n' })}\r\n`;
}

/** @param {Uint8Array} bytes @returns {Table} */
export function csv_in(bytes) {
  const { data } = Papa.parse(/** @type {string} */ (text_of(bytes)).replace(/^sep=.\r?\n/i, ''), { skipEmptyLines: 'greedy', preview: k_most_rows + 1 });
  const [head = [], ...rows] = /** @type {string[][]} */ (data);
  const columns = head.slice(0, k_most_columns).map((title) => title.trim());
  while (columns.at(-1) === '') columns.pop();
  return { columns, rows: rows.map((row) => columns.map((_, i) => unguarded(row[i] ?? ''))) };
}

/** An apostrophe stands before what would be a formula, and before an apostrophe, so that it comes back as it was. @param {string} cell */
function is_guarded(cell) {
  return cell.startsWith("'") || (k_formula.test(cell) && !k_number.test(cell));
}

/** @param {string} cell */
function unguarded(cell) {
  return cell.startsWith("'") && is_guarded(cell.slice(1)) ? cell.slice(1) : cell;
}

/** UTF-8, else what Excel calls ANSI. @param {Uint8Array} bytes */
function text_of(bytes) {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder(bytes[0] === 0xff ? 'utf-16le' : bytes[0] === 0xfe ? 'utf-16be' : 'windows-1252').decode(bytes);
  }
}

/**
 * @param {Record<string, Uint8Array>} files by name, without folders
 * @returns {Tables} those that the descriptor names; without one, each under the name of its file
 */
export function tables_in(files) {
  const described = files[k_descriptor] ? paths_in(text_of(files[k_descriptor])) : Object.keys(files).filter((name) => /\.csv$/i.test(name)).map((path) => ({ name: path.slice(0, -4), path }));
  return Object.fromEntries(described.filter(({ path }) => Object.hasOwn(files, path)).map(({ name, path }) => [name, csv_in(files[path])]));
}

/**
 * Only files beside the descriptor, or below it: an address elsewhere is left out.
 * @param {string} text @returns {Array<{name: string, path: string}>} throws when it is no data package
 */
export function paths_in(text) {
  const { resources } = JSON.parse(text.replace(/^\ufeff/, ''));
  if (!Array.isArray(resources)) throw new SyntaxError('no resources');
  return resources.flatMap(({ name, path }) => (is_name(name) && typeof path === 'string' && is_beside(path) ? [{ name, path }] : []));
}

/** @param {unknown} name */
function is_name(name) {
  return typeof name === 'string' && /^[a-z0-9_.-]{1,64}$/.test(name) && name !== '__proto__';
}

/** @param {string} path */
function is_beside(path) {
  return /^[\w.-]+(\/[\w.-]+)*$/.test(path) && !path.split('/').some((part) => /^\.+$/.test(part));
}

/** @param {Tables} tables @param {Layout[]} layouts */
function descriptor_of(tables, layouts) {
  const said = Object.fromEntries((tables[k_meta]?.rows ?? []).map(([key, value]) => [key, value]));
  const title = said.title ?? Object.entries(said).find(([key]) => key.startsWith('title.'))?.[1] ?? '';
  return {
    profile: 'tabular-data-package',
    name: 'cluster-atlas-data',
    title,
    created: said.date,
    resources: layouts.filter(({ name }) => tables[name]).map((layout) => resource_of(layout, tables[layout.name])),
  };
}

/** @param {Layout} layout @param {Table} table */
function resource_of(layout, { columns }) {
  const keys = layout.key && { primaryKey: layout.key };
  const foreign = layout.owners.length === 1 && layout.parent?.key && { foreignKeys: [{ fields: layout.owners[0], reference: { resource: layout.parent.name, fields: layout.parent.key } }] };
  return {
    profile: 'tabular-data-resource',
    name: layout.name,
    path: `${layout.name}.csv`,
    description: layout.description,
    format: 'csv',
    mediatype: 'text/csv',
    encoding: 'utf-8',
    schema: { fields: columns.map((name) => described(name, layout)), missingValues: [''], ...keys, ...foreign },
  };
}

/** @param {string} name of a column @param {Layout} layout */
function described(name, layout) {
  if (name === k_more) return { name, type: 'object', description: 'What the other columns can’t say, as JSON.' };
  if (layout.owners.includes(name)) return { name, type: 'string', constraints: { required: true } };
  const field = field_of(name, layout)?.field;
  if (!field) return { name, type: 'string' };
  const { kind, schema, is_required } = field;
  const type = kind === 'number' || kind === 'integer' || kind === 'boolean' ? kind : 'string';
  /** @type {Json} */
  const constraints = {};
  if (is_required && name === field.name && kind !== 'text') constraints.required = true;
  if (kind === 'string' && schema.pattern) constraints.pattern = schema.pattern;
  if (kind === 'string' && schema.enum) constraints.enum = schema.enum.filter((/** @type {unknown} */ each) => each !== null);
  const description = [field.description, kind === 'list' ? 'Several: parted by |.' : ''].filter(Boolean).join(' ');
  return { name, type, description, ...(Object.keys(constraints).length > 0 ? { constraints } : {}) };
}
