// Bring your own: a JSON snapshot or a CSV table, dropped on the page or picked. Read here, validated by the core, shown
// at once, sent nowhere.

import { AtlasError, sentences } from './error.js';
import { csv_to_snapshot } from './csv_snapshot.js';
import { say } from './words.js';

/** @typedef {import('./atlas.js').Atlas} Atlas */

const k_max_bytes = 32 * 1024 * 1024;
const k_sentences_shown = 12;

/**
 * A dropped or picked file, shown; every problem is in the report. The earlier atlas stays when the file is refused.
 * @param {Atlas} atlas
 * @param {File} file
 * @returns {Promise<{shown: boolean, problems: string[]}>}
 */
export async function show_file(atlas, file) {
  const lang = atlas.state.lang;
  /** @type {string[]} */
  const problems = [];
  try {
    if (file.size > k_max_bytes) throw new AtlasError('snapshot', `${file.name}: > 32 MB`);
    const text = decode(new Uint8Array(await file.arrayBuffer()));
    if (/^\s*\{/.test(text)) atlas.load_text(text);
    else {
      const { snapshot, errors } = csv_to_snapshot(text, { base: JSON.parse(atlas.snapshot_json), file_name: file.name });
      problems.push(...errors.map((error) => error[lang]));
      atlas.load_text(JSON.stringify(snapshot));
    }
    atlas.reset(lang);
    return { shown: true, problems };
  } catch (error) {
    const located = error instanceof AtlasError ? sentences(error.errors, lang) : [];
    if (located.length > 0) problems.push(...located);
    else problems.push(error instanceof AtlasError || error instanceof SyntaxError ? error.message : String(error));
    return { shown: false, problems };
  }
}

/** UTF-8; else Windows-1252, which is what a French Excel saves. @param {Uint8Array} bytes */
function decode(bytes) {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

/** Shows the file and says what happened. @param {Atlas} atlas @param {File} file */
export async function take_file(atlas, file) {
  const { shown, problems } = await show_file(atlas, file);
  const lang = atlas.state.lang;
  const head = shown ? say('dropped', lang, file.name) : say('refused_file', lang, file.name);
  const list = problems.slice(0, k_sentences_shown);
  if (problems.length > list.length) list.push('…');
  if (shown && problems.length > 0) list.unshift(say('skipped_rows', lang, problems.length));
  if (problems.length > 0) atlas.alert([head, ...list].join('\n'));
  else atlas.notice(head);
}

/** The system's own file dialog. @param {Atlas} atlas */
export function pick_file(atlas) {
  const input = Object.assign(document.createElement('input'), { type: 'file', accept: '.json,.csv,.txt,text/csv,application/json' });
  input.addEventListener('change', () => {
    const file = input.files?.[0];
    if (file) void take_file(atlas, file);
  });
  input.click();
}

/** Files dropped on the element; other drags pass through to the page. @param {Atlas} atlas @param {HTMLElement} element @param {AbortSignal} signal */
export function accept_drops(atlas, element, signal) {
  element.addEventListener(
    'dragover',
    (event) => {
      if (!event.dataTransfer?.types.includes('Files')) return;
      event.preventDefault();
      event.dataTransfer.dropEffect = 'copy';
    },
    { signal },
  );
  element.addEventListener(
    'drop',
    (event) => {
      const file = event.dataTransfer?.files[0];
      if (!file) return;
      event.preventDefault();
      void take_file(atlas, file);
    },
    { signal },
  );
}
