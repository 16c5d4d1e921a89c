// "Vos données": somebody who knows spreadsheets brings a table, corrects it in place, sees the atlas follow, and takes away what
// can be published; nothing leaves the device, and no work is lost unasked.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { file_of, tables_of_file } from '../../web/tables/forms.js';
import { layouts_of } from '../../web/tables/layout.js';
import { snapshot_of } from '../../web/tables/snapshot.js';
import { tables_of } from '../../web/tables/tables.js';
import { edited_in_calc } from '../support/spreadsheet.mjs';
import { violations } from './support/axe.mjs';
import { atlas_ready, with_atlas } from './support/chromium.mjs';
import { data_pages } from './support/data_page.mjs';
import { with_site } from './support/stage.mjs';

const stage = with_site();
const data = new URL('../../data/', import.meta.url);
const bundled = JSON.parse(readFileSync(new URL('snapshot.json', data), 'utf8'));
const layouts = layouts_of(JSON.parse(readFileSync(new URL('snapshot.schema.json', data), 'utf8')));
const { folder, opened, file, followed, open_file, clusters_of, text_of, cell, type_into, saved } = data_pages(stage);

const forty = ['Nom;Ville;Domaine;Depuis', ...Array.from({ length: 40 }, (_, i) => `Réseau ${i + 1};Ville ${i + 1};${['Santé', 'Énergie'][i % 2]};${2005 + (i % 10)}`)].join('\r\n');

describe('from a list to a published page', () => {
  test('40 rows without coordinates, in at most ten actions', async () => {
    const { page, complaints } = await opened();
    const [chooser] = await Promise.all([page.waitForEvent('filechooser'), page.locator('#choose').click()]);
    await chooser.setFiles(file('quarante.csv', Buffer.from(forty, 'latin1')));
    await followed(page);
    assert.equal(await with_atlas(page, (atlas) => atlas.state.view), 'list');
    assert.match(String(await text_of(page, 'count')), /40$/);
    await page.locator('#save summary').click();
    const [download] = await Promise.all([page.waitForEvent('download'), page.locator('[data-save=page]').click()]);
    const path = join(folder, download.suggestedFilename());
    await download.saveAs(path);
    assert.deepEqual(complaints, []);
    const other = await stage.page();
    await other.page.goto(`file://${path}`);
    await atlas_ready(other.page);
    assert.equal(await with_atlas(other.page, (atlas) => atlas.result.total), 40);
    assert.deepEqual(other.complaints, []);
  });
});

describe('a table', () => {
  test('a cell corrected in place: the atlas follows, the remark goes, and it can be undone', async () => {
    const { page } = await opened('en');
    await open_file(page, file('list.csv', 'Name,City,Lat,Lng,Since\nAlpha,Paris,48.85,2.35,2010\nBeta,Lyon,north,4.83,2012\n'));
    const wrong = page.locator('#grid .ag-cell.wrong, #grid .ag-cell.noted');
    await wrong.first().waitFor();
    await page.locator('#next').click();
    assert.match(String(await text_of(page, 'sentence')), /north/);
    assert.match(String(await page.locator('.ag-cell-focus').textContent()), /north/);
    await type_into(page, 1, 2, '45.76');
    await followed(page);
    assert.equal((await clusters_of(page))[1].seat.lat, 45.76);
    assert.equal(await text_of(page, 'count'), 'All of it is understood');
    assert.equal(await text_of(page, 'state'), 'changed, not saved');
    await page.locator('#undo').click();
    await followed(page);
    assert.equal((await clusters_of(page))[1].seat.lat, undefined);
    await page.locator('#redo').click();
    await followed(page);
    assert.equal((await clusters_of(page))[1].seat.lat, 45.76);
  });

  test('a list whose headings nobody knows: the reader says what a column holds', async () => {
    const { page } = await opened('en');
    await page.setInputFiles('#file', file('unknown.csv', 'Structure,Where\nAlpha,Paris\nBeta,Lyon\n'));
    await followed(page, false);
    for (const [column, own, heading] of /** @type {[number, string, string][]} */ ([[0, 'Structure', 'Name'], [1, 'Where', 'City']])) {
      await cell(page, 0, column).click();
      await page.waitForFunction((title) => /** @type {HTMLSelectElement} */ (document.getElementById('meaning')).value === title, own);
      await page.locator('#meaning').selectOption(heading);
    }
    await followed(page);
    assert.deepEqual((await clusters_of(page)).map((/** @type {any} */ { name, seat }) => [name, seat.city]), [['Alpha', 'Paris'], ['Beta', 'Lyon']]);
  });

  test('a sheet with a title above its head, and from a list to all tables', async () => {
    const { page } = await opened('fr');
    const rows = [['Nom', 'Ville', 'Depuis', ''], ['Alpha', 'Paris', '2010', 'x'], ['Beta', 'Lyon', '2011', '']];
    await open_file(page, file('titre.xlsx', file_of({ Feuille1: { columns: ['Nos pôles en 2026', '', '', ''], rows } }, layouts, 'xlsx')));
    assert.deepEqual((await clusters_of(page)).map((/** @type {any} */ { name, seat }) => [name, seat.city]), [['Alpha', 'Paris'], ['Beta', 'Lyon']]);
    const before = await with_atlas(page, (atlas) => atlas.snapshot_json);
    await page.locator('#all-tables').click();
    await page.locator('#table option[value=labels]').waitFor({ state: 'attached' });
    await followed(page);
    assert.deepEqual(JSON.parse(await with_atlas(page, (atlas) => atlas.snapshot_json)), JSON.parse(before));
  });

  test('undo crosses a load', async () => {
    const { page } = await opened('en');
    await open_file(page, file('first.csv', 'Name\nOne\n'));
    await open_file(page, file('second.csv', 'Name\nTwo\n'));
    assert.deepEqual((await clusters_of(page)).map((/** @type {any} */ each) => each.name), ['Two']);
    await page.locator('#undo').click();
    await followed(page);
    assert.deepEqual((await clusters_of(page)).map((/** @type {any} */ each) => each.name), ['One']);
  });

  test('cells pasted from a spreadsheet fill rows, new ones too', async () => {
    const { page } = await opened('en');
    await open_file(page, file('paste.csv', 'Name,City,Since\nOne,,\n'));
    await cell(page, 0, 0).click();
    await page.evaluate(() => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/plain', 'Alpha\tParis\t2010\r\nBeta\tLyon\t2011\r\n');
      document.activeElement?.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
    });
    await followed(page);
    assert.deepEqual((await clusters_of(page)).map((/** @type {any} */ { name, seat, labels }) => [name, seat.city, labels[0].from]), [['Alpha', 'Paris', '2010'], ['Beta', 'Lyon', '2011']]);
  });

  test('rows are added and removed', async () => {
    const { page } = await opened('en');
    await open_file(page, file('rows.csv', 'Name\nOne\nTwo\n'));
    await cell(page, 0, 0).click();
    await page.locator('#remove-row').click();
    await followed(page);
    assert.deepEqual((await clusters_of(page)).map((/** @type {any} */ each) => each.name), ['Two']);
    await page.locator('#add-row').click();
    await page.keyboard.type('Three');
    await page.keyboard.press('Enter');
    await followed(page);
    assert.deepEqual((await clusters_of(page)).map((/** @type {any} */ each) => each.name), ['Two', 'Three']);
  });

  test('the downloaded template, filled in, is read without a remark', async () => {
    for (const form of ['xlsx', 'ods', 'csv']) {
      const { page } = await opened('fr');
      const [download] = await Promise.all([page.waitForEvent('download'), page.locator(`[data-template=${form}]`).click()]);
      const path = join(folder, `modele.${form}`);
      await download.saveAs(path);
      await page.setInputFiles('#file', path);
      await page.locator('#work').waitFor();
      await type_into(page, 0, 0, 'Mon pôle');
      await followed(page);
      assert.equal(await text_of(page, 'count'), 'Tout est compris', form);
      await page.context().close();
    }
  });
});

/** What a keeper types into the workbook of a snapshot: cells by sheet, and whom they concern. @param {import('../../web/tables/tables.js').Tables} tables */
function typed_changes({ clusters, labels }) {
  /** @type {import('../support/spreadsheet.mjs').Edit[]} */
  const edits = [];
  const type = (/** @type {'clusters' | 'labels'} */ sheet, /** @type {number} */ row, /** @type {Record<string, string>} */ cells) => {
    const { columns } = { clusters, labels }[sheet];
    for (const [column, text] of Object.entries(cells)) edits.push({ sheet, column: columns.indexOf(column), row: row + 1, text });
  };
  const presided = clusters.rows.findIndex((row) => row[clusters.columns.indexOf('president.name')]);
  const held = labels.rows.findIndex((row) => row[labels.columns.indexOf('to')] === '');
  type('clusters', presided, { 'president.name': 'Claude Nouvelle' });
  type('labels', held, { to: '2026-10-31' });
  type('clusters', clusters.rows.length, { id: 'nouveau', name: 'Pôle Nouveau', sectors: clusters.rows[0][clusters.columns.indexOf('sectors')].split('|')[0] });
  type('labels', labels.rows.length, { cluster: 'nouveau', from: '2026-11', source: labels.rows[0][labels.columns.indexOf('source')] });
  return { edits, presided: clusters.rows[presided][0], held: labels.rows[held][0] };
}

describe('the tables of a snapshot', () => {
  for (const form of /** @type {const} */ (['xlsx', 'ods'])) {
    test(`an .${form} edited in LibreOffice: one president changed, one cluster added, one label ended; atlas, changes and saved page show exactly that`, { timeout: 180_000 }, async () => {
      const { page, complaints } = await opened('fr');
      await page.locator('#begin-atlas').click();
      await followed(page);
      const downloaded = await saved(page, form);
      const { edits, presided, held } = typed_changes(tables_of(bundled, layouts));
      const path = file(`nouveau.${form}`, edited_in_calc(readFileSync(downloaded), form, edits));
      await page.setInputFiles('#file', path);
      await page.waitForFunction((count) => document.getElementById('table')?.textContent?.includes(`(${count})`), bundled.clusters.length + 1);
      await followed(page);
      assert.equal(await text_of(page, 'count'), 'Tout est compris');
      await with_atlas(page, (atlas) => atlas.setState({ date: '2026-12', selected: 'nouveau' }));
      const ids = await with_atlas(page, (atlas) => atlas.result.ids);
      assert.ok(ids.includes('nouveau') && !ids.includes(held));
      await page.waitForFunction(() => document.querySelector('cluster-atlas')?.shadowRoot?.textContent?.includes('Pôle Nouveau'));

      await page.locator('#changes').click();
      await page.setInputFiles('#other-file', downloaded);
      await page.waitForFunction(() => document.querySelectorAll('#differences-list tbody tr').length > 0);
      const rows = await page.locator('#differences-list tbody tr').evaluateAll((all) => all.map((row) => [...row.querySelectorAll('td')].map((each) => each.textContent)));
      const name = (/** @type {string} */ id) => bundled.clusters.find((/** @type {any} */ each) => each.id === id).name;
      assert.deepEqual(rows.map(([record, fact, , now]) => [record, fact, now]).sort(), [
        [name(presided), 'president.name', 'Claude Nouvelle'],
        [name(held), 'Labels, to', '2026-10-31'],
        ['Pôle Nouveau', '', ''],
      ].sort());
      await page.locator('#differences-close').click();

      const { page: offline, complaints: offline_complaints } = await stage.page();
      await offline.goto(`file://${await saved(page, 'page')}`);
      await atlas_ready(offline);
      assert.equal(await with_atlas(offline, (atlas) => JSON.parse(atlas.snapshot_json).clusters.find((/** @type {any} */ { id }) => id === 'nouveau').name), 'Pôle Nouveau');
      assert.deepEqual([...complaints, ...offline_complaints], []);
      await page.context().close();
      await offline.context().close();
    });
  }

  test('saved in each form, it is the same snapshot', async () => {
    const { page } = await opened('fr');
    await page.locator('#begin-atlas').click();
    await followed(page);
    for (const form of ['xlsx', 'ods', 'zip']) {
      const tables = tables_of_file(readFileSync(await saved(page, form)));
      assert.deepEqual(snapshot_of(tables, layouts).snapshot, bundled, form);
    }
    assert.deepEqual(JSON.parse(readFileSync(await saved(page, 'snapshot'), 'utf8')), bundled);
  });

  test('a fault is marked in its cell, in its table; the atlas keeps the state before, and publishes nothing else', async () => {
    const { page } = await opened('en');
    await page.locator('#begin-atlas').click();
    await followed(page);
    await page.locator('#table').selectOption('labels');
    const from = tables_of(bundled, layouts).labels.columns.indexOf('from');
    await type_into(page, 0, from, 'yesterday');
    await followed(page, false);
    await page.locator('#grid [row-index="0"] .ag-cell.wrong').first().waitFor();
    assert.deepEqual(JSON.parse(await with_atlas(page, (atlas) => atlas.snapshot_json)), bundled);
    await page.locator('#table').selectOption('clusters');
    await page.locator('#next').click();
    assert.equal(await page.locator('#table').inputValue(), 'labels');
    assert.match(String(await page.locator('.ag-cell-focus').textContent()), /yesterday/);
    await page.locator('#save summary').click();
    await page.locator('[data-save=snapshot]').click();
    assert.match(String(await text_of(page, 'sentence')), /first mend/);
  });
});

describe('what a careful page does', () => {
  test('nobody leaves with unsaved work without being asked, and a saved one goes', async () => {
    const { page } = await opened('en');
    await open_file(page, file('leave.csv', 'Name\nOne\n'));
    const asked = () => page.evaluate(() => !dispatchEvent(new Event('beforeunload', { cancelable: true })));
    assert.equal(await asked(), false);
    await type_into(page, 0, 0, 'Two');
    await followed(page);
    assert.equal(await asked(), true);
    await saved(page, 'csv');
    assert.equal(await asked(), false);
  });

  test('work is kept in the browser when the reader says so, and only then', async () => {
    const { page } = await opened('en');
    await open_file(page, file('keep.csv', 'Name\nKept\n'));
    assert.equal(await page.evaluate(() => localStorage.length), 0);
    await page.locator('#save summary').click();
    await page.locator('#keep').check();
    await page.reload();
    await atlas_ready(page);
    await page.locator('#resume').click();
    await followed(page);
    assert.deepEqual((await clusters_of(page)).map((/** @type {any} */ each) => each.name), ['Kept']);
    await page.locator('#save summary').click();
    await page.locator('#keep').uncheck();
    assert.equal(await page.evaluate(() => localStorage.length), 0);
  });

  test('nothing is sent: every request is for the site’s own files', async () => {
    const { page } = await opened('en');
    /** @type {string[]} */ const requests = [];
    page.on('request', (request) => requests.push(`${request.method()} ${request.url()}`));
    await open_file(page, file('quiet.csv', forty));
    await type_into(page, 0, 0, 'Other');
    await followed(page);
    await saved(page, 'page');
    for (const request of requests) assert.ok(request.startsWith(`GET ${stage.origin}/`) || request.startsWith('GET blob:'), request);
  });

  test('a large table can be stopped: the atlas shows the state before', async () => {
    const { page } = await opened('en');
    const rows = Array.from({ length: 60_000 }, (_, i) => `Cluster ${i},${2005 + (i % 20)}`);
    await page.evaluate(() => {
      const bar = /** @type {HTMLProgressElement} */ (document.querySelector('#busy progress'));
      const watch = new MutationObserver(() => (watch.disconnect(), document.getElementById('cancel')?.click())); // once a part is read
      watch.observe(bar, { attributes: true, attributeFilter: ['value'] });
    });
    await page.setInputFiles('#file', file('large.csv', `Name,Since\n${rows.join('\n')}\n`));
    await page.waitForFunction(() => document.getElementById('sentence')?.textContent === 'Stopped: the atlas shows the state before.');
    assert.equal(await page.locator('#busy').isHidden(), true);
    assert.equal((await clusters_of(page)).length, bundled.clusters.length);
  });

  test('files that are none of these are refused, and the work stays', async () => {
    const { page } = await opened('en');
    await open_file(page, file('good.csv', 'Name\nGood\n'));
    for (const [name, content] of /** @type {[string, string | Uint8Array][]} */ ([['damaged.xlsx', new Uint8Array([0x50, 0x4b, 3, 4, 1, 2, 3])], ['broken.json', '{"clusters": [']])) {
      await page.setInputFiles('#file', file(name, content));
      await page.waitForFunction((wanted) => document.getElementById('sentence')?.textContent?.includes(wanted), name);
      assert.deepEqual((await clusters_of(page)).map((/** @type {any} */ each) => each.name), ['Good']);
    }
  });

  test('markup in cells stays text', async () => {
    const { page, complaints } = await opened('en');
    page.on('dialog', (dialog) => (complaints.push(dialog.message()), dialog.dismiss()));
    await open_file(page, file('markup.csv', 'Name,<img src=x onerror=alert(1)>,City\n<script>alert(1)</script>,<b>x</b>,<img src=x onerror=alert(2)>\n'));
    await page.getByRole('gridcell', { name: '<b>x</b>' }).waitFor();
    assert.equal(await page.locator('#work img, #work b, #work script').count(), 0);
    await page.locator('#next').click();
    assert.equal(await page.locator('#work img').count(), 0);
    assert.deepEqual(complaints, []);
  });

  for (const [scheme, viewport] of /** @type {const} */ ([['light', { width: 1280, height: 800 }], ['dark', { width: 390, height: 844 }]])) {
    test(`axe finds nothing, ${scheme}, ${viewport.width} px`, async () => {
      const { page } = await opened('fr', { colorScheme: scheme, viewport });
      assert.deepEqual(await violations(page, { is_drawn: false, without: ['cluster-atlas'] }), []);
      await open_file(page, file('axe.csv', forty));
      assert.deepEqual(await violations(page, { is_drawn: false, without: ['cluster-atlas'] }), []);
      assert.ok((await page.evaluate(() => document.documentElement.scrollWidth)) <= viewport.width);
    });
  }
});
