// A React host component: mounts once, passes state down, events up, and leaves nothing behind.
import { useEffect, useRef } from 'react';
import { mount } from 'cluster-atlas';

export function AtlasHost({ state, onStateChange, ...options }) {
  const box = useRef(null);
  const atlas = useRef(null);
  const latest = useRef({});
  latest.current = { state, onStateChange };
  useEffect(() => {
    const abort = new AbortController();
    mount(box.current, { ...options, state, signal: abort.signal }).then(
      (mounted) => {
        if (abort.signal.aborted) return mounted.destroy();
        atlas.current = mounted;
        mounted.on('statechange', (next) => latest.current.onStateChange?.(next));
        if (latest.current.state !== state) mounted.setState(latest.current.state); // it changed meanwhile
      },
      (error) => abort.signal.aborted || console.warn(error),
    );
    return () => {
      abort.abort();
      atlas.current?.destroy();
      atlas.current = null;
    };
  }, []);
  useEffect(() => void (state && atlas.current?.setState(state)), [state]);
  return <div ref={box} className="atlas-box" />;
}
