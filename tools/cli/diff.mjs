// cluster-atlas diff OLD NEW OUT.html|OUT.csv: every fact from what it was to what it is, with its source.
import { writeFileSync } from 'node:fs';
import { current_language, list_separator, name_of, say as word, speak } from '../../web/desk/words.js';
import { changes_csv, changes_html } from '../../web/tables/change_log.js';
import { changes_between } from '../../web/tables/compare.js';
import { said } from '../../web/desk/change_words.js';
import { k_exit, k_spoken, say, tell } from './console.mjs';
import { asked_core } from './core.mjs';
import { k_layouts, read_snapshot } from './files.mjs';

/** @param {string[]} args @returns {number} */
export function diff(args) {
  const [before, after, out] = args;
  if (args.length !== 3 || !/\.(html|csv)$/i.test(out)) {
    tell(say('usage : cluster-atlas diff ANCIEN NOUVEAU [LISTE.html|LISTE.csv]', 'usage: cluster-atlas diff OLD NEW [LIST.html|LIST.csv]'));
    return k_exit.usage;
  }
  speak(k_spoken) || speak('en');
  for (const path of [before, after]) {
    const { code, err } = asked_core(['check', path]);
    if (code !== k_exit.good) {
      process.stderr.write(err);
      return code;
    }
  }
  const [then, now] = [before, after].map((path) => read_snapshot(path));
  const changes = changes_between(then, now, k_layouts);
  const is_page = /html$/i.test(out);
  writeFileSync(out, is_page ? changes_html(changes, said, { lang: current_language(), about: `${word('changes_against', before)}\u00a0: ${after}`, name_of }) : changes_csv(changes, said, { name_of, separator: list_separator() }));
  console.log(`${out}: ${changes.length}`);
  return k_exit.good;
}
