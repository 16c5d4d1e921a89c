// The geometry of a map file out of one TopoJSON topology for each territory, in plane metres. Every border line is
// stored once, with what lies on its two sides; areas are rings of such lines. Triangles and levels of detail are
// computed when the map is read: stored, they would cost a third more after compression. Format: data/map/README.md.

/** @typedef {[number, number]} Point */
/** @typedef {{type: string, arcs?: any, properties: Record<string, string>}} Geometry */
/** @typedef {{arcs: Point[][], transform: {scale: Point, translate: Point}, objects: Record<string, {geometries: Geometry[]}>}} Topology */
/** @typedef {{object: string, code: string}} Layer an object of the topology, and the property that holds its codes */
/** @typedef {{regions: Layer, neighbours?: Layer, subdivisions?: Layer}} Layers a subdivision's code is its region's */
/** @typedef {{regions: string[], neighbours: string[]}} Codes what areas refer to by number */

const kind = { coast: 0, region: 1, subdivision: 2, neighbour: 3, neighbourCoast: 4, frontier: 5, frame: 6 };
const k_island_part = 0.0855; // of the frame's width: an island as large is simply cut
const k_pushed_part = 1.3; // other land that ends at the clipping frame goes on as far beyond it

/** @type {number[]} */
let out = [];
const varint = (/** @type {number} */ value) => {
  for (; value > 127; value = Math.floor(value / 128)) out.push((value % 128) + 128);
  out.push(value);
};
const signed = (/** @type {number} */ value) => varint(value < 0 ? -2 * value - 1 : 2 * value);
const float64 = (/** @type {number} */ value) => out.push(...new Uint8Array(new Float64Array([value]).buffer));

/**
 * With absolute points, on the grid that is shipped.
 * @param {Topology} map as TopoJSON stores it
 * @param {number[]} coarser how many steps of the file's grid make one, east and north
 * @returns {Topology}
 */
export function on_grid(map, [across, up] = [1, 1]) {
  const { scale, translate } = map.transform;
  const arcs = map.arcs.map((arc) => {
    let x = 0, y = 0;
    const points = arc.map(([dx, dy]) => /** @type {Point} */ ([Math.round((x += dx) / across), Math.round((y += dy) / up)]));
    return points.filter((p, i) => i === 0 || i === points.length - 1 || String(p) !== String(points[i - 1]));
  });
  return { ...map, arcs, transform: { scale: [scale[0] * across, scale[1] * up], translate } };
}

/** @param {Geometry} geometry @returns {number[][]} rings of line references */
export const rings_of = (geometry) =>
  geometry.type === 'Polygon' ? geometry.arcs : geometry.type === 'MultiPolygon' ? geometry.arcs.flat() : [];

/** Splits a line into stretches inside the clipping frame and along it. @param {Point[]} points @param {number[]} frame */
function split_at_frame(points, frame) {
  const on_frame = (/** @type {Point} */ a, /** @type {Point} */ b) =>
    [0, 1].some((axis) => a[axis] === b[axis] && (a[axis] === frame[axis] || a[axis] === frame[axis + 2]));
  /** @type {{points: Point[], is_on_frame: boolean}[]} */
  const parts = [];
  for (let i = 1; i < points.length; ++i) {
    const along = on_frame(points[i - 1], points[i]);
    const last = parts.at(-1);
    if (last && last.is_on_frame === along) last.points.push(points[i]);
    else parts.push({ points: [points[i - 1], points[i]], is_on_frame: along });
  }
  return parts;
}

/** The same stretch, carried outwards unless it cuts an island. @param {Point[]} points @param {number[]} frame @param {Topology} map @returns {Point[]} */
function pushed_out(points, frame, { transform: { scale } }) {
  const [first, last] = [points[0], /** @type {Point} */ (points.at(-1))];
  const width_m = (frame[2] - frame[0]) * scale[0];
  if (Math.hypot((last[0] - first[0]) * scale[0], (last[1] - first[1]) * scale[1]) < width_m * k_island_part) return points;
  const [far_x, far_y] = scale.map((step) => Math.round((width_m * k_pushed_part) / step));
  const moved = points.map(([x, y]) => /** @type {Point} */ ([
    x === frame[0] ? x - far_x : x === frame[2] ? x + far_x : x,
    y === frame[1] ? y - far_y : y === frame[3] ? y + far_y : y,
  ]));
  return [first, ...moved, last];
}

/** @param {Topology} map */
function clipping_frame(map) {
  const frame = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [x, y] of map.arcs.flat()) {
    frame.splice(0, 4, Math.min(frame[0], x), Math.min(frame[1], y), Math.max(frame[2], x), Math.max(frame[3], y));
  }
  return frame;
}

/** @typedef {{geometry: Geometry, is_region: boolean, code: string}} Area */

/** @param {Topology} map @param {Layer | undefined} layer @param {boolean} is_region @returns {Area[]} */
function areas_of(map, layer, is_region) {
  if (!layer) return [];
  const all = map.objects[layer.object]?.geometries ?? [];
  return all.filter((each) => rings_of(each).length > 0).map((geometry) => ({ geometry, is_region, code: geometry.properties[layer.code] }));
}

/** Who uses each line: areas by number, subdivisions by their region's code. @param {Topology} map @param {Area[]} areas @param {Area[]} subdivisions */
function users_of(map, areas, subdivisions) {
  const users = map.arcs.map(() => ({ areas: /** @type {number[]} */ ([]), subdivisions: /** @type {string[]} */ ([]) }));
  const each_line = (/** @type {Area} */ { geometry }, /** @type {(user: typeof users[0]) => void} */ tell) =>
    rings_of(geometry).flat().forEach((ref) => tell(users[ref < 0 ? ~ref : ref]));
  areas.forEach((area, index) => each_line(area, (user) => user.areas.push(index)));
  for (const area of subdivisions) each_line(area, (user) => user.subdivisions.push(area.code));
  return users;
}

/** @param {{areas: number[], subdivisions: string[]}} user @param {Area[]} areas */
function classified(user, areas) {
  const [a, b] = [...user.areas].sort((p, q) => p - q);
  const own = areas.findIndex(({ is_region, code }) => is_region && code === user.subdivisions[0]);
  if (a === undefined) return { kind: kind.subdivision, left: own + 1, right: own + 1 };
  if (b === undefined) return { kind: areas[a].is_region ? kind.coast : kind.neighbourCoast, left: a + 1, right: 0 };
  const both = { left: a + 1, right: b + 1 };
  if (areas[a].is_region && areas[b].is_region) return { kind: kind.region, ...both };
  return { kind: areas[a].is_region || areas[b].is_region ? kind.frontier : kind.neighbour, ...both };
}

/** @typedef {{points: Point[], kind: number, left: number, right: number}} Line */

/** @param {Topology} map @param {Layers} layers */
function lines_and_rings(map, layers) {
  const areas = [...areas_of(map, layers.regions, true), ...areas_of(map, layers.neighbours, false)];
  const users = users_of(map, areas, areas_of(map, layers.subdivisions, false));
  const frame = clipping_frame(map);
  /** @type {Line[]} */
  const lines = [];
  const parts = map.arcs.map((points, arc) => {
    if (users[arc].areas.length + users[arc].subdivisions.length === 0) return [];
    const what = classified(users[arc], areas);
    return split_at_frame(points, frame).map((part) => {
      const is_cut = part.is_on_frame && what.kind === kind.neighbourCoast;
      return lines.push({ ...what, points: is_cut ? pushed_out(part.points, frame, map) : part.points, kind: is_cut ? kind.frame : what.kind }) - 1;
    });
  });
  const rings = areas.map(({ geometry }) => rings_of(geometry).map((ring) => ring.flatMap((ref) => (ref < 0 ? parts[~ref].map((line) => ~line).reverse() : parts[ref]))));
  return { areas, lines, rings };
}

/** @param {Area} area @param {Codes} codes */
function write_area({ is_region, code }, codes) {
  const index = (is_region ? codes.regions : codes.neighbours).indexOf(code);
  if (index < 0) throw new Error(`no ${is_region ? 'region' : 'neighbour'} has the code ${code}`);
  out.push(is_region ? 0 : 1);
  varint(index);
}

/**
 * @param {{map: Topology, layers: Layers}[]} territories on their grids; the main one, then the insets
 * @param {Codes} codes in the order of the head
 * @returns {Buffer}
 */
export function geometry_bytes(territories, codes) {
  out = [];
  for (const { map, layers } of territories) {
    const { areas, lines, rings } = lines_and_rings(map, layers);
    [...map.transform.scale, ...map.transform.translate].forEach(float64);
    varint(areas.length);
    areas.forEach((area) => write_area(area, codes));
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
  }
  return Buffer.from(out);
}
