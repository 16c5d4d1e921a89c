// A large snapshot of invented clusters all over Europe, for the demo: the same bytes every time.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const k_clusters = 1500;
const k_domains = /** @type {const} */ ([
  ['health', 'Santé', 'Health', 'Gesundheit'],
  ['digital', 'Numérique', 'Digital', 'Digitales'],
  ['energy', 'Énergie', 'Energy', 'Energie'],
  ['mobility', 'Mobilité', 'Mobility', 'Mobilität'],
  ['aero', 'Aérospatial', 'Aerospace', 'Luftfahrt'],
  ['industry', 'Industrie', 'Industry', 'Industrie'],
  ['agri', 'Agroalimentaire', 'Agri-food', 'Ernährung'],
  ['water', 'Eau', 'Water', 'Wasser'],
]);
const k_first = ['Nord', 'Blue', 'Via', 'Terra', 'Alpha', 'Inter', 'Novo', 'Vita', 'Mare', 'Sol', 'Lumi', 'Ferro', 'Agri', 'Quant', 'Geo', 'Opti'];
const k_second = ['valley', 'hub', 'lab', 'net', 'port', 'campus', 'forge', 'mind', 'field', 'line', 'wave', 'works'];

/** Park and Miller's generator, 1988. @param {number} seed @returns {() => number} from 0 to 1 */
function random_from(seed) {
  let state = seed;
  return () => (state = (state * 48271) % 2147483647) / 2147483647;
}

/** @typedef {[number, number]} Point */
/** @typedef {{code: string, name: {fr: string, en: string}, rings: Point[][]}} Country */

/** @param {string} root @returns {Country[]} in degrees */
function countries(root) {
  const map = JSON.parse(readFileSync(join(root, 'data/map/europe.topojson'), 'utf8'));
  const { scale: [sx, sy], translate: [tx, ty] } = map.transform;
  const arcs = map.arcs.map((/** @type {Point[]} */ arc) => {
    let x = 0, y = 0;
    return arc.map(([dx, dy]) => [(x += dx) * sx + tx, (y += dy) * sy + ty]);
  });
  const points = (/** @type {number[]} */ ring) => ring.flatMap((ref) => (ref < 0 ? [...arcs[~ref]].reverse() : arcs[ref]));
  return map.objects.regions.geometries.map((/** @type {any} */ { type, arcs: rings, properties }) => ({
    code: properties.code,
    name: { fr: properties.name_fr, en: properties.name_en },
    rings: (type === 'Polygon' ? rings : rings.flat()).map(points),
  }));
}

/** @param {Point} at @param {Point[][]} rings even-odd */
function is_inside([x, y], rings) {
  let is = false;
  for (const ring of rings) {
    ring.forEach(([bx, by], i) => {
      const [ax, ay] = ring.at(i - 1) ?? [bx, by];
      if (ay > y !== by > y && x < ax + ((y - ay) / (by - ay)) * (bx - ax)) is = !is;
    });
  }
  return is;
}

/** A place on the largest piece of land, which leaves the far islands alone. @param {Country} country @param {() => number} random @returns {Point} */
function place_in({ rings }, random) {
  const [largest] = [...rings].sort((a, b) => b.length - a.length);
  const xs = largest.map(([x]) => x), ys = largest.map(([, y]) => y);
  const [west, east, south, north] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  for (;;) {
    const at = /** @type {Point} */ ([west + random() * (east - west), south + random() * (north - south)]);
    if (is_inside(at, [largest])) return at;
  }
}

/** @param {number} index @param {Country} country @param {() => number} random */
function cluster(index, country, random) {
  const pick = (/** @type {readonly string[]} */ list) => list[Math.floor(random() * list.length)];
  const [lng, lat] = place_in(country, random).map((degrees) => Math.round(degrees * 1e4) / 1e4);
  const from = 2005 + Math.floor(random() * 18);
  const ends = random() < 0.25 ? { to: String(Math.min(from + 4 + Math.floor(random() * 8), 2026)) } : {};
  return {
    id: `c${index}`,
    name: `${pick(k_first)}${pick(k_second)} ${country.code} ${index}`,
    seat: { city: country.name.en, lat, lng, region: country.code, confidence: 'high', source: ['invented'] },
    regions: [country.code],
    sectors: [pick(k_domains.map(([id]) => id))],
    labels: [{ from: String(from), ...ends, confidence: 'high', source: ['invented'] }],
  };
}

/** @param {string} root @returns {object} a snapshot */
export function europe(root) {
  const random = random_from(1500);
  const all = countries(root);
  // as many as the outline is long, which favours neither the large nor the small
  const weights = all.map(({ rings }) => Math.sqrt(rings.flat().length));
  const sum = weights.reduce((a, b) => a + b);
  const counts = weights.map((weight) => Math.floor((weight / sum) * k_clusters));
  counts[0] += k_clusters - counts.reduce((a, b) => a + b);
  let index = 0;
  const clusters = all.flatMap((country, i) => Array.from({ length: counts[i] }, () => cluster(index++, country, random)));
  const text = (/** @type {string} */ fr, /** @type {string} */ en) => ({ fr, en });
  const named = k_domains.map(([id, fr, en, de]) => ({ id, name: { fr, en, de } }));
  return {
    schema: 1,
    meta: {
      map: 'europe.map',
      title: text('Une Europe inventée', 'An invented Europe'),
      description: text('1 500 grappes tirées au sort dans 37 pays.', '1,500 clusters drawn at random in 37 countries.'),
      date: '2026-11',
      default_date: '2026',
      licence: text('Données inventées, licence MIT.', 'Invented data, MIT licence.'),
      authorship: text('Le programme tools/dist/europe.mjs.', 'The program tools/dist/europe.mjs.'),
    },
    sources: [{ id: 'invented', kind: 'inference', title: 'tools/dist/europe.mjs' }],
    regions: all.map(({ code, name }) => ({ code, name })),
    domains: named,
    sectors: named.map(({ id, name }) => ({ id, domain: id, name })),
    clusters,
  };
}
