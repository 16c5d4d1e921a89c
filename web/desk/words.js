// What the page says, in the reader's language: the part `desk` of data/locales.

import all from 'desk-words';

/** @typedef {keyof import('../../data/locales/en.json')['desk']} Word */

let language = 'fr';

export const languages = Object.entries(all).map(([tag, { name }]) => ({ tag, name }));

export function current_language() {
  return language;
}

/** What parts the cells of a CSV that spreadsheets of the reader's language open by double-click. @returns {',' | ';'} */
export function list_separator() {
  return all[language]?.spreadsheet === 'semicolon' ? ';' : ',';
}

/** @param {string} tag "de-AT" is German @returns {boolean} whether it is spoken */
export function speak(tag) {
  const found = languages.find((each) => each.tag === tag.toLowerCase().split('-')[0]);
  if (found) language = found.tag;
  return Boolean(found);
}

/** @param {Word} word @param {...(string | number)} values */
export function say(word, ...values) {
  const text = all[language]?.desk[word] ?? all.en.desk[word] ?? word;
  return text.replace(/\{(\d)\}/g, (_, index) => String(values[Number(index)] ?? ''));
}

/** A table by a name for people; its own where there is none. @param {string} table */
export function name_of(table) {
  const words = /** @type {Record<string, string>} */ (all[language]?.desk);
  return words[`table_${table}`] ?? table;
}
