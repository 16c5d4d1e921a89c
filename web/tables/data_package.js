// Tables as files: CSV, described by a datapackage.json as Frictionless Data Package and Table Schema want it, so that they can
// lie on an open-data portal as they are.

import Papa from 'papaparse';
import { filled_tables, k_most_rows, table_in } from './sheet.js';
import { field_of, k_meta, k_more } from './tables.js';
import { Unreadable } from './unreadable.js';

/** @typedef {import('./layout.js').Layout} Layout */
/** @typedef {import('./tables.js').Table} Table */
/** @typedef {import('./tables.js').Tables} Tables */
/** @typedef {import('./tables.js').Json} Json */

export const k_descriptor = 'datapackage.json';
/** What a spreadsheet takes for a formula, blanks and what can't be seen before its sign or not (src/core/export/csv.cpp). */
const k_formula = /^[\t\r\n]|^[\s\p{C}]*[=+\-@＝＋－＠]/u;
const k_number = /^[+-]?\d+([.,]\d+)?$/;
const k_rows_looked_at = 10;
const k_csv = { format: 'csv', mediatype: 'text/csv', encoding: 'utf-8' };

/** @param {Tables} tables @param {Layout[]} layouts @returns {Record<string, string>} texts by file name */
export function files_of(tables, layouts) {
  const files = Object.entries(tables).map(([name, table]) => [path_of(name), csv_of(table)]);
  return { [k_descriptor]: `${JSON.stringify(descriptor_of(tables, layouts), null, 2)}\n`, ...Object.fromEntries(files) };
}

/** Where a table lies beside the descriptor: a sheet may have any name. @param {string} name */
function path_of(name) {
  return `${name.replace(/[\\/:*?"<>|]/g, '-')}.csv`;
}

/** With a byte order mark, by which Excel knows UTF-8. @param {Table} table @param {',' | ';'} separator */
export function csv_of({ columns, rows }, separator = ',') {
  const guarded = [columns, ...rows].map((row) => row.map((cell) => (is_guarded(cell) ? `'${cell}` : cell)));
  return `\ufeff${text_with(guarded, separator)}`;
}

/** For the atlas, not for a spreadsheet: each cell as it is, and what parts them is said. @param {Table} table */
export function plain_csv_of({ columns, rows }) {
  return `sep=,\r\n${text_with([columns, ...rows], ',')}`;
}

/** @param {string[][]} rows @param {string} separator */
function text_with(rows, separator) {
  return `${Papa.unparse(rows, { newline: '\r\n', delimiter: separator })}\r\n`;
}

/** @param {Uint8Array} bytes @returns {Table} throws RangeError when it is too large */
export function csv_in(bytes) {
  const text = text_of(bytes).replace(/^sep=.\r?\n/i, '');
  const { delimiter } = Papa.parse(text, { skipEmptyLines: 'greedy', preview: k_rows_looked_at }).meta; // blank rows would mislead
  return unguarded(table_in(Papa.parse(text, { preview: k_most_rows + 3, delimiter }).data));
}

/** An apostrophe stands before what would be a formula, and before an apostrophe, so that it comes back as it was. @param {string} cell */
function is_guarded(cell) {
  return cell.startsWith("'") || (k_formula.test(cell) && !k_number.test(cell));
}

/** As csv_of was given it. @param {Table} table @returns {Table} */
export function unguarded({ columns, rows }) {
  const cell = (/** @type {string} */ text) => (text.startsWith("'") && is_guarded(text.slice(1)) ? text.slice(1) : text);
  return { columns: columns.map(cell), rows: rows.map((row) => row.map(cell)) };
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
 * @param {Record<string, Uint8Array>} files by path beside the descriptor
 * @returns {Tables} those that the descriptor names, and each other one under the name of its file; throws Unreadable where one is missing
 */
export function tables_in(files) {
  const described = files[k_descriptor] ? paths_in(text_of(files[k_descriptor])) : [];
  const missing = described.find(({ path }) => !Object.hasOwn(files, path));
  if (missing) throw new Unreadable('file_missing', missing.path);
  const others = Object.keys(files).filter((path) => /\.csv$/i.test(path) && !described.some((each) => each.path === path));
  const named = [...described, ...others.map((path) => ({ name: String(path.split('/').at(-1)).slice(0, -4), path }))];
  return filled_tables(named.map(({ name, path }) => ({ name, table: csv_in(files[path]) })));
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
  const others = Object.keys(tables).filter((name) => is_name(name) && !layouts.some((layout) => layout.name === name));
  const title = said.title ?? Object.entries(said).find(([key]) => key.startsWith('title.'))?.[1] ?? '';
  return {
    profile: 'tabular-data-package',
    name: 'cluster-atlas-data',
    title,
    created: said.date,
    resources: [...layouts.filter(({ name }) => tables[name]).map((layout) => resource_of(layout, tables[layout.name])), ...others.map((name) => other_resource(name, tables[name]))],
  };
}

/** @param {Layout} layout @param {Table} table */
function resource_of(layout, { columns }) {
  const keys = layout.key && { primaryKey: layout.key };
  const foreign = layout.owners.length === 1 && layout.parent?.key && { foreignKeys: [{ fields: layout.owners[0], reference: { resource: layout.parent.name, fields: layout.parent.key } }] };
  return {
    profile: 'tabular-data-resource',
    name: layout.name,
    path: path_of(layout.name),
    description: layout.description,
    ...k_csv,
    schema: { fields: columns.map((name) => described(name, layout)), missingValues: [''], ...keys, ...foreign },
  };
}

/** What is in no snapshot. @param {string} name @param {Table} table */
function other_resource(name, { columns }) {
  return { profile: 'tabular-data-resource', name, path: path_of(name), ...k_csv, schema: { fields: columns.map((title) => ({ name: title, type: 'string' })), missingValues: [''] } };
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
