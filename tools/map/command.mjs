// A map file by a recipe, as a command: tools/map.mjs here, cluster-atlas map in the npm package.
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { seats_at_sea, slivers } from './check.mjs';
import { geometry_bytes, on_grid } from './geometry.mjs';
import { head_of } from './head.mjs';
import { prepared } from './prepare.mjs';

/** @typedef {import('./head.mjs').Recipe} Recipe */

/** @param {string} path of a recipe */
export function make_map(path) {
  /** @type {Recipe} */
  const recipe = JSON.parse(readFileSync(path, 'utf8'));
  const parts = [recipe.main, ...(recipe.insets ?? [])];
  const maps = parts.map((part) => {
    const file = JSON.parse(readFileSync(join(dirname(path), part.source), 'utf8'));
    return on_grid(part.prepare ? prepared(file, part.projection, part.prepare) : file, part.coarser);
  });
  const head = head_of(recipe, maps);
  const codes = { regions: head.regions.map(({ code }) => code), neighbours: head.neighbours.map(({ code }) => code) };
  const geometry = geometry_bytes(parts.map(({ layers }, i) => ({ map: maps[i], layers })), codes);
  return { bytes: Buffer.concat([Buffer.from(`${JSON.stringify(head)}\0`), geometry]), maps, parts };
}

/** @param {string[]} args @returns {number} exit code */
export function main(args) {
  const at = args.indexOf('--snapshot');
  const [snapshot] = at < 0 ? [] : args.splice(at, 2).slice(1);
  const [recipe, target] = args;
  if (!recipe || !target) {
    console.error('usage: map RECIPE.json OUT.map [--snapshot SNAPSHOT.json]');
    return 2;
  }
  const { bytes, maps, parts } = make_map(recipe);
  const faults = [...slivers(maps, parts), ...(snapshot ? seats_at_sea(maps, parts, JSON.parse(readFileSync(snapshot, 'utf8'))) : [])];
  for (const fault of faults) console.error(`${target}: ${fault}`);
  if (faults.length > 0) return 1;
  writeFileSync(target, bytes);
  const head = bytes.indexOf(0);
  console.log(`${target}: ${bytes.length} bytes (head ${head}, geometry ${bytes.length - head - 1}), brotli ${brotliCompressSync(bytes).length}`);
  return 0;
}
