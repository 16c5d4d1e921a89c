// A table of clusters from bytes to the picture, in a browser, beside Papa Parse reading the same bytes into rows and no more; and
// how long the page was ever kept from drawing meanwhile.
// usage: node tests/bench/table_import.mjs [ROWS...]
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { atlas_ready, launch, new_page } from '../web/support/chromium.mjs';
import { start_site } from '../web/support/site.mjs';

const papa = readFileSync(createRequire(import.meta.url).resolve('papaparse/papaparse.min.js'), 'utf8');
const sizes = process.argv.slice(2).map(Number);

/** In the page. @param {number} rows */
async function measured(rows) {
  const lines = ['name;since;domain;city;lat;lng;website'];
  for (let i = 0; i < rows; ++i) lines.push(`Cluster ${i};${2005 + (i % 20)}-0${1 + (i % 9)};${['Health', 'Energy', 'Water'][i % 3]};Town ${i % 997};${(42 + ((i * 37) % 900) / 100).toFixed(4)};${(-4 + ((i * 53) % 1200) / 100).toFixed(4)};site${i}.example.org`);
  const text = lines.join('\n');
  const { atlas } = /** @type {any} */ (document.querySelector('cluster-atlas'));
  await atlas.preload();
  let longest = 0;
  let last = performance.now();
  let is_over = false;
  const watch = () => {
    const now = performance.now();
    longest = Math.max(longest, now - last);
    last = now;
    if (!is_over) requestAnimationFrame(watch);
  };
  requestAnimationFrame(watch);
  const start = performance.now();
  await atlas.load(new File([text], 'table.csv'));
  const imported = performance.now() - start;
  is_over = true;
  const before = performance.now();
  const { data } = Reflect.get(globalThis, 'Papa').parse(text);
  const papa_ms = performance.now() - before;
  return { bytes: text.length, imported, longest, papa_ms, is_whole: data.length === rows + 1 && JSON.parse(atlas.snapshot_json).clusters.length === rows };
}

const site = await start_site();
const browser = await launch();
for (const rows of sizes.length > 0 ? sizes : [10_000, 100_000]) {
  const { page } = await new_page(browser);
  await page.goto(`${site.origin}/index.html`);
  await atlas_ready(page);
  await page.evaluate(papa);
  const { bytes, imported, longest, papa_ms, is_whole } = await page.evaluate(measured, rows);
  if (!is_whole) throw new Error('rows are missing');
  console.log(`table of ${rows} rows (${(bytes / 1e6).toFixed(1)} MB): ${imported.toFixed(0)} ms to the picture, longest frame ${longest.toFixed(0)} ms; Papa Parse, rows only: ${papa_ms.toFixed(0)} ms`);
  await page.context().close();
}
await browser.close();
await site.stop();
