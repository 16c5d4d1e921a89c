// The site as an installed app, with the server stopped; the npm package in an empty folder; the three engines on the
// single file.
import assert from 'node:assert/strict';
import { execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { atlas_ready, launch, new_page, with_atlas } from './support/chromium.mjs';
import { table_of } from './support/csv.mjs';
import { engines } from './support/engines.mjs';
import { dist, single_file, start_site } from './support/site.mjs';

/** Asks the page until it says yes: waitForFunction() takes a promise for a yes. @param {import('playwright-core').Page} page @param {() => Promise<unknown>} question @param {number} [timeout] ms */
async function until(page, question, timeout = 10_000) {
  const end = Date.now() + timeout;
  while (!(await page.evaluate(question).catch(() => false))) {
    if (Date.now() > end) throw new Error(`not within ${timeout} ms: ${question}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

test('visited once, the site opens with the server stopped', { timeout: 60_000 }, async (t) => {
  const browser = await launch();
  t.after(() => browser.close());
  const site = await start_site();
  t.after(() => site.stop().catch(() => {})); // also where the test fails
  const { page } = await new_page(browser, { serviceWorkers: 'allow' });
  await page.goto(`${site.origin}/`);
  await atlas_ready(page);
  await until(page, async () => (await navigator.serviceWorker.ready).active?.state === 'activated' && (await caches.keys()).length === 1);
  const manifest = JSON.parse(readFileSync(`${dist}/manifest.webmanifest`, 'utf8'));
  assert.ok(manifest.start_url && manifest.icons.length > 0 && manifest.name);
  await site.stop();
  await page.goto('about:blank');
  await page.goto(`${site.origin}/#v1;date=2007-04`);
  await atlas_ready(page);
  assert.equal(await with_atlas(page, (atlas) => atlas.result.total), 66);
});

test('a newer version is fetched beside the old one and takes over whole at a next visit', { timeout: 60_000 }, async (t) => {
  const browser = await launch();
  t.after(() => browser.close());
  const site = await start_site();
  t.after(() => site.stop().catch(() => {})); // also where the test fails
  const { page } = await new_page(browser, { serviceWorkers: 'allow' });
  await page.goto(`${site.origin}/`);
  await atlas_ready(page);
  await until(page, async () => (await navigator.serviceWorker.ready).active?.state === 'activated');
  const [old] = await page.evaluate(() => caches.keys());
  const newer = `cluster-atlas ${site.origin}/ newer`;

  const html = readFileSync(`${dist}/index.html`, 'utf8').replace('<html', '<html data-version="newer"');
  for (const path of ['/', '/index.html']) site.pages[path] = html;
  const next = readFileSync(`${dist}/service_worker.js`, 'utf8').replace(/k_version = '[^']*'/, "k_version = 'newer'");
  assert.ok(next.includes("'newer'"));
  site.pages['/service_worker.js'] = { body: next, headers: { 'content-type': 'text/javascript' } };

  await page.goto('about:blank');
  await page.goto(`${site.origin}/#v1;date=2019`);
  await until(page, async () => (await navigator.serviceWorker.getRegistration())?.waiting);
  const version = () => page.evaluate(() => document.documentElement.dataset.version).catch(() => undefined);
  assert.equal(await version(), undefined, 'the page that is open keeps its files');
  assert.deepEqual((await page.evaluate(() => caches.keys())).sort(), [old, newer].sort());

  // a browser may leave the old worker in charge for as long as it has work: then it is the visit after that
  for (let visit = 0; visit < 8 && (await version()) !== 'newer'; ++visit) {
    await page.goto('about:blank');
    await page.goto(`${site.origin}/#v1;date=2019`).catch(() => {});
    await until(page, async () => !(await navigator.serviceWorker.getRegistration())?.waiting, 2500).catch(() => {});
  }
  assert.equal(await version(), 'newer');
  await atlas_ready(page);
  assert.equal(await with_atlas(page, (atlas) => atlas.state.date), '2019', 'what was shown is shown again');
  await until(page, async () => (await caches.keys()).length === 1);
  assert.deepEqual(await page.evaluate(() => caches.keys()), [newer]);
  await site.stop();
  await page.goto('about:blank');
  await page.goto(`${site.origin}/`);
  await atlas_ready(page);
  assert.equal(await version(), 'newer');
});

test('npm pack, install in an empty folder, types and module are there', () => {
  const folder = mkdtempSync(join(tmpdir(), 'atlas-npm-'));
  const packed = execFileSync('npm', ['pack', dist, '--silent', '--pack-destination', folder], { encoding: 'utf8' }).trim().split('\n').at(-1) ?? '';
  writeFileSync(join(folder, 'package.json'), '{"name":"host","private":true,"type":"module"}');
  execFileSync('npm', ['install', '--silent', '--offline', '--no-audit', '--no-fund', join(folder, packed)], { cwd: folder, stdio: 'pipe' });
  const home = join(folder, 'node_modules/cluster-atlas');
  const about = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8'));
  assert.equal(about.type, 'module');
  assert.deepEqual(Object.keys(about.exports['.'])[0], 'types');
  for (const entry of Object.values(about.exports)) for (const file of Object.values(typeof entry === 'string' ? { entry } : entry)) assert.ok(existsSync(join(home, file)), file);
  for (const file of ['README.md', 'LICENSES.txt', 'cluster-atlas.wasm', 'snapshot.json', 'france.map', 'cluster-atlas.html']) assert.ok(existsSync(join(home, file)), file);
  writeFileSync(join(folder, 'use.ts'), "import { mount, type Atlas } from 'cluster-atlas';\nexport const start = async (box: Element): Promise<Atlas> => mount(box, { lang: 'fr', state: { date: '2023', filter: { domains: ['health'] } } });\nexport const total = (atlas: Atlas): number => atlas.result.total;\n");
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions: { noEmit: true, strict: true, module: 'nodenext', target: 'es2022', lib: ['es2022', 'dom'], types: [] }, files: ['use.ts'] }));
  const tsc = fileURLToPath(new URL('../../node_modules/.bin/tsc', import.meta.url));
  execFileSync(tsc, ['-p', folder], { stdio: 'pipe' });
  assert.throws(() => {
    writeFileSync(join(folder, 'use.ts'), "import { mount } from 'cluster-atlas';\nmount(document.body, { lang: 7 });\n");
    execFileSync(tsc, ['-p', folder], { stdio: 'pipe' });
  });
});

/** The page that a regional agency saves: the single file with a table of 200 rows inside. */
async function saved_page() {
  const base = JSON.parse(readFileSync(`${dist}/snapshot.json`, 'utf8'));
  const file = join(mkdtempSync(join(tmpdir(), 'atlas-saved-')), 'atlas.html');
  const browser = await launch();
  try {
    const { page } = await new_page(browser, { acceptDownloads: true });
    await page.goto(single_file);
    await atlas_ready(page);
    await page.evaluate((table) => /** @type {any} */ (document.querySelector('cluster-atlas')).atlas.load(new File([table], 'grappes.csv')), table_of(base, 200));
    const [download] = await Promise.all([page.waitForEvent('download'), with_atlas(page, (atlas) => atlas.dispatch({ type: 'ask', service: 'savePage' }))]);
    await download.saveAs(file);
  } finally {
    await browser.close();
  }
  return `file://${file}`;
}

const k_files = [
  { what: 'the single file', address: async () => single_file, total: 53, some: 'lyonbiopole', domain: 'health', csv: /Lyonbiop/ },
  { what: 'a saved standalone page', address: saved_page, total: 200, some: 'grappe-n-2', domain: 'sante-bien-etre', csv: /Grappe ; n° 2,/ },
];
for (const { what, address, total, some, domain, csv } of k_files) describe(what, { timeout: 300_000 }, () => {
  for (const [name, start] of Object.entries(engines)) {
    test(`in ${name}: opens, drags, filters, selects, exports; no request, no complaint`, async () => {
      const engine = await start(spawn);
      try {
        await engine.open(await address());
        await engine.until('document.querySelector("cluster-atlas").atlas?.stats.frames > 0');
        const run = (/** @type {string} */ code) => engine.run(`(() => { const { atlas } = document.querySelector('cluster-atlas'); const root = document.querySelector('cluster-atlas').shadowRoot; ${code} })()`);
        assert.equal(await run('return atlas.result.total'), total);
        await engine.until('document.querySelector("cluster-atlas").shadowRoot.querySelector("[data-zone=timeline] [role=slider]")');
        const box = await run('const b = root.querySelector("[data-zone=timeline] [role=slider]").getBoundingClientRect(); return [b.x + b.width / 2, b.y + b.height / 2]');
        await engine.drag(box, [box[0] - 120, box[1]]);
        await engine.until('String(document.querySelector("cluster-atlas").atlas.state.date) < "2025"');
        const shown = await run(`atlas.setState({ filter: { domains: ["${domain}"] } }); return atlas.result.shown`);
        assert.ok(shown > 0 && shown < total / 2);
        assert.equal(await run(`atlas.dispatch({ type: "select", id: "${some}" }); return atlas.state.selected`), some);
        await run('window.csv = null; atlas.export("csv").then((blob) => blob.text()).then((text) => { window.csv = text; })');
        await engine.until('window.csv');
        assert.match(await engine.run('window.csv'), csv);
        assert.deepEqual(await engine.run('performance.getEntriesByType("resource").map((each) => each.name).filter((url) => !/^(blob|data):/.test(url))'), []);
        assert.deepEqual(await engine.complaints(), []);
      } finally {
        await engine.stop();
      }
    });
  }
});
