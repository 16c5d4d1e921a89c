// Tables in the forms that people keep them in: a folder or .zip of CSV with its datapackage.json, or one workbook.

import { is_zip, text_in, unzipped, zipped } from './archive.js';
import { csv_in, files_of, k_descriptor, tables_in } from './data_package.js';
import { ods_of, ods_sheets } from './ods.js';
import { field_of, k_meta } from './tables.js';
import { xlsx_of, xlsx_sheets } from './xlsx.js';

/** @typedef {import('./layout.js').Layout} Layout */
/** @typedef {import('./tables.js').Table} Table */
/** @typedef {import('./tables.js').Tables} Tables */
/** @typedef {'zip' | 'xlsx' | 'ods'} Form */

/** @param {Tables} tables @param {Layout[]} layouts @param {Form} form @returns {Uint8Array} */
export function file_of(tables, layouts, form) {
  if (form === 'zip') return zipped(files_of(tables, layouts));
  const is_number = (/** @type {string} */ table, /** @type {string} */ column) => {
    const layout = layouts.find(({ name }) => name === table);
    const kind = layout && table !== k_meta && field_of(column, layout)?.field.kind;
    return kind === 'number' || kind === 'integer';
  };
  return form === 'xlsx' ? xlsx_of(tables, is_number) : ods_of(tables, is_number);
}

/**
 * The tables of an archive or workbook, each under the name of its file or sheet.
 * @param {Uint8Array} bytes
 * @returns {Tables} throws when it is neither, or too large
 */
export function tables_of_file(bytes) {
  const names = new Set();
  if (!is_zip(bytes)) throw new SyntaxError('no archive');
  unzipped(bytes, (name) => (names.add(name), false));
  if (names.has('xl/workbook.xml')) return tables_of_sheets(xlsx_sheets(bytes));
  if (names.has('content.xml')) return tables_of_sheets(ods_sheets(bytes));
  const files = unzipped(bytes, (name) => /\.csv$/i.test(name) || name.endsWith(k_descriptor));
  return tables_in(Object.fromEntries(Object.entries(files).filter(([path]) => !/(^|\/)(__MACOSX\/|\.)/.test(path)).map(([path, content]) => [path.split('/').at(-1), content])));
}

/** @param {import('./sheet.js').Sheet[]} sheets @returns {Tables} of those that hold something */
function tables_of_sheets(sheets) {
  const filled = sheets.map(({ name, cells }) => ({ name, cells: cells.filter((row) => row.some((cell) => cell.trim() !== '')) })).filter(({ name, cells }) => cells.length > 0 && name !== '__proto__');
  return Object.fromEntries(filled.map(({ name, cells }) => [name.trim(), table_in(cells)]));
}

/** As wide as its widest row: a title may stand above the head. @param {string[][]} cells @returns {Table} */
function table_in(cells) {
  const width = cells.reduce((most, row) => Math.max(most, row.length), 0);
  const [head, ...rows] = cells.map((row) => Array.from({ length: width }, (_, i) => row[i] ?? ''));
  return { columns: head.map((title) => title.trim()), rows };
}

/** Whether they are those of a snapshot, and not one table of clusters as people keep it. @param {Tables} tables @param {Layout[]} layouts */
export function is_package(tables, layouts) {
  const known = layouts.filter(({ name }) => tables[name]);
  return known.length >= 2 || Boolean(tables[k_meta]);
}

export { csv_in, text_in };
