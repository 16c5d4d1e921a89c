// The country's outline, small enough to stand in the script: what a reader sees of the map while the program is on its
// way. From the base map: arcs of one region alone are coasts and borders, and as few points as a small picture shows.

/** @typedef {{transform: {scale: number[], translate: number[]}, arcs: number[][][], objects: Record<string, {geometries: {arcs: any}[]}>}} Topology */
/** @typedef {[number, number]} Place in metres */

const k_width = 100; // of the picture, in its own units
const k_tolerance_m = 7000;
const k_islet_m = 25_000;

/** @param {Topology} topology @returns {number[]} arcs of one region only */
function outer_arcs({ objects }) {
  /** @type {Map<number, number>} */
  const uses = new Map();
  for (const { arcs } of objects.regions.geometries) for (const arc of arcs.flat(Infinity)) uses.set(arc < 0 ? ~arc : arc, (uses.get(arc < 0 ? ~arc : arc) ?? 0) + 1);
  return [...uses].filter(([, count]) => count === 1).map(([arc]) => arc);
}

/** @param {Topology} topology @param {number} arc @returns {Place[]} */
function places_of({ arcs, transform: { scale, translate } }, arc) {
  let [x, y] = [0, 0];
  return arcs[arc].map(([dx, dy]) => [(x += dx) * scale[0] + translate[0], (y += dy) * scale[1] + translate[1]]);
}

/** Arcs that end where others begin are one line. @param {Place[][]} arcs @returns {Place[][]} */
function joined(arcs) {
  const key = (/** @type {Place | undefined} */ place) => String(place?.map(Math.round));
  const rest = [...arcs];
  /** @type {Place[][]} */
  const lines = [];
  for (let line = rest.pop(); line; line = rest.pop()) {
    for (;;) {
      const end = key(line.at(-1));
      /** @type {number} */
      const next = end === key(line[0]) ? -1 : rest.findIndex((arc) => key(arc[0]) === end || key(arc.at(-1)) === end);
      if (next < 0) break;
      /** @type {Place[][]} */
      const [arc] = rest.splice(next, 1);
      line = [...line, ...(key(arc[0]) === end ? arc : [...arc].reverse()).slice(1)];
    }
    lines.push(line);
  }
  return lines;
}

/** How far a place is from a line. @param {Place} place @param {Place} a @param {Place} b */
function distance([x, y], [ax, ay], [bx, by]) {
  const length = Math.hypot(bx - ax, by - ay);
  return length === 0 ? Math.hypot(x - ax, y - ay) : Math.abs((bx - ax) * (ay - y) - (ax - x) * (by - ay)) / length;
}

/** Douglas and Peucker 1973. @param {Place[]} line @returns {Place[]} */
function simplified(line) {
  if (line.length < 3) return line;
  const [first, last] = [line[0], line[line.length - 1]];
  const far = line.reduce((best, place, i) => (distance(place, first, last) > distance(line[best], first, last) ? i : best), 0);
  if (distance(line[far], first, last) <= k_tolerance_m) return [first, last];
  return [...simplified(line.slice(0, far + 1)).slice(0, -1), ...simplified(line.slice(far))];
}

/** @param {Place[]} line */
function is_seen(line) {
  const span = (/** @type {number} */ axis) => Math.max(...line.map((place) => place[axis])) - Math.min(...line.map((place) => place[axis]));
  return Math.max(span(0), span(1)) >= k_islet_m;
}

/** @param {Topology} topology @returns {{height: number, path: string}} an SVG path, 100 units wide */
export function outline_of(topology) {
  const arcs = outer_arcs(topology).map((arc) => places_of(topology, arc));
  const lines = joined(arcs).filter(is_seen).map(simplified);
  const all = lines.flat();
  const [left, right, top, bottom] = [Math.min(...all.map(([x]) => x)), Math.max(...all.map(([x]) => x)), Math.max(...all.map(([, y]) => y)), Math.min(...all.map(([, y]) => y))];
  const unit = (right - left) / k_width;
  const written = lines.map((line) => `M${line.map(([x, y]) => `${((x - left) / unit).toFixed(1)} ${((top - y) / unit).toFixed(1)}`).join(' ')}`);
  return { height: Math.ceil((top - bottom) / unit), path: written.join('') };
}
