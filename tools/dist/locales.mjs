// The languages as they are shipped: one file each, which an embed fetches in the language it starts in; all of them packed
// inside the single file.
import { join } from 'node:path';
import { deflateRawSync } from 'node:zlib';
import { baked, fingerprint, read_locales } from '../locale/locale.mjs';

/** @typedef {import('../locale/locale.mjs').Locale} Locale */
/** @typedef {{language: string, name: string, page: Record<string, string>, text: string}} Shipped */

/** @param {string} root @returns {Shipped[]} */
export function shipped_locales(root) {
  const all = read_locales(join(root, 'data/locales'));
  const [english] = /** @type {[Locale]} */ (all);
  return all.map((locale) => ({ language: locale.language, name: locale.name, page: { ...english.page, ...locale.page }, text: JSON.stringify(baked(locale, english)) }));
}

/** @param {string} language */
export const locale_file = (language) => `cluster-atlas-${language}.json`;

/** English by its keys, for hosts that hand over a language of their own. @param {string} root */
export function words_by_key(root) {
  const [english] = /** @type {[Locale]} */ (read_locales(join(root, 'data/locales')));
  return JSON.stringify({ ...english, desk: undefined, fingerprint: fingerprint(english) });
}

/**
 * @param {string} root
 * @param {{has_keys?: boolean}} [wish] has_keys: with English by its keys, for languages that a page brings
 * @returns {string} base64 of deflated JSON, by language
 */
export function packed_locales(root, { has_keys = false } = {}) {
  const texts = shipped_locales(root).map(({ language, text }) => `${JSON.stringify(language)}:${text}`);
  const keys = has_keys ? [`"keys":${words_by_key(root)}`] : [];
  return deflateRawSync(`{${[...keys, ...texts].join()}}`, { level: 9 }).toString('base64');
}
