// Languages that a page brings: as objects (`locales`) or as the address of a file (`localeSrc`). What checks them is
// fetched when there are any (own_locale.js).

import { warn_once } from './attributes.js';
import { extras } from './later.js';
import { lend_locales } from './locale_source.js';
import { all_words, learn_more } from './words.js';

/** @typedef {import('../cluster-atlas').Lang} Lang */

/** By address, once a page. @type {Map<string, Promise<Lang | null>>} */
const files = new Map();

/** Files of the package, for pages that may not fetch, and languages of the host's own. @param {Record<string, object>} given by tag */
export async function take_locales(given) {
  const all = Object.entries(given);
  const is_shipped = (/** @type {[string, object]} */ [, locale]) => 'strings' in Object(locale);
  lend_locales(new Map(all.filter(is_shipped).map(([lang, locale]) => [lang, JSON.stringify(locale)])));
  const own = all.filter((each) => !is_shipped(each));
  if (own.length > 0) await learn_own(Object.fromEntries(own));
}

/**
 * @param {string} address
 * @returns {Promise<Lang | null>} the language of the file; null: it can't be used, which is said once on the console
 */
export function take_locale_file(address) {
  const known = files.get(address);
  if (known) return known;
  const taking = take_file(address).catch((error) => {
    files.delete(address);
    warn_once(`locale-src: ${error instanceof Error ? error.message : error}; the atlas speaks one of its own languages`);
    return null;
  });
  files.set(address, taking);
  return taking;
}

/** @param {string} address */
async function take_file(address) {
  const { locale_at } = await extras();
  const locale = await locale_at(address);
  await learn_own({ [locale.language]: locale });
  return locale.language;
}

/** @param {Record<string, object>} given by tag */
async function learn_own(given) {
  const parts = await extras();
  const { spoken, texts } = await parts.own_locales(given);
  learn_more(spoken);
  parts.learn(all_words()); // that part has words of its own
  lend_locales(texts);
}
