// deck.gl: points as a scatterplot, the land as GeoJSON, both in its own Mercator view; it has no clustering of its own.
import { Deck, MapView, WebMercatorViewport } from '@deck.gl/core';
import { GeoJsonLayer, ScatterplotLayer } from '@deck.gl/layers';
import { box, land, points } from './shown.mjs';

const { longitude, latitude, zoom } = new WebMercatorViewport({ width: innerWidth, height: innerHeight }).fitBounds(box);
const layers = [
  new GeoJsonLayer({ id: 'land', data: await land(), getFillColor: [238, 238, 238], getLineColor: [153, 153, 153], lineWidthMinPixels: 1 }),
  new ScatterplotLayer({ id: 'points', data: await points(), getPosition: (point) => point, getRadius: 6, radiusUnits: 'pixels', getFillColor: [51, 102, 204] }),
];
new Deck({
  parent: document.getElementById('map'),
  views: new MapView({ repeat: false }),
  initialViewState: { longitude, latitude, zoom },
  controller: true,
  layers,
  onAfterRender: () => Reflect.set(window, '__ready', true),
});
