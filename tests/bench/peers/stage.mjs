// Sets the peers up below build/ and makes a page of each. What cannot be installed is told and left out.
import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { feature } from 'topojson-client';

const here = fileURLToPath(new URL('.', import.meta.url));
const root = fileURLToPath(new URL('../../..', import.meta.url));
const place = `${root}build/peers`;
const k_peers = ['leaflet', 'maplibre', 'echarts', 'deck'];
const k_page = (/** @type {string} */ name) => `<!doctype html><meta charset="utf-8"><link rel="stylesheet" href="${name}.css">
<style>html, body, #map { height: 100%; margin: 0 }</style><div id="map"></div><script type="module" src="${name}.js"></script>`;

function install() {
  mkdirSync(place, { recursive: true });
  for (const file of ['package.json', 'package-lock.json', '.npmrc']) cpSync(here + file, `${place}/${file}`);
  const lock = readFileSync(`${here}package-lock.json`, 'utf8');
  const stamp = `${place}/node_modules/.installed-lock`;
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lock) return;
  execFileSync('npm', ['ci', '--loglevel=error'], { cwd: place, stdio: ['ignore', 'ignore', 'pipe'] });
  writeFileSync(stamp, lock);
}

/** No library at all, only what the browser itself takes: a WebGL canvas that each move clears. */
const k_bare = `<!doctype html><style>html, body, canvas { display: block; width: 100%; height: 100%; margin: 0 }</style><canvas></canvas><script>
const canvas = document.querySelector('canvas');
[canvas.width, canvas.height] = [innerWidth, innerHeight];
const gl = canvas.getContext('webgl2', { alpha: false, depth: false, antialias: false });
let asked = 0;
const clear = () => { asked = 0; gl.clearColor(Math.random(), 1, 1, 1); gl.clear(gl.COLOR_BUFFER_BIT); };
for (const type of ['pointermove', 'wheel']) addEventListener(type, () => { asked ||= requestAnimationFrame(clear); });
clear();
window.__ready = true;
</script>`;

/** @returns {Promise<Record<string, string>>} the pages by path; without peers where they cannot be installed */
export async function peer_pages() {
  const bare = { '/bare.html': k_bare };
  try {
    install();
  } catch (error) {
    console.log(`peers skipped, npm could not install them: ${String(error).split('\n')[0]}`);
    return bare;
  }
  await build({
    entryPoints: [...k_peers.map((name) => `${here}${name}.mjs`), { in: 'maplibre-gl/dist/maplibre-gl-worker.mjs', out: 'maplibre-gl-worker' }].map((each) =>
      typeof each === 'string' ? { in: each, out: each.slice(here.length, -'.mjs'.length) } : each),
    nodePaths: [`${place}/node_modules`],
    absWorkingDir: place,
    outdir: `${place}/site`,
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2022',
    loader: { '.png': 'dataurl' },
    logLevel: 'error',
  });
  return { ...bare, ...Object.fromEntries(k_peers.map((name) => [`/${name}.html`, k_page(name)])) };
}
export const site_of_peers = `${place}/site`;

// Lambert-93 back to degrees on GRS80 (IGN, NTG 71): the base map is stored projected, the peers want degrees.
const k_exponent = 0.7256077650532670;
const k_constant = 11754255.426096;
const k_origin = [700000, 12655612.049876];
const k_meridian = (3 * Math.PI) / 180;
const k_eccentricity = 0.0818191910428158;

/** @param {number[]} metres @returns {number[]} degrees: longitude, latitude */
function degrees([x, y]) {
  const [dx, dy] = [x - k_origin[0], k_origin[1] - y];
  const isometric = -Math.log(Math.hypot(dx, dy) / k_constant) / k_exponent;
  let latitude = 2 * Math.atan(Math.exp(isometric)) - Math.PI / 2;
  for (let i = 0; i < 6; ++i) {
    const sine = k_eccentricity * Math.sin(latitude);
    latitude = 2 * Math.atan(((1 + sine) / (1 - sine)) ** (k_eccentricity / 2) * Math.exp(isometric)) - Math.PI / 2;
  }
  return [k_meridian + Math.atan2(dx, dy) / k_exponent, latitude].map((radians) => (radians * 180) / Math.PI);
}

/** @param {any} nested @returns {any} */
const unprojected = (nested) => (typeof nested[0] === 'number' ? degrees(nested) : nested.map(unprojected));

/** The departments of the atlas's own base map, mainland only, as GeoJSON in degrees. */
export function land() {
  const map = JSON.parse(readFileSync(`${root}data/map/france_metro.l93.topojson`, 'utf8'));
  const collection = /** @type {any} */ (feature(map, map.objects.departements));
  for (const { geometry, properties } of collection.features) {
    geometry.coordinates = unprojected(geometry.coordinates);
    properties.name = properties.nom;
  }
  return collection;
}
