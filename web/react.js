// <ClusterAtlas> for React 18 and later: mounts once, keeps its props in step, hands events up and leaves nothing behind.
// The atlas itself is fetched in the browser only, so that a server renders the empty box.

import { createElement, forwardRef, useEffect, useImperativeHandle, useLayoutEffect, useRef, useState } from 'react';

/** @typedef {import('./react.js').ClusterAtlasProps} Props */
/** @typedef {import('./cluster-atlas.js').Atlas} Atlas */

const k_live = /** @type {const} */ (['snapshot', 'refresh', 'state', 'lang', 'theme', 'gestures', 'link', 'reportUrl', 'parts', 'locked', 'heading', 'logo', 'accent']);
const k_fixed = /** @type {const} */ (['mode', 'hash', 'tour', 'wasmBinary', 'locales', 'localeSrc']);
const k_events = /** @type {const} */ ({
  statechange: 'onStateChange',
  select: 'onSelect',
  filterchange: 'onFilterChange',
  datechange: 'onDateChange',
  error: 'onError',
  contextlost: 'onContextLost',
  contextrestored: 'onContextRestored',
});
// on a server a layout effect would only complain
const useStepEffect = typeof document === 'undefined' ? useEffect : useLayoutEffect;

/** @template {keyof Props} Name @param {Props} props @param {readonly Name[]} names @returns {Pick<Props, Name>} */
const pick = (props, names) => /** @type {Pick<Props, Name>} */ (Object.fromEntries(names.map((name) => [name, props[name]])));
/** A state written in the markup is a new object at each rendering: only its content counts. @param {unknown} value */
const essence = (value) => (typeof value === 'object' && value !== null && [Object.prototype, Array.prototype].includes(Object.getPrototypeOf(value)) ? JSON.stringify(value) : value);

export const ClusterAtlas = forwardRef((/** @type {Props} */ props, /** @type {import('react').ForwardedRef<Atlas>} */ ref) => {
  const box = useRef(/** @type {HTMLDivElement | null} */ (null));
  const now = useRef(props);
  const applied = useRef(pick(props, k_live));
  const [atlas, set_atlas] = useState(/** @type {Atlas | null} */ (null));
  const [attempt, set_attempt] = useState(0);
  useImperativeHandle(ref, () => /** @type {Atlas} */ (atlas), [atlas]);
  useStepEffect(() => void (now.current = props));
  useEffect(() => {
    const abort = new AbortController();
    const begin = async () => {
      const mount = now.current.mount ?? (await import('./cluster-atlas.js')).mount;
      if (abort.signal.aborted || !box.current) return;
      applied.current = pick(now.current, k_live);
      const mounted = await mount(box.current, { ...applied.current, ...pick(now.current, k_fixed), signal: abort.signal, retry: () => set_attempt((count) => count + 1) });
      abort.signal.addEventListener('abort', () => mounted.destroy());
      if (abort.signal.aborted) return mounted.destroy();
      for (const [name, prop] of Object.entries(k_events)) mounted.on(/** @type {never} */ (name), (detail) => now.current[prop]?.(/** @type {never} */ (detail)));
      mounted.on('ready', () => now.current.onReady?.(mounted));
      set_atlas(mounted);
    };
    begin().catch((error) => abort.signal.aborted || tell(now.current, error, true));
    return () => {
      abort.abort();
      set_atlas(null);
    };
  }, [props.mode, props.mount, attempt]);
  useEffect(() => {
    const changed = k_live.filter((name) => essence(props[name]) !== essence(applied.current[name]));
    if (!atlas || changed.length === 0) return;
    applied.current = pick(props, k_live);
    atlas.configure(pick(props, changed)).catch((error) => tell(now.current, error, false));
  });
  return createElement('div', { ref: box, className: props.className, style: props.style, id: props.id });
});

/** @param {Props} props @param {unknown} error @param {boolean} fatal */
function tell({ onError }, error, fatal) {
  if (onError) onError({ error, fatal });
  else console.warn('cluster-atlas:', error);
}
