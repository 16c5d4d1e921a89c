// <ClusterAtlas> for React, and the types of <cluster-atlas> in TSX.
import type { CSSProperties, DetailedHTMLProps, ForwardRefExoticComponent, HTMLAttributes, RefAttributes } from 'react';
import type { Atlas, ClusterAtlasElement, ElementAttributes, Events, mount, Options } from './cluster-atlas.js';

/** The options of `mount`; all but `mode`, `hash`, `tour`, `wasmBinary`, `locales` and `localeSrc` follow when they change. */
export interface ClusterAtlasProps extends Omit<Options, 'signal' | 'retry'> {
  id?: string;
  className?: string;
  style?: CSSProperties;
  /** Another `mount`, as that of 'cluster-atlas/inline'; absent: that of 'cluster-atlas', fetched when it is needed. */
  mount?: typeof mount;
  onReady?: (atlas: Atlas) => void;
  onStateChange?: (state: Events['statechange']) => void;
  onSelect?: (id: Events['select']) => void;
  onFilterChange?: (filter: Events['filterchange']) => void;
  onDateChange?: (date: Events['datechange']) => void;
  onError?: (detail: Events['error']) => void;
  onContextLost?: () => void;
  onContextRestored?: () => void;
}

/** Its ref is the `Atlas`, null until it is mounted. */
export declare const ClusterAtlas: ForwardRefExoticComponent<ClusterAtlasProps & RefAttributes<Atlas>>;

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
      'cluster-atlas': DetailedHTMLProps<Omit<HTMLAttributes<ClusterAtlasElement>, keyof ElementAttributes>, ClusterAtlasElement> & ElementAttributes;
    }
  }
}
