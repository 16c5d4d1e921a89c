// The page's state and what its controls do.

import { Differences } from './differences.js';
import { Grid } from './grid.js';
import { Headings } from './headings.js';
import { template, work_of_files, work_of_snapshot } from './intake.js';
import { forget, keep, kept } from './keep.js';
import { k_layouts, layout_of } from './layouts.js';
import { write_words } from './page_words.js';
import { Problems } from './problems.js';
import { download_template, embed_code, file_name, save_atlas, save_tables } from './publish.js';
import { Shown } from './shown.js';
import { field_of } from '../tables/tables.js';
import { History, k_only, with_block, with_heading, with_row, without_row } from './work.js';
import { why_unread } from './why_unread.js';
import { current_language, name_of, say, speak } from './words.js';

/** @typedef {import('./work.js').Work} Work */
/** @typedef {import('./work.js').Cell} Cell */

/** @param {string} id @returns {any} */
const part = (id) => document.getElementById(id);

export class Desk {
  #history = new History();
  #table = k_only;
  /** Whether the browser keeps what is worked on. @type {'no' | 'yes' | 'failed'} */ #keeping = 'no';
  #turn = 0;
  #atlas;
  #shown;
  #grid;
  #problems;
  #differences;
  #headings;

  /** @param {import('../src/atlas.js').Atlas} atlas */
  constructor(atlas) {
    this.#atlas = atlas;
    this.#shown = new Shown(atlas, { changed: () => this.#show_problems(), progressed: (share) => (part('busy').firstElementChild.value = share) });
    this.#grid = new Grid(part('grid'), { typed: (cell, block) => this.#do(with_block(this.#work, cell, block)), problem: (cell) => this.#problems.in_cell(cell), reached: (cell) => this.#reached(cell) });
    this.#headings = new Headings((cell, title) => this.#do(with_heading(this.#work, cell, title)));
    this.#problems = new Problems((cell) => this.#go_to(cell));
    this.#differences = new Differences({ present: () => this.#work, origin: () => /** @type {Work} */ (this.#history.origin), read: (file) => this.#read([file]) });
  }

  get #work() {
    return /** @type {Work} */ (this.#history.present);
  }

  begin() {
    this.#listen_to_files();
    this.#listen_to_start();
    this.#listen_to_work();
    part('language').value = current_language();
    part('language').addEventListener('change', () => this.#speak(part('language').value));
    this.#speak(current_language());
    this.#offer_kept();
    addEventListener('beforeunload', (event) => {
      if (!this.#history.is_saved && this.#keeping !== 'yes') event.preventDefault();
    });
  }

  #listen_to_files() {
    const choose = () => part('file').click();
    part('choose').addEventListener('click', choose);
    part('open').addEventListener('click', choose);
    part('file').addEventListener('change', () => {
      const files = [...part('file').files];
      part('file').value = '';
      if (files.length > 0) void this.#open_files(files);
    });
    addEventListener('dragover', (event) => {
      if (!event.dataTransfer?.types.includes('Files')) return;
      event.preventDefault();
      document.body.classList.add('dragged');
    });
    addEventListener('dragleave', (event) => event.relatedTarget ?? document.body.classList.remove('dragged'));
    addEventListener('drop', (event) => {
      event.preventDefault();
      document.body.classList.remove('dragged');
      const files = [...(event.dataTransfer?.files ?? [])];
      if (files.length > 0) void this.#open_files(files);
    });
  }

  #listen_to_start() {
    part('begin-template').addEventListener('click', () => this.#open(template()));
    part('begin-atlas').addEventListener('click', () => this.#open(work_of_snapshot(JSON.parse(this.#atlas.snapshot_json), 'atlas')));
    for (const button of document.querySelectorAll('[data-template]')) button.addEventListener('click', () => download_template(/** @type {any} */ (button.getAttribute('data-template'))));
  }

  #listen_to_work() {
    const on = (/** @type {string} */ id, /** @type {() => void} */ run) => part(id).addEventListener('click', run);
    on('undo', () => this.#step('undo'));
    on('redo', () => this.#step('redo'));
    on('add-row', () => this.#add_row());
    on('remove-row', () => this.#remove_row());
    on('all-tables', () => this.#go_to_all_tables());
    on('previous', () => this.#problems.step(-1));
    on('next', () => this.#problems.step(1));
    on('cancel', () => {
      this.#shown.cancel();
      this.#tell(say('stopped'));
    });
    on('changes', () => this.#differences.open());
    part('table').addEventListener('change', () => this.#show_table(part('table').value));
    part('keep').addEventListener('change', () => this.#keep(part('keep').checked));
    for (const button of document.querySelectorAll('[data-save]')) button.addEventListener('click', () => void this.#save(String(button.getAttribute('data-save'))));
    part('work').addEventListener('keydown', (/** @type {KeyboardEvent} */ event) => this.#key(event));
    part('save').addEventListener('keydown', (/** @type {KeyboardEvent} */ event) => event.key === 'Escape' && this.#close_menu(true));
    addEventListener('click', (event) => part('save').contains(event.target) || this.#close_menu(false));
  }

  /** @param {boolean} has_focus */
  #close_menu(has_focus) {
    part('save').open = false;
    if (has_focus) part('save').querySelector('summary').focus();
  }

  /** Undo of a cell's own editor stays its own. @param {KeyboardEvent} event */
  #key(event) {
    if (!(event.ctrlKey || event.metaKey) || event.target instanceof HTMLInputElement || event.target instanceof HTMLTextAreaElement) return;
    const key = event.key.toLowerCase();
    if (key !== 'z' && key !== 'y') return;
    event.preventDefault();
    this.#step(key === 'y' || event.shiftKey ? 'redo' : 'undo');
  }

  /** @param {string} tag */
  #speak(tag) {
    speak(tag);
    write_words(document);
    document.documentElement.lang = tag;
    document.title = `${say('title')} – Cluster Atlas`;
    void this.#atlas.configure({ lang: tag });
    this.#offer_kept();
    if (this.#history.present) this.#show_work();
  }

  #offer_kept() {
    const work = kept();
    const button = part('resume');
    button.hidden = !work;
    if (!work) return;
    button.textContent = say('resume', work.work.name, work.date.toLocaleString(current_language()));
    button.onclick = () => {
      this.#keeping = 'yes';
      part('keep').checked = true;
      this.#open(work.work, { is_saved: false }); // this browser has its only copy
    };
  }

  /** @param {File[]} files */
  #read(files) {
    return work_of_files(files, (bytes) => this.#atlas.loads.cells(bytes));
  }

  /** @param {File[]} files */
  async #open_files(files) {
    if (!this.#history.is_saved && !confirm(say('ask_replace'))) return;
    const turn = this.#wait();
    try {
      const work = await this.#read(files);
      if (turn === this.#turn) this.#open(work);
    } catch (error) {
      if (turn !== this.#turn) return;
      this.#wait(false);
      this.#tell(say('unreadable', files[0].name, why_unread(error)));
    }
  }

  /** What was waited for before is not wanted any more: of two files chosen in a row the last one counts. */
  #wait(is_reading = true) {
    part('main').setAttribute('aria-busy', String(is_reading));
    return ++this.#turn;
  }

  /** @param {Work} work @param {{is_saved?: boolean}} [wish] is_saved: there is a file of it */
  #open(work, { is_saved = true } = {}) {
    this.#wait(false);
    this.#history.take(work, true, is_saved);
    this.#table = k_only;
    this.#show_work({ is_new: true });
    part('table').focus();
  }

  /** Changes are told from there on: what stands in many tables can't be compared with a list. */
  #go_to_all_tables() {
    if (!this.#is_there_to_take()) return;
    this.#open(work_of_snapshot(JSON.parse(this.#atlas.snapshot_json), this.#work.name, this.#work), { is_saved: false });
  }

  /** Whether the atlas is that of the tables; says why, where it is not. */
  #is_there_to_take() {
    if (!this.#shown.is_current) this.#tell(say(this.#shown.is_busy ? 'reading' : 'first_mend'));
    return this.#shown.is_current;
  }

  /** @param {Work} work */
  #do(work) {
    this.#history.take(work);
    this.#show_work();
  }

  /** @param {'undo' | 'redo'} way */
  #step(way) {
    const before = this.#work;
    this.#history[way]();
    if (this.#work !== before) this.#show_work({ is_new: this.#work.name !== before.name });
  }

  #add_row() {
    const { rows } = this.#work.tables[this.#table];
    const at = (this.#grid.focused_cell()?.row ?? rows.length - 1) + 1;
    const { columns } = this.#work.tables[this.#table];
    this.#do(with_row(this.#work, this.#table, at));
    this.#grid.go_to({ table: this.#table, row: at, column: columns[0] });
  }

  #remove_row() {
    const cell = this.#grid.focused_cell();
    if (!cell) return;
    this.#do(without_row(this.#work, this.#table, cell.row));
    this.#grid.go_to({ ...cell, row: Math.min(cell.row, this.#work.tables[this.#table].rows.length - 1) });
  }

  /** @param {{is_new?: boolean}} [wish] */
  #show_work({ is_new = false } = {}) {
    const { is_package, tables } = this.#work;
    part('start').hidden = true;
    for (const id of ['work', 'open', 'save', 'changes']) part(id).hidden = false;
    if (!tables[this.#table]) this.#table = k_only;
    part('all-tables').hidden = is_package;
    part('all-tables').title = say('all_tables_hint');
    part('table').replaceChildren(...table_names(tables).map((name) => new Option(`${name_of(name)} (${tables[name].rows.length})`, name, false, name === this.#table)));
    const is_one = Object.keys(tables).length === 1; // which alone fits into one CSV
    for (const form of ['csv', 'zip']) /** @type {any} */ (document.querySelector(`[data-save=${form}]`)).hidden = is_one !== (form === 'csv');
    this.#show_table(this.#table);
    if (this.#keeping === 'yes') this.#keep_present();
    this.#shown.soon(this.#work, { is_new });
  }

  /** @param {string} name */
  #show_table(name) {
    this.#table = name;
    this.#headings.show(null, false);
    const layout = this.#work.is_package ? layout_of(name) : null;
    this.#grid.show(name, this.#work.tables[name], (column) => (layout && field_of(column, layout)?.field.description) || '');
  }

  #show_problems() {
    part('undo').disabled = !this.#history.can_undo;
    part('redo').disabled = !this.#history.can_redo;
    part('busy').hidden = !this.#shown.is_busy;
    part('state').textContent = [this.#history.is_saved ? '' : say('unsaved'), this.#keeping === 'failed' ? say('keep_failed') : ''].filter(Boolean).join('\u00a0· ');
    if (this.#shown.is_busy) return;
    part('busy').firstElementChild.removeAttribute('value');
    this.#problems.show(this.#shown.problems);
    this.#grid.refresh();
    part('work').dataset.shown = String(this.#shown.is_current);
  }

  /** @param {Cell} cell */
  #go_to(cell) {
    if (cell.table !== this.#table) {
      part('table').value = cell.table;
      this.#show_table(cell.table);
    }
    this.#grid.go_to(cell);
  }

  /** @param {Cell} cell */
  #reached(cell) {
    this.#problems.reached(cell);
    this.#headings.show(this.#work.is_package || cell.table !== k_only ? null : cell, !this.#problems.in_cell({ ...cell, row: -1 }));
  }

  /** @param {string} text */
  #tell(text) {
    part(this.#history.present ? 'sentence' : 'state').textContent = text;
  }

  /** @param {boolean} is_wanted */
  #keep(is_wanted) {
    this.#keeping = is_wanted && keep(this.#work) ? 'yes' : 'no';
    if (!is_wanted) forget();
    part('keep').checked = this.#keeping === 'yes';
    this.#show_problems();
    if (is_wanted && this.#keeping === 'no') this.#tell(say('not_kept'));
  }

  /** Work grows, and what a browser keeps has its bounds. */
  #keep_present() {
    if (keep(this.#work)) return;
    this.#keeping = 'failed';
    part('keep').checked = false;
  }

  /** @param {string} what */
  async #save(what) {
    this.#close_menu(true);
    if (what === 'embed') {
      this.#tell(await copied(embed_code(this.#work, current_language())) ? say('embed_copied', `${file_name(this.#work)}.json`) : say('not_copied'));
      return;
    }
    const is_atlas = what === 'page' || what === 'snapshot';
    if (is_atlas && !this.#is_there_to_take()) return;
    const work = this.#work; // what is typed meanwhile is not in the file
    try {
      const name = is_atlas ? await save_atlas(this.#atlas, work, what) : save_tables(work, /** @type {any} */ (what));
      this.#history.saved(work);
      this.#show_problems();
      this.#tell(say('saved', name));
    } catch (error) {
      this.#tell(say('not_saved', error instanceof Error ? error.message : String(error)));
    }
  }
}

/** Those of clusters first, then as the schema has them, then others. @param {import('../tables/tables.js').Tables} tables */
function table_names(tables) {
  const known = k_layouts.map(({ name }) => name).filter((name) => tables[name]);
  const own = ['clusters', 'labels', 'label_terms', 'names', 'earlier_seats', 'events'].filter((name) => tables[name]);
  return [...new Set([...own, ...known, ...Object.keys(tables)])];
}

/** @param {string} text */
async function copied(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
