// What a start that failed tells the reader: what is not there, why, what is left, and whether it helps to try again.

import { AtlasError, sentences } from './error.js';
import { say } from './words.js';

/** @typedef {import('../cluster-atlas').Lang} Lang */
/** @typedef {import('./error.js').ErrorReason} ErrorReason */

const k_errors_shown = 8;
/** A network comes back, a login page goes away; a file that was never there stays missing. @type {Set<ErrorReason | undefined>} */
const k_passing = new Set([undefined, 'unreachable', 'status', 'page', 'damaged']);

/** The last part of its address. @param {string | undefined} address */
function file_name(address) {
  const name = address?.replace(/[?#].*$/, '').split('/').at(-1);
  return name ? decoded(name) : (address ?? '');
}

/** @param {string} name */
function decoded(name) {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}

/** Why a file did not come. @param {AtlasError} error @param {Lang} lang */
export function reason_of({ reason, address, status }, lang) {
  return reason ? say(reason, lang, file_name(address), status ?? '') : '';
}

/** @param {unknown} error */
export function can_pass(error) {
  return error instanceof AtlasError && error.code === 'network' && k_passing.has(error.reason);
}

/**
 * @param {unknown} error
 * @param {{lang: Lang, has_list: boolean}} context
 * @returns {string} lines; the first says what happened
 */
export function explanation(error, { lang, has_list }) {
  const left = has_list ? [say('list_stays', lang)] : [];
  const known = error instanceof AtlasError ? error : null;
  if (known?.code === 'snapshot' || known?.code === 'map') return [say('bad_snapshot', lang), ...places(known, lang)].join('\n');
  if (known?.code === 'network') return [say(is_data(known) ? 'no_data' : 'no_map', lang), reason_of(known, lang), ...left].filter(Boolean).join('\n');
  return [say(known?.reason === 'blocked' ? 'blocked' : 'failed', lang), ...left].join('\n');
}

/** @param {AtlasError} error @param {Lang} lang */
function places({ errors, message }, lang) {
  return errors.length ? sentences(errors.slice(0, k_errors_shown), lang) : [message];
}

/** @param {AtlasError} error */
function is_data({ address }) {
  return address !== undefined && !/\.(wasm|map)$|^cluster-atlas-[\w-]+\.json$/.test(file_name(address));
}
