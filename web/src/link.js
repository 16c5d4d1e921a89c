// A permalink, as it came: the core reads it, and names what it could not.

import { AtlasError } from './error.js';

const k_most_chars = 16_384; // the core reads less, and says that there was more

/**
 * What a link does not say about language and theme stays as the reader has it.
 * @param {import('./core.js').Core} core
 * @param {string} permalink
 * @returns {{ignored: string[]}}
 */
export function follow(core, permalink) {
  if (typeof permalink !== 'string') throw new AtlasError('state', 'a permalink must be a text');
  const link = permalink.slice(0, k_most_chars);
  const { lang, theme } = JSON.parse(core.query('state'));
  const answer = core.open(link);
  core.set(JSON.stringify({ ...(/[#;]lang=/.test(link) ? {} : { lang }), ...(/[#;]theme=/.test(link) ? {} : { theme }) }));
  return answer;
}
