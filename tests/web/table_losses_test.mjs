// What somebody typed is read as it was typed, or told by its place: no cell, row, column or file goes unsaid.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { unzipped, zipped } from '../../web/tables/archive.js';
import { changes_between } from '../../web/tables/compare.js';
import { csv_in, csv_of, files_of, plain_csv_of, tables_in } from '../../web/tables/data_package.js';
import { file_of, tables_of_file } from '../../web/tables/forms.js';
import { layouts_of } from '../../web/tables/layout.js';
import { snapshot_of } from '../../web/tables/snapshot.js';
import { tables_of } from '../../web/tables/tables.js';
import { Unreadable, json_text_in } from '../../web/tables/unreadable.js';

const read = (/** @type {string} */ name) => JSON.parse(readFileSync(new URL(`../../data/${name}`, import.meta.url), 'utf8'));
const layouts = layouts_of(read('snapshot.schema.json'));
const example = () => read('examples/three_organisations.json');
const bytes = (/** @type {string} */ text) => new TextEncoder().encode(text);
/** @param {string[]} columns @param {...string[]} rows */
const table = (columns, ...rows) => ({ columns, rows });
const told = (/** @type {ReturnType<typeof snapshot_of>} */ { problems }) => problems.map(({ table: name, row, column, reason }) => [name, row, column, reason].join(' '));

describe('formulas', () => {
  const all = table(['=1+1', "'s-Hertogenbosch", 'a'], ['-', '- item', '@x'], ['+33 1', "'s-Hertogenbosch", "''"]);
  test('for the atlas itself no apostrophe is put before a cell, and what parts the cells is said', () => {
    const [first, ...lines] = plain_csv_of({ columns: ['Structure', 'Où (ville; région)'], rows: [['- item', '@x'], ['+33 1', "'s-G"]] }).split('\r\n');
    assert.equal(first, 'sep=,');
    assert.deepEqual(lines, ['Structure,Où (ville; région)', '- item,@x', "+33 1,'s-G", '']);
  });
  test('headings are guarded as cells are; saved and read again and again it stays the same', () => {
    let text = csv_of(all);
    assert.match(text, /^\ufeff'=1\+1,''s-Hertogenbosch,a\r\n/);
    for (let i = 0; i < 3; ++i) text = csv_of(csv_in(bytes(text)), ';');
    assert.deepEqual(csv_in(bytes(text)), all);
  });
});

describe('a correction counts', () => {
  test('what a column cannot say exactly stands beside it alone, and what is typed into the column takes its place', () => {
    const snapshot = example();
    delete snapshot.clusters[0].confidence;
    snapshot.clusters[0].aliases = ['a|b'];
    snapshot.clusters[0].seat.city = ' Lyon ';
    snapshot.clusters[0].odd = { deep: [1] };
    const tables = tables_of(snapshot, layouts);
    const [row] = tables.clusters.rows;
    const at = (/** @type {string} */ name) => tables.clusters.columns.indexOf(name);
    assert.deepEqual(JSON.parse(row[at('more')]), { aliases: ['a|b'], seat: { city: ' Lyon ' }, odd: { deep: [1] } });
    assert.equal(row[at('seat.city')], '');
    assert.deepEqual(snapshot_of(tables, layouts).snapshot, snapshot);
    row[at('seat.city')] = 'Nice';
    const [cluster] = snapshot_of(tables, layouts).snapshot.clusters;
    assert.deepEqual([cluster.seat.city, cluster.aliases, cluster.odd], ['Nice', ['a|b'], { deep: [1] }]);
  });
});

describe('owners', () => {
  const clusters = table(['id', 'name'], ['1', 'One'], ['b', 'Two']);
  test('a row without its cluster belongs to none, not to the cluster "1"', () => {
    const result = snapshot_of({ clusters, labels: table(['cluster', 'from'], ['', '2005'], ['b', '2006']) }, layouts);
    assert.deepEqual(told(result), ['labels 0 cluster owner_unknown']);
    assert.deepEqual(result.snapshot.clusters.map((/** @type {any} */ { labels }) => labels), [undefined, [{ from: '2006' }]]);
  });
  test('a row that names no place belongs to the first', () => {
    const labels = table(['cluster', 'from'], ['b', '2006']);
    const result = snapshot_of({ clusters, labels, label_terms: table(['cluster', 'label', 'phase'], ['b', '', '2'], ['', '1', '3']) }, layouts);
    assert.deepEqual(told(result), ['label_terms 1 label owner_unknown']);
    assert.deepEqual(result.snapshot.clusters[1].labels[0].terms, [{ phase: 2 }]);
  });
});

describe('said twice', () => {
  test('a text as it is and by language in one row, more than an object in "more", keys of meta twice', () => {
    const meta = table(['key', 'value'], ['title.fr', 'A'], ['title', 'B'], ['date', '2026'], ['date', '2027'], ['more', '[1]']);
    const clusters = table(['id', 'focus', 'focus.en', 'more'], ['a', 'x', 'y', '[1]'], ['b', '', 'y', '{"z":1}'], ['c', '', '', 'z']);
    const result = snapshot_of({ meta, clusters }, layouts);
    assert.deepEqual(told(result), ['meta 3 key column_twice', 'meta 4 value no_json', 'meta 0 value column_twice', 'clusters 0 more no_json', 'clusters 0 focus.en column_twice', 'clusters 2 more no_json']);
    assert.deepEqual([result.snapshot.meta, ...result.snapshot.clusters], [{ title: 'B', date: '2026' }, { id: 'a', focus: 'x' }, { id: 'b', focus: { en: 'y' }, z: 1 }, { id: 'c' }]);
  });
});

describe('CSV files', () => {
  test('cells beyond the head are told by their column', () => {
    const clusters = csv_in(bytes('id,name\na,A,beyond\nb,B\n'));
    assert.deepEqual(clusters, table(['id', 'name', ''], ['a', 'A', 'beyond'], ['b', 'B', '']));
    const [problem] = snapshot_of({ clusters }, layouts).problems;
    assert.deepEqual([problem.reason, problem.value], ['column_unknown', '3']);
  });
  test('a blank row keeps its place, and a heading is one line', () => {
    assert.deepEqual(csv_in(bytes('\n"the\nid",name\n\na,A\n\n\n')), table(['the id', 'name'], ['', ''], ['a', 'A']));
    const sheet = tables_of_file(file_of({ clusters: table(['id'], [''], ['a'], ['']) }, layouts, 'xlsx'));
    assert.deepEqual(sheet.clusters, table(['id'], [''], ['a']));
  });
  test('too many rows or columns are refused, not cut', () => {
    assert.equal(csv_in(bytes(`id\n${'a\n'.repeat(200_000)}`)).rows.length, 200_000);
    assert.throws(() => csv_in(bytes(`id\n${'a\n'.repeat(200_001)}`)), RangeError);
    assert.throws(() => csv_in(bytes(`id${',a'.repeat(512)}\n`)), RangeError);
  });
  test('a file that the descriptor names and nobody has is named', () => {
    const { 'clusters.csv': gone, ...files } = files_of(tables_of(example(), layouts), layouts);
    assert.ok(gone);
    assert.throws(() => tables_of_file(zipped(files)), (/** @type {any} */ error) => error instanceof Unreadable && error.why === 'file_missing' && error.value === 'clusters.csv');
  });
  test('in folders of an archive, beside the descriptor', () => {
    const descriptor = JSON.stringify({ resources: [{ name: 'clusters', path: 'data/clusters.csv' }] });
    for (const folder of ['', 'the package/']) {
      const archive = zipped({ [`${folder}datapackage.json`]: descriptor, [`${folder}data/clusters.csv`]: 'id\na\n', '__MACOSX/data/clusters.csv': 'x', 'other/clusters.csv': 'id\nz\n' });
      assert.deepEqual(tables_of_file(archive).clusters, table(['id'], ['a']), folder);
    }
    assert.deepEqual(tables_of_file(zipped({ 'a/clusters.csv': 'id\na\n' })), { clusters: table(['id'], ['a']) });
  });
  test('of two tables by one name the second gets another', () => {
    const descriptor = JSON.stringify({ resources: [{ name: 'clusters', path: 'a.csv' }] });
    assert.deepEqual(tables_of_file(zipped({ 'clusters.csv': 'id\nz\n', 'a.csv': 'id\na\n', 'datapackage.json': descriptor })), { clusters: table(['id'], ['a']), 'clusters (2)': table(['id'], ['z']) });
    assert.deepEqual(Object.keys(tables_of_file(zipped({ 'x/labels.csv': 'a\n1\n', 'y/labels.csv': 'a\n2\n' }))), ['labels', 'labels (2)']);
  });
  test('a table that no snapshot knows is kept, described where its name can be', () => {
    const tables = { ...tables_of(example(), layouts), remarks: table(['who', 'what'], ['me', 'hm']), 'Été 2026/27': table(['x'], ['y']) };
    const back = tables_of_file(file_of(tables, layouts, 'zip'));
    assert.deepEqual([back.remarks, back['Été 2026-27']], [tables.remarks, tables['Été 2026/27']]);
    assert.deepEqual(Object.keys(tables_in({ 'datapackage.json': bytes('{"resources":[]}'), 'notes.csv': bytes('x\ny\n') })), ['notes']);
  });
});

describe('files of other kinds', () => {
  const refused = (/** @type {() => unknown} */ run, /** @type {string} */ why) => assert.throws(run, (/** @type {any} */ error) => error instanceof Unreadable && error.why === why);
  test('workbooks of before 2007, with a password, binary ones and PDF', () => {
    refused(() => tables_of_file(Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1)), 'save_as_xlsx');
    refused(() => tables_of_file(bytes('%PDF-1.7')), 'save_as_xlsx');
    refused(() => tables_of_file(zipped({ 'xl/workbook.bin': 'x' })), 'save_as_xlsx');
    refused(() => tables_of_file(bytes('words')), 'no_archive');
  });
  test('JSON in another encoding than it says', () => {
    assert.deepEqual(JSON.parse(json_text_in(bytes('\ufeff{"é":1}'))), { é: 1 });
    assert.deepEqual(JSON.parse(json_text_in(new Uint8Array(Buffer.from('\ufeff{"é":1}', 'utf16le')))), { é: 1 });
    refused(() => json_text_in(new Uint8Array(Buffer.from('{"é":1}', 'latin1'))), 'save_as_utf8');
  });
});

describe('bounds', () => {
  /** @param {string[]} sheets */
  const book = (...sheets) =>
    zipped({
      'xl/workbook.xml': `<workbook><sheets>${sheets.map((_, i) => `<sheet name="s${i}" r:id="r${i}"/>`).join('')}</sheets></workbook>`,
      'xl/_rels/workbook.xml.rels': `<Relationships>${sheets.map((_, i) => `<Relationship Id="r${i}" Target="worksheets/sheet${i}.xml"/>`).join('')}</Relationships>`,
      ...Object.fromEntries(sheets.map((rows, i) => [`xl/worksheets/sheet${i}.xml`, `<worksheet><sheetData>${rows}</sheetData></worksheet>`])),
    });
  const cell = (/** @type {string} */ place) => `<row r="${place.replace(/\D/g, '')}"><c r="${place}"><v>1</v></c></row>`;
  const column = (/** @type {string} */ letters, /** @type {number} */ count) => Array.from({ length: count }, (_, i) => cell(`${letters}${i + 1}`)).join('');

  test('cells that only fill up count like others, in all sheets together', () => {
    assert.deepEqual(tables_of_file(book(column('SR', 10))).s0.rows.length, 9);
    assert.throws(() => tables_of_file(book(column('SR', 20_000))), RangeError);
    assert.throws(() => tables_of_file(book(...Array.from({ length: 5 }, () => column('SR', 2_000)))), RangeError);
    assert.throws(() => tables_of_file(book(...Array.from({ length: 100 }, () => cell('A200000')))), RangeError);
    assert.throws(() => tables_of_file(book(cell('SS1'))), RangeError);
  });
  test('so many sheets', () => {
    assert.equal(Object.keys(tables_of_file(book(...Array.from({ length: 200 }, () => cell('A1'))))).length, 200);
    assert.throws(() => tables_of_file(book(...Array.from({ length: 201 }, () => cell('A1')))), RangeError);
  });
  test('one stray cell far to the right makes no rectangle', () => {
    const rows = column('A', 9_000).replace('</row>', '<c r="SR1"><v>1</v></c></row>');
    assert.deepEqual(tables_of_file(book(rows)).s0.columns, ['1', '1']);
  });
  test('an entry that is stored under a size of nothing counts as what it is', () => {
    const archive = Buffer.from(zipped({ 'a.csv': new Uint8Array(8) }));
    const stored = Buffer.alloc(65 << 20);
    const name = Buffer.from('a.csv');
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50, 0), local.writeUInt32LE(stored.length, 18), local.writeUInt16LE(name.length, 26);
    const central = Buffer.alloc(46);
    central.writeUInt32LE(0x02014b50, 0), central.writeUInt32LE(stored.length, 20), central.writeUInt16LE(name.length, 28);
    const end = Buffer.alloc(22);
    end.writeUInt32LE(0x06054b50, 0), end.writeUInt16LE(1, 8), end.writeUInt16LE(1, 10), end.writeUInt32LE(central.length + name.length, 12), end.writeUInt32LE(local.length + name.length + stored.length, 16);
    assert.ok(archive.length > 0);
    assert.throws(() => unzipped(new Uint8Array(Buffer.concat([local, name, stored, central, name, end])), () => true), RangeError);
  });
  test('entries that nobody wants are counted, too', () => {
    const entries = (/** @type {number} */ count) => zipped(Object.fromEntries(Array.from({ length: count }, (_, i) => [`x${i}`, ''])));
    assert.deepEqual(unzipped(entries(10_000), () => false), {});
    assert.throws(() => unzipped(entries(10_001), () => false), RangeError);
  });
});

describe('numbers of Excel', () => {
  /** What a cell with this format reads as. @param {number} value @param {string} format of its own, else the id of a built-in one */
  const shown = (value, format) =>
    tables_of_file(
      zipped({
        'xl/workbook.xml': '<workbook><sheets><sheet name="s" r:id="a"/></sheets></workbook>',
        'xl/_rels/workbook.xml.rels': '<Relationships><Relationship Id="a" Target="worksheets/sheet1.xml"/></Relationships>',
        'xl/styles.xml': `<styleSheet><numFmts><numFmt numFmtId="170" formatCode="${format.replaceAll('"', '&quot;')}"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="${/^\d\d$/.test(format) ? format : 170}"/></cellXfs></styleSheet>`,
        'xl/worksheets/sheet1.xml': `<worksheet><sheetData><row><c t="str"><v>a</v></c></row><row><c s="1"><v>${value}</v></c></row></sheetData></worksheet>`,
      }),
    ).s.rows[0][0];

  test('as much of a day as the format shows; a time is none', () => {
    // 38534 is 1 July 2005 (ECMA-376, 18.17.4.1: 1 is 1 January 1900)
    for (const [format, wanted] of [['mmm-yy', '2005-07'], ['17', '2005-07'], ['14', '2005-07-01'], ['[$-40C]d\\ mmmm\\ yyyy', '2005-07-01'], ['yyyy', '2005'], ['"day" yyyy', '2005'], ['mmmm', '2005-07'], ['dd/mm', '2005-07-01'], ['h:mm', '38534'], ['mm:ss', '38534'], ['0" days"', '38534']]) {
      assert.equal(shown(38_534, format), wanted, format);
    }
  });
  test('a code keeps its zeros', () => {
    assert.equal(shown(1004, '00000'), '01004');
    assert.equal(shown(1004, '0'), '1004');
    assert.equal(shown(10.5, '00000'), '10.5');
    const ods = zipped({ 'content.xml': '<d><table table:name="s"><table-row><table-cell value-type="string"><p>a</p></table-cell></table-row><table-row><table-cell office:value-type="float" office:value="1004"><p>01004</p></table-cell></table-row><table-row><table-cell office:value-type="float" office:value="0.5"><p>0,50</p></table-cell></table-row></table></d>' });
    assert.deepEqual(tables_of_file(ods).s.rows, [['01004'], ['0.5']]);
  });
});

test('an event that says more than before is no merger', () => {
  const [before, after] = [example(), example()];
  assert.ok(before.events.length > 0);
  for (const event of after.events) event.confidence = event.confidence === 'low' ? 'high' : 'low';
  const changes = changes_between(before, after, layouts);
  assert.deepEqual(changes.map(({ kind, fact }) => `${kind} ${fact}`), after.events.map(() => 'facts confidence'));
});
