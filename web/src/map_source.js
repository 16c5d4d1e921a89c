// The base map that goes with a snapshot. The package's own is fetched at the same time as its snapshot; another snapshot
// names its map in meta.map: a file beside it, or the bytes themselves as a data: address. Only a plain file name is
// followed, so that no snapshot can make a page ask another server.

import { warn_once } from './attributes.js';
import { bytes_of, download } from './download.js';
import { AtlasError } from './error.js';
import { beside, inside, map_file } from './files.js';
import { embedded_block, embedded_snapshot, json_of, unpack } from './source.js';

/** @typedef {import('../cluster-atlas').SnapshotSource} SnapshotSource */

const k_embedded = /("map"\s*:\s*)"data:[^",]*,([^"]*)"/;
const k_file = /^[\w-][\w.-]*$/;

/**
 * @param {SnapshotSource | undefined} source of the snapshot
 * @param {Promise<import('./source.js').Content>} reading on its way
 * @param {AbortSignal} signal
 * @param {{is_needed?: boolean}} [wish] a map that is named and can't be had is a failure
 * @returns {Promise<Uint8Array | null>} null: none is named, or it can't be had, and a plain one is drawn
 */
export async function map_bytes(source, reading, signal, { is_needed = false } = {}) {
  if (source === undefined) return own_map(signal);
  const text = json_of(await reading);
  if (text === null) return own_map(signal); // that a table may lie on
  const data = k_embedded.exec(text);
  if (data) return decoded(data[2]);
  const name = map_name(text);
  if (name === null) return null;
  if (name === own_name()) return own_map(signal);
  const is_address = typeof source === 'string' || source instanceof URL;
  return named_file(is_address ? new URL(name, new URL(source, document.baseURI)) : beside(name), { signal, is_needed });
}

/** What snapshots call the map that is there with the page or the module. */
function own_name() {
  const embedded = embedded_snapshot();
  return embedded === null ? map_file.name : map_name(embedded);
}

/** In a single-file page, in the script itself, or beside the module. @param {AbortSignal} signal */
async function own_map(signal) {
  const block = embedded_block('atlas-map');
  if (block) return block.textContent ? unpack(block.textContent) : null;
  if (inside) return decoded(String(inside.snapshot.meta.map).split(',')[1] ?? '');
  return bytes_of(await download(map_file.address(), { signal, is_own: true }));
}

/** What the core reads: without the bytes, which are longer than any text it takes. @param {string} text */
export function without_map(text) {
  return text.replace(k_embedded, '$1null');
}

/** @param {string} text @returns {string | null} */
function map_name(text) {
  if (!text.includes('"map"')) return null; // quicker than reading it all
  try {
    const name = JSON.parse(text).meta?.map;
    return typeof name === 'string' && k_file.test(name) ? name : null;
  } catch {
    return null; // the core says what is wrong with it
  }
}

/** A file that can't be had leaves the data on a plain map, unless it is needed. @param {URL} address @param {{signal: AbortSignal, is_needed: boolean}} wish */
async function named_file(address, { signal, is_needed }) {
  try {
    return await bytes_of(await download(address, { signal }));
  } catch (error) {
    if (is_needed || !(error instanceof AtlasError)) throw error;
    warn_once(`the snapshot's map can't be had: ${error.message}`);
    return null;
  }
}

/** @param {string} base64 */
function decoded(base64) {
  try {
    return Uint8Array.from(atob(base64), (char) => char.charCodeAt(0));
  } catch {
    throw new AtlasError('map', 'the map inside the snapshot is not base64');
  }
}
