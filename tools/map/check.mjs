// What a map must hold: no region that is a sliver, and every seat of a snapshot on the land or near it.
import proj4 from 'proj4';
import { rings_of } from './geometry.mjs';
import { proj_of } from './prepare.mjs';

/** @typedef {import('./geometry.mjs').Topology} Topology */
/** @typedef {import('./geometry.mjs').Point} Point */
/** @typedef {import('./head.mjs').Part} Part */
/** @typedef {{id: string, seat?: {lat?: number, lng?: number, city?: string, kind?: string}}} Cluster */

const k_near_m = 5000;
const k_thinnest = 0.0005; // area over the square of the perimeter; a strip fifty times as long as wide has 0.005

/** @param {Topology} map @param {number[]} ring line references @returns {Point[]} in metres */
function points_of(map, ring) {
  const { scale, translate } = map.transform;
  return ring.flatMap((ref) => (ref < 0 ? [...map.arcs[~ref]].reverse() : map.arcs[ref]).slice(1)).map(([x, y]) => [x * scale[0] + translate[0], y * scale[1] + translate[1]]);
}

/** @param {Topology} map on its grid @param {Part} part */
function regions_of(map, { layers }) {
  const all = map.objects[layers.regions.object].geometries;
  return all.map((geometry) => ({ code: geometry.properties[layers.regions.code], rings: rings_of(geometry).map((ring) => points_of(map, ring)) }));
}

/** @param {Point[]} ring */
function measure(ring) {
  let area = 0, length = 0;
  ring.forEach(([x, y], i) => {
    const [px, py] = ring.at(i - 1) ?? [x, y];
    area += (px * y - x * py) / 2;
    length += Math.hypot(x - px, y - py);
  });
  return { area: Math.abs(area), length };
}

/** Regions without land, and those whose largest ring is next to a line. @param {Topology[]} maps @param {Part[]} parts */
export function slivers(maps, parts) {
  return maps.flatMap((map, i) =>
    regions_of(map, parts[i]).flatMap(({ code, rings }) => {
      const [largest] = rings.map(measure).sort((a, b) => b.area - a.area);
      if (!largest || largest.area === 0) return [`region ${code} has no land`];
      return largest.area / largest.length ** 2 < k_thinnest ? [`region ${code} is a sliver`] : [];
    }),
  );
}

/** @param {Point} at @param {Point} a @param {Point} b */
function distance_to_side([x, y], [ax, ay], [bx, by]) {
  const [dx, dy] = [bx - ax, by - ay];
  const part = Math.max(0, Math.min(1, ((x - ax) * dx + (y - ay) * dy) / (dx * dx + dy * dy || 1)));
  return Math.hypot(x - ax - part * dx, y - ay - part * dy);
}

/** 0 inside. @param {Point} at @param {Point[][]} rings even-odd */
function distance_to_land(at, rings) {
  let is_inside = false, nearest = Infinity;
  for (const ring of rings) {
    ring.forEach((b, i) => {
      const a = ring.at(i - 1) ?? b;
      if (a[1] > at[1] !== b[1] > at[1] && at[0] < a[0] + ((at[1] - a[1]) / (b[1] - a[1])) * (b[0] - a[0])) is_inside = !is_inside;
      nearest = Math.min(nearest, distance_to_side(at, a, b));
    });
  }
  return is_inside ? 0 : nearest;
}

/** @param {{lng: number, lat: number}} seat @param {Part[]} parts */
function territory_of({ lng, lat }, parts) {
  const found = parts.findIndex(({ box }) => {
    if (!box) return false;
    const [west, south, east, north] = /** @type {number[]} */ (box);
    return lat >= south && lat <= north && (west <= east ? lng >= west && lng <= east : lng >= west || lng <= east);
  });
  return Math.max(found, 0);
}

/** @param {Topology[]} maps @param {Part[]} parts @param {{clusters: Cluster[]}} snapshot */
export function seats_at_sea(maps, parts, snapshot) {
  const land = maps.map((map, i) => regions_of(map, parts[i]).map(({ rings }) => rings));
  return snapshot.clusters.flatMap(({ id, seat }) => {
    if (!seat || seat.kind === 'none' || seat.lat === undefined || seat.lng === undefined) return [];
    const { lat, lng } = seat;
    const territory = territory_of({ lat, lng }, parts);
    const at = /** @type {Point} */ (proj4(proj_of(parts[territory].projection)).forward([lng, lat]));
    const far = Math.min(...land[territory].map((rings) => distance_to_land(at, rings)));
    return far > k_near_m ? [`${id}: ${seat.city ?? 'its seat'} lies ${Math.round(far / 1000)} km from the land`] : [];
  });
}
