// Leaflet with markercluster: points as clustered markers, the land as one GeoJSON layer on a canvas.
import * as leaflet from 'leaflet';
import 'leaflet/dist/leaflet.css';
import 'leaflet.markercluster';
import 'leaflet.markercluster/dist/MarkerCluster.css';
import 'leaflet.markercluster/dist/MarkerCluster.Default.css';
import { box, land, points } from './shown.mjs';

const { circleMarker, geoJSON, map, markerClusterGroup } = leaflet.default ?? leaflet;
const shown = map('map', { preferCanvas: true, zoomSnap: 0, maxZoom: 18, attributionControl: false });
geoJSON(await land(), { style: { color: '#999', weight: 1, fillColor: '#eee', fillOpacity: 1 }, interactive: false }).addTo(shown);
shown.fitBounds([[box[0][1], box[0][0]], [box[1][1], box[1][0]]]);
const group = markerClusterGroup({ animate: false });
group.addLayers((await points()).map(([lng, lat]) => circleMarker([lat, lng], { radius: 6 })));
shown.addLayer(group);
shown.whenReady(() => Reflect.set(window, '__ready', true));
