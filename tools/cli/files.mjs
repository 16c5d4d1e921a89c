// Snapshots and tables as files and folders.
import { existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { files_of, k_descriptor, paths_in, tables_in } from '../../web/tables/data_package.js';
import { file_of, tables_of_file } from '../../web/tables/forms.js';
import { layouts_of } from '../../web/tables/layout.js';
import { json_text_in } from '../../web/tables/unreadable.js';

/** @typedef {import('../../web/tables/tables.js').Tables} Tables */

export const k_layouts = layouts_of(JSON.parse(readFileSync(new URL('snapshot.schema.json', import.meta.url), 'utf8')));

/** Whether a file is a snapshot rather than tables. @param {string} path */
export function is_snapshot(path) {
  return /\.json$/i.test(path) && basename(path) !== k_descriptor;
}

/** @param {string} path @returns {any} throws when it can't be read */
export function read_snapshot(path) {
  return JSON.parse(json_text_in(readFileSync(path)));
}

/** @param {string} path of a folder, a descriptor, an archive or a workbook @returns {Tables} throws when it can't be read */
export function read_tables(path) {
  if (existsSync(path) && statSync(path).isDirectory()) return read_folder(path);
  if (basename(path) === k_descriptor) return read_folder(dirname(path));
  return tables_of_file(readFileSync(path));
}

/** @param {string} folder */
function read_folder(folder) {
  const descriptor = join(folder, k_descriptor);
  const described = existsSync(descriptor) ? [k_descriptor, ...paths_in(readFileSync(descriptor, 'utf8')).map(({ path }) => path)] : [];
  const names = new Set([...described, ...readdirSync(folder).filter((name) => /\.csv$/i.test(name))]);
  return tables_in(Object.fromEntries([...names].filter((name) => existsSync(join(folder, name))).map((name) => [name, readFileSync(join(folder, name))])));
}

/** @param {string} path of an archive or workbook by its name, else of a folder @param {Tables} tables @returns {string[]} files written */
export function write_tables(path, tables) {
  const form = /\.(zip|xlsx|ods)$/i.exec(path)?.[1].toLowerCase();
  if (form) {
    writeFileSync(path, file_of(tables, k_layouts, /** @type {'zip' | 'xlsx' | 'ods'} */ (form)));
    return [path];
  }
  mkdirSync(path, { recursive: true });
  return Object.entries(files_of(tables, k_layouts)).map(([name, text]) => {
    writeFileSync(join(path, name), text);
    return join(path, name);
  });
}
