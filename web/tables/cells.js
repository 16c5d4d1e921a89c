// A value of a snapshot as the text of a cell, and back. What a cell can't say exactly is kept beside it (tables.js).

/** @typedef {import('./layout.js').Field} Field */
/** @typedef {Record<string, string>} Cells by column */

const k_between = '|';
const k_yes = ['true', 'vrai', 'wahr', 'oui', 'yes', 'ja', '1'];
const k_no = ['false', 'faux', 'falsch', 'non', 'no', 'nein', '0'];
/** What a heading keeps. */
const k_plain_key = /^\S(.*\S)?$/;
const k_number = /^[+-]?\d+([.,]\d+)?(e[+-]?\d+)?$/i;

/** @param {Field} field @param {unknown} value @param {Cells} cells */
export function write_value({ kind, name }, value, cells) {
  if (value === undefined || value === null) return;
  if (kind === 'pairs') cells[name] = pairs_of(value);
  else if (Array.isArray(value)) {
    if (kind === 'list') cells[name] = value.map(plain).join(k_between);
  } else if (typeof value !== 'object') {
    if (kind !== 'map') cells[name] = plain(value);
  } else if (kind === 'text' || kind === 'map') {
    for (const [key, version] of Object.entries(value)) if (typeof version !== 'object' && k_plain_key.test(key)) cells[`${name}.${key}`] = plain(version);
  }
}

/** "01=Ain|02=Aisne". @param {object} value */
function pairs_of(value) {
  return (Array.isArray(value) ? value.map(plain) : Object.entries(value).map(([key, each]) => `${key}=${plain(each)}`)).join(k_between);
}

/** @param {string} cell */
function pairs_in(cell) {
  const parts = cell.split(k_between).map((part) => part.trim());
  if (!parts.every((part) => part.includes('='))) return parts;
  return Object.fromEntries(parts.map((part) => [part.slice(0, part.indexOf('=')).trim(), part.slice(part.indexOf('=') + 1).trim()]));
}

/** @param {unknown} value */
function plain(value) {
  return value === null || value === undefined ? '' : String(value);
}

/**
 * What the cells of a field say; undefined: nothing. What is no value of its kind stays a text, which the loader refuses by name.
 * @param {Field} field
 * @param {string} text @param {string} [key] of a text or map
 * @returns {unknown}
 */
export function read_value(field, text, key) {
  const cell = text.trim();
  if (cell === '') return undefined;
  if (field.kind === 'list') return list_in(field, cell);
  if (field.kind === 'pairs') return pairs_in(cell);
  if (field.kind === 'map') return cell === 'true' && key !== undefined && field.schema.additionalProperties?.anyOf ? true : cell;
  return scalar_in(field.kind, cell);
}

/** @param {Field} field @param {string} cell */
function list_in({ item, is_alone }, cell) {
  if (is_alone && !cell.includes(k_between)) return scalar_in(item, cell);
  return cell.split(k_between).map((part) => (part.trim() === '' && item !== 'string' ? null : scalar_in(item, part.trim())));
}

/** @param {string} kind @param {string} cell */
function scalar_in(kind, cell) {
  if (kind === 'number' || kind === 'integer') return k_number.test(cell) ? Number(cell.replace(',', '.')) : cell;
  if (kind !== 'boolean') return cell;
  const word = cell.toLowerCase();
  return k_yes.includes(word) ? true : k_no.includes(word) ? false : cell;
}
