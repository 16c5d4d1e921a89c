// What the data page does with files and cells, without the page: nothing that was brought or typed is lost or changed unasked.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { before, describe, test } from 'node:test';
import { plain_csv_of } from '../../web/tables/data_package.js';
import { file_of, tables_of_file } from '../../web/tables/forms.js';
import { layouts_of } from '../../web/tables/layout.js';
import { distinct } from '../../web/tables/titles.js';
import { desk_modules } from './support/desk.mjs';

const layouts = layouts_of(JSON.parse(readFileSync(new URL('../../data/snapshot.schema.json', import.meta.url), 'utf8')));
/** @param {string[]} columns @param {...string[]} rows */
const table = (columns, ...rows) => ({ columns, rows });

/** @type {any} */ let desk;
before(async () => {
  desk = await desk_modules(['intake', 'work', 'clipboard', 'shown', 'why_unread', 'list_snapshot', 'words', 'layouts']);
  desk.speak('en');
});

/** The core's reader in small: what parts the cells is said in the first line, or it is a comma. @param {Uint8Array} bytes */
async function read_cells(bytes) {
  const [columns, ...rows] = new TextDecoder().decode(bytes).replace(/^sep=,\r\n/, '').trimEnd().split(/\r?\n/).map((line) => line.split(',').map((cell) => cell.replace(/^"(.*)"$/, '$1')));
  return { columns, rows };
}
/** @param {...[string, string | Uint8Array]} files */
const opened = (...files) => desk.work_of_files(files.map(([name, content]) => new File([/** @type {BlobPart} */ (content)], name)), read_cells);
/** @param {Record<string, {columns: string[], rows: string[][]}>} sheets */
const workbook = (sheets) => file_of(sheets, layouts, 'xlsx');
const cells_of = (/** @type {any} */ work) => work.tables.clusters;
const refused = (/** @type {Promise<unknown>} */ reading, /** @type {string} */ wanted) => assert.rejects(reading, (/** @type {unknown} */ error) => (assert.equal(desk.why_unread(error), wanted), true));

describe('a list', () => {
  const list = table(['Structure', "'s-Name"], ['-', '- item'], ['@x', '+33 1'], ["'s-Hertogenbosch", "''"]);
  test('of a workbook is read as it is written, and shown so', async () => {
    const work = await opened(['a.xlsx', workbook({ Feuille1: list })]);
    assert.deepEqual(cells_of(work), list);
    assert.equal(await desk.prepared(work).file.text(), plain_csv_of(list));
  });
  test('saved as CSV and opened again, twice, it is the same', async () => {
    let work = { name: 'a', is_package: false, tables: { clusters: list } };
    for (let i = 0; i < 2; ++i) work = await opened(['a.csv', new Uint8Array(await desk.saved_tables(work, 'csv').arrayBuffer())]);
    assert.deepEqual(cells_of(work), list);
  });
  test('CSV is parted as spreadsheets of the language open it', async () => {
    for (const [lang, first] of [['fr', '\ufeffa;b\r\n'], ['de', '\ufeffa;b\r\n'], ['en', '\ufeffa,b\r\n']]) {
      desk.speak(lang);
      const saved = await desk.saved_tables({ name: 'a', is_package: false, tables: { clusters: table(['a', 'b'], ['1', '2']) } }, 'csv').arrayBuffer();
      assert.ok(Buffer.from(saved).toString('utf8').startsWith(first), lang);
    }
    desk.speak('en');
  });
});

describe('a workbook of several sheets', () => {
  const sheets = { 2023: table(['Title'], ['x']), Cover: table(['Our clusters'], ['of 2026']), clusters: table(['old'], ['1']), List: table(['Name', 'City'], ['A', 'Paris'], ['B', 'Lyon'], ['C', 'Nice']) };
  test('the longest is the list; the others are told, kept and saved under their names', async () => {
    const work = await opened(['a.xlsx', workbook(sheets)]);
    assert.deepEqual(cells_of(work), sheets.List);
    assert.deepEqual(desk.prepared(work).problems.map((/** @type {any} */ { cell, is_error, sentence }) => [cell.table, is_error, sentence()]), ['2023', 'Cover', 'clusters (2)'].map((name) => [name, false, `Sheet left out, the longest counts: ${name}`]));
    const { 'clusters (2)': old, ...back } = tables_of_file(new Uint8Array(await desk.saved_tables(work, 'xlsx').arrayBuffer()));
    assert.deepEqual({ ...back, clusters: old }, sheets);
    const all = desk.work_of_snapshot({ schema: 1, clusters: [{ id: 'a' }] }, 'a', work);
    assert.deepEqual(all.tables['2023'], sheets[2023]);
    assert.equal(all.tables.clusters.rows.length, 1);
  });
  test('all tables: a heading that is there twice, or not at all, is a column of its own', async () => {
    const work = await opened(['a.xlsx', workbook({ meta: table(['key', 'value'], ['date', '2026']), clusters: table(['id', 'name', 'name', ''], ['a', 'A', 'B', 'C']) })]);
    assert.ok(work.is_package);
    assert.deepEqual(cells_of(work).columns.slice(0, 4), ['id', 'name', 'name (2)', 'column 4']);
    assert.equal(new Set(cells_of(work).columns).size, cells_of(work).columns.length);
  });
});

describe('files', () => {
  test('CSV files of one set are read together; others one at a time', async () => {
    const work = await opened(['clusters.csv', 'id,name\na,A\n'], ['labels.csv', 'cluster,from\na,2005\n']);
    assert.deepEqual([work.is_package, work.tables.labels.rows[0].slice(0, 2)], [true, ['a', '2005']]);
    await refused(opened(['a.csv', 'Name\nA\n'], ['b.json', '{}']), 'drop one file, or the CSV files of one set');
  });
  test('what is no table is refused in words that say what to do', async () => {
    await refused(opened(['a.xls', Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0)]), 'save it as .xlsx first, without a password');
    await refused(opened(['a.csv', '%PDF-1.4']), 'save it as .xlsx first, without a password');
    await refused(opened(['a.json', Buffer.from('{"meta": {"title": "é"}}', 'latin1')]), 'save it as UTF-8 first');
    await refused(opened(['a.xlsx', workbook({ s: table(Array.from({ length: 513 }, (_, i) => `c${i}`), []) })]), 'the file holds more tables, rows or columns than the atlas reads');
    await refused(opened(['a.zip', file_of({}, layouts, 'zip')]), 'there is no table in this file');
  });
  test('JSON in UTF-16 is read', async () => {
    const work = await opened(['a.json', Buffer.from('\ufeff{"schema":1,"clusters":[{"id":"é"}]}', 'utf16le')]);
    assert.equal(cells_of(work).rows[0][0], 'é');
  });
  test('a title above its head, with line breaks', async () => {
    const work = await opened(['a.xlsx', workbook({ s: table(['Our\nname', 'b'], ['A', '']) })]);
    assert.deepEqual(cells_of(work).columns, ['Our name', 'b']);
  });
});

describe('titles', () => {
  test('no two are the same', () => {
    assert.deepEqual(distinct(['A', 'A', 'A (2)', 'B', 'A']), ['A', 'A (3)', 'A (2)', 'B', 'A (4)']);
  });
  test('a title that another column has goes to this one, and this one’s to the other', () => {
    const work = { name: 'a', is_package: false, tables: { clusters: table(['Name', 'Structure', 'City'], ['1', '2', '3']) } };
    assert.deepEqual(desk.with_heading(work, { table: 'clusters', row: 0, column: 'Structure' }, 'Name').tables.clusters.columns, ['Structure', 'Name', 'City']);
    assert.deepEqual(desk.with_heading(work, { table: 'clusters', row: 0, column: 'City' }, 'Region').tables.clusters.columns, ['Name', 'Structure', 'Region']);
  });
});

describe('the clipboard', () => {
  test('cells with line breaks, tabs and marks', () => {
    assert.deepEqual(desk.pasted('a\tb\r\n"two\nlines"\tc\r\n'), [['a', 'b'], ['two\nlines', 'c']]);
    assert.deepEqual(desk.pasted('"say ""x""\n1"\t'), [['say "x"\n1', '']]);
    assert.deepEqual(desk.pasted('"Alpha"\t"Beta" GmbH\t5" pipe\n"open'), [['"Alpha"', '"Beta" GmbH', '5" pipe'], ['"open']]);
    for (const cell of ['a', 'two\nlines', 'tab\there', '"x"', '""', 'a "b"\n"', '']) assert.deepEqual(desk.pasted(`${desk.copied(cell)}\tz`), [[cell, 'z']], cell);
  });
});

describe('history', () => {
  const work = (/** @type {string} */ name) => ({ name, is_package: false, tables: { clusters: table(['Name'], [name]) } });
  test('what was resumed, or made into all tables, has no file yet', () => {
    const history = new desk.History();
    history.take(work('a'), true, false);
    assert.equal(history.is_saved, false);
    history.take(work('b'), true);
    assert.equal(history.is_saved, true);
  });
  test('what is typed while a file is made is not in it', () => {
    const history = new desk.History();
    const [first, second] = [work('a'), work('b')];
    history.take(first, true, false);
    history.take(second);
    history.saved(first);
    assert.equal(history.is_saved, false);
    history.undo();
    assert.equal(history.is_saved, true);
  });
});

test('a list is known by its column of names, whatever it is called and whatever else begins so', () => {
  for (const name of ['Nom', 'Dénomination', 'Organisation', 'Netzwerk', 'Cluster name', 'RAISON SOCIALE']) {
    const { clusters } = desk.snapshot_of_list(table(['Nombre de salariés', name], ['12', 'Alpha']));
    assert.deepEqual(clusters, [{ id: 'Alpha', name: 'Alpha', rosters: { 'Nombre de salariés': '12' } }], name);
  }
  const [change] = desk.changes_of_list([{ kind: 'facts', table: 'clusters', record: 'A', fact: 'rosters.Ville', before: '', after: 'x', source: '' }]);
  assert.deepEqual([change.table, change.fact], ['', 'Ville']);
});
