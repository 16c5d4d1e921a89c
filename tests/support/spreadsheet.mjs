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

/** @param {string | Uint8Array} csv @param {'fr' | 'en'} lang @returns {Cell[][]} */
export function open_in_calc(csv, lang) {
  const folder = mkdtempSync(join(tmpdir(), 'cluster-atlas-calc-'));
  try {
    const file = join(folder, 'table.csv');
    writeFileSync(file, csv);
    const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile'))}`;
    const program = process.env.SOFFICE ?? 'soffice';
    const said = execFileSync(program, [profile, '--headless', '--norestore', `--infilter=${k_import[lang]}`, '--convert-to', 'fods', '--outdir', folder, file], { timeout: 120_000, stdio: 'pipe', env: { ...process.env, HOME: folder } });
    try {
      return read_rows(readFileSync(join(folder, 'table.fods'), 'utf8'));
    } catch (error) {
      throw new Error(`no sheet came back: ${said}`, { cause: error });
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
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
