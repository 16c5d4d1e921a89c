// npx cluster-atlas: the packed package in an empty folder says and does what the native program does, and what only the
// package can: tables of a snapshot both ways, a page of its own.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { consumer, root } from './support/package.mjs';
import { with_site } from './support/stage.mjs';

const native = join(root, 'build/native/bin/cluster-atlas');
const examples = join(root, 'data/examples');
const stage = with_site();
/** @type {Awaited<ReturnType<typeof consumer>>} */ let project;
before(async () => {
  project = await consumer();
  mkdirSync(join(project.folder, 'data'));
  for (const name of ['snapshot.json', 'snapshot.schema.json']) copyFileSync(join(root, 'data', name), join(project.folder, 'data', name));
  copyFileSync(join(root, 'tests/fixtures/tables/messy.csv'), join(project.folder, 'messy.csv'));
  copyFileSync(join(root, 'data/map/france.map'), join(project.folder, 'france.map'));
  project.write('broken.json', '{"schema": 1, "meta": 3');
});
after(() => project.remove());

/** @param {string} program @param {string[]} args @param {{input?: string, lang?: string}} [wish] */
function said(program, args, { input, lang = 'C.UTF-8' } = {}) {
  const { status, stdout, stderr } = spawnSync(program, args, { cwd: project.folder, input, encoding: 'utf8', maxBuffer: 1 << 28, env: { ...process.env, LC_ALL: lang } });
  assert.equal(typeof status, 'number', program);
  return { status, stdout, stderr };
}
const command = () => join(project.folder, 'node_modules/.bin/cluster-atlas');
/** @param {...string} args */
const run = (...args) => said(command(), args);

describe('as the native program', () => {
  for (const args of [
    ['check', 'data/snapshot.json'],
    ['--lang', 'fr', 'check', 'data/snapshot.json'],
    ['stats', 'data/snapshot.json'],
    ['csv', 'data/snapshot.json'],
    ['document', 'data/snapshot.json'],
    ['diff', join(examples, 'three_organisations.json'), 'data/snapshot.json'],
    ['import', 'messy.csv', '--map', 'france.map'],
    ['--version'],
    ['check', 'broken.json'],
    ['check', 'nothing.json'],
    ['import', 'messy.csv', '--dates', 'never'],
  ]) {
    test(args.join(' '), () => assert.deepEqual(said(command(), args), said(native, args)));
  }
  test('in the language of the environment', () => {
    assert.deepEqual(said(command(), ['stats', 'data/snapshot.json'], { lang: 'fr_FR.UTF-8' }), said(native, ['stats', 'data/snapshot.json'], { lang: 'fr_FR.UTF-8' }));
  });
  test('from standard input', () => {
    const input = readFileSync(join(root, 'data/snapshot.json'), 'utf8');
    assert.deepEqual(said(command(), ['check', '-'], { input }), said(native, ['check', '-'], { input }));
  });
  test('usage: the same, and what only the package can', () => {
    const [own, other] = [said(command(), []), said(native, [])];
    assert.equal(own.status, other.status);
    for (const words of [other.stderr, 'tables', 'html', 'map']) assert.ok(own.stderr.includes(words), words);
  });
});

describe('tables', () => {
  const same = (/** @type {string} */ a, /** @type {string} */ b) => assert.deepEqual(JSON.parse(readFileSync(a, 'utf8')), JSON.parse(readFileSync(b, 'utf8')));
  for (const form of ['folder', 'data.zip', 'data.xlsx', 'data.ods']) {
    test(`a snapshot to ${form} and back`, () => {
      assert.equal(run('tables', 'data/snapshot.json', form).status, 0);
      const back = run('tables', form, `${form}.json`);
      assert.deepEqual([back.status, back.stderr], [0, '']);
      same(join(project.folder, `${form}.json`), join(root, 'data/snapshot.json'));
    });
  }
  test('every faulty cell is told by table, row and column', () => {
    assert.equal(run('tables', join(examples, 'three_organisations.json'), 'faulty').status, 0);
    const file = join(project.folder, 'faulty/labels.csv');
    const lines = readFileSync(file, 'utf8').split('\r\n');
    const head = lines[0].replace('\ufeff', '').split(',');
    const cells = lines[2].split(',');
    cells[head.indexOf('from')] = 'yesterday';
    lines[2] = cells.join(',');
    writeFileSync(file, lines.join('\r\n'));
    const { status, stderr } = run('tables', 'faulty', 'faulty.json');
    assert.equal(status, 1);
    assert.match(stderr, /^faulty: labels, row 3, from: error: /m);
  });
  test('a row that belongs to nothing is told as a spreadsheet counts, and the end is not well', () => {
    assert.equal(run('tables', join(examples, 'three_organisations.json'), 'orphan').status, 0);
    const file = join(project.folder, 'orphan/labels.csv');
    const [head, ...rows] = readFileSync(file, 'utf8').trimEnd().split('\r\n');
    const orphan = [...head].flatMap((sign) => (sign === ',' ? [','] : [])).join('');
    writeFileSync(file, [head, '', ...rows, `nobody${orphan}`].join('\r\n'));
    const { status, stdout, stderr } = run('tables', 'orphan', 'orphan.json');
    assert.deepEqual([status, stdout], [1, '']);
    assert.ok(stderr.includes(`orphan: labels, row ${rows.length + 3}, cluster: this row belongs to nothing: nobody`), stderr);
    assert.deepEqual([run('html', 'orphan', 'orphan.html').status, existsSync(join(project.folder, 'orphan.html'))], [1, false]);
  });
  test('why a file can’t be read is said in the reader’s language', () => {
    writeFileSync(join(project.folder, 'old.xls'), Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0));
    assert.match(run('tables', 'old.xls', 'old.json').stderr, /save it as \.xlsx first/);
    assert.match(said(command(), ['--lang', 'de', 'tables', 'old.xls', 'old.json']).stderr, /speichern Sie die Datei zuerst als \.xlsx/);
    assert.match(said(command(), ['html', 'old.xls', 'old.html'], { lang: 'fr_FR.UTF-8' }).stderr, /enregistrez-le d’abord au format \.xlsx/);
  });
  test('in German the program’s own words are German, too', () => {
    const snapshot = JSON.parse(readFileSync(join(examples, 'three_organisations.json'), 'utf8'));
    snapshot.clusters[0].labels[0].from = 'yesterday';
    project.write('wrong.json', JSON.stringify(snapshot));
    const [own, other] = [said(command(), ['tables', 'wrong.json', 'wrong'], { lang: 'de_DE.UTF-8' }), said(native, ['check', 'wrong.json'], { lang: 'de_DE.UTF-8' })];
    assert.ok(other.stderr.includes('wrong.json'));
    assert.deepEqual([own.status, own.stderr], [1, other.stderr]);
  });
  test('a byte order mark before a snapshot', () => {
    project.write('marked.json', `\ufeff${readFileSync(join(examples, 'three_organisations.json'), 'utf8')}`);
    assert.equal(run('tables', 'marked.json', 'marked').status, 0);
    assert.equal(run('diff', 'marked.json', join(examples, 'three_organisations.json'), 'marked.csv').stdout, 'marked.csv: 0\n');
    assert.equal(run('html', 'marked.json', 'marked.html').status, 0);
  });
  test('what is neither snapshot nor tables is refused', () => {
    project.write('words.zip', 'these are words');
    assert.equal(run('tables', 'words.zip', 'words.json').status, 1);
    assert.equal(run('tables', 'data/snapshot.json', 'other.json').status, 2);
    assert.ok(!existsSync(join(project.folder, 'words.json')));
  });
});

describe('diff', () => {
  test('as a page and as a table: each fact before and after, with its source', () => {
    const snapshot = JSON.parse(readFileSync(join(root, 'data/snapshot.json'), 'utf8'));
    const presided = snapshot.clusters.find((/** @type {any} */ { president }) => president);
    const before = presided.president.name;
    presided.president.name = '=Claude <b>Nouvelle</b>';
    const source = snapshot.sources.find((/** @type {any} */ { id }) => id === presided.president.source[0]).title;
    project.write('newer.json', JSON.stringify(snapshot));
    assert.equal(run('diff', 'data/snapshot.json', 'newer.json', 'changes.html').stdout, 'changes.html: 1\n');
    const page = readFileSync(join(project.folder, 'changes.html'), 'utf8');
    for (const words of [presided.name, before, '&#60;b&#62;']) assert.ok(page.includes(words), words);
    assert.ok(!page.includes('<b>Nouvelle'));
    assert.equal(run('diff', 'data/snapshot.json', 'newer.json', 'changes.csv').status, 0);
    const table = readFileSync(join(project.folder, 'changes.csv'), 'utf8');
    for (const words of [before, "'=Claude <b>Nouvelle</b>", source.replaceAll('"', '""')]) assert.ok(table.includes(words), words);
  });
  test('the same twice is no change', () => {
    assert.equal(run('diff', 'data/snapshot.json', 'data/snapshot.json', 'none.csv').stdout, 'none.csv: 0\n');
  });
});

describe('html', () => {
  test('one file that opens without a network', async () => {
    copyFileSync(join(examples, 'wallonie.json'), join(project.folder, 'wallonie.json'));
    copyFileSync(join(root, 'data/map/belgium.map'), join(project.folder, 'belgium.map'));
    assert.equal(run('html', 'wallonie.json', 'wallonie.html').status, 0);
    const { page, complaints } = await stage.page();
    await page.goto(`file://${join(project.folder, 'wallonie.html')}`);
    await page.waitForFunction(() => /** @type {any} */ (document.querySelector('cluster-atlas'))?.atlas?.stats.frames > 0);
    const total = JSON.parse(readFileSync(join(project.folder, 'wallonie.json'), 'utf8')).clusters.length;
    assert.equal(await page.evaluate(() => /** @type {any} */ (document.querySelector('cluster-atlas')).atlas.result.ids.length), total);
    assert.deepEqual(complaints, []);
    await page.context().close();
  });
  test('of a workbook: what is printed is the page alone', () => {
    assert.equal(run('tables', join(examples, 'three_organisations.json'), 'page.xlsx').status, 0);
    assert.deepEqual(run('html', 'page.xlsx', 'page.html'), { status: 0, stdout: 'page.html\n', stderr: '' });
  });
  test('of a table: its rows are pins, where no map was asked for on none', async () => {
    assert.equal(run('html', 'messy.csv', 'messy.html').status, 0);
    const { page, complaints } = await stage.page();
    await page.goto(`file://${join(project.folder, 'messy.html')}`);
    await page.waitForFunction(() => /** @type {any} */ (document.querySelector('cluster-atlas'))?.atlas?.stats.frames > 0);
    const shown = await page.evaluate(() => {
      const { atlas, shadowRoot } = /** @type {any} */ (document.querySelector('cluster-atlas'));
      const nodes = (/** @type {string} */ kind) => shadowRoot.querySelectorAll(`[data-id^="map/${kind}/"]`).length;
      return { count: atlas.result.ids.length, pins: nodes('pin'), regions: nodes('region') };
    });
    assert.deepEqual(shown, { count: 11, pins: 11, regions: 0 });
    assert.deepEqual(complaints, []);
    await page.context().close();
  });
});

test('map: a recipe to the bytes of the shipped map', () => {
  assert.equal(run('map', join(root, 'data/map/belgium.json'), 'made.map').status, 0);
  assert.ok(readFileSync(join(project.folder, 'made.map')).equals(readFileSync(join(root, 'data/map/belgium.map'))));
});
