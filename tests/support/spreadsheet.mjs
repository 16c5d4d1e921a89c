// What LibreOffice makes of a CSV file: opens it as a user of that language would, without a window and with a profile
// of its own, and reads the sheet back from flat ODF, where a cell that became a formula says so.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** Field separator, quotation mark, UTF-8 (76), first line, no column formats, language of numbers. */
const k_import = { fr: 'CSV:59,34,76,1,,1036', en: 'CSV:44,34,76,1,,1033' };
const k_entities = /** @type {Record<string, string>} */ ({ amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" });

/** @param {string} xml */
const plain = (xml) =>
  xml
    .replace(/<text:s(?: text:c="(\d+)")?\/>/g, (_, count) => ' '.repeat(Number(count ?? 1)))
    .replace(/<text:tab\/>/g, '\t')
    .replace(/<[^>]*>/g, '')
    .replace(/&(?:#(\d+)|(\w+));/g, (_, code, name) => (code ? String.fromCodePoint(Number(code)) : k_entities[name]));

/** @typedef {{ text: string, value: number | null, formula: string | null }} Cell a number has a value */

/** @param {string} cell an element, as text @returns {Cell} */
function read_cell(cell) {
  const value = /office:value-type="float" office:value="([^"]*)"/.exec(cell)?.[1];
  const text = [...cell.matchAll(/<text:p>(.*?)<\/text:p>/gs)].map((paragraph) => plain(paragraph[1])).join('\n');
  return { text, value: value === undefined ? null : Number(value), formula: /table:formula="([^"]*)"/.exec(cell)?.[1] ?? null };
}

/** The rows of the only sheet, without the empty cells at their ends. @param {string} flat_odf @returns {Cell[][]} */
function read_rows(flat_odf) {
  const rows = [];
  for (const [, row] of flat_odf.matchAll(/<table:table-row\b[^>]*>(.*?)<\/table:table-row>/gs)) {
    const cells = [];
    for (const [cell, attributes] of row.matchAll(/<table:table-cell\b([^>]*?)(?:\/>|>.*?<\/table:table-cell>)/gs)) {
      const repeated = Number(/table:number-columns-repeated="(\d+)"/.exec(attributes)?.[1] ?? 1);
      if (repeated < 1000) for (let i = 0; i < repeated; ++i) cells.push(read_cell(cell));
    }
    if (cells.some((cell) => cell.text)) rows.push(cells);
  }
  return rows;
}

/** @template T @param {(folder: string) => T} run with a folder of its own @returns {T} */
function in_folder(run) {
  const folder = mkdtempSync(join(tmpdir(), 'cluster-atlas-calc-'));
  try {
    return run(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** LibreOffice without a window, with its profile in the folder. @param {string} folder @param {string[]} options */
function office(folder, ...options) {
  const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile'))}`;
  return execFileSync(process.env.SOFFICE ?? 'soffice', [profile, '--headless', '--norestore', ...options], { timeout: 120_000, stdio: 'pipe', env: { ...process.env, HOME: folder } });
}

/** @param {string} folder @param {string} name @param {string} said @returns {Buffer} */
function came_back(folder, name, said) {
  try {
    return readFileSync(join(folder, name));
  } catch (error) {
    throw new Error(`no sheet came back: ${said}`, { cause: error });
  }
}

/** @param {string | Uint8Array} csv @param {'fr' | 'en'} lang @returns {Cell[][]} */
export function open_in_calc(csv, lang) {
  return in_folder((folder) => {
    const file = join(folder, 'table.csv');
    writeFileSync(file, csv);
    const said = office(folder, `--infilter=${k_import[lang]}`, '--convert-to', 'fods', '--outdir', folder, file);
    return read_rows(came_back(folder, 'table.fods', String(said)).toString('utf8'));
  });
}

const k_filters = { xlsx: 'Calc MS Excel 2007 XML', ods: 'calc8' };
/** @typedef {{sheet: string, column: number, row: number, text: string}} Edit from 0 */

/** What is typed into cells, by LibreOffice itself, which makes dates and numbers of what looks like them. @param {Uint8Array} workbook @param {'xlsx' | 'ods'} form @param {Edit[]} edits @returns {Uint8Array} as it was saved */
export function edited_in_calc(workbook, form, edits) {
  return in_folder((folder) => {
    const before = join(folder, `before.${form}`);
    writeFileSync(before, workbook);
    const quoted = (/** @type {string} */ text) => `"${text.replaceAll('"', '""')}"`;
    const address = (/** @type {string} */ name) => quoted(pathToFileURL(join(folder, name)).href);
    const basic = [
      'Sub Edit',
      'Dim hidden(0) As New com.sun.star.beans.PropertyValue',
      'hidden(0).Name = "Hidden" : hidden(0).Value = True',
      `document = StarDesktop.loadComponentFromURL(${address(`before.${form}`)}, "_blank", 0, hidden())`,
      ...edits.map(({ sheet, column, row, text }) => `document.Sheets.getByName(${quoted(sheet)}).getCellByPosition(${column}, ${row}).FormulaLocal = ${quoted(text)}`),
      'Dim form(0) As New com.sun.star.beans.PropertyValue',
      `form(0).Name = "FilterName" : form(0).Value = ${quoted(k_filters[form])}`,
      `document.storeToURL(${address(`after.${form}`)}, form())`,
      'document.close(True)',
      'StarDesktop.terminate()',
      'End Sub',
    ];
    office(folder, '--terminate_after_init'); // makes the profile, with an empty module
    const text = basic.join('\n').replaceAll('&', '&amp;').replaceAll('<', '&lt;');
    writeFileSync(join(folder, 'profile/user/basic/Standard/Module1.xba'), `<?xml version="1.0" encoding="UTF-8"?><script:module xmlns:script="http://openoffice.org/2000/script" script:name="Module1" script:language="StarBasic">${text}</script:module>`);
    const said = office(folder, 'macro:///Standard.Module1.Edit');
    return came_back(folder, `after.${form}`, String(said));
  });
}

/** Rows as records under their headings; a row that is shorter or longer is a fault. @param {Cell[][]} rows */
export function records_of(rows) {
  const headings = rows[0].map((cell) => cell.text);
  return rows.slice(1).map((row) => {
    if (row.length > headings.length) throw new Error(`${row.length} cells under ${headings.length} headings: ${row.map((cell) => cell.text)}`);
    return Object.fromEntries(headings.map((heading, i) => [heading, row[i] ?? { text: '', value: null, formula: null }]));
  });
}

/** Names that a spreadsheet would run, and accents, put into the snapshot of three organisations. @param {any} snapshot */
export function with_hostile_names(snapshot) {
  const changed = structuredClone(snapshot);
  const [one, two, three] = changed.clusters;
  for (const [cluster, name] of [[one, '=1+1'], [two, '+33 4;"5"'], [three, '@SUM(A1)']]) {
    cluster.name = name;
    delete cluster.short;
    if (cluster.names) cluster.names = cluster.names.slice(-1).map((/** @type {any} */ each) => ({ ...each, name }));
  }
  one.aliases = ['-2+3', 'Œuvre d’été à Nîmes, «\u00a0ÿ\u00a0»'];
  two.aliases = ['=HYPERLINK("http://127.0.0.1/";"x")'];
  three.aliases = ['-A1'];
  return changed;
}
