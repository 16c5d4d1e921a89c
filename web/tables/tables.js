// A snapshot and its tables are two forms of one thing: what the columns can't say exactly stands as JSON in a last one, so
// that nothing is lost either way, whatever the snapshot holds.

import { read_value, write_value } from './cells.js';
import { k_meta, k_more } from './layout.js';

/** @typedef {import('./layout.js').Layout} Layout */
/** @typedef {import('./layout.js').Field} Field */
/** @typedef {import('./cells.js').Cells} Cells */
/** @typedef {Record<string, any>} Json an object */
/** @typedef {{columns: string[], rows: string[][]}} Table every row as long as the columns */
/** @typedef {Record<string, Table>} Tables by name */

/** @param {Json} snapshot @param {Layout[]} layouts @returns {Tables} of those that have rows */
export function tables_of(snapshot, layouts) {
  const [root] = layouts;
  /** @type {Map<Layout, Cells[]>} */
  const rows = new Map(layouts.map((layout) => [layout, []]));
  write_record(snapshot, root, { owners: [], rows, place: 1 });
  /** @type {Tables} */
  const tables = {};
  for (const [layout, cells] of rows) if (cells.length > 0) tables[layout.name] = layout === root ? upright(cells[0]) : table_of(layout, cells);
  return tables;
}

/** @param {string[]} row */
export function is_blank(row) {
  return row.every((cell) => cell.trim() === '');
}

/** @param {Cells} cells @returns {Table} */
function upright(cells) {
  return { columns: ['key', 'value'], rows: Object.entries(cells) };
}

/** In the order of the schema, with a column for each language and key that occurs. @param {Layout} layout @param {Cells[]} rows @returns {Table} */
function table_of(layout, rows) {
  const used = new Set(rows.flatMap((cells) => Object.keys(cells)));
  const of_field = (/** @type {Field} */ { name, kind }) => [name, ...(kind === 'text' || kind === 'map' ? [...used].filter((each) => each.startsWith(`${name}.`)).sort() : [])];
  const known = [...layout.owners, ...layout.fields.flatMap(of_field), k_more];
  const columns = known.filter((name) => used.has(name));
  return { columns, rows: rows.map((cells) => columns.map((name) => cells[name] ?? '')) };
}

/** @param {Json | string} record @param {Layout} layout @param {{owners: string[], rows: Map<Layout, Cells[]>, place: number}} row what it names, and its place among those of its parent, from 1 */
function write_record(record, layout, { owners, rows, place }) {
  const whole = layout.is_text ? { text: record } : /** @type {Json} */ (record);
  const lists = layout.children.map((child) => ({ child, list: value_at(whole, child.at) })).filter(({ child, list }) => is_table(child, list));
  /** @type {Cells} */
  const cells = Object.fromEntries(layout.owners.map((name, i) => [name, owners[i]]));
  for (const field of layout.fields) write_value(field, value_at(whole, field.path), cells);
  keep_the_rest(whole, layout, { cells, lists });
  rows.get(layout)?.push(cells);
  const own = layout.key ? [String(whole[layout.key])] : [...owners, String(place)];
  for (const { child, list } of lists) {
    const named = child.owners.length > 0 ? own : [];
    list.forEach((/** @type {Json} */ item, /** @type {number} */ i) => write_record(item, child, { owners: named, rows, place: i + 1 }));
  }
}

/** @param {Layout} child @param {any} list */
function is_table(child, list) {
  if (!Array.isArray(list) || list.length === 0) return false;
  return list.every((item) => (child.is_text && typeof item === 'string') || (typeof item === 'object' && item !== null && !Array.isArray(item)));
}

/** @param {Json} whole @param {Layout} layout @param {{cells: Cells, lists: Array<{child: Layout}>}} written */
function keep_the_rest(whole, layout, { cells, lists }) {
  const without = lists.map(({ child }) => child.at.join('\0'));
  const left = () => difference(whole, read_record(cells, layout), [], (path) => without.includes(path.join('\0')));
  const inexact = left();
  for (const name of Object.keys(cells)) {
    const found = layout.owners.includes(name) ? null : field_of(name, layout);
    if (found && value_at(inexact, path_of(found)) !== undefined) delete cells[name]; // said once, so that a correction counts
  }
  const rest = left();
  if (rest !== undefined) cells[k_more] = JSON.stringify(rest);
  else if (Object.values(cells).every((cell) => cell === '')) cells[k_more] = '{}'; // else the row would be blank
}

/** What of `wanted` is not in `said`; undefined: nothing. @param {any} wanted @param {any} said @param {string[]} path @param {(path: string[]) => boolean} is_left @returns {any} */
function difference(wanted, said, path, is_left) {
  if (is_left(path)) return undefined;
  if (!is_object(wanted)) return is_same(wanted, said) ? undefined : wanted;
  /** @type {Json} */
  const rest = {};
  for (const [key, value] of Object.entries(wanted)) {
    const more = difference(value, is_object(said) && Object.hasOwn(said, key) ? said[key] : undefined, [...path, key], is_left);
    if (more !== undefined) set(rest, [key], more);
  }
  const is_new = Object.keys(wanted).length === 0 && !is_object(said);
  return Object.keys(rest).length > 0 || is_new ? rest : undefined;
}

/** @param {any} a @param {any} b @returns {boolean} */
export function is_same(a, b) {
  if (Array.isArray(a)) return Array.isArray(b) && a.length === b.length && a.every((item, i) => is_same(item, b[i]));
  if (!is_object(a)) return Object.is(a, b);
  const keys = Object.keys(a);
  return is_object(b) && keys.length === Object.keys(b).length && keys.every((key) => Object.hasOwn(b, key) && is_same(a[key], b[key]));
}

/** What the cells of one row say. @param {Cells} cells @param {Layout} layout @returns {Json} */
export function read_record(cells, layout) {
  /** @type {Json} */
  const record = {};
  for (const [name, text] of Object.entries(cells)) {
    const found = field_of(name, layout);
    const value = found && read_value(found.field, text, found.key);
    if (found && value !== undefined) set(record, path_of(found), value);
  }
  const rest = json_in(cells[k_more]);
  return rest ? joined(record, rest) : record;
}

/** @param {{field: Field, key?: string}} found @returns {string[]} */
function path_of({ field, key }) {
  return key === undefined ? field.path : [...field.path, key];
}

/** What a cell of k_more says: an object, else undefined. @param {string | undefined} text @returns {Json | undefined} */
export function json_in(text) {
  try {
    const value = text ? JSON.parse(text) : undefined;
    return is_object(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

/** @param {string} name of a column @param {Layout} layout @returns {{field: Field, key?: string} | null} */
export function field_of(name, layout) {
  for (const field of layout.fields) {
    if (field.name === name) return { field };
    if ((field.kind === 'text' || field.kind === 'map') && name.startsWith(`${field.name}.`)) return { field, key: name.slice(field.name.length + 1) };
  }
  return null;
}

/** @param {any} value */
function is_object(value) {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** @param {Json} record @param {string[]} path */
export function value_at(record, path) {
  return path.reduce((/** @type {any} */ at, name) => (is_object(at) && Object.hasOwn(at, name) ? at[name] : undefined), record);
}

/** Never through a prototype. @param {Json} record @param {string[]} path @param {unknown} value */
export function set(record, path, value) {
  let at = record;
  for (const name of path.slice(0, -1)) {
    if (!Object.hasOwn(at, name) || !is_object(at[name])) own(at, name, {});
    at = at[name];
  }
  own(at, /** @type {string} */ (path.at(-1)), value);
}

/** "__proto__" is a name like others. @param {Json} record @param {string} name @param {unknown} value */
function own(record, name, value) {
  Object.defineProperty(record, name, { value, writable: true, enumerable: true, configurable: true });
}

/** What stands in columns counts before what stands beside them. @param {Json} record @param {Json} more @returns {Json} */
function joined(record, more) {
  for (const [key, value] of Object.entries(more)) {
    if (!Object.hasOwn(record, key)) own(record, key, value);
    else if (is_object(value) && is_object(record[key])) joined(record[key], value);
  }
  return record;
}

export { k_meta, k_more };
