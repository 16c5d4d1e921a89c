// What the page says before the module runs or about things only the page knows: the part `page` of data/locales.
// Everything else comes from the core's own words.

/** @typedef {'fr' | 'en'} Lang */
/** @typedef {keyof import('../../data/locales/en.json')['page']} Word */

/** @type {Record<string, Record<string, string>>} by language */
let known = {};

/** @param {Record<string, Record<string, string>>} words by language, whole */
export function learn(words) {
  known = words;
}

/**
 * @param {Word} word
 * @param {Lang} lang
 * @param {...(string | number)} values
 */
export function say(word, lang, ...values) {
  const text = known[lang]?.[word] ?? '';
  return text.replace(/\{(\d)\}/g, (_, index) => String(values[Number(index)] ?? ''));
}
