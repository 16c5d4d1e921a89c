// What the page says before the module runs or about things only the page knows: the part `page` of data/locales.
// Everything else comes from the core's own words.

/** @typedef {import('../cluster-atlas.d.ts').Lang} Lang */
/** @typedef {keyof import('../../data/locales/en.json')['page']} Word */
/** @typedef {{name: string, page: Record<string, string>, address: () => URL}} Spoken its name in itself, what the page says, where the rest is */
/** @typedef {Record<string, Spoken>} Words by language, whole */

const k_otherwise = 'en';

/** @type {Words} */
let known = {};

/** @param {Words} words */
export function learn(words) {
  known = words;
}

/** Languages that a host hands over. @param {Words} words */
export function learn_more(words) {
  known = { ...known, ...words };
}

/** For a second bundle that says the same. */
export function all_words() {
  return known;
}

/** What the reader can choose. */
export function languages() {
  return Object.entries(known).map(([language, { name }]) => ({ language, name }));
}

/** The file of a language's words. @param {Lang} lang @returns {URL} */
export function address_of(lang) {
  return /** @type {Spoken} */ (known[lang]).address();
}

/** The language that is spoken here for a tag, "de" for "de-AT"; or null. @param {string} tag @returns {Lang | null} */
export function language_like(tag) {
  const wanted = tag.toLowerCase();
  const all = Object.keys(known);
  const akin = (/** @type {string} */ other) => other.split('-')[0] === wanted.split('-')[0];
  return all.find((each) => each.toLowerCase() === wanted) ?? all.find(akin) ?? null;
}

/**
 * What is told in several languages: in this one, else in the one that comes first.
 * @param {Record<string, unknown>} versions
 * @param {Lang} lang
 */
export function version_in(versions, lang) {
  const told = [versions[lang], versions[k_otherwise], ...Object.values(versions)].find((each) => typeof each === 'string');
  return /** @type {string} */ (told ?? '');
}

/**
 * @param {Word} word
 * @param {Lang} lang
 * @param {...(string | number)} values
 */
export function say(word, lang, ...values) {
  const text = (known[lang] ?? known[k_otherwise])?.page[word] ?? '';
  return text.replace(/\{(\d)\}/g, (_, index) => String(values[Number(index)] ?? ''));
}
