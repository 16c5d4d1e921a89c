// What only a page can do, asked for by the core: clipboard, downloads, print, full screen, links, files.

import { AtlasError } from './error.js';
import { can_pass, reason_of } from './failure.js';
import { extras } from './later.js';
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
  print: () => print(),
  fullscreen: toggle_fullscreen,
  openLink: open_link,
  savePage: save_page,
  openFile: pick_file,
  textVersion: async (/** @type {Atlas} */ atlas) => (await extras()).show_text(atlas),
});

/** Dialogs, windows and files are nothing for a kiosk's visitors. */
const k_leading_away = new Set(['export', 'print', 'openLink', 'savePage', 'openFile']);

/** @param {Atlas} atlas @param {Ask} ask */
export async function serve(atlas, ask) {
  if (atlas.settings.mode === 'kiosk' && k_leading_away.has(ask.service)) return;
  try {
    await k_services[ask.service]?.(atlas, ask.argument ?? '');
  } catch (error) {
    report(atlas, error, () => void serve(atlas, ask));
  }
}

/** A part that could not be fetched is named, so that the reader tries again. @param {Atlas} atlas @param {unknown} error @param {() => void} retry */
export function report(atlas, error, retry) {
  console.warn('cluster-atlas:', error);
  if (!(error instanceof AtlasError) || atlas.signal.aborted) return;
  const { lang } = atlas;
  if (error.code === 'network') atlas.alert([say('no_part', lang), reason_of(error, lang)].filter(Boolean).join('\n'), can_pass(error) ? retry : undefined);
  if (error.code === 'export') atlas.notice(say('no_export', lang));
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
  const name = `poles-${atlas.state.date}.${kind === 'csv-fr' ? 'csv' : kind}`;
  save_blob(blob, name);
  atlas.notice(say('exported', atlas.state.lang, name));
}

/** @param {Blob} blob @param {string} name */
function save_blob(blob, name) {
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

/** New tab, https and mail only, without a handle to this page. @param {Atlas} _ @param {string} address */
function open_link(_, address) {
  if (/^mailto:/i.test(address)) location.assign(address);
  else if (/^https?:\/\//i.test(address)) open(address, '_blank', 'noopener,noreferrer');
}

/** @param {Atlas} atlas */
async function save_page(atlas) {
  const { page_of } = await extras();
  try {
    save_blob(new Blob([await page_of(atlas)], { type: 'text/html' }), 'atlas.html');
  } catch {
    atlas.alert(say('no_template', atlas.state.lang));
  }
}

/** Shows a file of the reader's own and says what happened. @param {Atlas} atlas @param {File} file */
async function take_file(atlas, file) {
  try {
    const { take } = await extras();
    await take(atlas, file);
  } catch (error) {
    report(atlas, error, () => void take_file(atlas, file));
  }
}

/** The system's own file dialog, which opens only while the reader's click counts. @param {Atlas} atlas */
function pick_file(atlas) {
  const input = Object.assign(document.createElement('input'), { type: 'file', accept: '.json,.csv,.txt,text/csv,application/json' });
  input.addEventListener('change', () => {
    const file = input.files?.[0];
    if (file) void take_file(atlas, file);
  });
  input.click();
}

/** Files dropped on the element; other drags pass through to the page. @param {Atlas} atlas @param {HTMLElement} element @param {AbortSignal} signal */
export function accept_drops(atlas, element, signal) {
  const over = (/** @type {DragEvent} */ event) => {
    if (!event.dataTransfer?.types.includes('Files')) return;
    event.preventDefault();
    event.dataTransfer.dropEffect = 'copy';
  };
  const drop = (/** @type {DragEvent} */ event) => {
    const file = event.dataTransfer?.files[0];
    if (!file) return;
    event.preventDefault();
    void take_file(atlas, file);
  };
  element.addEventListener('dragover', over, { signal });
  element.addEventListener('drop', drop, { signal });
}

/** Of the text version: they never change the page's own address. @param {Atlas} atlas */
export function follow_links(atlas) {
  const clicked = (/** @type {MouseEvent} */ event) => {
    const link = /** @type {Element} */ (event.target).closest('a[href^="#"]');
    if (!link) return;
    event.preventDefault();
    extras().then(({ follow }) => follow(link, atlas), (error) => report(atlas, error, () => clicked(event)));
  };
  atlas.root.addEventListener('click', clicked, { signal: atlas.signal });
}

/** Where text is all there is. @param {Atlas} atlas */
export function dress_text(atlas) {
  extras().then(({ adopt_text_styles }) => adopt_text_styles(/** @type {ShadowRoot} */ (atlas.root.getRootNode())), () => {}); // plain text is readable, too
}
