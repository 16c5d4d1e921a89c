// Workbooks of Excel (ECMA-376): the cells of their sheets as text, dates as days; and tables as such a workbook, every text in
// cells that are text, so that Excel makes no dates and no formulas out of them.

import { strFromU8 } from 'fflate';
import { unzipped, zipped } from './archive.js';
import { built_in_format, format_in, shown_number } from './number_format.js';
import { Workbook } from './sheet.js';
import { escaped, pieces } from './xml.js';

/** @typedef {import('./sheet.js').Sheet} Sheet */
/** @typedef {import('./tables.js').Tables} Tables */
/** @typedef {import('./number_format.js').NumberFormat} NumberFormat */
/** @typedef {{strings: string[], formats: NumberFormat[], from_1904: boolean}} Book formats: by style of a cell */

const k_part = /^xl\/(workbook\.xml|_rels\/workbook\.xml\.rels|sharedStrings\.xml|styles\.xml|worksheets\/[\w.-]+\.xml)$/;

/** @param {Uint8Array} bytes @returns {Sheet[]} throws when it is none, or too large */
export function xlsx_sheets(bytes) {
  const parts = unzipped(bytes, (name) => k_part.test(name));
  const text = (/** @type {string} */ name) => (parts[name] ? strFromU8(parts[name]) : '');
  const targets = new Map([...pieces(text('xl/_rels/workbook.xml.rels'))].filter(({ name }) => name === 'Relationship').map(({ attributes }) => [attributes.Id, attributes.Target]));
  const workbook = [...pieces(text('xl/workbook.xml'))];
  const from_1904 = workbook.some(({ name, attributes }) => name === 'workbookPr' && /^(1|true)$/.test(attributes.date1904 ?? ''));
  const book = { strings: shared_strings(text('xl/sharedStrings.xml')), formats: cell_formats(text('xl/styles.xml')), from_1904 };
  const out = new Workbook();
  for (const { name, is_end, attributes } of workbook) {
    if (name !== 'sheet' || is_end) continue;
    read_sheet(out.begin(attributes.name ?? ''), text(`xl/${(targets.get(attributes.id) ?? '').replace(/^\/?xl\//, '')}`), book);
  }
  return out.sheets;
}

/** @param {string} xml @returns {string[]} */
function shared_strings(xml) {
  /** @type {string[]} */
  const out = [];
  let is_text = false;
  let is_phonetic = false;
  for (const { name, is_end, is_empty, text } of pieces(xml)) {
    if (name === 'si' && !is_end) out.push('');
    else if (name === 't') is_text = !is_end && !is_empty;
    else if (name === 'rPh') is_phonetic = !is_end;
    else if (text && is_text && !is_phonetic) out[out.length - 1] += unescaped(text);
  }
  return out;
}

/** @param {string} xml @returns {NumberFormat[]} by style of a cell */
function cell_formats(xml) {
  /** @type {Map<string, NumberFormat>} */
  const formats = new Map();
  /** @type {NumberFormat[]} */
  const styles = [];
  let is_cell_style = false;
  for (const { name, attributes, is_end } of pieces(xml)) {
    if (name === 'numFmt') formats.set(attributes.numFmtId, format_in(attributes.formatCode ?? ''));
    else if (name === 'cellXfs') is_cell_style = !is_end;
    else if (name === 'xf' && is_cell_style && !is_end) styles.push(formats.get(attributes.numFmtId) ?? built_in_format(Number(attributes.numFmtId)));
  }
  return styles;
}

/** @param {ReturnType<Workbook['begin']>} sheet @param {string} xml @param {Book} book */
function read_sheet(sheet, xml, book) {
  let row = -1;
  let column = -1;
  /** @type {Record<string, string>} */
  let cell = {};
  let value = '';
  let is_value = false;
  for (const { name, attributes, is_end, is_empty, text } of pieces(xml)) {
    if (name === 'row' && !is_end) {
      row = attributes.r ? Number(attributes.r) - 1 : row + 1;
      column = -1;
    } else if (name === 'c' && !is_end) {
      column = attributes.r ? column_of(attributes.r) : column + 1;
      cell = attributes;
      value = '';
    } else if (name === 'v' || name === 't') is_value = !is_end && !is_empty;
    else if (text && is_value) value += text;
    else if (name === 'c') sheet.put(row, column, text_of(cell, value, book));
  }
}

/** "AB12" is 27. @param {string} place */
function column_of(place) {
  let column = 0;
  for (const letter of place.match(/^[A-Z]{1,3}/)?.[0] ?? '') column = column * 26 + letter.charCodeAt(0) - 64;
  return column - 1;
}

/** @param {Record<string, string>} cell @param {string} value @param {Book} book */
function text_of({ t: type, s: style }, value, { strings, formats, from_1904 }) {
  if (value === '' || type === 'e') return '';
  if (type === 's') return strings[Number(value)] ?? '';
  if (type === 'b') return value === '1' ? 'true' : 'false';
  if (type === 'd') return value.replace(/T00:00:00(\.0+)?Z?$/, '');
  if (type === 'inlineStr' || type === 'str') return unescaped(value);
  const number = Number(value);
  return Number.isFinite(number) ? shown_number(number, formats[Number(style ?? 0)] ?? built_in_format(0), from_1904) : value;
}

/** "_x000D_" is a sign that XML can't hold, in Excel's own writing. @param {string} text */
function unescaped(text) {
  return text.includes('_x') ? text.replace(/_x([0-9a-fA-F]{4})_/g, (_, code) => String.fromCharCode(parseInt(code, 16))) : text;
}

/** @param {string} text */
function excel_text(text) {
  return escaped(text.replace(/_x(?=[0-9a-fA-F]{4}_)/g, '_x005F_x').replaceAll('\r', '_x000D_'));
}

const k_head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const k_main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const k_office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const k_relations = 'http://schemas.openxmlformats.org/package/2006/relationships';
const k_types = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const k_styles = `${k_head}<styleSheet xmlns="${k_main}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="3"><xf numFmtId="0" fontId="0"/><xf numFmtId="49" fontId="0" applyNumberFormat="1"/><xf numFmtId="49" fontId="1" applyNumberFormat="1" applyFont="1"/></cellXfs></styleSheet>`;

/**
 * @param {Tables} tables a sheet each
 * @param {(table: string, column: string) => boolean} is_number cells that stay numbers
 * @returns {Uint8Array}
 */
export function xlsx_of(tables, is_number) {
  const names = Object.keys(tables);
  const relation = (/** @type {number} */ i, /** @type {string} */ type, /** @type {string} */ target) => `<Relationship Id="rId${i}" Type="${k_office}/${type}" Target="${target}"/>`;
  const part = (/** @type {string} */ name, /** @type {string} */ type) => `<Override PartName="/xl/${name}.xml" ContentType="${k_types}.${type}+xml"/>`;
  return zipped({
    '[Content_Types].xml': `${k_head}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>${part('workbook', 'sheet.main')}${part('styles', 'styles')}${names.map((_, i) => part(`worksheets/sheet${i + 1}`, 'worksheet')).join('')}</Types>`,
    '_rels/.rels': `${k_head}<Relationships xmlns="${k_relations}">${relation(1, 'officeDocument', 'xl/workbook.xml')}</Relationships>`,
    'xl/workbook.xml': `${k_head}<workbook xmlns="${k_main}" xmlns:r="${k_office}"><sheets>${names.map((name, i) => `<sheet name="${escaped(name)}" sheetId="${i + 1}" r:id="rId${i + 1}"/>`).join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `${k_head}<Relationships xmlns="${k_relations}">${names.map((_, i) => relation(i + 1, 'worksheet', `worksheets/sheet${i + 1}.xml`)).join('')}${relation(names.length + 1, 'styles', 'styles.xml')}</Relationships>`,
    'xl/styles.xml': k_styles,
    ...Object.fromEntries(names.map((name, i) => [`xl/worksheets/sheet${i + 1}.xml`, sheet_of(tables[name], (column) => is_number(name, column))])),
  });
}

/** @param {import('./tables.js').Table} table @param {(column: string) => boolean} is_number */
function sheet_of({ columns, rows }, is_number) {
  const as_number = columns.map(is_number);
  const text = (/** @type {string} */ cell, /** @type {number} */ style) => `<c t="inlineStr" s="${style}"><is><t xml:space="preserve">${excel_text(cell)}</t></is></c>`;
  const cell = (/** @type {string} */ value, /** @type {number} */ i) => (value === '' ? '<c s="1"/>' : as_number[i] && /^-?\d+(\.\d+)?$/.test(value) ? `<c><v>${value}</v></c>` : text(value, 1));
  const head = `<row>${columns.map((name) => text(name, 2)).join('')}</row>`;
  const body = rows.map((row) => `<row>${columns.map((_, i) => cell(row[i] ?? '', i)).join('')}</row>`).join('');
  return `${k_head}<worksheet xmlns="${k_main}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><sheetFormatPr defaultRowHeight="15"/><cols><col min="1" max="${Math.max(1, columns.length)}" width="18" style="1" customWidth="1"/></cols><sheetData>${head}${body}</sheetData></worksheet>`;
}
