// A file from the network, and the true reason where it does not come: nobody answers, nothing is there, a page stands in
// its place, or the line broke midway.

import { AtlasError } from './error.js';

const k_most_bytes = 32 * 1024 * 1024;
/** For developers, where a file of the package is not where the module looks for it. */
const k_hint =
  "The module must find its files beside itself. Vite's dev server moves it away from them: add" +
  " optimizeDeps: { exclude: ['cluster-atlas'] } to vite.config. Where files can't stand beside the script," +
  " import 'cluster-atlas/inline', which needs none.";

/**
 * @param {string | URL} address
 * @param {{signal: AbortSignal, is_own?: boolean, is_fresh?: boolean}} wish is_own: a file of the package, not one that the page names;
 *   is_fresh: as the server has it now
 */
export async function download(address, { signal, is_own = false, is_fresh = false }) {
  const url = new URL(address, document.baseURI);
  const hint = is_own ? ` ${k_hint}` : '';
  /** @type {Response} */
  let response;
  try {
    response = await fetch(url, { signal, credentials: 'same-origin', cache: is_fresh ? 'no-cache' : 'default' });
  } catch (error) {
    if (signal.aborted) throw error;
    throw new AtlasError('network', `${url.href} can't be reached: ${error}`, { reason: 'unreachable', address: url.href });
  }
  if (!response.ok) {
    const is_missing = response.status === 404 || response.status === 410;
    const reason = is_missing ? 'missing' : 'status';
    throw new AtlasError('network', `${url.href}: HTTP ${response.status}.${is_missing ? hint : ''}`, { reason, address: url.href, status: response.status });
  }
  if (await is_page(response)) {
    throw new AtlasError('network', `${url.href} answers with a web page instead of the file.${hint}`, { reason: 'page', address: url.href });
  }
  return response;
}

/** What single-page servers answer for every address they don't know. @param {Response} response */
async function is_page(response) {
  const is_html = /^text\/html\b/i.test(response.headers.get('content-type') ?? '');
  return is_html && /^\s*</.test(new TextDecoder().decode(await bytes_of(response.clone())));
}

/** @typedef {(bytes: number, size: number) => void} Arriving so many bytes, unpacked, are here; of so many, 0: not known */

/** @param {Response} response @param {number} size unpacked, as the package knows it */
function size_of(response, size) {
  if (response.headers.has('content-encoding')) return size;
  return Number(response.headers.get('content-length')) || size;
}

/** @param {Response} response @param {Arriving} arriving @param {number} [known] its size */
export async function bytes_of(response, arriving = () => {}, known = 0) {
  try {
    if (!response.body) return new Uint8Array(await response.arrayBuffer());
    const pieces = await read_all(response.body, (bytes) => arriving(bytes, size_of(response, known)));
    return new Uint8Array(await new Blob(/** @type {BlobPart[]} */ (pieces)).arrayBuffer());
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error;
    throw new AtlasError('network', `${response.url} broke off: ${error}`, { reason: 'damaged', address: response.url });
  }
}

/**
 * Not beyond what anybody here takes: whoever gets more than that says that it is too large.
 * @param {ReadableStream<Uint8Array>} body
 * @param {(bytes: number) => void} arriving
 * @returns {Promise<Uint8Array[]>}
 */
async function read_all(body, arriving) {
  /** @type {Uint8Array[]} */
  const pieces = [];
  let bytes = 0;
  const reader = body.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return pieces;
    pieces.push(value);
    arriving((bytes += value.byteLength));
    if (bytes > k_most_bytes) return reader.cancel().then(() => pieces);
  }
}

/** The page's policy or the browser forbids WebAssembly, whatever arrives. @param {unknown} error */
export function is_blocked(error) {
  return typeof WebAssembly === 'undefined' || /Content Security Policy|\bCSP\b|unsafe-eval/i.test(String(error));
}
