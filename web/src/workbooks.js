// Workbooks, archives and data packages as what an atlas shows: the tables of a snapshot are its JSON, one list is a table for
// the core. In a file of its own, which is fetched when the first of them comes (later.js).

import schema from '../../data/snapshot.schema.json';
import words from 'desk-words';
import { plain_csv_of, tables_in } from '../tables/data_package.js';
import { is_package, longest_of, tables_of_file } from '../tables/forms.js';
import { layouts_of } from '../tables/layout.js';
import { snapshot_of } from '../tables/snapshot.js';
import { Unreadable } from '../tables/unreadable.js';
import { AtlasError } from './error.js';

export { paths_in } from '../tables/data_package.js';

/** @typedef {import('../cluster-atlas').Located} Located */
/** @typedef {import('../tables/snapshot.js').CellPlace} CellPlace */
/** @typedef {import('../tables/tables.js').Tables} Tables */
/** @typedef {import('./source.js').Table} Table */
/** @typedef {import('./source.js').Book} Book */

const k_layouts = layouts_of(schema);

/** @param {Uint8Array} bytes of a workbook or archive @param {string} name @returns {Table | Book} throws AtlasError */
export function content_of_archive(bytes, name) {
  return content(() => tables_of_file(bytes), name);
}

/** @param {Record<string, Uint8Array>} files of a data package, the descriptor too, by path @param {string} name @returns {Table | Book} */
export function content_of_package(files, name) {
  return content(() => tables_in(files), name);
}

/** @param {() => Tables} read @param {string} name */
function content(read, name) {
  const tables = tables_or_refusal(read);
  if (is_package(tables, k_layouts)) return book_of(tables);
  const sheet = longest_of(tables);
  if (sheet === undefined) throw refusal('no_tables');
  return { table: new TextEncoder().encode(plain_csv_of(tables[sheet])), name };
}

/** @param {() => Tables} read */
function tables_or_refusal(read) {
  try {
    return read();
  } catch (error) {
    if (error instanceof Unreadable) throw refusal(error.why, error.value);
    throw refusal(error instanceof RangeError ? 'too_large' : 'no_archive');
  }
}

/** @param {Tables} tables @returns {Book} */
function book_of(tables) {
  const { snapshot, problems, places } = snapshot_of(tables, k_layouts);
  const warnings = problems.map(({ reason, value, ...cell }) => in_cell({ pointer: '', line: 0, column: 0, ...in_each_language(`problem_${reason}`, value) }, cell));
  return { text: JSON.stringify(snapshot), warnings, placed: (located) => in_cell(located, located.pointer ? places.cell(located.pointer) : null) };
}

/** The same, told by the cell that it comes from. @param {Located} located @param {CellPlace | null} place @returns {Located} */
function in_cell(located, place) {
  if (!place) return located;
  const { table, row, column } = place;
  const said = (/** @type {string} */ tag) => word(tag, 'in_cell', table, row + 2, column, /** @type {string} */ (located[tag]));
  const versions = Object.fromEntries(Object.keys(words).filter((tag) => located[tag] !== undefined).map((tag) => [tag, said(tag)]));
  return { ...versions, pointer: '', line: 0, column: 0, cell: { row: row + 2, heading: column, value: '', done: 'cell' } };
}

/** @param {string} tag @param {string} name @param {Array<string | number>} values */
function word(tag, name, ...values) {
  return words[tag].desk[name].replace(/\{(\d)\}/g, (_, index) => String(values[Number(index)] ?? ''));
}

/** @param {string} name @param {string[]} values */
function in_each_language(name, ...values) {
  return Object.fromEntries(Object.keys(words).map((tag) => [tag, word(tag, name, ...values)]));
}

/** @param {string} name of the word that says what is wrong @param {string[]} values */
function refusal(name, ...values) {
  const versions = in_each_language(name, ...values);
  return new AtlasError('snapshot', versions.en, { errors: [{ pointer: '', line: 0, column: 0, ...versions }] });
}

export const build = ATLAS_BUILD;
