// The words of a list of changes.

import { say } from './words.js';

/** @type {import('../tables/change_log.js').Said} */
export const said = (word) => {
  if (word === 'table') return say('table');
  if (word === 'title' || word === 'none') return say(`changes_${word}`);
  return say(/** @type {import('./words.js').Word} */ (`change_${word.replace('kind_', '')}`));
};
