/// <reference path="./topojson.d.ts" />
// From a topology in degrees to one in plane metres, on a grid: projected, dissolved, simplified. What is shared stays
// shared: every step works on the topology's lines, so that neighbouring areas never part.
import proj4 from 'proj4';
import { mergeArcs } from 'topojson-client';
import { topology as topology_of } from 'topojson-server';
import { filter, filterWeight, presimplify, simplify } from 'topojson-simplify';

/** @typedef {import('./geometry.mjs').Topology} Topology */

/**
 * @typedef {object} Preparation
 * @property {number} step_m of the grid
 * @property {number} simplify_m2 corners whose triangle is smaller are left out
 * @property {number} least_m2 islands that are smaller are left out
 * @property {Record<string, {from: string, by: string}>} [dissolve] a new object out of another one, by a property
 */

/** @typedef {{kind: string, ellipsoid?: string, lng_0?: number, lat_0?: number, lat_1?: number, lat_2?: number, scale?: number, x_0?: number, y_0?: number}} Parameters of a map file */

const k_names = /** @type {Record<string, string>} */ ({
  'lambert-conformal': 'lcc',
  albers: 'aea',
  'transverse-mercator': 'tmerc',
  'lambert-azimuthal': 'laea',
  'web-mercator': 'merc',
});

/** As PROJ writes it. @param {Parameters} parameters */
export function proj_of({ kind, ellipsoid = 'GRS80', lng_0 = 0, lat_0 = 0, lat_1 = 45, lat_2 = lat_1, scale = 1, x_0 = 0, y_0 = 0 }) {
  const shape = kind === 'web-mercator' ? '+a=6378137 +b=6378137' : `+ellps=${ellipsoid}`;
  const cone = kind === 'lambert-conformal' || kind === 'albers' ? ` +lat_1=${lat_1} +lat_2=${lat_2}` : '';
  return `+proj=${k_names[kind]} ${shape} +lon_0=${lng_0} +lat_0=${lat_0}${cone} +k=${scale} +x_0=${x_0} +y_0=${y_0} +units=m +no_defs`;
}

/** GeoJSON becomes one topology first. @param {any} file @returns {any} with points in degrees, as numbers of their own */
function in_degrees(file) {
  const map = file.type === 'Topology' ? file : topology_of({ all: file }, 1e6);
  if (!map.transform) return map;
  const { scale: [sx, sy], translate: [tx, ty] } = map.transform;
  const arcs = map.arcs.map((/** @type {number[][]} */ arc) => {
    let x = 0, y = 0;
    return arc.map(([dx, dy]) => [(x += dx) * sx + tx, (y += dy) * sy + ty]);
  });
  return { type: 'Topology', arcs, objects: map.objects };
}

/** @param {any} map @param {NonNullable<Preparation['dissolve']>} dissolve */
function add_dissolved(map, dissolve) {
  for (const [name, { from, by }] of Object.entries(dissolve)) {
    /** @type {Map<string, any[]>} */
    const groups = new Map();
    for (const each of map.objects[from].geometries) groups.set(each.properties[by], [...(groups.get(each.properties[by]) ?? []), each]);
    const geometries = [...groups].map(([code, members]) => ({ ...mergeArcs(map, members), properties: { ...members[0].properties, [by]: code } }));
    map.objects[name] = { type: 'GeometryCollection', geometries };
  }
}

/** Differences between whole steps of a grid, as TopoJSON stores them. @param {any} map @param {number} step @returns {Topology} */
function quantised(map, step) {
  const all = map.arcs.flat();
  const west = Math.floor(Math.min(...all.map((/** @type {number[]} */ p) => p[0])) / step) * step;
  const south = Math.floor(Math.min(...all.map((/** @type {number[]} */ p) => p[1])) / step) * step;
  const arcs = map.arcs.map((/** @type {number[][]} */ arc) => {
    let x = 0, y = 0;
    return arc.map(([px, py]) => {
      const [gx, gy] = [Math.round((px - west) / step), Math.round((py - south) / step)];
      const by = [gx - x, gy - y];
      [x, y] = [gx, gy];
      return by;
    });
  });
  return { ...map, arcs, transform: { scale: [step, step], translate: [west, south] } };
}

/**
 * @param {any} file GeoJSON or TopoJSON, WGS 84
 * @param {Parameters} projection
 * @param {Preparation} wish
 * @returns {Topology} as TopoJSON stores it, in metres
 */
export function prepared(file, projection, { step_m, simplify_m2, least_m2, dissolve = {} }) {
  const map = in_degrees(file);
  const to_plane = proj4(proj_of(projection));
  map.arcs = map.arcs.map((/** @type {number[][]} */ arc) => arc.map(([lng, lat]) => to_plane.forward([lng, lat])));
  add_dissolved(map, dissolve);
  const simple = filter(simplify(presimplify(map), simplify_m2), filterWeight(map, least_m2));
  return quantised(simple, step_m);
}
