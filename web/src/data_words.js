// What the data call things: `meta.words` of a snapshot says some sentences of the interface otherwise, by language and key
// of data/locales. What checks them is fetched when there are any (own_locale.js).

import { warn_once } from './attributes.js';
import { extras } from './later.js';

/** @typedef {import('../cluster-atlas').Lang} Lang */
/** @typedef {Record<Lang, unknown>} DataWords not checked */

/** @param {string} snapshot JSON that the module has taken @returns {DataWords} */
export function words_in(snapshot) {
  if (!snapshot.includes('"words"')) return {};
  const words = JSON.parse(snapshot).meta?.words;
  return typeof words === 'object' && words !== null && !Array.isArray(words) ? words : {};
}

/**
 * @param {string} text compact locale
 * @param {Lang} lang
 * @param {DataWords} words
 * @returns {Promise<string>} the same with the data's words; without them, said once, where they can't be used
 */
export async function said_as(text, lang, words) {
  if (!Object.hasOwn(words, lang)) return text;
  try {
    const { with_words } = await extras();
    return await with_words(text, lang, words[lang]);
  } catch (error) {
    warn_once(`the usual words stay: ${error instanceof Error ? error.message : error}`);
    return text;
  }
}
