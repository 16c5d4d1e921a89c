// MapLibre GL: points as a clustered source of circles, the land as a fill and its outline; no tiles, no labels.
import { Map as GlMap, setWorkerUrl } from 'maplibre-gl';
import 'maplibre-gl/dist/maplibre-gl.css';
import { box, land, points } from './shown.mjs';

setWorkerUrl(new URL('maplibre-gl-worker.js', location.href).href);
const features = (await points()).map((coordinates) => ({ type: 'Feature', properties: {}, geometry: { type: 'Point', coordinates } }));
const shown = new GlMap({
  container: 'map',
  bounds: box,
  attributionControl: false,
  style: {
    version: 8,
    sources: {
      land: { type: 'geojson', data: await land() },
      points: { type: 'geojson', data: { type: 'FeatureCollection', features }, cluster: true },
    },
    layers: [
      { id: 'land', type: 'fill', source: 'land', paint: { 'fill-color': '#eee' } },
      { id: 'borders', type: 'line', source: 'land', paint: { 'line-color': '#999' } },
      { id: 'points', type: 'circle', source: 'points', paint: { 'circle-radius': ['step', ['coalesce', ['get', 'point_count'], 1], 8, 10, 14], 'circle-color': '#36c' } },
    ],
  },
});
shown.once('idle', () => Reflect.set(window, '__ready', true));
