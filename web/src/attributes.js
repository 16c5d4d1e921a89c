// The element's attributes, and the same words in the address of embed.html, as options. A page writes them, so that
// spelling is forgiven; what has no meaning counts as absent and is said once on the console.

import { is_option, k_parts } from './options.js';
import { k_message_bounds } from './plain_json.js';
import { language_like } from './words.js';

/** @typedef {import('../cluster-atlas').Options} Options */
/** @typedef {{[name: string]: unknown}} Loose */

/** @param {string} text */
const lower = (text) => text.trim().toLowerCase();
/** "fr-CA", "FR" and "fr_FR" are French, where there is no Canadian one. @param {string} text */
const language = (text) => language_like(lower(text).replaceAll('_', '-'));
/** @param {string} text */
const address = (text) => (URL.canParse(text, document.baseURI) ? new URL(text, document.baseURI).href : undefined);

/** @param {string} text */
function json(text) {
  if (text.length > k_message_bounds.bytes) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** "map strip"; the words that are known. @param {string} text */
function parts(text) {
  const words = lower(text).split(/[\s,]+/);
  const unknown = words.filter((word) => !k_parts.includes(word));
  if (unknown.length === words.length) return undefined;
  if (unknown.length > 0) warn_once(`parts: ${unknown.join(', ').slice(0, 80)} is not known (known: ${k_parts.join(', ')})`);
  return words.filter((word) => k_parts.includes(word));
}

/** @type {Record<string, {option: keyof Options, read: (text: string) => unknown}>} */
export const k_attributes = {
  src: { option: 'snapshot', read: (text) => text },
  refresh: { option: 'refresh', read: Number },
  lang: { option: 'lang', read: language },
  'locale-src': { option: 'localeSrc', read: address },
  theme: { option: 'theme', read: lower },
  gestures: { option: 'gestures', read: lower },
  mode: { option: 'mode', read: lower },
  link: { option: 'link', read: address },
  'report-url': { option: 'reportUrl', read: (text) => text.trim() },
  tour: { option: 'tour', read: json },
  parts: { option: 'parts', read: parts },
  locked: { option: 'locked', read: json },
  heading: { option: 'heading', read: (text) => text.trim() },
  logo: { option: 'logo', read: address },
  accent: { option: 'accent', read: (text) => text.trim() },
};

/** @type {Set<string>} */
const told = new Set();

/** On the console, and once: frameworks set the same attribute again and again. @param {string} sentence */
export function warn_once(sentence) {
  if (told.has(sentence)) return;
  told.add(sentence);
  console.warn('cluster-atlas:', sentence);
}

/**
 * The option that an attribute stands for; undefined for an absent, empty or meaningless one.
 * @param {string} name of k_attributes
 * @param {string | null | undefined} text
 * @returns {Loose}
 */
export function option_of(name, text) {
  const { option, read } = k_attributes[name];
  if (!text) return { [option]: undefined };
  const value = read(text);
  if (is_option(option, value)) return { [option]: value };
  warn_once(`${name}="${text.slice(0, 80)}" means nothing here; the default is used`);
  return { [option]: undefined };
}
