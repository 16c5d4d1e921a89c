// A language that the host of a page hands over: `locales: { es: {…} }`, or the address of a file (`locale-src`), in the
// format of data/locales. Nothing in it is trusted: it is bounded, every string has its kind and its placeholders, and what
// is wrong is named by its place.

import { warn_once } from './attributes.js';
import { bytes_of, download } from './download.js';
import { AtlasError } from './error.js';
import { beside } from './files.js';
import { compact, k_categories, k_forms, overlaid, words_of } from './locale_format.js';
import { carried_words } from './locale_source.js';
import { is_option } from './options.js';
import { decode } from './source.js';

/** @typedef {import('./locale_format.js').Locale} Locale */

const k_max_chars = 2000;
const k_max_told = 20;
/** Ten times what a whole language takes. */
const k_max_bytes = 400_000;

/** @param {unknown} value @returns {value is Record<string, unknown>} */
const is_object = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);

/** @param {string} text */
const placeholders = (text) => [...new Set(text.match(/\{\d\}/g) ?? [])].sort().join();

/** Collects what is wrong, with its place (a JSON pointer). */
class Faults {
  /** @type {string[]} */ all = [];

  /** @param {string} place @param {string} what */
  tell(place, what) {
    if (this.all.length < k_max_told) this.all.push(`${place}: ${what}`);
  }

  /** @param {string} what holds them; throws if there are any */
  refuse(what) {
    if (this.all.length > 0) throw new AtlasError('options', `${what} is refused: ${this.all.join('; ')}`);
  }

  /** @param {string} place @param {unknown} value @param {string} [like] a text with the placeholders that are wanted */
  text(place, value, like) {
    if (typeof value !== 'string' || value === '') return this.tell(place, 'a text is expected');
    if (value.length > k_max_chars) return this.tell(place, `longer than ${k_max_chars} characters`);
    if (like !== undefined && placeholders(value) !== placeholders(like)) this.tell(place, `the placeholders ${placeholders(like) || 'none'} are expected`);
  }
}

/** @param {Record<string, any>} forms @param {Locale} english @param {Faults} faults */
function check_forms(forms, english, faults) {
  for (const { path, count } of k_forms) {
    const value = path.reduce((each, name) => (is_object(each) ? each[name] : undefined), /** @type {any} */ (forms));
    const like = path.reduce((each, name) => each?.[name], english.forms);
    const place = `/forms/${path.join('/')}`;
    if (value === undefined) continue;
    if (count === 1) faults.text(place, value, typeof like === 'string' && path[0] !== 'plural' ? like : undefined);
    else if (!Array.isArray(value) || value.length !== count) faults.tell(place, `a list of ${count} texts is expected`);
    else value.forEach((each, index) => faults.text(`${place}/${index}`, each));
  }
}

/** @param {string} place @param {unknown} said @param {import('./locale_format.js').Said} like @param {Faults} faults */
function check_said(place, said, like, faults) {
  if (typeof like === 'string') return faults.text(place, said, like);
  if (!is_object(said) || said.other === undefined) return faults.tell(place, 'a text for each plural category is expected, “other” at least');
  for (const [category, text] of Object.entries(said)) {
    if (k_categories.includes(category)) faults.text(`${place}/${category}`, text, like.other);
    else faults.tell(`${place}/${category}`, 'no plural category');
  }
}

/** @param {string} place of the room @param {unknown} words @param {Map<string, import('./locale_format.js').Said>} known @param {Faults} faults */
function check_room(place, words, known, faults) {
  if (!is_object(words)) return faults.tell(place, 'an object is expected');
  for (const [key, said] of Object.entries(words)) {
    const like = known.get(key);
    if (like === undefined) faults.tell(`${place}/${key}`, 'no word of this atlas');
    else check_said(`${place}/${key}`, said, like, faults);
  }
}

/** @param {Record<string, unknown>} rooms @param {Map<string, import('./locale_format.js').Said>} known @param {Faults} faults */
function check_rooms(rooms, known, faults) {
  /** @type {Map<string, string>} room by key */
  const homes = new Map();
  for (const [room, words] of Object.entries(rooms)) {
    check_room(`/words/${room}`, words, known, faults);
    for (const key of is_object(words) ? Object.keys(words) : []) {
      if (homes.has(key)) faults.tell(`/words/${room}/${key}`, `it is in the room ${homes.get(key)} already`);
      homes.set(key, room);
    }
  }
}

/**
 * @param {string} language
 * @param {unknown} given
 * @param {Locale} english
 * @returns {Locale} throws with every place that is wrong
 */
export function checked_locale(language, given, english) {
  const faults = new Faults();
  const locale = /** @type {Record<string, any>} */ (is_object(given) ? given : {});
  if (!is_object(given)) faults.tell('/', 'an object is expected');
  if (locale.name !== undefined) faults.text('/name', locale.name, '');
  for (const part of ['forms', 'words', 'page']) if (locale[part] !== undefined && !is_object(locale[part])) faults.tell(`/${part}`, 'an object is expected');
  if (is_object(locale.forms)) check_forms(locale.forms, english, faults);
  if (is_object(locale.words)) check_rooms(locale.words, words_of(english), faults);
  for (const [key, text] of Object.entries(is_object(locale.page) ? locale.page : {})) {
    if (Object.hasOwn(english.page, key)) faults.text(`/page/${key}`, text, english.page[key]);
    else faults.tell(`/page/${key}`, 'no word of this atlas');
  }
  faults.refuse(`locales.${language}`);
  return { language, name: locale.name ?? language, forms: locale.forms ?? {}, words: locale.words ?? {}, page: locale.page ?? {} };
}

/** What is said in English instead, in one sentence. @param {Locale} locale @param {Locale} english */
function tell_missing(locale, english) {
  const there = new Set(Object.values(locale.words).flatMap(Object.keys));
  const missing = [...[...words_of(english).keys()].filter((key) => !there.has(key)), ...Object.keys(english.page).filter((key) => !Object.hasOwn(locale.page, key))];
  if (missing.length === 0) return;
  const named = missing.slice(0, k_max_told).join(', ') + (missing.length > k_max_told ? ', …' : '');
  warn_once(`the language ${locale.language} lacks ${missing.length} words, which are said in English: ${named}`);
}

/** English by its keys, with the fingerprint of the words that the module was made of. @returns {Promise<Locale & {fingerprint: string}>} */
async function english_by_key() {
  const carried = await carried_words();
  if (carried) return carried.keys;
  const file = await download(beside('./cluster-atlas-words.json'), { signal: new AbortController().signal, is_own: true });
  return JSON.parse(decode(await bytes_of(file)));
}

/** @param {string} address @param {string} text @returns {unknown} */
function parsed(address, text) {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new AtlasError('options', `${address} is no JSON: ${error}`);
  }
}

/** The file at an address, not yet checked but for its language. @param {string} address @returns {Promise<Locale>} */
export async function locale_at(address) {
  const bytes = await bytes_of(await download(address, { signal: new AbortController().signal }));
  if (bytes.byteLength > k_max_bytes) throw new AtlasError('options', `${address} is no language: more than ${k_max_bytes} bytes`);
  const given = parsed(address, decode(bytes));
  if (!is_object(given) || !is_option('lang', given.language)) throw new AtlasError('options', `${address}: /language: a tag such as "el" or "pt-BR" is expected`);
  return /** @type {Locale} */ (/** @type {unknown} */ (given));
}

/**
 * @param {Record<string, unknown>} given by tag
 * @returns {Promise<{spoken: import('./words.js').Words, texts: Map<string, string>}>} for the page and for the module
 */
export async function own_locales(given) {
  const { fingerprint, ...english } = await english_by_key();
  /** @type {import('./words.js').Words} */
  const spoken = {};
  const texts = new Map();
  for (const [language, value] of Object.entries(given)) {
    const locale = checked_locale(language, value, english);
    tell_missing(locale, english);
    spoken[language] = { name: locale.name, page: { ...english.page, ...locale.page }, address: () => beside('') };
    texts.set(language, JSON.stringify(compact(locale, english, fingerprint)));
  }
  return { spoken, texts };
}

/**
 * @param {string} text compact locale
 * @param {string} language
 * @param {unknown} words of the data, by key; throws with every place that is wrong
 * @returns {Promise<string>} the same, with these words
 */
export async function with_words(text, language, words) {
  const { fingerprint, ...english } = await english_by_key();
  if (!is_object(words)) throw new AtlasError('options', `meta.words.${language}: an object is expected`);
  const faults = new Faults();
  check_room('', words, words_of(english), faults);
  faults.refuse(`meta.words.${language}`);
  const said = /** @type {Record<string, import('./locale_format.js').Said>} */ (words);
  const known = JSON.parse(text);
  if (known.words !== fingerprint) throw new AtlasError('network', 'the words are of another version; reload the page', { reason: 'outdated' });
  return JSON.stringify(overlaid(known, new Map(Object.entries(said)), english));
}
