// Fetches what most visits never need when it is asked for. A failed attempt can be repeated: some browsers remember a
// module that could not be fetched, hence another address for every further attempt.

import { AtlasError } from './error.js';
import { beside } from './files.js';
import { all_words } from './words.js';

/** @typedef {typeof import('./extras.js')} Extras */

export const extras = part('cluster-atlas-extras.js', () => import('./extras.js'), (all) => all.learn(all_words()));

/** Reads workbooks, archives and data packages. */
export const workbooks = part('cluster-atlas-tables.js', () => import('./workbooks.js'));

/**
 * @template {{build: string}} T
 * @param {string} file where the build leaves it beside the module
 * @param {() => Promise<T>} load
 * @param {(all: T) => void} [begin] with what came
 * @returns {() => Promise<T>}
 */
function part(file, load, begin) {
  /** @type {Promise<T> | null} */
  let loading = null;
  let failures = 0;

  /** Both files must come from one build: a server may have a newer one since the page was opened. */
  async function fetch_part() {
    const all = await (failures ? again(file, failures).catch(load) : load());
    if (all.build !== ATLAS_BUILD) throw new Error('it is of another version; reload the page');
    begin?.(all);
    return all;
  }

  return () => {
    loading ??= fetch_part().catch((error) => {
      loading = null;
      ++failures;
      throw new AtlasError('network', `a part of the atlas could not be loaded: ${error}`);
    });
    return loading;
  };
}

/** Under another address, where the file has kept its name; build tools leave this import alone. @param {string} file @param {number} failures */
function again(file, failures) {
  const address = `${beside(`./${file}`)}?${failures}`;
  return import(/* webpackIgnore: true */ /* @vite-ignore */ address);
}
