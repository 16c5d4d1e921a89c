// Tables of clusters in the page: as spreadsheets save them, by address, asked for again, ten thousand rows.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { after, before, describe, test } from 'node:test';
import { atlas_ready, page_frames, settled, with_atlas } from './support/chromium.mjs';
import { hold } from './support/hold.mjs';
import { element_page } from './support/host.mjs';
import { with_site } from './support/stage.mjs';

const folder = fileURLToPath(new URL('../fixtures/tables/', import.meta.url));
const bytes_of = (/** @type {string} */ name) => readFileSync(`${folder}${name}.csv`);
const k_taken = {
  csv_cp1252_trailing: 2, csv_dates: 6, csv_mac_cr: 2, csv_open_quote: 4, csv_sep_line: 2, csv_title_row: 1, csv_utf16: 2, de: 25, de_excel_bom: 25,
  de_excel_cp1252: 25, de_german_headers: 25, de_land: 25, messy: 11, names_only: 25, nocoord: 25, own_first: 2, own_non_latin: 5, own_second: 2, title_first: 25,
};
/** Of those: with a serial number for a date, with a quotation mark that nobody closes, with a fault in most rows. */
const k_remarked = new Set(['csv_dates', 'csv_open_quote', 'messy']);
const host = (/** @type {string} */ attributes) => element_page({ attributes, head: '<style>body { margin: 0 }</style>', height: 800 });
const k_csv = { 'content-type': 'text/csv; charset=utf-8' };

const stage = with_site();

/** @param {import('playwright-core').Page} page @param {Buffer | string} bytes @param {string} [name] */
const load = (page, bytes, name = 'table.csv') =>
  page.evaluate(
    async ([base64, file_name]) => {
      const { atlas } = /** @type {any} */ (document.querySelector('cluster-atlas'));
      const { warnings } = await atlas.load(new File([Uint8Array.from(atob(base64), (char) => char.charCodeAt(0))], file_name));
      return { total: atlas.result.total, ids: atlas.result.ids, json: atlas.snapshot_json, warnings };
    },
    /** @type {const} */ ([Buffer.from(bytes).toString('base64'), name]),
  );

describe('the tables that people have', { timeout: 300_000 }, () => {
  /** @type {import('playwright-core').Page} */ let page;
  /** @type {string[]} */ let complaints;
  before(async () => {
    ({ page, complaints } = await stage.open());
  });
  after(() => page.context().close());

  for (const lang of ['fr', 'en', 'de']) {
    test(`${lang}: as many are shown as there are good rows; what is said names row, heading and value`, async () => {
      await with_atlas(page, (atlas, tag) => atlas.setState({ lang: tag }), lang);
      await settled(page);
      for (const [name, taken] of Object.entries(k_taken)) {
        const { total, ids, warnings } = await load(page, bytes_of(name), `${name}.csv`);
        assert.equal(total, taken, name);
        assert.equal(new Set(ids).size, taken, name);
        if (k_remarked.has(name)) assert.ok(warnings.some((/** @type {any} */ { cell }) => cell), name);
        for (const { cell, ...said } of warnings) {
          for (const part of [cell.row, cell.heading, cell.value]) assert.ok(said[lang]?.includes(part), `${name}: ${said[lang]}`);
        }
      }
      assert.deepEqual(complaints, []);
    });
  }

  test('a table is judged alone, whatever was shown before', async () => {
    const alone = (await load(page, bytes_of('own_second'))).json;
    await load(page, bytes_of('own_first'));
    assert.equal((await load(page, bytes_of('own_second'))).json, alone);
    await load(page, bytes_of('de'));
    assert.equal((await load(page, bytes_of('own_second'))).json, alone);
  });

  test('places on the page’s map lie in its regions; others on a plain one', async () => {
    const { json } = await load(page, 'nom;lat;lng\nA;48,1;-1,7\nB;45,76;4,83\n');
    assert.deepEqual(JSON.parse(json).clusters.map((/** @type {any} */ { seat }) => seat.region), ['53', '84']);
    assert.notEqual(await with_atlas(page, (atlas) => atlas.map), null);
    await load(page, bytes_of('de'));
    assert.equal(await with_atlas(page, (atlas) => atlas.map), null);
  });

  test('a table without a good row changes nothing and says why', async () => {
    const { ids } = await load(page, bytes_of('de'));
    await assert.rejects(load(page, 'a;b\n1;2\n'), /headings/);
    assert.deepEqual(await with_atlas(page, (atlas) => atlas.result.ids), ids);
  });

  test('names alone: the map says how many have no place, list and filters work', async () => {
    await load(page, bytes_of('names_only'));
    await with_atlas(page, (atlas) => atlas.setState({ lang: 'fr', view: 'map' }));
    await settled(page);
    const said = await page.evaluate(() => /** @type {any} */ (document.querySelector('cluster-atlas')).shadowRoot.innerHTML);
    assert.match(said, /25 sans lieu connu/);
    await with_atlas(page, (atlas) => atlas.setState({ view: 'list', filter: { text: 'silicon' } }));
    assert.equal(await with_atlas(page, (atlas) => atlas.result.shown), 1);
  });

  test('ten thousand rows: read in slices, the page draws meanwhile', async (t) => {
    const head = 'nom;depuis;domaine;ville;latitude;longitude;région;description;site\n';
    const rows = Array.from({ length: 10_000 }, (_, i) => `Grappe ${i};12/07/${2005 + (i % 20)};Domaine ${i % 12};Ville ${i % 300};${(43 + (i % 70) / 10).toFixed(2).replace('.', ',')};${(-1 + (i % 60) / 10).toFixed(2).replace('.', ',')};Région ${i % 13};Une description ${i};exemple-${i}.fr\n`);
    const measured = await page.evaluate(async (text) => {
      const { atlas } = /** @type {any} */ (document.querySelector('cluster-atlas'));
      let beats = 0, is_over = false;
      const beat = () => {
        if (is_over) return;
        ++beats;
        setTimeout(beat);
      };
      beat();
      let steps = 0;
      const begin = performance.now();
      await atlas.loads.load(new File([text], 'large.csv'), () => ++steps);
      is_over = true;
      return { ms: performance.now() - begin, steps, beats, total: atlas.result.total };
    }, head + rows.join(''));
    t.diagnostic(JSON.stringify(measured));
    assert.equal(measured.total, 10_000);
    assert.ok(measured.steps >= 10);
    assert.ok(measured.beats >= measured.steps / 2, 'what else the page has to do comes between the slices');
  });

  test('a later wish gives up the table that is being read', async () => {
    const outcome = await page.evaluate(async () => {
      const { atlas } = /** @type {any} */ (document.querySelector('cluster-atlas'));
      const table = (/** @type {string} */ text) => new File([text], 'x.csv');
      /** @type {Promise<string>} */ let large = Promise.resolve('');
      await new Promise((begun) => {
        large = atlas.loads.load(table(`nom\n${Array.from({ length: 20_000 }, (_, i) => `n${i}`).join('\n')}`), begun).catch((/** @type {any} */ error) => error.code);
      });
      await atlas.load(table('nom\nA\n'));
      return [await large, atlas.result.total];
    });
    assert.deepEqual(outcome, ['superseded', 1]);
  });
});

describe('a table by its address', { timeout: 120_000 }, () => {
  test('src="clusters.csv"', async () => {
    stage.site.pages['/clusters.csv'] = { body: bytes_of('csv_dates').toString(), headers: k_csv };
    stage.site.pages['/host.html'] = host('src="clusters.csv"');
    const { page, complaints } = await stage.page();
    await page.addInitScript(() => document.addEventListener('ready', ({ target }) => Reflect.set(window, 'at_ready', /** @type {any} */ (target).atlas?.result.total), true));
    await page.goto(`${stage.origin}/host.html`);
    await atlas_ready(page);
    await page.waitForFunction(() => 'at_ready' in window);
    assert.equal(await page.evaluate(() => Reflect.get(window, 'at_ready')), 6, 'ready: the data are there');
    assert.equal(await with_atlas(page, (atlas) => atlas.result.total), 6);
    assert.deepEqual(complaints, []);
    await page.context().close();
  });

  test('an address without a name that answers with CSV, as published sheets do', async () => {
    stage.site.pages['/pub'] = { body: bytes_of('de').toString(), headers: k_csv };
    stage.site.pages['/host.html'] = host('src="/pub?output=csv"');
    const { page } = await stage.open('/host.html');
    assert.equal(await with_atlas(page, (atlas) => atlas.result.total), 25);
    await page.context().close();
  });

  test('refresh: what the page asks for meanwhile comes first', async () => {
    stage.site.pages['/live.csv'] = { body: 'nom\nA\n', headers: k_csv };
    stage.site.pages['/other.csv'] = { body: 'nom\nA\nB\nC\n', headers: k_csv };
    stage.site.pages['/host.html'] = host('src="live.csv" refresh="3600"');
    const { page } = await stage.page();
    await page.addInitScript(() => {
      const own = window.setInterval;
      window.setInterval = /** @type {any} */ ((/** @type {() => void} */ act, /** @type {number} */ ms) => (ms === 3_600_000 ? Object.assign(window, { tick: act }) && 0 : own(act, ms)));
    });
    await page.goto(`${stage.origin}/host.html`);
    await atlas_ready(page);
    const { release } = await hold(page, '**/other.csv');
    stage.site.pages['/live.csv'] = { body: 'nom\nA\nB\n', headers: k_csv };
    const asked = with_atlas(page, (atlas) => atlas.load('/other.csv').then(() => atlas.result.total, (/** @type {any} */ error) => error.code));
    const answered = page.waitForResponse(/live\.csv/);
    await page.evaluate(() => /** @type {any} */ (window).tick());
    await answered;
    await page_frames(page);
    release();
    assert.equal(await asked, 3);
    await page.context().close();
  });

  test('refresh: what changed and is valid takes its place, what is not changes nothing', async () => {
    stage.site.pages['/live.csv'] = { body: 'nom;depuis\nA;2005\n', headers: k_csv };
    stage.site.pages['/host.html'] = host('src="live.csv" refresh="3600"');
    const { page } = await stage.page();
    await page.addInitScript(() => {
      const own = window.setInterval;
      window.setInterval = /** @type {any} */ ((/** @type {() => void} */ act, /** @type {number} */ ms) => {
        if (ms !== 3_600_000) return own(act, ms);
        Object.assign(window, { tick: act });
        return 0;
      });
    });
    await page.goto(`${stage.origin}/host.html`);
    await atlas_ready(page);
    const total = () => with_atlas(page, (atlas) => atlas.result.total);
    const tick = async () => {
      const answered = page.waitForResponse(/live\.csv/);
      await page.evaluate(() => /** @type {any} */ (window).tick());
      await answered;
    };
    stage.site.pages['/live.csv'] = { body: 'nom;depuis\nA;2005\nB;2006\n', headers: k_csv };
    await tick();
    await page.waitForFunction(() => /** @type {any} */ (document.querySelector('cluster-atlas')).atlas.result.total === 2);
    const told = page.waitForEvent('console', (message) => /refresh: .*stay as they are/.test(message.text()));
    stage.site.pages['/live.csv'] = { body: 'x;y\n1;2\n', headers: k_csv };
    await tick();
    await told;
    assert.equal(await total(), 2);
    stage.site.pages['/live.csv'] = { body: 'nom;depuis\nA;2005\nB;2006\nC;2007\n', headers: k_csv };
    await tick();
    await page.waitForFunction(() => /** @type {any} */ (document.querySelector('cluster-atlas')).atlas.result.total === 3);
    await page.context().close();
  });
});
