// The single offline file as a template: other data, another map and their text version in the places of those it came with.

import { AtlasError } from './error.js';

const k_block = /(<script[^>]*\bid="?atlas-snapshot"?[^>]*>)[^]*?(<\/script>)/;
const k_map_block = /(<script[^>]*\bid="?atlas-map"?[^>]*>)[^]*?(<\/script>)/;
/** The text version that pages carry. */
const k_text_block = /<article[^>]*\bclass="?text"?[^>]*>[^]*?<\/article>/;

/**
 * The text of the page with snapshot and map put in their places.
 * @param {string} template
 * @param {{snapshot_json: string, packed_map: string, text?: string}} data
 * @param {string} title
 */
export function standalone_page(template, { snapshot_json, packed_map, text = '' }, title) {
  if (!k_block.test(template) || !k_map_block.test(template)) throw new AtlasError('export', 'the template has no block for the snapshot and its map');
  // "<" could end the script element or open a comment; in JSON it only occurs inside strings
  const safe = snapshot_json.replaceAll('<', '\\u003c').replaceAll('\u2028', '\\u2028').replaceAll('\u2029', '\\u2029');
  const filled = template.replace(k_block, (_, open, close) => open + safe + close);
  const page = filled.replace(k_map_block, (_, open, close) => open + packed_map + close).replace(k_text_block, () => text);
  return page.replace(/<title>[^<]*<\/title>/, () => `<title>${escaped(title)}</title>`);
}

/** @param {string} text */
function escaped(text) {
  return text.replace(/[&<>"]/g, (char) => `&#${char.charCodeAt(0)};`);
}
