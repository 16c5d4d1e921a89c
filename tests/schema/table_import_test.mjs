// `cluster-atlas import`: every table of tests/fixtures/tables makes a snapshot that the schema and `check` take, and is
// told of in the reader's language.
import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { Ajv2020 } from 'ajv/dist/2020.js';

const root = fileURLToPath(new URL('../../', import.meta.url));
const program = process.env.CLUSTER_ATLAS ?? join(root, 'build/native/bin/cluster-atlas');
const folder = join(root, 'tests/fixtures/tables');
const schema = JSON.parse(readFileSync(join(root, 'data/snapshot.schema.json'), 'utf8'));
const validate = new Ajv2020({ allErrors: true, strict: true, strictRequired: false, strictTypes: false }).compile(schema);
const run = (/** @type {string[]} */ ...words) => spawnSync(program, words, { encoding: 'utf8', maxBuffer: 1 << 26 });

for (const name of readdirSync(folder)) {
  test(`${name} makes a snapshot`, () => {
    const { status, stdout } = run('import', join(folder, name));
    assert.equal(status, 0);
    assert.ok(validate(JSON.parse(stdout)), JSON.stringify(validate.errors?.slice(0, 3)));
    execFileSync(program, ['check', '-'], { input: stdout });
  });
}

test('what is told, and the usage', () => {
  const messy = join(folder, 'messy.csv');
  assert.match(run('--lang', 'fr', 'import', messy).stderr, /Ligne 7, colonne «\u00a0Since\u00a0»\u202f: «\u00a031\/02\/2010\u00a0» n’existe pas/);
  assert.match(run('--lang', 'en', 'import', messy).stderr, /Row 7, column “Since”: “31\/02\/2010” is not in the calendar/);
  assert.match(run('--lang', 'de', 'import', messy).stderr, /Zeile 7, Spalte „Since“: „31\/02\/2010“ steht nicht im Kalender/);
  assert.equal(run('import').status, 2);
  assert.equal(run('import', messy, '--dates', 'ymd').status, 2);
  assert.equal(run('import', join(root, 'README.md')).status, 1);
  assert.equal(run('import', 'nothing.csv').status, 1);
});

test('on a map, with its regions', () => {
  const { stdout } = run('import', join(folder, 'de.csv'), '--map', join(root, 'data/map/germany.map'));
  const { meta, clusters } = JSON.parse(stdout);
  assert.equal(meta.map, 'germany.map');
  assert.equal(clusters[0].seat.region, 'DE-BW');
});
