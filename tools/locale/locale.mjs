// The language files of data/locales, and which module they belong to. Their format: web/src/locale_format.js.
import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { compact, k_forms, keys_of } from '../../web/src/locale_format.js';

/** @typedef {import('../../web/src/locale_format.js').Locale} Locale */

/** @param {string} folder @returns {Locale[]} English first, then by tag */
export function read_locales(folder) {
  const files = readdirSync(folder).filter((name) => name.endsWith('.json'));
  const all = files.map((name) => /** @type {Locale} */ (JSON.parse(readFileSync(join(folder, name), 'utf8'))));
  const rank = (/** @type {Locale} */ { language }) => (language === 'en' ? '' : language);
  return all.sort((a, b) => (rank(a) < rank(b) ? -1 : 1));
}

/** Tells whether a compact file and a module were made of the same words. @param {Locale} english */
export function fingerprint(english) {
  return createHash('sha256').update(JSON.stringify([k_forms, keys_of(english)])).digest('hex').slice(0, 8);
}

/** @param {Locale} locale @param {Locale} english */
export function baked(locale, english) {
  return compact(locale, english, fingerprint(english));
}
