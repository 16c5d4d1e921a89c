// The current result as a file. Text comes from the core; a picture is the core's SVG at twice its size, or the canvas
// where the page's policy blocks images from memory.

import { AtlasError } from './error.js';

/** @typedef {import('./core.js').Core} Core */

const k_types = /** @type {Record<string, string>} */ (
  Object.assign(Object.create(null), {
    csv: 'text/csv;charset=utf-8',
    'csv-fr': 'text/csv;charset=utf-8',
    'changes.csv': 'text/csv;charset=utf-8',
    json: 'application/json',
    geojson: 'application/geo+json',
    svg: 'image/svg+xml',
  })
);
const k_png_scale = 2;

/**
 * @param {Core} core
 * @param {string} kind
 * @param {{address: string, picture: () => Promise<Blob | null>}} context the link in the file; a picture of the canvas
 * @returns {Promise<Blob>}
 */
export async function export_blob(core, kind, { address, picture }) {
  if (kind === 'png') return png_blob(core.query(`export:svg ${address}`), picture);
  const type = k_types[kind];
  if (!type) throw new AtlasError('export', `unknown export "${kind}" (known: png, ${Object.keys(k_types).join(', ')})`);
  const text = core.query(`export:${kind} ${address}`);
  if (!text) throw new AtlasError('export', `there is nothing to export as ${kind}`);
  return new Blob([text], { type });
}

/** @param {string} svg @param {() => Promise<Blob | null>} picture */
async function png_blob(svg, picture) {
  const blob = (await raster(svg)) ?? (await picture());
  if (!blob) throw new AtlasError('export', 'no picture can be made here');
  return blob;
}

/** @param {string} svg @returns {Promise<Blob | null>} */
async function raster(svg) {
  const address = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
  try {
    const image = new Image();
    image.src = address;
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = image.naturalWidth * k_png_scale;
    canvas.height = image.naturalHeight * k_png_scale;
    canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
    return await new Promise((resolve) => canvas.toBlob(resolve));
  } catch {
    return null;
  } finally {
    URL.revokeObjectURL(address);
  }
}
