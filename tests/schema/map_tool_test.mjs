// The tool that makes map files: the committed maps are what their recipes give, and what no map may hold is refused.
import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { make_map } from '../../tools/map/command.mjs';

const folder = mkdtempSync(join(tmpdir(), 'atlas-map-'));
/** @param {string} name @param {object} json */
const file_of = (name, json) => {
  writeFileSync(join(folder, name), JSON.stringify(json));
  return join(folder, name);
};
/** @param {number[]} sides @param {string} code */
const box = ([west, south, east, north], code) => ({
  type: 'Feature',
  properties: { code, local: `Land ${code}` },
  geometry: { type: 'Polygon', coordinates: [[[west, south], [west, north], [east, north], [east, south], [west, south]]] },
});
/** @param {object[]} features @param {object} [more] */
function recipe_of(features, more = {}) {
  file_of('land.json', { type: 'FeatureCollection', features });
  const layer = { object: 'all', code: 'code', names: { en: 'local', fr: 'local' } };
  return file_of('recipe.json', {
    credits: [],
    main: {
      source: 'land.json',
      prepare: { step_m: 100, simplify_m2: 1000, least_m2: 0 },
      layers: { regions: layer },
      projection: { kind: 'lambert-azimuthal', lng_0: 10, lat_0: 50 },
      frame: [-2e5, -2e5, 2e5, 2e5],
      home: [10, 50],
      cover: [-4e5, -4e5, 4e5, 4e5],
      graticule: [0, 40, 20, 60],
      graticule_step: 2,
      ...more,
    },
  });
}
/** @param {Buffer} bytes */
const head_of = (bytes) => JSON.parse(bytes.subarray(0, bytes.indexOf(0)).toString('utf8'));

for (const name of ['france', 'germany', 'belgium', 'europe']) {
  test(`${name}.map is what its recipe gives`, () => {
    assert.ok(make_map(`data/map/${name}.json`).bytes.equals(readFileSync(`data/map/${name}.map`)));
  });
}

test('GeoJSON in degrees becomes a map: one line between neighbours, in metres', () => {
  const { bytes, maps } = make_map(recipe_of([box([9, 49, 10, 51], 'W'), box([10, 49, 11, 51], 'E')]));
  assert.deepEqual(head_of(bytes).regions, [{ code: 'E', name: 'Land E' }, { code: 'W', name: 'Land W' }]);
  assert.equal(maps[0].arcs.length, 3); // the border, and what is left of each outline
  const { scale, translate } = maps[0].transform;
  const xs = maps[0].arcs.flat().map(([x]) => x * scale[0] + translate[0]);
  assert.ok(Math.abs(Math.max(...xs) - 73_200) < 300, String(Math.max(...xs))); // a degree at 49° N: 73.2 km
});

test('areas are dissolved by a property', () => {
  const layer = { object: 'joined', code: 'local' };
  const features = [box([9, 49, 10, 51], 'W'), box([10, 49, 11, 51], 'E')];
  for (const { properties } of features) properties.local = 'one';
  const { bytes, maps } = make_map(recipe_of(features, { layers: { regions: layer }, prepare: { step_m: 100, simplify_m2: 1000, least_m2: 0, dissolve: { joined: { from: 'all', by: 'local' } } } }));
  assert.deepEqual(head_of(bytes).regions, [{ code: 'one' }]);
  assert.equal(maps[0].objects.joined.geometries.length, 1);
});

describe('the command', () => {
  /** @param {string[]} args */
  const run = (...args) => spawnSync('node', ['tools/map.mjs', ...args], { encoding: 'utf8' });
  test('prints the bytes', () => {
    const said = execFileSync('node', ['tools/map.mjs', recipe_of([box([9, 49, 11, 51], 'A')]), join(folder, 'out.map')], { encoding: 'utf8' });
    assert.match(said, /out\.map: \d+ bytes \(head \d+, geometry \d+\), brotli \d+/);
  });
  test('refuses a sliver', () => {
    const { status, stderr } = run(recipe_of([box([9, 49, 11, 51], 'A'), box([9, 51, 11, 51.0005], 'thin')]), join(folder, 'no.map'));
    assert.equal(status, 1);
    assert.match(stderr, /region thin (is a sliver|has no land)/);
  });
  test('refuses a map that a seat lies outside of', () => {
    const clusters = [{ id: 'ashore', seat: { lat: 50, lng: 10 } }, { id: 'near', seat: { lat: 50, lng: 11.03 } }, { id: 'adrift', seat: { lat: 50, lng: 12, city: 'Nowhere' } }];
    const { status, stderr } = run(recipe_of([box([9, 49, 11, 51], 'A')]), join(folder, 'no.map'), '--snapshot', file_of('snapshot.json', { clusters }));
    assert.equal(status, 1);
    assert.match(stderr, /adrift: Nowhere lies 7\d km from the land/);
    assert.doesNotMatch(stderr, /ashore|near/);
  });
  test('says how it is called', () => assert.equal(run().status, 2));
});
