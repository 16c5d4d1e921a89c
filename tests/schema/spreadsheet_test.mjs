// The table of `cluster-atlas csv`, opened in LibreOffice: columns, accents, numbers; and nothing that runs.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { open_in_calc, records_of, with_hostile_names } from '../support/spreadsheet.mjs';

const root = fileURLToPath(new URL('../../', import.meta.url));
const program = process.env.CLUSTER_ATLAS ?? join(root, 'build/native/bin/cluster-atlas');
const csv_of = (/** @type {string} */ file, /** @type {string} */ lang, input = '') => execFileSync(program, ['--lang', lang, 'csv', file], { input, maxBuffer: 1 << 26 });

for (const lang of /** @type {const} */ (['fr', 'en'])) {
  const words = { fr: { name: 'nom', city: 'commune', latitude: 'latitude', president: 'présidence', code: 'code de la commune' }, en: { name: 'name', city: 'commune', latitude: 'latitude', president: 'president', code: 'code of the commune' } }[lang];

  test(`${lang}: the bundled snapshot, cell by cell`, () => {
    const { clusters } = JSON.parse(readFileSync(join(root, 'data/snapshot.json'), 'utf8'));
    const records = records_of(open_in_calc(csv_of(join(root, 'data/snapshot.json'), lang), lang));
    assert.equal(records.length, clusters.length);
    for (const [i, cluster] of clusters.entries()) {
      assert.equal(records[i][words.name].text, cluster.name);
      assert.equal(records[i][words.city].text, cluster.seat?.city ?? '');
      assert.equal(records[i][words.latitude].value, cluster.seat?.lat ?? null, cluster.id);
      assert.equal(records[i][words.president].text, cluster.president?.name ?? '');
      for (const cell of Object.values(records[i])) assert.equal(cell.formula, null);
    }
  });

  test(`${lang}: names that look like formulas stay names`, () => {
    const snapshot = with_hostile_names(JSON.parse(readFileSync(join(root, 'data/examples/three_organisations.json'), 'utf8')));
    const rows = open_in_calc(csv_of('-', lang, JSON.stringify(snapshot)), lang);
    for (const cell of rows.flat()) assert.equal(cell.formula, null, cell.text);
    assert.deepEqual(records_of(rows).map((record) => record[words.name].text), ["'=1+1", "'+33 4;\"5\"", "'@SUM(A1)"]);
    const text = rows.flat().map((cell) => cell.text).join('\n');
    for (const part of ['-2+3', 'Œuvre d’été à Nîmes, «\u00a0ÿ\u00a0»', '=HYPERLINK("http://127.0.0.1/";"x")']) assert.ok(text.includes(part), part);
  });
}
