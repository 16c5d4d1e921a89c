// ECharts: points as a scatter series on a registered map that roams; its `large` mode from two thousand points on.
import { init, registerMap } from 'echarts';
import { box, land, points } from './shown.mjs';

registerMap('france', await land());
const chart = init(document.getElementById('map'));
chart.on('finished', () => Reflect.set(window, '__ready', true));
chart.setOption({
  animation: false,
  geo: { map: 'france', roam: true, boundingCoords: [[box[0][0], box[1][1]], [box[1][0], box[0][1]]], silent: true },
  series: [{ type: 'scatter', coordinateSystem: 'geo', symbolSize: 12, large: true, progressive: 0, data: await points() }],
});
