// What the reader takes away: tables, a snapshot, a page that is the atlas of these data, the code that embeds it.

import { page_of } from '../src/standalone.js';
import { saved_tables, template } from './intake.js';

/** @typedef {import('./work.js').Work} Work */
/** @typedef {import('../src/atlas.js').Atlas} Atlas */

/** @param {Blob} blob @param {string} name */
export function download(blob, name) {
  const link = Object.assign(document.createElement('a'), { href: URL.createObjectURL(blob), download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

/** @param {'xlsx' | 'ods' | 'csv'} form */
export function download_template(form) {
  const work = template();
  download(saved_tables(work, form), `${work.name}.${form}`);
}

/** @param {Work} work @param {'csv' | 'zip' | 'xlsx' | 'ods'} form @returns {string} name of the file */
export function save_tables(work, form) {
  const name = `${file_name(work)}.${form}`;
  download(saved_tables(work, form), name);
  return name;
}

/** @param {Atlas} atlas @param {Work} work @param {'page' | 'snapshot'} what @returns {Promise<string>} name of the file */
export async function save_atlas(atlas, work, what) {
  const name = `${file_name(work)}.${what === 'page' ? 'html' : 'json'}`;
  const content = what === 'page' ? await page_of(atlas) : atlas.snapshot_json;
  download(new Blob([content], { type: what === 'page' ? 'text/html' : 'application/json' }), name);
  return name;
}

/** @param {Work} work @param {string} lang */
export function embed_code(work, lang) {
  const script = new URL('cluster-atlas.js', document.baseURI).href;
  return `<script type="module" src="${script}"></script>\n<cluster-atlas src="${file_name(work)}.json" lang="${lang}" style="display: block; height: 600px"></cluster-atlas>\n`;
}

/** What every system takes, and every attribute. @param {Work} work */
export function file_name({ name }) {
  return name.normalize('NFC').replace(/[^\p{L}\p{N}_.-]+/gu, '-').replace(/^[-.]+|[-.]+$/g, '').slice(0, 80) || 'data';
}
