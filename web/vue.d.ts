// <ClusterAtlas> for Vue 3.
import type { DefineComponent, ShallowRef } from 'vue';
import type { Atlas, Events, mount, Options } from './cluster-atlas.js';

/** The options of `mount`; all but `mode`, `hash`, `tour`, `wasmBinary`, `locales` and `localeSrc` follow when they change. */
export interface ClusterAtlasProps extends Omit<Options, 'signal' | 'retry'> {
  /** Another `mount`, as that of 'cluster-atlas/inline'; absent: that of 'cluster-atlas', fetched when it is needed. */
  mount?: typeof mount;
  onReady?: (atlas: Atlas) => void;
  onStatechange?: (state: Events['statechange']) => void;
  onSelect?: (id: Events['select']) => void;
  onFilterchange?: (filter: Events['filterchange']) => void;
  onDatechange?: (date: Events['datechange']) => void;
  onError?: (detail: Events['error']) => void;
  onContextlost?: () => void;
  onContextrestored?: () => void;
}

/** What a template ref gives: `ref.value.atlas`, null until it is mounted. */
export interface ClusterAtlasExposed {
  readonly atlas: Atlas | null;
}

export declare const ClusterAtlas: DefineComponent<ClusterAtlasProps, { atlas: ShallowRef<Atlas | null> }>;
