// What has changed since a file was opened, or compared with another one: entered, left, renamed, merged, each fact from what it
// was to what it is, with its source.

import { changes_csv, changes_html, grouped } from '../tables/change_log.js';
import { changes_between } from '../tables/compare.js';
import { snapshot_of } from '../tables/snapshot.js';
import { said } from './change_words.js';
import { filled, k_layouts } from './layouts.js';
import { changes_of_list, snapshot_of_list } from './list_snapshot.js';
import { download, file_name } from './publish.js';
import { k_only } from './work.js';
import { why_unread } from './why_unread.js';
import { current_language, list_separator, name_of, say } from './words.js';

/** @typedef {import('./work.js').Work} Work */
/** @typedef {import('../tables/compare.js').Change} Change */

const k_most_shown = 500;

/** @param {string} id @returns {any} */
const part = (id) => document.getElementById(id);

export class Differences {
  /** @type {Change[]} */ #changes = [];
  #about = '';
  #context;

  /** @param {{present: () => Work, origin: () => Work, read: (file: File) => Promise<Work>}} context */
  constructor(context) {
    this.#context = context;
    part('differences-close').addEventListener('click', () => part('differences').close());
    part('differences-csv').addEventListener('click', () => this.#save('csv', 'text/csv', changes_csv(this.#changes, said, { name_of, separator: list_separator() })));
    part('differences-html').addEventListener('click', () => this.#save('html', 'text/html', changes_html(this.#changes, said, { lang: current_language(), about: this.#about, name_of })));
    part('compare').addEventListener('click', () => part('other-file').click());
    part('other-file').addEventListener('change', () => {
      const [file] = part('other-file').files;
      part('other-file').value = '';
      if (file) void this.#compare_file(file);
    });
  }

  open() {
    const origin = this.#context.origin();
    this.#show(origin, say('changes_since', origin.name));
    part('differences').showModal();
  }

  /** @param {File} file */
  async #compare_file(file) {
    try {
      this.#show(await this.#context.read(file), say('changes_against', file.name));
    } catch (error) {
      part('differences-about').textContent = say('unreadable', file.name, why_unread(error));
    }
  }

  /** @param {Work} before @param {string} about */
  #show(before, about) {
    const present = this.#context.present();
    const is_comparable = before.is_package === present.is_package;
    this.#changes = is_comparable ? changes_of(before, present) : [];
    this.#about = about;
    part('differences-about').textContent = is_comparable ? about : `${about}\u00a0: ${say('not_comparable')}`;
    const groups = grouped(this.#changes).flatMap(([kind, list]) => [Object.assign(document.createElement('h3'), { textContent: `${said(`kind_${kind}`)} (${list.length})` }), table_of(list.slice(0, k_most_shown))]);
    part('differences-list').replaceChildren(...(groups.length > 0 ? groups : [Object.assign(document.createElement('p'), { textContent: said('none') })].slice(0, Number(is_comparable))));
    part('differences-csv').disabled = part('differences-html').disabled = this.#changes.length === 0;
  }

  /** @param {string} ending @param {string} type @param {string} content */
  #save(ending, type, content) {
    download(new Blob([content], { type }), `${file_name(this.#context.present())}-${say('changes').toLowerCase()}.${ending}`);
  }
}

/** @param {Work} before @param {Work} after both lists, or both packages */
function changes_of(before, after) {
  if (!after.is_package) return changes_of_list(changes_between(snapshot_of_list(before.tables[k_only]), snapshot_of_list(after.tables[k_only]), k_layouts));
  const [then, now] = [before, after].map(({ tables }) => snapshot_of(filled(tables), k_layouts).snapshot);
  return changes_between(then, now, k_layouts);
}

/** @param {Change[]} changes */
function table_of(changes) {
  const table = document.createElement('table');
  const head = table.createTHead().insertRow();
  for (const word of /** @type {const} */ (['record', 'fact', 'before', 'after', 'source'])) head.append(Object.assign(document.createElement('th'), { scope: 'col', textContent: said(word) }));
  const body = table.createTBody();
  for (const { table: name, record, fact, before, after, source } of changes) {
    const row = body.insertRow();
    const field = [name === 'clusters' ? '' : name_of(name), fact].filter(Boolean).join(', ');
    for (const text of [record, field, before, after, source]) row.insertCell().textContent = text;
  }
  return table;
}
