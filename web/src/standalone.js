// "Enregistrer comme page autonome": the single offline file again, with this data inside. In that file itself the page
// is its own template; on a site the template is fetched from beside the module. Nothing leaves the device.

import { AtlasError } from './error.js';
import { beside } from './files.js';

/** @typedef {import('./atlas.js').Atlas} Atlas */

const k_block = /(<script[^>]*\bid="?atlas-snapshot"?[^>]*>)[^]*?(<\/script>)/;

/** The text of the page with the snapshot put in its place. @param {string} template @param {string} snapshot_json @param {string} title */
export function standalone_page(template, snapshot_json, title) {
  if (!k_block.test(template)) throw new AtlasError('export', 'the template has no snapshot block');
  // "<" could end the script element or open a comment; in JSON it only occurs inside strings
  const safe = snapshot_json.replaceAll('<', '\\u003c').replaceAll('\u2028', '\\u2028').replaceAll('\u2029', '\\u2029');
  const page = template.replace(k_block, (_, open, close) => open + safe + close);
  return page.replace(/<title>[^<]*<\/title>/, () => `<title>${escaped(title)}</title>`);
}

/** @param {string} text */
function escaped(text) {
  return text.replace(/[&<>"]/g, (char) => `&#${char.charCodeAt(0)};`);
}

/** @returns {Promise<string>} */
async function template_text() {
  const is_single_file = document.getElementById('atlas-wasm') !== null;
  // shadow roots are not serialised, so this is the page as it was read
  if (is_single_file) return `<!doctype html>\n${document.documentElement.outerHTML}`;
  const response = await fetch(beside('cluster-atlas.html'));
  if (!response.ok) throw new AtlasError('network', `cluster-atlas.html: HTTP ${response.status}`);
  return response.text();
}

/** @param {Atlas} atlas */
export async function page_of(atlas) {
  const snapshot = JSON.parse(atlas.snapshot_json);
  const { lang } = atlas.state;
  const title = snapshot.meta?.title?.[lang] ?? snapshot.meta?.title ?? 'Atlas';
  return standalone_page(await template_text(), atlas.snapshot_json, String(title));
}
