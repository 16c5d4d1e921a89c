// The record of the cut module's parts: what counts as moved.
import { deepEqual, equal, match } from 'node:assert/strict';
import { test } from 'node:test';
import { moved_parts, recorded_parts } from '../../tools/dist/part_sizes.mjs';

const k_recorded = { first: 600_000, later: 300_000 };

test('a part may grow or shrink by three per cent', () => {
  deepEqual(moved_parts(k_recorded, k_recorded), []);
  deepEqual(moved_parts({ first: 618_000, later: 291_000 }, k_recorded), []);
});

test('a part that moved further is named, with both sizes', () => {
  const [grown, shrunk] = moved_parts({ first: 618_001, later: 290_999 }, k_recorded);
  match(grown, /^first: 618001 bytes, recorded 600000 \(\+3\.0 %/);
  match(shrunk, /^later: 290999 bytes, recorded 300000 \(-3\.0 %/);
});

test('a part that came or went is named', () => {
  equal(moved_parts({ ...k_recorded, third: 1 }, k_recorded).length, 1);
  equal(moved_parts({ first: 600_000 }, k_recorded).length, 1);
});

test('each recorded compiler has the script and both parts of the module', () => {
  const all = Object.entries(recorded_parts());
  equal(all.length > 0, true);
  for (const [version, parts] of all) {
    match(version, /^\d+\.\d+\.\d+$/);
    deepEqual(Object.keys(parts), ['cluster-atlas.js', 'cluster-atlas.wasm', 'cluster-atlas-extras.wasm']);
  }
});
