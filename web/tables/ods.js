// Workbooks of LibreOffice (OpenDocument 1.2, part 1): the cells of their sheets as text, dates as days; and tables as such a workbook.

import { strFromU8 } from 'fflate';
import { unzipped, zipped } from './archive.js';
import { Workbook, k_most_columns, k_most_rows } from './sheet.js';
import { is_blank } from './tables.js';
import { escaped, pieces } from './xml.js';

/** @typedef {import('./sheet.js').Sheet} Sheet */
/** @typedef {import('./tables.js').Tables} Tables */

const k_mimetype = 'application/vnd.oasis.opendocument.spreadsheet';

/** @param {Uint8Array} bytes @returns {Sheet[]} throws when it is none, or too large */
export function ods_sheets(bytes) {
  const { 'content.xml': content } = unzipped(bytes, (name) => name === 'content.xml');
  if (!content) throw new SyntaxError('no content.xml');
  const reader = new SheetReader();
  for (const piece of pieces(strFromU8(content))) reader.take(piece);
  return reader.book.sheets;
}

class SheetReader {
  book = new Workbook();
  /** @type {ReturnType<Workbook['begin']> | null} */
  #sheet = null;
  #row = 0;
  #repeated_rows = 1;
  /** @type {Array<{text: string, times: number}>} of the row that is read */
  #cells = [];
  /** @type {Record<string, string> | null} of the cell that is read */
  #cell = null;
  /** @type {string[]} */
  #paragraphs = [];
  #aside = 0;

  /** @param {import('./xml.js').Piece} piece */
  take({ name, attributes, is_end, is_empty, text }) {
    if (name === 'annotation') this.#aside += is_end ? -1 : is_empty ? 0 : 1;
    else if (this.#aside > 0) return;
    else if (name === 'table') this.#table(attributes.name ?? '', is_end);
    else if (name === 'table-row') this.#table_row(attributes, is_end);
    else if (name === 'table-cell' || name === 'covered-table-cell') this.#table_cell(attributes, is_end, is_empty);
    else if (this.#cell) this.#content(name, attributes, is_end, text);
  }

  /** @param {string} title @param {boolean} is_end */
  #table(title, is_end) {
    this.#sheet = is_end ? null : this.book.begin(title);
    this.#row = 0;
  }

  /** @param {Record<string, string>} attributes @param {boolean} is_end */
  #table_row(attributes, is_end) {
    if (!is_end) {
      this.#repeated_rows = Number(attributes['number-rows-repeated'] ?? 1);
      this.#cells = [];
      return;
    }
    const is_filled = !is_blank(this.#cells.map(({ text }) => text));
    if (is_filled && this.#repeated_rows > k_most_rows) throw new RangeError('the sheet is too large');
    if (is_filled) for (let i = 0; i < this.#repeated_rows; ++i) this.#put_row(this.#row + i);
    this.#row += this.#repeated_rows;
  }

  /** @param {number} row */
  #put_row(row) {
    let column = 0;
    for (const { text, times } of this.#cells) {
      for (let i = 0; i < times && column + i <= k_most_columns; ++i) this.#sheet?.put(row, column + i, text);
      column += times;
    }
  }

  /** @param {Record<string, string>} attributes @param {boolean} is_end @param {boolean} is_empty */
  #table_cell(attributes, is_end, is_empty) {
    if (!is_end) {
      this.#cell = attributes;
      this.#paragraphs = [];
    }
    if (!this.#cell || !(is_end || is_empty)) return;
    this.#cells.push({ text: this.#text(this.#cell), times: Number(this.#cell['number-columns-repeated'] ?? 1) });
    this.#cell = null;
  }

  /** @param {Record<string, string>} cell */
  #text(cell) {
    const type = cell['value-type'];
    if (type === 'date') return (cell['date-value'] ?? '').replace(/T00:00:00(\.0+)?$/, '');
    if (type === 'boolean') return cell['boolean-value'] ?? '';
    if (type === 'float' || type === 'percentage' || type === 'currency') return number_text(cell.value, this.#paragraphs.join('\n'));
    return this.#paragraphs.join('\n');
  }

  /** @param {string} name @param {Record<string, string>} attributes @param {boolean} is_end @param {string} text */
  #content(name, attributes, is_end, text) {
    if (name === 'p' && !is_end) this.#paragraphs.push('');
    const more = text || (name === 's' && !is_end ? ' '.repeat(Math.min(1000, Number(attributes.c ?? 1))) : name === 'tab' ? '\t' : name === 'line-break' ? '\n' : '');
    if (more && this.#paragraphs.length > 0) this.#paragraphs[this.#paragraphs.length - 1] += more;
  }
}

/** A format may show zeros before a number ("01004"): a code, of which they are part. @param {string} value @param {string} shown */
function number_text(value, shown) {
  return /^0\d+$/.test(shown) && Number(shown) === Number(value) ? shown : String(Number(value));
}

const k_head = '<?xml version="1.0" encoding="UTF-8"?>\n';
const k_urn = 'urn:oasis:names:tc:opendocument:xmlns';

/**
 * @param {Tables} tables a sheet each
 * @param {(table: string, column: string) => boolean} is_number cells that stay numbers
 * @returns {Uint8Array}
 */
export function ods_of(tables, is_number) {
  const sheets = Object.entries(tables).map(([name, { columns, rows }]) => {
    const as_number = columns.map((column) => is_number(name, column));
    const cell = (/** @type {string} */ value, /** @type {number} */ i) => (value === '' ? '<table:table-cell/>' : as_number[i] && /^-?\d+(\.\d+)?$/.test(value) ? `<table:table-cell office:value-type="float" office:value="${value}"/>` : text_cell(value));
    const body = [columns.map(text_cell).join(''), ...rows.map((row) => columns.map((_, i) => cell(row[i] ?? '', i)).join(''))];
    return `<table:table table:name="${escaped(name)}">${body.map((row) => `<table:table-row>${row}</table:table-row>`).join('')}</table:table>`;
  });
  return zipped({
    mimetype: k_mimetype,
    'META-INF/manifest.xml': `${k_head}<manifest:manifest xmlns:manifest="${k_urn}:manifest:1.0" manifest:version="1.2"><manifest:file-entry manifest:full-path="/" manifest:media-type="${k_mimetype}"/><manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/></manifest:manifest>`,
    'content.xml': `${k_head}<office:document-content xmlns:office="${k_urn}:office:1.0" xmlns:table="${k_urn}:table:1.0" xmlns:text="${k_urn}:text:1.0" office:version="1.2"><office:body><office:spreadsheet>${sheets.join('')}</office:spreadsheet></office:body></office:document-content>`,
  });
}

/** @param {string} value */
function text_cell(value) {
  const paragraphs = value.split('\n').map((line) => `<text:p>${escaped(line).replace(/^ | (?= )| $/g, '<text:s/>').replaceAll('\t', '<text:tab/>')}</text:p>`);
  return `<table:table-cell office:value-type="string">${paragraphs.join('')}</table:table-cell>`;
}
