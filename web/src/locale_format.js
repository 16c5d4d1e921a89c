// The format of a language file (data/locales/README.md), and its strings laid out in the one order that the module knows.
// The build makes its own files with this, a page those that its host hands over.

/** @typedef {string | Record<string, string>} Said one text, or one for each plural category of CLDR */
/**
 * @typedef {object} Locale
 * @property {string} language BCP 47
 * @property {string} name in the language itself
 * @property {Record<string, any>} forms
 * @property {Record<string, Record<string, Said>>} words by room
 * @property {Record<string, string>} page words that only the page's JavaScript says
 * @property {Record<string, string>} [desk] those of the data page
 */

export const k_categories = ['zero', 'one', 'two', 'few', 'many', 'other'];

const k_months = 12;
/** How a language writes numbers, money, dates, lists: the path in `forms`, and how many strings are there. */
export const k_forms = [
  ...['decimal', 'group', 'minus', 'percent'].map((name) => ({ path: ['number', name], count: 1 })),
  ...['billions', 'millions', 'units'].map((name) => ({ path: ['money', name], count: 1 })),
  ...['day', 'first_day', 'month'].map((name) => ({ path: ['date', name], count: 1 })),
  { path: ['date', 'months'], count: k_months },
  { path: ['date', 'short_months'], count: k_months },
  { path: ['quotation'], count: 1 },
  ...['comma', 'last', 'semicolon', 'colon'].map((name) => ({ path: ['list', name], count: 1 })),
  { path: ['spreadsheet'], count: 1 },
  ...k_categories.slice(0, -1).map((name) => ({ path: ['plural', name], count: 1 })),
];

/** @param {Locale} locale @returns {Map<string, Said>} words of all rooms by key */
export function words_of(locale) {
  const all = new Map();
  for (const room of Object.values(locale.words)) {
    for (const [key, words] of Object.entries(room)) {
      if (all.has(key)) throw new Error(`${locale.language}: ${key} is there twice`);
      all.set(key, words);
    }
  }
  return all;
}

/** @param {Locale} english @returns {{messages: string[], plurals: string[]}} keys in the module's order */
export function keys_of(english) {
  const all = [...words_of(english)];
  const keys = (/** @type {boolean} */ plural) => all.filter(([, words]) => (typeof words === 'object') === plural).map(([key]) => key);
  return { messages: keys(false), plurals: keys(true) };
}

/** @param {Locale} locale @param {string[]} path */
const form = ({ forms }, path) => path.reduce((value, name) => value?.[name], /** @type {any} */ (forms));

/**
 * What the module reads: every string in its order, English in place of what is missing.
 * @param {Locale} locale
 * @param {Locale} english
 * @param {string} fingerprint of the words that the module was made of
 */
export function compact(locale, english, fingerprint) {
  const { messages, plurals } = keys_of(english);
  const words = words_of(locale);
  const otherwise = words_of(english);
  const forms = k_forms.flatMap(({ path }) => form(locale, path) ?? (path[0] === 'plural' ? '' : form(english, path)));
  const said = messages.map((key) => words.get(key) ?? otherwise.get(key));
  const counted = plurals.flatMap((key) => {
    const each = /** @type {Record<string, string>} */ (words.get(key) ?? otherwise.get(key));
    return k_categories.map((category) => each[category] ?? '');
  });
  const { language, name } = locale;
  return { language, name, words: fingerprint, strings: [...forms, ...said, ...counted] };
}

/**
 * A compact locale with some of its words said otherwise.
 * @param {{strings: string[]}} text
 * @param {Map<string, Said>} words
 * @param {Locale} english
 */
export function overlaid(text, words, english) {
  const { messages, plurals } = keys_of(english);
  const strings = [...text.strings];
  const first_message = k_forms.reduce((sum, { count }) => sum + count, 0);
  const first_plural = first_message + messages.length;
  for (const [key, said] of words) {
    if (typeof said === 'string') strings[first_message + messages.indexOf(key)] = said;
    else strings.splice(first_plural + plurals.indexOf(key) * k_categories.length, k_categories.length, ...k_categories.map((category) => said[category] ?? ''));
  }
  return { ...text, strings };
}
