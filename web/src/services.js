// What only a page can do, asked for by the core: clipboard, downloads, print, full screen, links, files.

import { extension_of } from './export.js';
import { pick_file } from './own_data.js';
import { print_atlas } from './print.js';
import { save_page } from './standalone.js';
import { say } from './words.js';

/** @typedef {import('./atlas.js').Atlas} Atlas */
/** @typedef {{service: string, argument?: string}} Ask */

/** @type {Record<string, (atlas: Atlas, argument: string) => void | Promise<void>>} */
const k_services = Object.assign(Object.create(null), {
  copyLink: (/** @type {Atlas} */ atlas) => copy(atlas, link_of(atlas)),
  copySentence: copy,
  copyCitation: copy,
  showQr: () => {},
  export: download,
  print: (/** @type {Atlas} */ atlas) => print_atlas(atlas),
  fullscreen: toggle_fullscreen,
  openLink: open_link,
  savePage: (/** @type {Atlas} */ atlas) => save_page(atlas),
  openFile: (/** @type {Atlas} */ atlas) => pick_file(atlas),
});

/** @param {Atlas} atlas @param {Ask} ask */
export async function serve(atlas, ask) {
  try {
    await k_services[ask.service]?.(atlas, ask.argument ?? '');
  } catch (error) {
    console.warn('cluster-atlas:', error);
  }
}

/** The address that reopens this state. @param {Atlas} atlas */
export function link_of(atlas) {
  return atlas.settings.link.replace(/#.*$/, '') + atlas.permalink();
}

/** @param {Atlas} atlas @param {string} text */
async function copy(atlas, text) {
  const lang = atlas.state.lang;
  const is_copied = await write_clipboard(atlas, text);
  atlas.notice(say(is_copied ? 'copied' : 'not_copied', lang));
}

/** @param {Atlas} atlas @param {string} text */
async function write_clipboard(atlas, text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copy_by_selection(atlas, text);
  }
}

/** Where the clipboard API is blocked (file://, sandboxed frames): a selected field and the old command. @param {Atlas} atlas @param {string} text */
function copy_by_selection(atlas, text) {
  const before = /** @type {HTMLElement | null} */ (document.activeElement);
  const field = document.createElement('textarea');
  field.value = text;
  field.style.position = 'fixed';
  field.style.opacity = '0';
  atlas.host.parentElement?.append(field);
  field.focus({ preventScroll: true });
  field.select();
  const is_copied = document.execCommand('copy');
  field.remove();
  before?.focus({ preventScroll: true });
  return is_copied;
}

/** @param {Atlas} atlas @param {string} kind */
async function download(atlas, kind) {
  const blob = await atlas.export(/** @type {import('../cluster-atlas').ExportKind} */ (kind));
  save_blob(blob, `poles-${atlas.state.date}.${extension_of(kind)}`);
}

/** @param {Blob} blob @param {string} name */
export function save_blob(blob, name) {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

/** @param {Atlas} atlas */
async function toggle_fullscreen(atlas) {
  if (document.fullscreenElement) await document.exitFullscreen();
  else await atlas.host.requestFullscreen();
}

/** New tab, https and mail only, without a handle to this page. @param {Atlas} atlas @param {string} address */
function open_link(atlas, address) {
  if (atlas.settings.mode === 'kiosk') return;
  if (/^mailto:/i.test(address)) location.assign(address);
  else if (/^https?:\/\//i.test(address)) open(address, '_blank', 'noopener,noreferrer');
}
