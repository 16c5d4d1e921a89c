// Bring your own: a JSON snapshot or a CSV table, dropped on the page or picked (services.js). Read here, validated by the
// core, shown at once, sent nowhere.

import { AtlasError, is_overtaken, sentence_of, sentences } from './error.js';

/** @typedef {import('./atlas.js').Atlas} Atlas */

const k_sentences_shown = 12;

/** Shows a dropped or picked file and says what happened. @param {Atlas} atlas @param {File} file */
export async function take(atlas, file) {
  const outcome = await show_file(atlas, file);
  if (!outcome) return;
  const { shown, problems } = outcome;
  const head = atlas.say(shown ? 'dropped' : 'refused_file', file.name);
  const list = problems.slice(0, k_sentences_shown);
  if (problems.length > list.length) list.push('…');
  if (shown && problems.length > 0) list.unshift(atlas.say('table_remarks', problems.length));
  if (problems.length > 0) atlas.alert([head, ...list].join('\n'));
  else atlas.notice(head);
}

/**
 * Every problem is in the report. The earlier atlas stays when the file is refused; null: something else is wanted by now.
 * @param {Atlas} atlas
 * @param {File} file
 * @returns {Promise<{shown: boolean, problems: string[]} | null>}
 */
async function show_file(atlas, file) {
  const { lang } = atlas;
  try {
    const { warnings } = await atlas.loads.load(file, (progress) => atlas.notice(atlas.say('reading_table', Math.round(progress * 100))));
    atlas.loads.forget_source();
    atlas.reset(lang);
    return { shown: true, problems: warnings.filter(({ cell }) => cell).map((warning) => sentence_of(warning, lang)) };
  } catch (error) {
    if (is_overtaken(error)) return null;
    const located = error instanceof AtlasError ? sentences(error.errors, lang) : [];
    if (located.length > 0) return { shown: false, problems: located };
    return { shown: false, problems: [error instanceof AtlasError || error instanceof SyntaxError ? error.message : String(error)] };
  }
}
