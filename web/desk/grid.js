// The tables in a data grid (AG Grid Community): cells are corrected in place by keyboard, pointer and screen reader; the grid
// draws what it is given and tells what is typed.

import {
  CellApiModule,
  CellStyleModule,
  ClientSideRowModelModule,
  ColumnApiModule,
  LargeTextEditorModule,
  LocaleModule,
  ModuleRegistry,
  RenderApiModule,
  RowApiModule,
  ScrollApiModule,
  TextEditorModule,
  TooltipModule,
  createGrid,
  themeQuartz,
} from 'ag-grid-community';
import { copied, pasted } from './clipboard.js';
import { say } from './words.js';

/** @typedef {import('./work.js').Cell} Cell */
/** @typedef {import('../tables/tables.js').Table} Table */
/** @typedef {{id: string, index: number, cells: string[]}} Row */

ModuleRegistry.registerModules([ClientSideRowModelModule, TextEditorModule, LargeTextEditorModule, TooltipModule, CellStyleModule, LocaleModule, ColumnApiModule, RowApiModule, RenderApiModule, ScrollApiModule, CellApiModule]);

const k_theme = themeQuartz.withParams({
  accentColor: 'var(--accent)',
  backgroundColor: 'var(--panel)',
  borderColor: 'var(--hair)',
  browserColorScheme: 'inherit',
  cellTextColor: 'var(--text)',
  columnBorder: { color: 'var(--hair)' },
  fontFamily: 'inherit',
  fontSize: 13,
  foregroundColor: 'var(--text)',
  headerBackgroundColor: 'var(--sunken)',
  headerHeight: 34,
  headerTextColor: 'var(--text)',
  rowHeight: 33,
  rowHoverColor: 'var(--hover)',
  spacing: 6,
  wrapperBorder: false,
  wrapperBorderRadius: 0,
});

const k_longest_cell = 1 << 20;

/**
 * @typedef {object} Told
 * @property {(cell: Cell, block: string[][]) => void} typed
 * @property {(cell: Cell) => import('./shown.js').Problem | null} problem what is wrong with a cell; row -1: with the column
 * @property {(cell: Cell) => void} reached
 */

export class Grid {
  #api;
  #told;
  #table = '';
  /** @type {Table | null} */ #shown = null;
  /** @type {string[]} */ #columns = [];

  /** @param {HTMLElement} element @param {Told} told */
  constructor(element, told) {
    this.#told = told;
    this.#api = createGrid(element, {
      theme: k_theme,
      defaultColDef: { editable: true, resizable: true, sortable: false, suppressMovable: true, minWidth: 72, maxWidth: 420, width: 150 },
      getRowId: ({ data }) => data.id,
      enableCellTextSelection: false,
      enterNavigatesVertically: true,
      enterNavigatesVerticallyAfterEdit: true,
      stopEditingWhenCellsLoseFocus: true,
      suppressFieldDotNotation: true,
      tabToNextCell: ({ editing, nextCellPosition }) => editing && (nextCellPosition ?? false), // Tab leaves the grid, arrows walk in it
      tabToNextHeader: () => false,
      tooltipShowDelay: 120,
      localeText: { noRowsToShow: say('no_rows') },
      onCellFocused: ({ rowIndex, column }) => this.#focused(rowIndex, column),
    });
    element.addEventListener('copy', (event) => this.#copy(event));
    element.addEventListener('paste', (event) => this.#paste(event));
  }

  /** @param {string} name @param {Table} table @param {(column: string) => string} described */
  show(name, table, described) {
    const is_other = name !== this.#table || table.columns !== this.#shown?.columns;
    this.#table = name;
    this.#shown = table;
    if (is_other) this.#show_columns(table, described);
    this.#api.setGridOption('rowData', table.rows.map((cells, index) => ({ id: String(index), index, cells })));
  }

  /** @param {Table} table @param {(column: string) => string} described */
  #show_columns({ columns }, described) {
    this.#columns = columns;
    const number = { colId: '#', headerName: say('row'), pinned: /** @type {'left'} */ ('left'), editable: false, width: 64, minWidth: 52, cellClass: 'number', valueGetter: (/** @type {any} */ { data }) => data.index + 2 };
    this.#api.setGridOption('columnDefs', [number, ...columns.map((title, place) => this.#column(title, place, described(title)))]);
  }

  /** @param {string} title @param {number} place @param {string} description */
  #column(title, place, description) {
    const cell = (/** @type {Row} */ data) => ({ table: this.#table, row: data.index, column: title });
    return {
      colId: String(place),
      headerName: title,
      headerTooltip: description || undefined,
      valueGetter: (/** @type {any} */ { data }) => data.cells[place] ?? '',
      valueSetter: (/** @type {any} */ { data, newValue }) => {
        const text = newValue === null || newValue === undefined ? '' : String(newValue);
        if (text !== one_kind_of_breaks(data.cells[place] ?? '')) this.#told.typed(cell(data), [[text]]);
        return false; // the row comes back changed
      },
      cellEditorSelector: (/** @type {any} */ { value }) => (/[\r\n]/.test(value ?? '') ? { component: 'agLargeTextCellEditor', params: { maxLength: k_longest_cell }, popup: true } : undefined),
      cellClassRules: {
        wrong: (/** @type {any} */ { data }) => this.#told.problem(cell(data))?.is_error === true,
        noted: (/** @type {any} */ { data }) => this.#told.problem(cell(data))?.is_error === false,
      },
      headerClass: () => (this.#told.problem({ table: this.#table, row: -1, column: title }) ? 'wrong' : ''),
      tooltipValueGetter: (/** @type {any} */ { data }) => (data ? this.#told.problem(cell(data))?.sentence() : undefined),
      cellRenderer: (/** @type {any} */ { data, value }) => drawn(value ?? '', this.#told.problem(cell(data))?.sentence() ?? ''),
    };
  }

  /** Problems may be others than before. */
  refresh() {
    this.#api.refreshCells({ force: true });
    this.#api.refreshHeader();
  }

  /** @returns {Cell | null} */
  focused_cell() {
    const focused = this.#api.getFocusedCell();
    const data = focused && this.#api.getDisplayedRowAtIndex(focused.rowIndex)?.data;
    const column = focused && this.#columns[Number(focused.column.getColId())];
    return data && column !== undefined ? { table: this.#table, row: data.index, column: column ?? '' } : null;
  }

  /** Shows a cell and gives it the focus. @param {Cell} cell */
  go_to({ row, column }) {
    const place = Math.max(0, this.#columns.indexOf(column));
    const at = Math.max(0, row);
    if (at >= this.#api.getDisplayedRowCount()) return;
    this.#api.ensureIndexVisible(at, 'middle');
    this.#api.ensureColumnVisible(String(place), 'middle');
    this.#api.setFocusedCell(at, String(place));
  }

  /** @param {number | null} row @param {unknown} column */
  #focused(row, column) {
    if (row !== null && column) {
      const cell = this.focused_cell();
      if (cell) this.#told.reached(cell);
    }
  }

  get #is_editing() {
    return this.#api.getEditingCells().length > 0;
  }

  /** @param {ClipboardEvent} event */
  #copy(event) {
    const cell = this.focused_cell();
    if (!cell || this.#is_editing || !this.#shown) return;
    event.clipboardData?.setData('text/plain', copied(this.#shown.rows[cell.row]?.[this.#columns.indexOf(cell.column)] ?? ''));
    event.preventDefault();
  }

  /** @param {ClipboardEvent} event */
  #paste(event) {
    const cell = this.focused_cell();
    const text = event.clipboardData?.getData('text/plain');
    if (!cell || this.#is_editing || !text) return;
    event.preventDefault();
    this.#told.typed(cell, pasted(text));
  }
}

/** As an editor of several lines gives them back. @param {string} text */
function one_kind_of_breaks(text) {
  return text.replace(/\r\n?/g, '\n');
}

/** Its problem is read after what it holds. @param {string} value @param {string} problem */
function drawn(value, problem) {
  const box = document.createElement('span');
  box.textContent = value;
  if (!problem) return box;
  const aside = Object.assign(document.createElement('span'), { className: 'unseen', textContent: ` (${problem})` });
  box.append(aside);
  return box;
}
