// The words of a language, fetched once a page: an atlas begins with one language, and asks for another when it is chosen.

import { bytes_of, download } from './download.js';
import { inside } from './files.js';
import { decode, embedded_block, unpack } from './source.js';
import { address_of } from './words.js';

/** @typedef {import('./words.js').Lang} Lang */

/** @type {Map<Lang, Promise<string>>} */
const fetched = new Map();

/** Words that need not be fetched. @param {Map<Lang, string>} texts compact locales */
export function lend_locales(texts) {
  for (const [lang, text] of texts) fetched.set(lang, Promise.resolve(text));
}

/** A failed attempt is forgotten, so that it can be repeated. @param {Lang} lang @returns {Promise<string>} compact locale */
export function locale_text(lang) {
  const known = fetched.get(lang);
  if (known) return known;
  const fetching = fetch_locale(lang);
  fetched.set(lang, fetching);
  fetching.catch(() => fetched.delete(lang));
  return fetching;
}

/** What a page or a script carries that may fetch nothing: compact locales by language, and English by its keys. @returns {Promise<Record<string, any> | null>} */
export async function carried_words() {
  const packed = embedded_block('atlas-words')?.textContent ?? inside?.packed_words;
  return packed ? JSON.parse(decode(await unpack(packed))) : null;
}

/** @param {Lang} lang */
async function fetch_locale(lang) {
  const carried = await carried_words();
  if (carried) return JSON.stringify(carried[lang]);
  return decode(await bytes_of(await download(address_of(lang), { signal: new AbortController().signal, is_own: true })));
}
