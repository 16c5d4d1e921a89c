// Everything that a page in TypeScript says to the atlas; compiled by tests/web/package_test.mjs, never run.
import { useRef } from 'react';
import { AtlasError, mount, type Action, type Atlas, type Facet, type State } from 'cluster-atlas';
import 'cluster-atlas/element';
import { mount as mount_inline } from 'cluster-atlas/inline';
import snapshot from 'cluster-atlas/data';
import { ClusterAtlas } from 'cluster-atlas/react';

export async function page(box: HTMLElement): Promise<Atlas> {
  const atlas = await mount(box, { snapshot, state: { date: '2023', filter: { domains: ['health'], roster: null } }, lang: 'fr', theme: 'dark' });
  const { ignored } = atlas.setState({ filter: { entries: ['2'], statuses: [], area: [[2, 48], [3, 48], [3, 49]] }, compare: '2007' });
  const action: Action = { type: 'toggleFacet', facet: 'regions', value: '53' };
  atlas.dispatch(action);
  const facet: Facet = 'roster';
  const count: number | undefined = atlas.result.counts[facet]['2007'];
  const off = atlas.on('select', (id) => console.log(id?.toUpperCase(), ignored.join(), count));
  off();
  await atlas.configure({ lang: 'en', snapshot: undefined, parts: ['map', 'strip'], locked: { regions: ['53'], roster: '2023' }, heading: 'Ici' });
  try {
    await atlas.load('other.json');
  } catch (error) {
    if (error instanceof AtlasError && error.code === 'network') console.log(error.reason, error.errors[0]?.pointer);
  }
  return mount_inline(box);
}

export function listen(): void {
  const element = document.querySelector('cluster-atlas');
  element?.addEventListener('statechange', (event) => {
    const state: State = event.detail;
    console.log(state.filter.domains.length, element.atlas?.permalink());
  });
  element?.addEventListener('click', (event) => console.log(event.clientX));
}

export function Page() {
  const atlas = useRef<Atlas>(null);
  return (
    <>
      <cluster-atlas lang="fr" theme="auto" state="v1;date=2023" report-url="https://example.org/" parts="map strip" locked='{"regions":["53"]}' style={{ height: 560 }} />
      <ClusterAtlas ref={atlas} state={{ date: '2019' }} style={{ height: 560 }} onSelect={(id) => atlas.current?.dispatch({ type: 'select', id: id ?? '' })} onStateChange={(state) => console.log(state.date)} />
    </>
  );
}
