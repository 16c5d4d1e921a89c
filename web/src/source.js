// Where bytes come from: a snapshot given as address, object or bytes; the module's own bytes; the blocks inside a
// single-file page. Compiled modules are shared by all atlases of a page, per file.

import { is_zip } from '../tables/zip_sign.js';
import { bytes_of, download, is_blocked } from './download.js';
import { AtlasError } from './error.js';
import { inside, module_file, snapshot_file } from './files.js';
import { workbooks } from './later.js';
import { k_snapshot_bounds, plain_json } from './plain_json.js';

/** @typedef {import('../cluster-atlas').SnapshotSource} SnapshotSource */
/** @typedef {import('./download.js').Arriving} Arriving */

/** @typedef {import('../cluster-atlas').Located} Located */
/** A table in place of a snapshot's JSON; the core reads it (table_import.js). @typedef {{table: Uint8Array, name: string}} Table */
/** All tables of a snapshot: its JSON, what was left out, and where in the tables a fault lies. @typedef {{text: string, warnings: Located[], placed: (located: Located) => Located}} Book */
/** What a source holds. @typedef {string | Table | Book} Content */

const k_table_name = /\.(csv|tsv)$/i;
const k_table_type = /\b(csv|tab-separated-values)\b/i;
const k_package_name = /(^|\.)datapackage\.json$/i;
const k_most_package_files = 100;

/** @type {Map<string, Promise<WebAssembly.Module>>} */
const compiled = new Map();

/**
 * @param {SnapshotSource | undefined} source
 * @param {AbortSignal} signal
 * @param {{arriving?: Arriving, is_fresh?: boolean}} [wish] is_fresh: as the server has it now
 * @returns {Promise<Content>}
 */
export async function snapshot_text(source, signal, { arriving, is_fresh } = {}) {
  if (source === undefined) {
    const embedded = embedded_snapshot();
    if (embedded !== null) return embedded;
    if (inside) return JSON.stringify(inside.snapshot);
    return decode(await bytes_of(await download(snapshot_file.address(), { signal, is_own: true, is_fresh }), arriving, snapshot_file.bytes()));
  }
  if (typeof source === 'string' || source instanceof URL) return text_at(source, signal, { arriving, is_fresh });
  if (source instanceof Blob) return content_in(new Uint8Array(await source.arrayBuffer()), source instanceof File ? source.name : '');
  if (source instanceof ArrayBuffer) return content_in(new Uint8Array(source), '');
  if (ArrayBuffer.isView(source)) return content_in(new Uint8Array(source.buffer, source.byteOffset, source.byteLength), '');
  return plain_json(source, 'snapshot', k_snapshot_bounds);
}

/** @param {string | URL} address @param {AbortSignal} signal @param {{arriving?: Arriving, is_fresh?: boolean}} wish */
async function text_at(address, signal, { arriving, is_fresh }) {
  const response = await download(address, { signal, is_fresh });
  const bytes = await bytes_of(response, arriving);
  const file = new URL(address, document.baseURI).pathname.split('/').pop() ?? '';
  const name = new URLSearchParams(`name=${file.replaceAll('+', '%2B')}`).get('name') ?? ''; // decoded, whatever it holds
  if (k_package_name.test(name)) return package_at(new URL(response.url || new URL(address, document.baseURI)), bytes, { name, signal, is_fresh });
  if (is_zip(bytes)) return content_in(bytes, name);
  const is_table = k_table_name.test(name) || k_table_type.test(response.headers.get('content-type') ?? '');
  return is_table && bytes.byteLength > 0 ? { table: bounded(bytes), name } : decode(bytes);
}

/** A data package: its descriptor names the tables, which lie beside it. @param {URL} address @param {Uint8Array} descriptor @param {{name: string, signal: AbortSignal, is_fresh?: boolean}} wish */
async function package_at(address, descriptor, { name, signal, is_fresh }) {
  const { content_of_package, paths_in } = await workbooks();
  const paths = new Set(paths_in(decode(descriptor)).map(({ path }) => path));
  if (paths.size > k_most_package_files) throw refused('Le paquet nomme plus de 100 fichiers.', 'The package names more than 100 files.');
  const bytes_at = async (/** @type {string} */ path) => bounded(await bytes_of(await download(new URL(path, address), { signal, is_fresh })));
  const files = await Promise.all([...paths].map(async (path) => /** @type {[string, Uint8Array]} */ ([path, await bytes_at(path)])));
  return content_of_package(Object.fromEntries([['datapackage.json', descriptor], ...files]), name);
}

/** What does not begin as JSON is a table, or tables. @param {Uint8Array} bytes @param {string} name @returns {Promise<Content>} */
export async function content_in(bytes, name) {
  if (is_zip(bytes)) return (await workbooks()).content_of_archive(bounded(bytes), name);
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, 200)).replace(/^(\xef\xbb\xbf|\xff\xfe|\xfe\xff)|[\0\s]+/g, '');
  return /^[[{]/.test(start) || start === '' ? decode(bytes) : { table: bounded(bytes), name };
}

/** The JSON, if it is a snapshot's. @param {Content} content @returns {string | null} */
export function json_of(content) {
  if (typeof content === 'string') return content;
  return 'text' in content ? content.text : null;
}

/** What is wrong with a file as a whole, in both languages. @param {string} fr @param {string} en */
export function refused(fr, en) {
  return new AtlasError('snapshot', en, { errors: [{ pointer: '', line: 0, column: 0, fr, en }] });
}

/** @param {Uint8Array} bytes */
function bounded(bytes) {
  if (bytes.byteLength > k_snapshot_bounds.bytes) throw refused('Le fichier dépasse 32 Mo.', 'The file is larger than 32 MB.');
  return bytes;
}

/** UTF-8 text, bounded. @param {Uint8Array} bytes */
export function decode(bytes) {
  const [first, second] = bounded(bytes);
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) {
    throw refused('Le fichier est codé en UTF-16\u202f: enregistrez-le en UTF-8.', 'The file is encoded in UTF-16: save it as UTF-8.');
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw refused('Le fichier n’est pas du texte en UTF-8.', 'The file is not UTF-8 text.');
  }
}

/**
 * @param {ArrayBuffer | Uint8Array | undefined} bytes given by the page
 * @param {AbortSignal} signal
 * @param {Arriving} arriving
 * @returns {Promise<WebAssembly.Module>}
 */
export async function compiled_module(bytes, signal, arriving) {
  try {
    if (bytes) return await WebAssembly.compile(/** @type {BufferSource} */ (bytes));
    return await (compiled_inside() ?? compiled_file(module_file, arriving));
  } catch (error) {
    if (signal.aborted || error instanceof AtlasError) throw error;
    throw new AtlasError('wasm', `WebAssembly is missing or blocked here: ${error}`, { reason: 'blocked' });
  }
}

/** From the single file's block, or from the script itself. */
function compiled_inside() {
  const block = embedded_block('atlas-wasm');
  const text = block?.textContent ?? inside?.packed_wasm;
  return text ? once('inside', () => unpack(text).then((bytes) => WebAssembly.compile(/** @type {BufferSource} */ (bytes)))) : null;
}

/** A wasm file beside this module. @param {import('./files.js').File} file @param {Arriving} [arriving] */
export function compiled_file(file, arriving) {
  return once(file.name, () => compile_arriving(file, arriving));
}

/**
 * A second atlas of the page waits for the first one's download; a failed one is forgotten.
 * @param {string} name
 * @param {() => Promise<WebAssembly.Module>} compile
 */
function once(name, compile) {
  const known = compiled.get(name);
  if (known) return known;
  const compiling = compile();
  compiled.set(name, compiling);
  compiling.catch(() => compiled.delete(name));
  return compiling;
}

/**
 * Compiled while it arrives, which also lets browsers keep the compiled code; as a whole where a server names no type.
 * @param {import('./files.js').File} file
 * @param {Arriving} [arriving]
 */
async function compile_arriving(file, arriving) {
  const address = file.address();
  const response = await download(address, { signal: new AbortController().signal, is_own: true });
  const is_streamed = response.headers.get('content-type')?.startsWith('application/wasm');
  try {
    if (!is_streamed || !response.body) return await WebAssembly.compile(/** @type {BufferSource} */ (await bytes_of(response, arriving, file.bytes())));
    const counted = arriving && bytes_of(response.clone(), arriving, file.bytes());
    const [module] = await Promise.all([WebAssembly.compileStreaming(response), counted]);
    return module;
  } catch (error) {
    if (error instanceof AtlasError || is_blocked(error)) throw error;
    throw new AtlasError('network', `${address.href} arrived damaged or not whole: ${error}`, { reason: 'damaged', address: address.href });
  }
}

/** @param {string} id */
export function embedded_block(id) {
  const block = document.getElementById(id);
  return block instanceof HTMLScriptElement && block.type !== 'module' ? block : null;
}

/** The snapshot inside a single-file page, or null. */
export function embedded_snapshot() {
  return embedded_block('atlas-snapshot')?.textContent ?? null;
}

/** The bytes of their deflated form in base64. @param {string} packed */
export async function unpack(packed) {
  const text = atob(packed.trim());
  const bytes = new Uint8Array(text.length);
  for (let i = 0; i < text.length; ++i) bytes[i] = text.charCodeAt(i);
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate-raw'));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}
