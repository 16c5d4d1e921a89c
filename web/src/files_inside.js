// In place of files.js where nothing may be fetched: cluster-atlas-inline.js carries the whole module and the words,
// packed, and the snapshot, so that it works in every build tool and server.

import snapshot from 'atlas-snapshot';
import packed_wasm from 'atlas-packed';
import packed_words from 'atlas-packed-words';

function nowhere() {
  return new URL('about:blank');
}

export const module_file = { name: 'cluster-atlas.wasm', bytes: () => 0, address: nowhere };
export const rest_file = { name: 'cluster-atlas-extras.wasm', bytes: () => 0, address: nowhere };
export const snapshot_file = { name: 'snapshot.json', bytes: () => 0, address: nowhere };
export const map_file = { name: 'france.map', bytes: () => 0, address: nowhere };
export const inside = { packed_wasm, packed_words, snapshot };

/** @returns {URL} */
export function beside() {
  return nowhere();
}
