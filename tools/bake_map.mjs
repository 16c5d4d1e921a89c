// Bakes data/map/*.topojson into one C++ byte array that src/core/geo/map_geometry.cpp reads.
// Every border line is stored once, with what lies on its two sides; areas are rings of such lines. Triangles and levels
// of detail are computed when the map is read: stored, they would cost 10 KB more after compression.
// usage: node bake_map.mjs MAP_FOLDER OUTPUT.cpp
//
// Format, all integers LEB128 varints (s: zigzag), coordinates on the grid of the TopoJSON:
//   territory count, then for each: step_x step_y origin_x origin_y (float64 little endian),
//   area count, per area: kind (0 region, 1 neighbour), three bytes of code,
//   line count, per line: vertex count, kind (BorderKind), left area + 1, right area + 1 (0: sea),
//   s dx of all vertices (a line's first one relative to the line before), then s dy of all vertices,
//   per area: ring count, per ring: length, s line references (~line: reversed).
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** @typedef {[number, number]} Point */
/** @typedef {{type: string, arcs?: any, properties: Record<string, string>}} Geometry */
/** @typedef {{arcs: Point[][], transform: {scale: Point, translate: Point}, objects: Record<string, {geometries: Geometry[]}>}} Topology */

const files = [
  { file: 'france_metro.l93', regions: 'regions', departments: 'departements', coarser: [3, 4] }, // 107 m x 95 m
  { file: 'guadeloupe', regions: 'guadeloupe' },
  { file: 'martinique', regions: 'martinique' },
  { file: 'guyane', regions: 'guyane' },
  { file: 'la_reunion', regions: 'la_reunion' },
  { file: 'mayotte', regions: 'mayotte' },
];
const kind = { coast: 0, region: 1, department: 2, neighbour: 3, neighbourCoast: 4, frontier: 5, frame: 6 };
const islandAtMost = 2000; // grid steps, about 200 km: Sardinia is simply cut
const pushedOut = 30000; // grid steps: land that ends at the clipping frame goes on far beyond it

/** @type {number[]} */
const out = [];
const varint = (/** @type {number} */ value) => {
  for (; value > 127; value = Math.floor(value / 128)) out.push((value % 128) + 128);
  out.push(value);
};
const signed = (/** @type {number} */ value) => varint(value < 0 ? -2 * value - 1 : 2 * value);
const float64 = (/** @type {number} */ value) => out.push(...new Uint8Array(new Float64Array([value]).buffer));

/** @typedef {{file: string, regions: string, departments?: string, coarser?: number[]}} Source */

/** @param {string} path @param {Source} source @returns {Topology} with absolute points, on the grid that is shipped */
const readTopology = (path, { coarser = [1, 1] }) => {
  const map = /** @type {Topology} */ (JSON.parse(readFileSync(path, 'utf8')));
  const scale = /** @type {Point} */ (map.transform.scale.map((step, axis) => step * coarser[axis]));
  const arcs = map.arcs.map((arc) => {
    let x = 0, y = 0;
    const points = arc.map(([dx, dy]) => /** @type {Point} */ ([
      Math.round((x += dx) / coarser[0]), Math.round((y += dy) / coarser[1])]));
    return points.filter((p, i) => i === 0 || i === points.length - 1 || String(p) !== String(points[i - 1]));
  });
  return { ...map, arcs, transform: { ...map.transform, scale } };
};

/** @param {Geometry} geometry @returns {number[][]} rings of line references */
const ringsOf = (geometry) =>
  geometry.type === 'Polygon' ? geometry.arcs : geometry.type === 'MultiPolygon' ? geometry.arcs.flat() : [];

/** Splits a line into stretches inside the clipping frame and along it. @param {Point[]} points @param {number[]} frame */
const splitAtFrame = (points, frame) => {
  const onFrame = (/** @type {Point} */ a, /** @type {Point} */ b) =>
    [0, 1].some((axis) => a[axis] === b[axis] && (a[axis] === frame[axis] || a[axis] === frame[axis + 2]));
  /** @type {{points: Point[], onFrame: boolean}[]} */
  const parts = [];
  for (let i = 1; i < points.length; ++i) {
    const along = onFrame(points[i - 1], points[i]);
    const last = parts.at(-1);
    if (last && last.onFrame === along) last.points.push(points[i]);
    else parts.push({ points: [points[i - 1], points[i]], onFrame: along });
  }
  return parts;
};

/** @param {Point[]} points @param {number[]} frame @returns {Point[]} the same stretch, carried outwards unless it cuts an island */
const pushOut = (points, frame) => {
  const [first, last] = [points[0], /** @type {Point} */ (points.at(-1))];
  if (Math.hypot(last[0] - first[0], last[1] - first[1]) < islandAtMost) return points;
  const moved = points.map(([x, y]) => /** @type {Point} */ ([
    x === frame[0] ? x - pushedOut : x === frame[2] ? x + pushedOut : x,
    y === frame[1] ? y - pushedOut : y === frame[3] ? y + pushedOut : y,
  ]));
  return [first, ...moved, last];
};

/** @param {Topology} map */
const clippingFrame = (map) => {
  const [xs, ys] = [0, 1].map((axis) => map.arcs.flat().map((p) => p[axis]));
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
};

/** Who uses each line: area indices of regions and neighbours, department codes. */
const usersOf = (/** @type {Topology} */ map, /** @type {{geometry: Geometry}[]} */ areas, /** @type {string|undefined} */ departments) => {
  const users = map.arcs.map(() => ({ areas: /** @type {number[]} */ ([]), departments: /** @type {string[]} */ ([]) }));
  areas.forEach(({ geometry }, index) => ringsOf(geometry).flat().forEach((ref) => users[ref < 0 ? ~ref : ref].areas.push(index)));
  for (const geometry of departments ? map.objects[departments].geometries : []) {
    ringsOf(geometry).flat().forEach((ref) => users[ref < 0 ? ~ref : ref].departments.push(geometry.properties.region));
  }
  return users;
};

/** @param {{areas: number[], departments: string[]}} user @param {boolean[]} isRegion @param {string[]} codes */
const classify = (user, isRegion, codes) => {
  const [a, b] = [...user.areas].sort((p, q) => p - q);
  if (a === undefined) {
    const own = codes.indexOf(user.departments[0]);
    return { kind: kind.department, left: own + 1, right: own + 1 };
  }
  if (b === undefined) return { kind: isRegion[a] ? kind.coast : kind.neighbourCoast, left: a + 1, right: 0 };
  const both = { left: a + 1, right: b + 1 };
  if (isRegion[a] && isRegion[b]) return { kind: kind.region, ...both };
  return { kind: isRegion[a] || isRegion[b] ? kind.frontier : kind.neighbour, ...both };
};

/** @param {Topology} map @param {Source} source */
const areasOf = (map, source) => {
  const named = (/** @type {string} */ object, /** @type {boolean} */ isRegion) =>
    (map.objects[object]?.geometries ?? []).filter((g) => ringsOf(g).length > 0).map((geometry) => {
      const { code, region, a3 } = geometry.properties;
      return { geometry, isRegion, code: isRegion ? (source.departments ? code : region) : a3 };
    });
  return [...named(source.regions, true), ...named('voisins', false)];
};

/** @param {Topology} map @param {Source} source */
const bake = (map, source) => {
  const areas = areasOf(map, source), frame = clippingFrame(map);
  const users = usersOf(map, areas, source.departments);
  /** @type {{points: Point[], kind: number, left: number, right: number}[]} */
  const lines = [];
  const parts = map.arcs.map((points, arc) => {
    if (users[arc].areas.length + users[arc].departments.length === 0) return [];
    const what = classify(users[arc], areas.map((a) => a.isRegion), areas.map((a) => a.code));
    return splitAtFrame(points, frame).map((part) => {
      const framed = part.onFrame && what.kind === kind.neighbourCoast;
      return lines.push({ ...what, points: framed ? pushOut(part.points, frame) : part.points, kind: framed ? kind.frame : what.kind }) - 1;
    });
  });
  const rings = areas.map(({ geometry }) => ringsOf(geometry).map((ring) => ring.flatMap((ref) =>
    ref < 0 ? parts[~ref].map((line) => ~line).reverse() : parts[ref])));
  return { areas, lines, rings };
};

/** @param {Topology} map @param {ReturnType<typeof bake>} baked */
const write = (map, { areas, lines, rings }) => {
  [...map.transform.scale, ...map.transform.translate].forEach(float64);
  varint(areas.length);
  areas.forEach((area) => out.push(area.isRegion ? 0 : 1, ...Buffer.from(area.code.padEnd(3))));
  varint(lines.length);
  lines.forEach((line) => [line.points.length, line.kind, line.left, line.right].forEach(varint));
  for (const axis of [0, 1]) {
    let previous = 0;
    lines.forEach((line) => line.points.forEach((p) => { signed(p[axis] - previous); previous = p[axis]; }));
  }
  rings.forEach((area) => {
    varint(area.length);
    area.forEach((ring) => { varint(ring.length); ring.forEach(signed); });
  });
};

const [folder, target] = process.argv.slice(2);
varint(files.length);
for (const source of files) {
  const map = readTopology(join(folder, `${source.file}.topojson`), source);
  write(map, bake(map, source));
}
writeFileSync(target, `// made by tools/bake_map.mjs from data/map
#include "core/geo/map_geometry.hpp"
namespace atlas {
namespace {
constexpr std::uint8_t k_map[] = {${out.join(',').replace(/(.{120}),/g, '$1,\n')}};
}
std::span<const std::uint8_t> baked_map() { return k_map; }
}
`);
console.log(`map: ${out.length} bytes`);
if (process.env.ATLAS_MAP_BLOB) writeFileSync(process.env.ATLAS_MAP_BLOB, Buffer.from(out));
