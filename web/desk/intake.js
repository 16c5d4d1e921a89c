// Files of the reader's own to what is worked on, and back to files.

import { k_meta } from '../tables/layout.js';
import { csv_of, k_descriptor, plain_csv_of, tables_in, unguarded } from '../tables/data_package.js';
import { is_zip } from '../tables/zip_sign.js';
import { file_of, is_package, longest_of, tables_of_file } from '../tables/forms.js';
import { title_in } from '../tables/sheet.js';
import { tables_of } from '../tables/tables.js';
import { distinct } from '../tables/titles.js';
import { Unreadable, json_text_in, refuse_other_forms } from '../tables/unreadable.js';
import { filled, k_layouts, whole_table } from './layouts.js';
import { k_only } from './work.js';
import { list_separator, say } from './words.js';

/** @typedef {import('./work.js').Work} Work */
/** @typedef {import('../tables/tables.js').Table} Table */
/** @typedef {import('../tables/tables.js').Tables} Tables */
/** @typedef {(bytes: Uint8Array) => Promise<Table>} ReadCells the core's reader of CSV */

const k_most_bytes = 32 << 20;
const k_template_rows = 15;

/** @param {File[]} files one, or those of a data package @param {ReadCells} read_cells @returns {Promise<Work>} throws what why_unread() says */
export async function work_of_files(files, read_cells) {
  if (files.reduce((sum, { size }) => sum + size, 0) > k_most_bytes) throw new Unreadable('too_large');
  if (files.length === 1) return work_of_file(files[0], read_cells);
  if (!files.every(({ name }) => /\.csv$/i.test(name) || name === k_descriptor)) throw new Unreadable('one_file');
  const contents = await Promise.all(files.map(async (file) => [file.name, new Uint8Array(await file.arrayBuffer())]));
  return work_of_tables(tables_in(Object.fromEntries(contents)), name_of_file(files[0]), read_cells);
}

/** @param {File} file @param {ReadCells} read_cells @returns {Promise<Work>} */
async function work_of_file(file, read_cells) {
  const bytes = new Uint8Array(await file.arrayBuffer());
  const name = name_of_file(file);
  refuse_other_forms(bytes);
  if (is_zip(bytes)) return work_of_tables(tables_of_file(bytes), name, read_cells);
  if (is_json(bytes)) return work_of_snapshot(JSON.parse(json_text_in(bytes)), name);
  return { name, is_package: false, tables: { [k_only]: tidy(unguarded(await read_cells(bytes))) } };
}

/** @param {File} file */
function name_of_file({ name }) {
  return name.replace(/\.[^.]*$/, '');
}

/** In UTF-8 or UTF-16, with its mark or without. @param {Uint8Array} bytes */
function is_json(bytes) {
  return /^(\s*(\xef\xbb\xbf)?\s*\{|\xff\xfe\{\0|\xfe\xff\0\{)/.test(new TextDecoder('latin1').decode(bytes.subarray(0, 64)));
}

/**
 * A workbook of lists: the longest is read as a CSV file is, for its head may stand below a title; the others are kept beside it.
 * @param {Tables} tables @param {string} name @param {ReadCells} read_cells @returns {Promise<Work>}
 */
async function work_of_tables(tables, name, read_cells) {
  if (is_package(tables, k_layouts)) return { name, is_package: true, tables: whole(tables) };
  const sheet = longest_of(tables);
  if (sheet === undefined) throw new Unreadable('no_tables');
  const list = tidy(await read_cells(new TextEncoder().encode(plain_csv_of(tables[sheet]))));
  const aside = Object.fromEntries(Object.keys(tables).filter((other) => other !== sheet).map((other) => [other, titled(tables[other])]));
  return { name, is_package: false, sheet, tables: { [k_only]: list, ...beside([k_only], aside) } };
}

/** @param {object} snapshot @param {string} name @param {Work} [list] that it was made of, whose other sheets are kept @returns {Work} */
export function work_of_snapshot(snapshot, name, list = undefined) {
  const tables = whole(tables_of(snapshot, k_layouts));
  const aside = Object.fromEntries(Object.entries(list?.tables ?? {}).filter(([table]) => table !== k_only));
  return { name, is_package: true, tables: { ...tables, ...beside(Object.keys(tables), aside) } };
}

/** Under names that are not taken. @param {string[]} taken @param {Tables} tables @returns {Tables} */
function beside(taken, tables) {
  const names = distinct([...taken, ...Object.keys(tables)]).slice(taken.length);
  return Object.fromEntries(Object.values(tables).map((table, i) => [names[i], table]));
}

/** @param {Tables} tables */
function whole(tables) {
  const said = Object.fromEntries((tables[k_meta]?.rows ?? []).map(([key, value]) => [key, value]));
  const titles = Object.keys(said).flatMap((key) => /^title\.(.+)$/.exec(key)?.[1] ?? []);
  const languages = said.languages ? said.languages.split('|') : titles.length > 0 ? titles : ['fr', 'en'];
  const own = Object.fromEntries(Object.entries(tables).map(([name, table]) => [name, titled(table)]));
  const known = k_layouts.map((layout) => [layout.name, whole_table(layout, own[layout.name], languages)]);
  return { ...own, ...Object.fromEntries(known) };
}

/** Each column under a title of its own. @param {Table} table @returns {Table} */
function titled({ columns, rows }) {
  return { columns: distinct(columns.map((title, i) => title_in(title) || say('untitled', i + 1))), rows };
}

/** Each row as long as the head; columns without any heading or cell are left. @param {Table} table @returns {Table} */
function tidy({ columns, rows }) {
  const width = rows.reduce((most, row) => Math.max(most, row.length), Math.max(columns.length, 1));
  const kept = Array.from({ length: width }, (_, i) => i).filter((i) => columns[i]?.trim() || rows.some((row) => row[i]?.trim()));
  const all = titled({ columns: Array.from({ length: width }, (_, i) => columns[i] ?? ''), rows: [] }).columns;
  const titles = kept.map((i) => all[i]);
  return { columns: titles, rows: rows.length > 0 ? rows.map((row) => kept.map((i) => row[i] ?? '')) : blank_rows(titles) };
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
  const content = form === 'csv' ? csv_of(work.tables[k_only], list_separator()) : file_of(work.is_package ? filled(work.tables) : sheets_of(work), k_layouts, form);
  return new Blob([/** @type {BlobPart} */ (content)], { type: types[form] });
}

/** Each under the name that it came with. @param {Work} work @returns {Tables} */
function sheets_of({ tables, sheet = k_only }) {
  return Object.fromEntries(Object.entries(tables).map(([name, table]) => [name === k_only ? sheet : name, table]));
}
