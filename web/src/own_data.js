// Bring your own: a JSON snapshot or a CSV table, dropped on the page or picked (services.js). Read here, validated by the
// core, shown at once, sent nowhere.

import { AtlasError, sentences } from './error.js';
import { csv_to_snapshot } from './csv_snapshot.js';
import { map_bytes } from './map_source.js';
import { decode, refused } from './source.js';
import { version_in } from './words.js';

/** @typedef {import('./atlas.js').Atlas} Atlas */

const k_max_bytes = 32 * 1024 * 1024;
const k_json = /^\s*[[{]/;
const k_sentences_shown = 12;

/** Shows a dropped or picked file and says what happened. @param {Atlas} atlas @param {File} file */
export async function take(atlas, file) {
  const { shown, problems } = await show_file(atlas, file);
  const head = atlas.say(shown ? 'dropped' : 'refused_file', file.name);
  const list = problems.slice(0, k_sentences_shown);
  if (problems.length > list.length) list.push('…');
  if (shown && problems.length > 0) list.unshift(atlas.say('skipped_rows', problems.length));
  if (problems.length > 0) atlas.alert([head, ...list].join('\n'));
  else atlas.notice(head);
}

/**
 * Every problem is in the report. The earlier atlas stays when the file is refused.
 * @param {Atlas} atlas
 * @param {File} file
 * @returns {Promise<{shown: boolean, problems: string[]}>}
 */
async function show_file(atlas, file) {
  const lang = atlas.state.lang;
  /** @type {string[]} */
  const problems = [];
  try {
    if (file.size > k_max_bytes) throw refused('Le fichier dépasse 32 Mo.', 'The file is larger than 32 MB.');
    const text = text_of(new Uint8Array(await file.arrayBuffer()));
    if (!text.trim()) throw refused('Le fichier est vide.', 'The file is empty.');
    if (k_json.test(text)) atlas.load_text(text, await map_bytes({}, Promise.resolve(text), atlas.signal));
    else {
      const { snapshot, errors, is_elsewhere } = csv_to_snapshot(text, { base: JSON.parse(atlas.snapshot_json), file_name: file.name });
      problems.push(...errors.map((error) => version_in(error, lang)));
      atlas.load_text(JSON.stringify(snapshot), is_elsewhere ? null : atlas.map);
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

/** UTF-8; a table also in Windows-1252, which is what a French Excel saves. @param {Uint8Array} bytes */
function text_of(bytes) {
  try {
    return decode(bytes);
  } catch (error) {
    const text = new TextDecoder('windows-1252').decode(bytes);
    if (k_json.test(text) || text.includes('\0')) throw error;
    return text;
  }
}
