// The atlas beside the tables: it shows what they say as soon as it can, and every cell that it can't take is a problem with a
// place. What can't be shown at all leaves the picture as it was.

import { plain_csv_of } from '../tables/data_package.js';
import { k_losses, snapshot_of } from '../tables/snapshot.js';
import { is_blank } from '../tables/tables.js';
import { filled, k_layouts } from './layouts.js';
import { k_only } from './work.js';
import { current_language, say } from './words.js';

/** @typedef {import('./work.js').Work} Work */
/** @typedef {import('./work.js').Cell} Cell */
/** @typedef {{fr: string, en: string} & Record<string, string>} Sentence */
/** @typedef {{cell: Cell | null, is_error: boolean, sentence: () => string}} Problem */
/** @typedef {import('../src/atlas.js').Atlas} Atlas */

const k_pause_ms = 250;
/** What became of a cell, where something was left out. */
const k_lost = new Set(['cell', 'column', 'row', 'table']);

export class Shown {
  /** @type {Problem[]} */ problems = [];
  /** Whether the picture is that of the tables. */ is_current = false;
  is_busy = false;
  #atlas;
  #told;
  /** @type {number | undefined} */ #timer;
  #ticket = 0;

  /** @param {Atlas} atlas @param {{changed: () => void, progressed: (share: number) => void}} told */
  constructor(atlas, told) {
    this.#atlas = atlas;
    this.#told = told;
  }

  /** @param {Work} work @param {{is_new?: boolean}} [wish] is_new: another file, of which all is shown */
  soon(work, { is_new = false } = {}) {
    clearTimeout(this.#timer);
    ++this.#ticket;
    this.is_busy = true;
    this.is_current = false;
    this.#told.changed();
    this.#timer = window.setTimeout(() => void this.#show(work, is_new), is_new ? 0 : k_pause_ms);
  }

  cancel() {
    clearTimeout(this.#timer);
    ++this.#ticket;
    this.#atlas.loads.give_up();
    this.is_busy = false;
    this.#told.changed();
  }

  /** All of it; as a list where nothing lies on a map. */
  #begin_anew() {
    this.#atlas.reset(current_language());
    const { clusters } = JSON.parse(this.#atlas.snapshot_json);
    if (!clusters.some((/** @type {any} */ { seat }) => typeof seat?.lat === 'number')) this.#atlas.setState({ view: 'list' });
  }

  /** @param {Work} work @param {boolean} is_new */
  async #show(work, is_new) {
    const ticket = this.#ticket;
    const { file, place, problems } = prepared(work);
    const is_over = () => ticket !== this.#ticket;
    try {
      const { warnings } = await this.#atlas.loads.load(file, (share) => is_over() || this.#told.progressed(share));
      if (is_over()) return;
      if (is_new) this.#begin_anew();
      this.problems = [...problems, ...warnings.filter((each) => each.cell || place(each)).map((each) => problem_of(each, place(each), k_lost.has(each.cell?.done ?? 'cell')))];
      this.is_current = true;
    } catch (error) {
      if (is_over()) return;
      const { errors = [], message } = /** @type {import('../src/error.js').AtlasError} */ (error);
      const located = errors.map((each) => problem_of(each, place(each), true));
      this.problems = [...problems, ...(located.length > 0 ? located : [{ cell: null, is_error: true, sentence: () => String(message) }])];
    }
    this.is_busy = false;
    this.#told.changed();
  }
}

/** @typedef {import('../cluster-atlas').Located} Located */

/** @param {Located} located @param {Cell | null} cell @param {boolean} is_error @returns {Problem} */
function problem_of(located, cell, is_error) {
  const versions = /** @type {Record<string, any>} */ (located);
  const said = () => versions[current_language()] ?? versions.en ?? '';
  return { cell, is_error, sentence: () => (cell || !located.pointer ? said() : `${located.pointer}\u00a0: ${said()}`) };
}

/** @param {Work} work @returns {{file: File, place: (located: Located) => Cell | null, problems: Problem[]}} */
export function prepared(work) {
  if (!work.is_package) {
    const { [k_only]: table, ...aside } = work.tables;
    const problems = Object.entries(aside).map(([name, { columns }]) => ({ cell: { table: name, row: -1, column: columns[0] }, is_error: false, sentence: () => say('problem_sheet_aside', name) }));
    return { file: new File([plain_csv_of(table)], `${work.name}.csv`), place: (located) => place_in(table, located), problems };
  }
  const kept = rows_kept(work);
  const { snapshot, problems, places } = snapshot_of(filled(work.tables), k_layouts);
  const back = (/** @type {Cell | null} */ cell) => cell && { ...cell, row: kept[cell.table]?.[cell.row] ?? cell.row };
  return {
    file: new File([JSON.stringify(snapshot)], 'snapshot.json'),
    place: (located) => (located.pointer ? back(places.cell(located.pointer)) : null),
    problems: problems.map(({ reason, value, ...cell }) => ({ cell: back(cell), is_error: k_losses.has(reason), sentence: () => say(`problem_${reason}`, value) })),
  };
}

/** Places of the rows that are not blank, which alone are handed on. @param {Work} work @returns {Record<string, number[]>} */
function rows_kept({ tables }) {
  return Object.fromEntries(Object.entries(tables).map(([name, { rows }]) => [name, rows.flatMap((row, i) => (is_blank(row) ? [] : [i]))]));
}

/** The importer counts as a spreadsheet does: the head is row 1. @param {import('../tables/tables.js').Table} table @param {Located} located @returns {Cell | null} */
function place_in({ columns }, { cell }) {
  if (!cell || cell.row < 1) return null;
  const column = columns.find((title) => title.trim() === cell.heading) ?? columns.find((title) => `“${title.trim()}”` === cell.heading) ?? columns[0] ?? '';
  return { table: k_only, row: cell.row - 2, column };
}
