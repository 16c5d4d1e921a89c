// A snapshot and its tables are two forms of one thing, in every file that holds them; and files that lie are refused within bounds.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { deflateRawSync } from 'node:zlib';
import { unzipped, zipped } from '../../web/tables/archive.js';
import { csv_in, csv_of, files_of, paths_in, tables_in } from '../../web/tables/data_package.js';
import { file_of, is_package, tables_of_file } from '../../web/tables/forms.js';
import { layouts_of } from '../../web/tables/layout.js';
import { snapshot_of } from '../../web/tables/snapshot.js';
import { tables_of } from '../../web/tables/tables.js';
import { pieces } from '../../web/tables/xml.js';

const data = new URL('../../data/', import.meta.url);
const read = (/** @type {string} */ name) => JSON.parse(readFileSync(new URL(name, data), 'utf8'));
const layouts = layouts_of(read('snapshot.schema.json'));
const k_forms = /** @type {const} */ (['zip', 'xlsx', 'ods']);

/** @param {object} snapshot */
function check_every_form(snapshot) {
  const tables = tables_of(snapshot, layouts);
  const straight = snapshot_of(tables, layouts);
  assert.deepEqual(straight.snapshot, snapshot);
  assert.deepEqual(straight.problems, []);
  for (const form of k_forms) {
    const back = tables_of_file(file_of(tables, layouts, form));
    assert.deepEqual(snapshot_of(back, layouts).snapshot, snapshot, form);
  }
}

describe('nothing is lost', () => {
  for (const name of ['snapshot.json', 'examples/three_organisations.json', 'examples/wallonie.json', 'examples/spitzencluster.json']) {
    test(name, () => check_every_form(read(name)));
  }

  test('the bundled facts stand in columns, not beside them', () => {
    const tables = tables_of(read('snapshot.json'), layouts);
    assert.deepEqual(Object.entries(tables).filter(([, { columns }]) => columns.includes('more')).map(([name]) => name), []);
    assert.ok(is_package(tables, layouts));
  });

  test('random snapshots, with fields and values that nobody described', () => {
    const random = generator(20);
    for (let i = 0; i < 60; ++i) check_every_form(random_snapshot(random));
  });
});

/** Numbers from 0 to below 1 (mulberry32). @param {number} seed */
function generator(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const k_words = ['a', '=1+1', '-x', "'quoted'", '@', '  spaced ', 'a|b', 'true', '12', '0012', 'é “ ” \u202f', 'line\nline', 'tab\there', '"', ',', ';', '_x000D_', '<b>&amp;</b>', '名前', '', '2005-07-12', '[1]', '{}'];

/** @param {() => number} random */
function random_snapshot(random) {
  const pick = (/** @type {any[]} */ list) => list[Math.floor(random() * list.length)];
  const maybe = (/** @type {string} */ key, /** @type {() => any} */ value) => (random() < 0.5 ? { [key]: value() } : {});
  const word = () => pick(k_words);
  const anything = () => pick([word(), null, true, 3.5, -0.25, [], {}, [word(), word()], { x: word(), '__proto__ ': 1 }, [[1], 2], [{ y: 1 }]]);
  const text = () => pick([word(), { fr: word(), en: word() }, { fr: word(), 'pt-BR': word() }, null]);
  const list = (/** @type {() => any} */ item) => Array.from({ length: Math.floor(random() * 4) }, item);
  const label = () => ({ ...maybe('from', word), ...maybe('source', () => list(word)), ...maybe('to_certain', anything), ...maybe('terms', () => list(() => ({ phase: Math.floor(random() * 6), term: word(), ...maybe('note', text) }))), ...maybe('odd', anything) });
  const seat = () => ({ city: word(), lat: random() * 90, ...maybe('note', text), ...maybe('earlier', () => list(() => ({ city: word(), ...maybe('odd', anything) }))) });
  const clusters = list(() => 0).map((_, i) => ({ id: `c${i}`, name: word(), ...maybe('seat', seat), ...maybe('labels', () => list(label)), ...maybe('focus', text), ...maybe('rosters', () => ({ 2007: pick([true, word()]), 'a.b': word() })), ...maybe('sectors', () => list(word)), ...maybe('odd', anything) }));
  const regions = list(() => 0).map((_, i) => ({ code: `${i}`, name: text(), ...maybe('departments', () => pick([{ '01': word() }, { '02': { fr: 'x' } }, list(word)])) }));
  const figures = list(() => 0).map((_, i) => ({ id: `f${i}`, value: pick([1, 2.5, [1, 2], [1], 'x']), ...maybe('odd', anything) }));
  const phases = list(() => 0).map((_, i) => ({ phase: i + 1, objectives: list(text), name: text() }));
  return { schema: 1, meta: { title: text(), ...maybe('languages', () => list(word)), ...maybe('words', anything), ...maybe('terms', () => list(() => ({ id: word() }))) }, clusters, regions, figures, phases, ...maybe('odd', anything), ...maybe('events', () => list(anything)) };
}

describe('the data package', () => {
  test('its descriptor says what each table holds', () => {
    const tables = tables_of(read('snapshot.json'), layouts);
    const files = files_of(tables, layouts);
    const { profile, resources } = JSON.parse(files['datapackage.json']);
    assert.equal(profile, 'tabular-data-package');
    for (const { name, path, schema, encoding } of resources) {
      assert.equal(encoding, 'utf-8');
      assert.deepEqual(schema.fields.map((/** @type {{name: string}} */ field) => field.name), tables[name].columns, path);
      for (const { type, constraints } of schema.fields) {
        assert.ok(['string', 'number', 'integer', 'boolean', 'object'].includes(type));
        if (constraints?.pattern) new RegExp(constraints.pattern, 'u');
      }
    }
    const clusters = resources.find((/** @type {{name: string}} */ { name }) => name === 'clusters');
    const lat = clusters.schema.fields.find((/** @type {{name: string}} */ { name }) => name === 'seat.lat');
    assert.deepEqual([clusters.schema.primaryKey, lat.type, lat.description], ['id', 'number', 'Degrees north, WGS 84.']);
    const labels = resources.find((/** @type {{name: string}} */ { name }) => name === 'labels');
    assert.deepEqual(labels.schema.foreignKeys, [{ fields: 'cluster', reference: { resource: 'clusters', fields: 'id' } }]);
  });

  test('each value keeps the constraints that its column tells', () => {
    const tables = tables_of(read('snapshot.json'), layouts);
    for (const { name, schema } of JSON.parse(files_of(tables, layouts)['datapackage.json']).resources) {
      schema.fields.forEach((/** @type {any} */ { name: column, type, constraints = {} }, /** @type {number} */ i) => {
        for (const row of tables[name].rows) {
          const cell = row[i];
          if (cell === '') assert.ok(!constraints.required, `${name}.${column} is empty`);
          else if (type === 'number' || type === 'integer') assert.ok(Number.isFinite(Number(cell)), `${name}.${column}: ${cell}`);
          else if (constraints.enum) assert.ok(constraints.enum.includes(cell), `${name}.${column}: ${cell}`);
          else if (constraints.pattern) assert.match(cell, new RegExp(constraints.pattern, 'u'), `${name}.${column}`);
        }
      });
    }
  });

  test('as Excel saves it: semicolons, Windows-1252, decimal commas, VRAI', () => {
    const tables = tables_of(read('examples/three_organisations.json'), layouts);
    const { clusters } = tables;
    const lat = clusters.columns.indexOf('seat.lat');
    const lines = [clusters.columns, ...clusters.rows.map((row) => row.map((cell, i) => (i === lat ? cell.replace('.', ',') : cell)))].map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(';'));
    const latin = (/** @type {string} */ text) => Uint8Array.from(text, (sign) => (sign === '’' ? 0x92 : sign.charCodeAt(0)));
    const simple = lines.join('\r\n').replace(/[^\0-\xff’]/g, '?');
    const { columns, rows } = csv_in(latin(simple));
    assert.deepEqual([columns, rows.length], [clusters.columns, clusters.rows.length]);
    const { snapshot } = snapshot_of({ ...tables, clusters: { columns, rows } }, layouts);
    assert.equal(snapshot.clusters[0].seat.lat, read('examples/three_organisations.json').clusters[0].seat.lat);
  });

  test('only files beside the descriptor are taken', () => {
    const resources = ['clusters.csv', 'a/b.csv', '../x.csv', '/etc/passwd', 'https://a.example/x.csv', 'a/../../x.csv', 'x\\y.csv'].map((path, i) => ({ name: `t${i}`, path }));
    assert.deepEqual(paths_in(JSON.stringify({ resources })).map(({ path }) => path), ['clusters.csv', 'a/b.csv']);
    assert.throws(() => paths_in('{}'));
    assert.deepEqual(tables_in({ 'datapackage.json': new TextEncoder().encode('{"resources":[{"name":"__proto__","path":"a.csv"}]}'), 'a.csv': new Uint8Array() }), {});
  });

  test('no cell becomes a formula, and it comes back as it was', () => {
    const table = { columns: ['a'], rows: [['=HYPERLINK("x")'], ['+1 x'], ['-2.5'], ['@x'], ["'x"], ["'=x"], ["'-2.5"], [' \u200b=1'], ['＝1'], ["''"]] };
    const text = csv_of(table);
    for (const line of text.slice(1).split('\r\n').slice(1, -1)) assert.doesNotMatch(line.replace(/^"/, ''), /^[\s\u200b]*[=@＝]|^[+-](?![\d.]+$)/);
    assert.deepEqual(csv_in(new TextEncoder().encode(text)), table);
  });
});

describe('cells that don’t fit', () => {
  const tables = () => tables_of(read('examples/three_organisations.json'), layouts);
  test('are told by place and reason', () => {
    const all = tables();
    const terms = all.label_terms.rows.flatMap(([cluster], i) => (cluster === all.labels.rows[1][0] ? [i] : []));
    all.labels.rows[1][0] = 'nobody';
    all.clusters.columns.push('remarks');
    all.clusters.rows.forEach((row) => row.push('hm'));
    const { problems } = snapshot_of({ ...all, notes: { columns: ['x'], rows: [['y']] } }, layouts);
    assert.deepEqual(problems.map(({ table, row, column, reason }) => [table, row, column, reason]), [
      ['clusters', -1, 'remarks', 'column_unknown'],
      ['labels', 1, 'cluster', 'owner_unknown'],
      ...terms.map((row) => ['label_terms', row, 'label', 'owner_unknown']), // theirs is gone, too
      ['notes', -1, '', 'table_unknown'],
    ]);
  });

  test('a fault of the loader has its cell', () => {
    const all = tables();
    const { places } = snapshot_of(all, layouts);
    const label = all.labels.rows.findIndex(([cluster]) => cluster === all.clusters.rows[1][0]);
    assert.deepEqual(places.cell('/clusters/1/labels/0/from'), { table: 'labels', row: label, column: 'from' });
    assert.deepEqual(places.cell('/clusters/2/seat/lat'), { table: 'clusters', row: 2, column: 'seat.lat' });
    assert.deepEqual(places.cell('/clusters/0/focus/en'), { table: 'clusters', row: 0, column: 'focus.en' });
    assert.deepEqual(places.cell('/meta/date'), { table: 'meta', row: all.meta.rows.findIndex(([key]) => key === 'date'), column: 'value' });
    const second = all.phases.rows[1][all.phases.columns.indexOf('phase')];
    assert.deepEqual(places.cell('/phases/1/objectives/0/fr'), { table: 'phases_objectives', row: all.phases_objectives.rows.findIndex(([phase]) => phase === second), column: 'text.fr' });
    assert.equal(places.cell('/nothing'), null);
  });

  test('names of prototypes are names', () => {
    const { snapshot } = snapshot_of({ clusters: { columns: ['id', 'rosters.__proto__', '__proto__'], rows: [['__proto__', 'x', 'y']] }, labels: { columns: ['cluster', 'from'], rows: [['__proto__', '2005']] } }, layouts);
    assert.equal(/** @type {any} */ ({}).x, undefined);
    assert.equal(snapshot.clusters[0].labels[0].from, '2005');
  });
});

describe('files that lie', () => {
  /** A sheet of Excel with these elements. @param {string} sheet */
  const book = (sheet) =>
    zipped({
      'xl/workbook.xml': '<workbook xmlns:r="r"><sheets><sheet name="clusters" r:id="a"/></sheets></workbook>',
      'xl/_rels/workbook.xml.rels': '<Relationships><Relationship Id="a" Target="worksheets/sheet1.xml"/></Relationships>',
      'xl/worksheets/sheet1.xml': `<worksheet><sheetData>${sheet}</sheetData></worksheet>`,
    });

  test('a bomb is refused before it is unpacked', () => {
    const bomb = zipped({ 'clusters.csv': new Uint8Array(80 << 20) });
    assert.ok(bomb.length < 1 << 20);
    assert.throws(() => tables_of_file(bomb), RangeError);
  });
  test('a file larger than its archive says fills no more than that', () => {
    const large = deflateRawSync(Buffer.alloc(1 << 20, 'x'));
    const archive = Buffer.from(zipped({ 'clusters.csv': new Uint8Array(large) }));
    for (let at = 0; (at = archive.indexOf('PK\x01\x02', at)) >= 0; ++at) archive.writeUInt32LE(10, at + 24), archive.writeUInt16LE(8, at + 10);
    const [content] = Object.values(unzipped(new Uint8Array(archive), () => true));
    assert.ok(content.length <= 10);
  });
  test('a sheet of a million rows of nothing', () => {
    const ods = zipped({ mimetype: 'x', 'content.xml': '<document><table table:name="clusters"><table-row><table-cell value-type="string"><p>name</p></table-cell></table-row><table-row number-rows-repeated="1048576"><table-cell number-columns-repeated="16384"/></table-row></table></document>' });
    assert.deepEqual(tables_of_file(ods), { clusters: { columns: ['name'], rows: [] } });
    const filled = zipped({ 'content.xml': '<document><table table:name="clusters"><table-row number-rows-repeated="1048576"><table-cell number-columns-repeated="16384" value-type="string"><p>x</p></table-cell></table-row></table></document>' });
    assert.throws(() => tables_of_file(filled), RangeError);
    assert.throws(() => tables_of_file(book('<row r="1000000000"><c r="A1000000000"><v>1</v></c></row>')), RangeError);
  });
  test('entities make nothing of themselves', () => {
    assert.throws(() => [...pieces('<!DOCTYPE x [<!ENTITY a "aaaa">]><x>&a;</x>')], SyntaxError);
    assert.deepEqual([...pieces('<x>&a;&#65;&lt;</x>')].map(({ text }) => text), ['', '&a;A<', '']);
  });
  test('dates of Excel are days, whatever their format and era', () => {
    const styled = (/** @type {string} */ more) => ({
      'xl/workbook.xml': `<workbook>${more}<sheets><sheet name="clusters" r:id="a"/></sheets></workbook>`,
      'xl/_rels/workbook.xml.rels': '<Relationships><Relationship Id="a" Target="/xl/worksheets/sheet1.xml"/></Relationships>',
      'xl/styles.xml': '<styleSheet><numFmts><numFmt numFmtId="170" formatCode="[$-40C]d mmm yyyy"/><numFmt numFmtId="171" formatCode="0.0&quot; day&quot;"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="170"/><xf numFmtId="171"/></cellXfs></styleSheet>',
      'xl/worksheets/sheet1.xml': '<worksheet><sheetData><row><c t="inlineStr"><is><t>a</t></is></c><c t="inlineStr"><is><t>b</t></is></c><c t="inlineStr"><is><t>c</t></is></c><c t="inlineStr"><is><t>d</t></is></c></row><row><c><v>38545</v></c><c s="1"><v>38545</v></c><c s="2"><v>38545.75</v></c><c s="3"><v>38545</v></c></row></sheetData></worksheet>',
    });
    assert.deepEqual(tables_of_file(zipped(styled(''))).clusters.rows, [['38545', '2005-07-12', '2005-07-12', '38545']]);
    assert.deepEqual(tables_of_file(zipped(styled('<workbookPr date1904="1"/>'))).clusters.rows, [['38545', '2009-07-13', '2009-07-13', '38545']]);
  });
  test('damaged and random bytes are refused, none hangs', () => {
    const random = generator(7);
    for (const form of k_forms) {
      const whole = file_of(tables_of(read('examples/three_organisations.json'), layouts), layouts, form);
      for (let i = 0; i < 200; ++i) {
        const bytes = Uint8Array.from(whole);
        for (let j = 0; j < 1 + random() * 8; ++j) bytes[Math.floor(random() * bytes.length)] = Math.floor(random() * 256);
        try {
          snapshot_of(tables_of_file(random() < 0.3 ? bytes.subarray(0, Math.floor(random() * bytes.length)) : bytes), layouts);
        } catch (error) {
          assert.ok(error instanceof SyntaxError || error instanceof RangeError || (error instanceof Error && 'code' in error), String(error)); // fflate has codes
        }
      }
    }
  });
});
