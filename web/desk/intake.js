// Files of the reader's own to what is worked on, and back to files.

import { k_meta } from '../tables/layout.js';
import { csv_of } from '../tables/data_package.js';
import { is_zip } from '../tables/archive.js';
import { file_of, is_package, tables_of_file } from '../tables/forms.js';
import { tables_of } from '../tables/tables.js';
import { filled, k_layouts, whole_table } from './layouts.js';
import { k_only } from './work.js';
import { say } from './words.js';

/** @typedef {import('./work.js').Work} Work */
/** @typedef {import('../tables/tables.js').Table} Table */
/** @typedef {import('../tables/tables.js').Tables} Tables */
/** @typedef {(bytes: Uint8Array) => Promise<Table>} ReadCells the core's reader of CSV */

const k_most_bytes = 32 << 20;
const k_template_rows = 15;

/** @param {File} file @param {ReadCells} read_cells @returns {Promise<Work>} throws what is to be told */
export async function work_of_file(file, read_cells) {
  if (file.size > k_most_bytes) throw new RangeError(say('too_large'));
  const bytes = new Uint8Array(await file.arrayBuffer());
  const name = file.name.replace(/\.[^.]*$/, '');
  if (is_zip(bytes)) return work_of_tables(tables_of_file(bytes), name, read_cells);
  if (/^\s*(\xef\xbb\xbf)?\s*\{/.test(new TextDecoder('latin1').decode(bytes.subarray(0, 64)))) return work_of_snapshot(JSON.parse(new TextDecoder().decode(bytes)), name);
  return { name, is_package: false, tables: { [k_only]: tidy(await read_cells(bytes)) } };
}

/** A workbook of one list is read as a CSV file is: its head may stand below a title. @param {Tables} tables @param {string} name @param {ReadCells} read_cells @returns {Promise<Work>} */
async function work_of_tables(tables, name, read_cells) {
  if (is_package(tables, k_layouts)) return { name, is_package: true, tables: whole(tables) };
  const [first] = Object.values(tables);
  if (!first) throw new SyntaxError(say('no_tables'));
  return { name, is_package: false, tables: { [k_only]: tidy(await read_cells(new TextEncoder().encode(csv_of(first)))) } };
}

/** @param {object} snapshot @param {string} name @returns {Work} */
export function work_of_snapshot(snapshot, name) {
  return { name, is_package: true, tables: whole(tables_of(snapshot, k_layouts)) };
}

/** @param {Tables} tables */
function whole(tables) {
  const said = Object.fromEntries((tables[k_meta]?.rows ?? []).map(([key, value]) => [key, value]));
  const titles = Object.keys(said).flatMap((key) => /^title\.(.+)$/.exec(key)?.[1] ?? []);
  const languages = said.languages ? said.languages.split('|') : titles.length > 0 ? titles : ['fr', 'en'];
  const known = k_layouts.map((layout) => [layout.name, whole_table(layout, tables[layout.name], languages)]);
  return { ...tables, ...Object.fromEntries(known) };
}

/** Each row as long as the head; columns without any heading or cell are left. @param {Table} table @returns {Table} */
function tidy({ columns, rows }) {
  const width = rows.reduce((most, row) => Math.max(most, row.length), Math.max(columns.length, 1));
  const kept = Array.from({ length: width }, (_, i) => i).filter((i) => columns[i]?.trim() || rows.some((row) => row[i]?.trim()));
  const titles = distinct(kept.map((i) => columns[i]?.trim() || say('untitled', i + 1)));
  return { columns: titles, rows: rows.length > 0 ? rows.map((row) => kept.map((i) => row[i] ?? '')) : blank_rows(titles) };
}

/** A cell is known by its column's title. @param {string[]} titles */
function distinct(titles) {
  return titles.map((title, i) => (titles.indexOf(title) < i ? `${title} (${titles.slice(0, i).filter((each) => each === title).length + 1})` : title));
}

/** To write into. @param {string[]} columns */
function blank_rows(columns) {
  return Array.from({ length: k_template_rows }, () => columns.map(() => ''));
}

/** Columns that most lists have, under headings of the reader's language. @returns {Work} */
export function template() {
  const columns = say('template_columns').split('|');
  return { name: say('template_name'), is_package: false, tables: { [k_only]: { columns, rows: blank_rows(columns) } } };
}

/** @param {Work} work @param {'csv' | 'zip' | 'xlsx' | 'ods'} form @returns {Blob} */
export function saved_tables(work, form) {
  const types = { csv: 'text/csv;charset=utf-8', zip: 'application/zip', xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', ods: 'application/vnd.oasis.opendocument.spreadsheet' };
  const tables = work.is_package ? filled(work.tables) : work.tables;
  const content = form === 'csv' ? csv_of(tables[k_only]) : file_of(tables, k_layouts, form);
  return new Blob([/** @type {BlobPart} */ (content)], { type: types[form] });
}
