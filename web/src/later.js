// Fetches extras.js when something in it is needed. A failed attempt can be repeated: some browsers remember a module
// that could not be fetched, hence another address for every further attempt.

import { AtlasError } from './error.js';
import { beside } from './files.js';
import { all_words } from './words.js';

/** @typedef {typeof import('./extras.js')} Extras */

/** @type {Promise<Extras> | null} */
let loading = null;
let failures = 0;

/** @returns {Promise<Extras>} */
export function extras() {
  loading ??= fetch_extras().catch((error) => {
    loading = null;
    ++failures;
    throw new AtlasError('network', `a part of the atlas could not be loaded: ${error}`);
  });
  return loading;
}

/** Both files must come from one build: a server may have a newer one since the page was opened. @returns {Promise<Extras>} */
async function fetch_extras() {
  const all = await (failures ? import_again() : import('./extras.js'));
  if (all.build !== ATLAS_BUILD) throw new Error('it is of another version; reload the page');
  all.learn(all_words());
  return all;
}

/** Under another address, where the file has kept its name; build tools leave this import alone. */
function import_again() {
  const address = `${beside('./cluster-atlas-extras.js')}?${failures}`;
  return import(/* webpackIgnore: true */ /* @vite-ignore */ address).catch(() => import('./extras.js'));
}
