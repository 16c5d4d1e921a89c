// The files beside the module. Each address stands whole in one expression: build tools find it there, copy the file and
// put their own name in. Only what is fetched by every atlas is named so; the rest of a site is beside the wasm (beside).

/** @typedef {{name: string, bytes: () => number, address: () => URL}} File bytes: unpacked, when it was built; 0: not known */

/** @type {File} */
export const module_file = { name: 'cluster-atlas.wasm', bytes: () => ATLAS_BYTES.module, address: () => new URL('./cluster-atlas.wasm', import.meta.url) };
/** @type {File} */
export const rest_file = { name: 'cluster-atlas-extras.wasm', bytes: () => 0, address: () => new URL('./cluster-atlas-extras.wasm', import.meta.url) };
/** @type {File} */
export const snapshot_file = { name: 'snapshot.json', bytes: () => ATLAS_BYTES.snapshot, address: () => new URL('./snapshot.json', import.meta.url) };
/** @type {File} */
export const map_file = { name: 'france.map', bytes: () => 0, address: () => new URL('./france.map', import.meta.url) };

/** Wasm, words and snapshot inside the script itself (files_inside.js); here none. @type {{packed_wasm: string, packed_words: string, snapshot: {meta: {map?: unknown}}} | null} */
export const inside = null;

/** A file that only some visits ask for, on servers that hold the whole folder. @param {string} name */
export function beside(name) {
  return new URL(name, module_file.address());
}
