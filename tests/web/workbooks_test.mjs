// Workbooks, archives and data packages brought to the atlas itself: dropped, given to load(), named by src.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { files_of } from '../../web/tables/data_package.js';
import { file_of } from '../../web/tables/forms.js';
import { layouts_of } from '../../web/tables/layout.js';
import { tables_of } from '../../web/tables/tables.js';
import { atlas_ready, node_ids, settled, with_atlas } from './support/chromium.mjs';
import { drop } from './support/drop.mjs';
import { dist, single_file } from './support/site.mjs';
import { with_site } from './support/stage.mjs';

/** @typedef {import('playwright-core').Page} Page */

const base = JSON.parse(readFileSync(`${dist}/snapshot.json`, 'utf8'));
const layouts = layouts_of(JSON.parse(readFileSync(`${dist}/snapshot.schema.json`, 'utf8')));

/** The bundled snapshot with one fact changed. @param {(snapshot: any) => void} change */
function changed(change) {
  const snapshot = structuredClone(base);
  change(snapshot);
  return tables_of(snapshot, layouts);
}

const with_president = changed(({ clusters }) => (clusters.find((/** @type {any} */ { id }) => id === 'axelera').president.name = 'Somebody Else'));
const with_wrong_place = changed(({ clusters }) => (clusters[3].seat.lat = 999));
const descriptor = files_of(with_president, layouts);
const elsewhere = JSON.stringify({ ...JSON.parse(descriptor['datapackage.json']), resources: [{ name: 'clusters', path: 'http://192.0.2.1/clusters.csv' }, { name: 'labels', path: '../secret.csv' }] });

const stage = with_site({
  '/host.html': '<!doctype html><html lang="fr"><title>Hôte</title><link rel="icon" href="data:,"><script type="module" src="/cluster-atlas.js"></script><cluster-atlas loading="eager" src="/tables/datapackage.json" style="display:block;height:600px"></cluster-atlas></html>',
  ...Object.fromEntries(Object.entries(descriptor).map(([name, body]) => [`/tables/${name}`, { body: String(body), headers: { 'content-type': name.endsWith('.json') ? 'application/json' : 'text/csv' } }])),
  '/tables/france.map': { body: '', status: 404 },
  '/elsewhere/datapackage.json': { body: elsewhere, headers: { 'content-type': 'application/json' } },
});

/** @param {Page} page @param {string} part of what is told */
async function told(page, part) {
  await page.waitForFunction((wanted) => /** @type {any} */ (document.querySelector('cluster-atlas')).shadowRoot.querySelector('.message')?.textContent.includes(wanted), part);
  return String(await page.evaluate(() => /** @type {any} */ (document.querySelector('cluster-atlas')).shadowRoot.querySelector('.message').textContent));
}

const shown = (/** @type {Page} */ page) => with_atlas(page, (atlas) => JSON.parse(atlas.snapshot_json));
const president = async (/** @type {Page} */ page) => (await shown(page)).clusters.find((/** @type {any} */ { id }) => id === 'axelera').president.name;

for (const form of /** @type {const} */ (['xlsx', 'ods', 'zip'])) {
  test(`all tables as .${form}, dropped: what they say, on the map that they name`, async () => {
    const { page, complaints } = await stage.open('/index.html');
    await drop(page, `donnees.${form}`, file_of(with_president, layouts, form));
    await page.waitForFunction(() => /** @type {any} */ (document.querySelector('cluster-atlas')).atlas.snapshot_json.includes('Somebody Else'));
    await settled(page);
    const { clusters } = await shown(page);
    assert.deepEqual(clusters.map((/** @type {any} */ { id }) => id), base.clusters.map((/** @type {any} */ { id }) => id));
    assert.equal(await president(page), 'Somebody Else');
    assert.ok((await node_ids(page, 'map/region/')).length >= 13);
    assert.deepEqual(complaints, []);
    await page.context().close();
  });
}

test('a fault is told by table, row and column, and the atlas stays', async () => {
  const { page } = await stage.open('/index.html');
  await drop(page, 'faux.xlsx', file_of(with_wrong_place, layouts, 'xlsx'));
  assert.match(await told(page, 'faux.xlsx'), /clusters, ligne\u00a05, seat\.lat\u202f: /);
  assert.deepEqual(await shown(page), base);
  await page.context().close();
});

test('one list in a workbook is read as a table is', async () => {
  const { page, complaints } = await stage.open('/index.html');
  const list = { Liste: { columns: ['Nom', 'Ville', 'Latitude', 'Longitude'], rows: [['Alpha', 'Paris', '48.86', '2.35'], ['Bêta', 'Lyon', '45.76', '4.84']] } };
  await drop(page, 'liste.ods', file_of(list, layouts, 'ods'));
  await page.waitForFunction(() => /** @type {any} */ (document.querySelector('cluster-atlas')).atlas.result.total === 2);
  assert.deepEqual((await shown(page)).clusters.map((/** @type {any} */ { name }) => name), ['Alpha', 'Bêta']);
  assert.deepEqual(complaints, []);
  await page.context().close();
});

test('what is no archive is refused in the reader’s language', async () => {
  const { page } = await stage.open('/index.html#v1;lang=en');
  await drop(page, 'broken.xlsx', Buffer.from('PK\u0003\u0004 and so on'));
  await told(page, 'it is no file that the atlas knows');
  assert.deepEqual(await shown(page), base);
  await page.context().close();
});

test('src names a data package: its tables are fetched from beside it', async () => {
  const { page, complaints } = await stage.page();
  await page.goto(`${stage.origin}/host.html`);
  await atlas_ready(page);
  assert.equal(await president(page), 'Somebody Else');
  assert.equal(await with_atlas(page, (atlas) => atlas.result.ids.length), 53);
  assert.deepEqual(complaints.filter((each) => !/404|france\.map/.test(each)), []);
  await page.context().close();
});

test('a package that names files elsewhere: none of them is asked for', async () => {
  const { page } = await stage.open('/index.html');
  /** @type {string[]} */ const asked = [];
  page.on('request', (request) => asked.push(request.url()));
  const refused = await with_atlas(page, (atlas) => atlas.load('/elsewhere/datapackage.json').then(() => '', (/** @type {any} */ error) => error.code));
  assert.equal(refused, 'snapshot');
  assert.deepEqual(asked.filter((url) => /192\.0\.2\.1|secret/.test(url)), []);
  assert.deepEqual(await shown(page), base);
  await page.context().close();
});

test('the single file names the page that reads them', async () => {
  const { page } = await stage.page();
  await page.goto(single_file);
  await atlas_ready(page);
  await drop(page, 'classeur.xlsx', file_of(with_president, layouts, 'xlsx'));
  await told(page, 'data.html');
  await page.context().close();
});
