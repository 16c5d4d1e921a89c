// Snapshots for the browser: clusters round towns of very different size, always the same for one number.
import { readFileSync } from 'node:fs';

const read = (/** @type {string} */ path) => JSON.parse(readFileSync(new URL(`../../data/${path}`, import.meta.url), 'utf8'));
export const bundled = () => read('snapshot.json');

/** Numbers in [0, 1) from a seed (mulberry32). @param {number} seed */
function random_of(seed) {
  return () => {
    seed = (seed + 0x6d2b79f5) | 0;
    let mixed = Math.imul(seed ^ (seed >>> 15), 1 | seed);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** @param {number} count */
export function synthetic(count) {
  const { schema, meta, sources, regions, domains, sectors } = bundled();
  const { terms, classes, units, countries, ...named } = meta;
  for (const key of ['tour', 'rosters', 'chapters']) delete named[key];
  const random = random_of(20050712);
  const towns = Array.from({ length: 240 }, () => ({ lng: -1 + 7 * random(), lat: 43.5 + 6 * random(), spread: 0.02 + 0.2 * random() }));
  const source = [sources[0].id];
  const clusters = Array.from({ length: count }, (_, i) => {
    const town = towns[Math.floor(random() ** 2 * towns.length)];
    const off = () => (random() + random() + random() - 1.5) * town.spread;
    const seat = { city: 'Paris', insee: '75056', lat: town.lat + off(), lng: town.lng + off(), source };
    const from = `${2005 + Math.floor(15 * random())}-0${1 + Math.floor(9 * random())}-01`;
    return { id: `s${i}`, name: `Synthetic ${i}`, sectors: [sectors[Math.floor(random() * sectors.length)].id], seat, labels: [{ from, source }] };
  });
  return { schema, meta: { ...named, terms, classes, units, countries }, sources, regions, domains, sectors, clusters };
}

/** Where clusters with a label have their seat, as the atlas shows them on its newest date. @param {any} snapshot @returns {number[][]} */
export const seats = ({ clusters }) => clusters.filter((/** @type {any} */ { seat, labels }) => seat?.lng !== undefined && labels?.some((/** @type {any} */ label) => !label.to)).map((/** @type {any} */ { seat }) => [seat.lng, seat.lat]);
