// What has changed since a file was opened, or compared with another one: entered, left, renamed, merged, each fact from what it
// was to what it is, with its source.

import { changes_csv, changes_html, grouped } from '../tables/change_log.js';
import { changes_between } from '../tables/compare.js';
import { snapshot_of } from '../tables/snapshot.js';
import { said } from './change_words.js';
import { filled, k_layouts } from './layouts.js';
import { download, file_name } from './publish.js';
import { k_only } from './work.js';
import { current_language, name_of, say } from './words.js';

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
    part('differences-csv').addEventListener('click', () => this.#save('csv', 'text/csv', changes_csv(this.#changes, said, name_of)));
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
    } catch {
      part('differences-about').textContent = say('unreadable', file.name, say('no_archive'));
    }
  }

  /** @param {Work} before @param {string} about */
  #show(before, about) {
    const present = this.#context.present();
    this.#changes = changes_between(snapshot_in(before), snapshot_in(present), k_layouts);
    this.#about = about;
    part('differences-about').textContent = about;
    const groups = grouped(this.#changes).flatMap(([kind, list]) => [Object.assign(document.createElement('h3'), { textContent: `${said(`kind_${kind}`)} (${list.length})` }), table_of(list.slice(0, k_most_shown))]);
    part('differences-list').replaceChildren(...(groups.length > 0 ? groups : [Object.assign(document.createElement('p'), { textContent: said('none') })]));
    part('differences-csv').disabled = part('differences-html').disabled = this.#changes.length === 0;
  }

  /** @param {string} ending @param {string} type @param {string} content */
  #save(ending, type, content) {
    download(new Blob([content], { type }), `${file_name(this.#context.present())}-${say('changes').toLowerCase()}.${ending}`);
  }
}

/** One list is compared by its own columns: a row is known by its name. @param {Work} work */
function snapshot_in(work) {
  if (work.is_package) return snapshot_of(filled(work.tables), k_layouts).snapshot;
  const { columns, rows } = work.tables[k_only];
  const name = Math.max(0, columns.findIndex((title) => /^(nom|name|p[oô]le|cluster|bezeichnung|clustername)/i.test(title.trim())));
  return { clusters: rows.filter((row) => row[name]?.trim()).map((row) => ({ id: row[name].trim(), name: row[name].trim(), rosters: Object.fromEntries(columns.flatMap((title, i) => (i !== name && row[i]?.trim() ? [[title.trim() || String(i + 1), row[i].trim()]] : []))) })) };
}

/** @param {Change[]} changes */
function table_of(changes) {
  const table = document.createElement('table');
  const head = table.createTHead().insertRow();
  for (const word of /** @type {const} */ (['record', 'fact', 'before', 'after', 'source'])) head.append(Object.assign(document.createElement('th'), { scope: 'col', textContent: said(word) }));
  const body = table.createTBody();
  for (const { table: name, record, fact, before, after, source } of changes) {
    const row = body.insertRow();
    const field = [name === 'clusters' ? '' : name_of(name), fact.replace(/^rosters\.(?=\D)/, '')].filter(Boolean).join(', ');
    for (const text of [record, field, before, after, source]) row.insertCell().textContent = text;
  }
  return table;
}
