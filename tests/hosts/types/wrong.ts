// What the types must refuse: each line that says so, and no other.
import { mount, type Atlas } from 'cluster-atlas';

export function page(atlas: Atlas, box: HTMLElement): void {
  atlas.setState({ filter: { domains: ['health'] } });
  atlas.setState({ filter: { domians: ['health'] } }); // refused
  atlas.setState({ filter: { phases: ['2'] } }); // refused
  atlas.setState({ filter: { area: null } }); // refused
  atlas.setState({ colour: 'red' }); // refused
  atlas.dispatch({ type: 'setDate', date: '2023' });
  atlas.dispatch({ type: 'format-disk' }); // refused
  atlas.dispatch({ type: 'toggleFacet', facet: 'region', value: '53' }); // refused
  atlas.on('explode', () => {}); // refused
  console.log(atlas.result.counts.rosters); // refused
  void mount(box, { lang: 7 }); // refused
  void atlas.configure({ mode: 'kiosk' }); // refused
  void mount(box, { parts: ['map', 'cellar'] }); // refused
  void mount(box, { locked: { statuses: ['ended'] } }); // refused
  document.querySelector('cluster-atlas')?.addEventListener('statechanged', () => {}); // refused
}
