// "Enregistrer comme page autonome": the single offline file again, with this data and this map inside. In that file itself the page
// is its own template; on a site the template is fetched from beside the module. Nothing leaves the device.

import { AtlasError } from './error.js';
import { beside } from './files.js';
import { standalone_page } from './standalone_page.js';
import { version_in } from './words.js';

/** @typedef {import('./atlas.js').Atlas} Atlas */

/** As unpack() of source.js reads it. @param {Uint8Array | null} map */
async function packed(map) {
  if (!map) return '';
  const stream = new Blob([/** @type {BlobPart} */ (map)]).stream().pipeThrough(new CompressionStream('deflate-raw'));
  const bytes = new Uint8Array(await new Response(stream).arrayBuffer());
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
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
  const told = snapshot.meta?.title ?? 'Atlas';
  const title = typeof told === 'object' ? version_in(told, lang) : told;
  await atlas.complete();
  const text = atlas.text_html(1).replace('<article', '<article class="text"');
  return standalone_page(await template_text(), { snapshot_json: atlas.snapshot_json, packed_map: await packed(atlas.map), text }, String(title));
}
