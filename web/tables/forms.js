// Tables in the forms that people keep them in: a folder or .zip of CSV with its datapackage.json, or one workbook.

import { unzipped, zipped } from './archive.js';
import { files_of, k_descriptor, tables_in } from './data_package.js';
import { ods_of, ods_sheets } from './ods.js';
import { filled_tables, table_in } from './sheet.js';
import { field_of, k_meta } from './tables.js';
import { Unreadable, refuse_other_forms } from './unreadable.js';
import { xlsx_of, xlsx_sheets } from './xlsx.js';
import { is_zip } from './zip_sign.js';

/** @typedef {import('./layout.js').Layout} Layout */
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
  refuse_other_forms(bytes);
  if (!is_zip(bytes)) throw new Unreadable('no_archive');
  unzipped(bytes, (name) => (names.add(name), false));
  if (names.has('xl/workbook.xml')) return tables_of_sheets(xlsx_sheets(bytes));
  if (names.has('content.xml')) return tables_of_sheets(ods_sheets(bytes));
  if (names.has('xl/workbook.bin')) throw new Unreadable('save_as_xlsx');
  return tables_in(files_in(unzipped(bytes, (name) => (/\.csv$/i.test(name) || is_descriptor(name)) && !/(^|\/)(__MACOSX\/|\.)/.test(name))));
}

/** @param {string} path */
function is_descriptor(path) {
  return path === k_descriptor || path.endsWith(`/${k_descriptor}`);
}

/** By their path beside the descriptor, which may stand in a folder of the archive. @param {Record<string, Uint8Array>} files @returns {Record<string, Uint8Array>} */
function files_in(files) {
  const descriptors = Object.keys(files).filter(is_descriptor);
  const folder = descriptors.sort((a, b) => a.length - b.length)[0]?.slice(0, -k_descriptor.length) ?? '';
  return Object.fromEntries(Object.entries(files).filter(([path]) => path.startsWith(folder)).map(([path, content]) => [path.slice(folder.length), content]));
}

/** @param {import('./sheet.js').Sheet[]} sheets @returns {Tables} */
function tables_of_sheets(sheets) {
  return filled_tables(sheets.map(({ name, cells }) => ({ name: name.trim(), table: table_in(cells) })));
}

/** The name of the table with the most rows: that of the clusters, where a workbook holds lists. @param {Tables} tables @returns {string | undefined} undefined: there is none */
export function longest_of(tables) {
  return Object.keys(tables).sort((a, b) => tables[b].rows.length - tables[a].rows.length)[0];
}

/** Whether they are those of a snapshot, and not one table of clusters as people keep it. @param {Tables} tables @param {Layout[]} layouts */
export function is_package(tables, layouts) {
  const known = layouts.filter(({ name }) => tables[name]);
  return known.length >= 2 || Boolean(tables[k_meta]);
}
