// Bring your own: a table and a snapshot dropped on the page, the standalone page that is saved from them, print.
import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { atlas_ready, node_ids, settled, with_atlas } from './support/chromium.mjs';
import { bad_cells, table_of } from './support/csv.mjs';
import { drop } from './support/drop.mjs';
import { dist, single_file } from './support/site.mjs';
import { with_site } from './support/stage.mjs';

const base = JSON.parse(readFileSync(`${dist}/snapshot.json`, 'utf8'));
const folder = mkdtempSync(join(tmpdir(), 'atlas-'));
const stage = with_site();

const message = (/** @type {import('playwright-core').Page} */ page) => page.evaluate(() => /** @type {any} */ (document.querySelector('cluster-atlas')).shadowRoot.querySelector('.message')?.textContent ?? '');

for (const [name, address] of /** @type {const} */ ([['the site', () => `${stage.origin}/index.html`], ['the single file', () => single_file]])) {
  describe(`a table of 200 rows with two bad cells, on ${name}`, () => {
    /** @type {import('playwright-core').Page} */ let page;
    /** @type {string[]} */ const requests = [];
    const saved = join(folder, `atlas-${name.replaceAll(' ', '-')}.html`);
    before(async () => {
      ({ page } = await stage.page({ acceptDownloads: true }));
      await page.goto(address());
      await atlas_ready(page);
      page.on('request', (request) => requests.push(`${request.method()} ${request.url()}`));
      await drop(page, 'grappes.csv', table_of(base, 200));
      await page.waitForFunction(() => /** @type {any} */ (document.querySelector('cluster-atlas')).atlas.result.total === 200);
    });
    after(() => page.context().close());

    test('all are shown, the two cells are named with row, column and value, the new region is taken', async () => {
      const text = await message(page);
      for (const { line, column, put } of bad_cells) assert.ok(text.includes(`Ligne ${line}, colonne «\u00a0${column}\u00a0»\u202f: «\u00a0${Object.values(put)[0]}\u00a0»`), text);
      assert.ok((await with_atlas(page, (atlas) => Object.keys(atlas.result.counts.regions))).includes('atlantide'));
    });

    test('the page saved from it opens from file://, offline, and works', async () => {
      const [download] = await Promise.all([page.waitForEvent('download'), with_atlas(page, (atlas) => atlas.dispatch({ type: 'ask', service: 'savePage' }))]);
      await download.saveAs(saved);
      assert.match(readFileSync(saved, 'utf8'), /^<!doctype html>/i);
      const { page: offline, complaints } = await stage.page();
      await offline.context().setOffline(true);
      /** @type {string[]} */
      const asked = [];
      offline.on('request', (request) => asked.push(request.url()));
      await offline.goto(`file://${saved}`);
      await atlas_ready(offline);
      const seen = await with_atlas(offline, async (atlas) => {
        const { total } = atlas.result;
        const [id] = atlas.result.ids;
        atlas.setState({ selected: id, filter: { domains: ['sante-bien-etre'] } });
        const csv = await (await atlas.export('csv')).text();
        return { total, shown: atlas.result.shown, selected: atlas.state.selected === id, csv: csv.length };
      });
      assert.equal(seen.total, 200);
      assert.ok(seen.shown > 0 && seen.shown < 200 && seen.selected && seen.csv > 100, JSON.stringify(seen));
      assert.deepEqual(asked.filter((url) => !url.startsWith('blob:')), [`file://${saved}`]);
      assert.deepEqual(complaints, []);
      await offline.context().close();
    });

    // the browser asks for the site's own icon when it likes
    test('nothing was sent anywhere', () => assert.deepEqual(requests.filter((each) => !/^GET (blob:|.*\/(cluster-atlas\.html|cluster-atlas-extras\.(js|wasm)|icon\.svg)$)/.test(each)), []));
  });
}

test('a bad JSON snapshot is refused with its places, a good one is shown, other drags pass', async () => {
  const { page } = await stage.open();
  const bad = structuredClone(base);
  bad.clusters[7].labels = 'none';
  await drop(page, 'bad.json', JSON.stringify(bad, null, 1));
  await page.waitForFunction(() => /** @type {any} */ (document.querySelector('cluster-atlas')).shadowRoot.querySelector('.message'));
  assert.match(await message(page), /\/clusters\/7\/labels, ligne \d+/);
  assert.equal(await with_atlas(page, (atlas) => atlas.result.total), 53);
  const good = structuredClone(base);
  good.clusters = good.clusters.filter((/** @type {any} */ cluster) => cluster.id === 'axelera');
  for (const key of ['events', 'figures', 'stories', 'contradictions', 'counts', 'guide', 'policy']) good[key] = [];
  for (const phase of good.phases) delete phase.figures;
  delete good.meta.tour;
  await drop(page, 'good.json', JSON.stringify(good));
  await page.waitForFunction(() => /** @type {any} */ (document.querySelector('cluster-atlas')).atlas.result.total === 1);
  const is_free = await page.evaluate(() => {
    const data = new DataTransfer();
    data.setData('text/plain', 'x');
    const root = /** @type {any} */ (document.querySelector('cluster-atlas')).shadowRoot.querySelector('.atlas');
    return root.dispatchEvent(new DragEvent('dragover', { dataTransfer: data, bubbles: true, cancelable: true, composed: true }));
  });
  assert.equal(is_free, true);
  await page.context().close();
});

test('a second drop while the first is read: the first says nothing', async () => {
  const { page } = await stage.page();
  await page.goto(`${stage.origin}/index.html`);
  await atlas_ready(page);
  await with_atlas(page, (atlas) => atlas.preload());
  await drop(page, 'large.csv', table_of(base, 20_000));
  await drop(page, 'small.csv', 'nom;ville;latitude;longitude\nA;Lyon;45.75;4.85\n');
  await page.waitForFunction(() => /** @type {any} */ (document.querySelector('cluster-atlas')).atlas.result.total === 1);
  await settled(page);
  assert.doesNotMatch(await message(page), /large\.csv|took the place|given up/);
  await page.context().close();
});

describe('print', () => {
  test('A4: map, title, list, sources; then the screen as before', async () => {
    const { page } = await stage.open();
    await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
    const paper = await page.evaluate(() => {
      const element = /** @type {any} */ (document.querySelector('cluster-atlas')).shadowRoot.querySelector('.paper');
      return { title: element.querySelector('h2')?.textContent, rows: element.querySelectorAll('#text-clusters tbody tr').length, pictures: element.querySelectorAll('svg').length, text: element.textContent };
    });
    assert.match(paper.title, /Pôles de compétitivité/);
    assert.equal(paper.rows, 53);
    assert.equal(paper.pictures, 1);
    assert.match(paper.text, /Sources/);
    await page.evaluate(() => dispatchEvent(new Event('afterprint')));
    assert.equal(await page.evaluate(() => /** @type {any} */ (document.querySelector('cluster-atlas')).shadowRoot.querySelectorAll('.paper').length), 0);
    const pdf = await page.pdf({ format: 'A4' });
    writeFileSync(join(folder, 'atlas.pdf'), pdf);
    const pages = pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0;
    assert.ok(pages >= 1 && pages <= 8, `${pages} pages`);
    assert.ok(pdf.length > 20_000, `${pdf.length} bytes`);
    await page.context().close();
  });
});

test('a table of Greek towns without regions lies on a plain map, whole and refused in nothing', async () => {
  const { page, complaints } = await stage.open();
  const rows = [['Αθήνα', 37.98, 23.73], ['Θεσσαλονίκη', 40.64, 22.94], ['Ηράκλειο', 35.34, 25.14], ['Πάτρα', 38.25, 21.73]];
  const table = ['nom;depuis;domaine;ville;latitude;longitude', ...rows.map(([town, lat, lng], i) => `Σμήνος ${'αβγδ'[i]};2015;${i < 2 ? 'Οπτική' : 'Ναυτιλία'};${town};${lat};${lng}`)].join('\n');
  await drop(page, 'ellada.csv', table);
  await page.waitForFunction(() => /** @type {any} */ (document.querySelector('cluster-atlas')).atlas.result.total === 4);
  await settled(page);
  assert.equal(await message(page), '');
  assert.equal(await with_atlas(page, (atlas) => atlas.map), null);
  const { lng, lat } = await with_atlas(page, (atlas) => atlas.state.camera);
  assert.ok(Math.abs(lng - 23.4) < 1 && Math.abs(lat - 38) < 1, `home looks at ${lng}, ${lat}`);
  assert.equal((await node_ids(page, 'map/pin/')).length, 4);
  assert.equal((await with_atlas(page, (atlas) => Object.keys(atlas.result.counts.domains))).length, 2);
  assert.equal((await node_ids(page, 'header/view-')).length, 3); // neither stories nor figures
  assert.deepEqual(complaints, []);
  await page.context().close();
});
