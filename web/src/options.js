// Options come from somebody's page, attributes or messages: only known own keys are read, into objects without a
// prototype, so that no "__proto__" key reaches anything.

import { AtlasError } from './error.js';
import { words_of } from './plain_json.js';

/** @typedef {import('../cluster-atlas').Options} Options */

const k_max_heading_chars = 500;
/** Of a facet, as in core/state/names.hpp and core/snapshot/id_table.cpp. */
const k_max_ids = 128;
const k_max_id_chars = 64;
/** Between two questions to a server. */
const k_least_seconds = 10;
/** A timer can't be set to more. */
const k_most_milliseconds = 2 ** 31 - 1;
/** What a host can show of the atlas; the map is always there. */
export const k_parts = ['map', 'header', 'tools', 'filters', 'strip', 'insets', 'rooms'];
/** The facets that don't change with the date. */
const k_lockable = ['regions', 'covered', 'departments', 'domains', 'sectors', 'classes', 'roster', 'entries', 'themes', 'stories'];

/** @type {Record<string, (value: unknown) => boolean>} */
const k_known = Object.assign(Object.create(null), {
  snapshot: (/** @type {unknown} */ v) => typeof v === 'string' || (typeof v === 'object' && v !== null),
  refresh: (/** @type {unknown} */ v) => typeof v === 'number' && v >= k_least_seconds && v * 1000 <= k_most_milliseconds,
  state: is_object,
  lang: is_tag,
  locales: is_object,
  localeSrc: (/** @type {unknown} */ v) => typeof v === 'string' && URL.canParse(v, document.baseURI),
  theme: one_of('auto', 'light', 'dark', 'contrast'),
  gestures: one_of('cooperative', 'greedy'),
  mode: one_of('explore', 'kiosk'),
  wasmBinary: (/** @type {unknown} */ v) => v instanceof ArrayBuffer || ArrayBuffer.isView(v),
  hash: (/** @type {unknown} */ v) => typeof v === 'boolean',
  link: is_web_address,
  reportUrl: is_report_address,
  tour: is_object,
  parts: (/** @type {unknown} */ v) => Array.isArray(v) && v.length <= k_parts.length && v.every((word) => k_parts.includes(word)),
  locked: is_lock,
  heading: (/** @type {unknown} */ v) => typeof v === 'string' && v.length <= k_max_heading_chars,
  logo: is_image_address,
  accent: (/** @type {unknown} */ v) => typeof v === 'string' && CSS.supports('color', v),
  signal: (/** @type {unknown} */ v) => v instanceof AbortSignal,
  retry: (/** @type {unknown} */ v) => typeof v === 'function',
});

/** @param {unknown} value */
function is_object(value) {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** @param {...string} words */
function one_of(...words) {
  return (/** @type {unknown} */ value) => typeof value === 'string' && words.includes(value);
}

/** Whether its words are there shows when the atlas starts. @param {unknown} value */
function is_tag(value) {
  return typeof value === 'string' && /^[a-z]{2,3}(-[a-z0-9]{1,8})*$/i.test(value);
}

/** @param {unknown} value */
function is_web_address(value) {
  return typeof value === 'string' && /^(https?|file):\/\//.test(value);
}

/** @param {unknown} value */
function is_image_address(value) {
  return typeof value === 'string' && /^(https?:|file:|blob:|data:image\/)/.test(value);
}

/** One id or several, by facet. @param {unknown} value */
function is_lock(value) {
  const is_id = (/** @type {unknown} */ id) => typeof id === 'string' && id.length <= k_max_id_chars;
  const is_ids = (/** @type {unknown} */ ids) => is_id(ids) || (Array.isArray(ids) && ids.length <= k_max_ids && ids.every(is_id));
  return is_object(value) && Object.entries(/** @type {object} */ (value)).every(([facet, ids]) => k_lockable.includes(facet) && (ids === null || is_ids(ids)));
}

const k_max_report_chars = 1000;

/** A form on the web or a mailbox; title and text are added to it. @param {unknown} value */
function is_report_address(value) {
  if (typeof value !== 'string' || value.length > k_max_report_chars || /[\s"'<>\\^`{|}]/.test(value)) return false;
  return /^mailto:[^?@]+@[^?@]+/.test(value) || (/^https:\/\/[^/?#]/.test(value) && URL.canParse(value));
}

/** Whether mount() takes this value. @param {string} name @param {unknown} value */
export function is_option(name, value) {
  return k_known[name]?.(value) === true;
}

/** Getters and Proxies of the page's may throw. @param {object} given */
function entries_of(given) {
  try {
    return Object.entries(given);
  } catch (error) {
    throw new AtlasError('options', `options can't be read: ${words_of(error)}`);
  }
}

/**
 * A copy with known, well-typed keys only. Undefined values count as absent.
 * @param {unknown} given
 * @returns {Options}
 */
export function read_options(given) {
  if (given === undefined) return Object.create(null);
  if (!is_object(given)) throw new AtlasError('options', 'mount(element, options): options must be an object');
  const options = Object.create(null);
  for (const [key, value] of entries_of(/** @type {object} */ (given))) {
    if (value === undefined) continue;
    const is_valid = k_known[key];
    if (!is_valid) throw new AtlasError('options', `unknown option "${key}" (known: ${Object.keys(k_known).join(', ')})`);
    if (!is_valid(value)) throw new AtlasError('options', `option "${key}" has an impossible value`);
    options[key] = value;
  }
  return options;
}
