// The language of the words, by the program's own rule (src/cli/main.cpp): that of --lang, else of the environment, else English.

const is_told = process.argv[2] === '--lang';
const environment = [process.env.LC_ALL, process.env.LC_MESSAGES, process.env.LANG].find(Boolean) ?? '';
/** Those of data/locales. */
const spoken = /^(fr|en|de)([-_.@]|$)/.exec(environment)?.[1] ?? 'en';

/** For the program, which as wasm knows no environment. @type {string[]} */
export const k_lang_option = is_told ? [] : ['--lang', spoken];

/** Of what the program and the data page say. */
export const k_spoken = is_told ? String(process.argv[3]) : spoken;

/** Of what this package says beside them. @type {'fr' | 'en'} */
export const k_lang = k_spoken === 'fr' ? 'fr' : 'en';

export const k_exit = { good: 0, bad: 1, usage: 2 };

/** @param {string} fr @param {string} en */
export function say(fr, en) {
  return k_lang === 'fr' ? fr : en;
}

/** @param {string} line to standard error; without signs that a terminal obeys */
export function tell(line) {
  // eslint-disable-next-line no-control-regex
  console.error(line.replace(/[\0-\x08\x0b-\x1f\x7f-\x9f]/g, ' '));
}
