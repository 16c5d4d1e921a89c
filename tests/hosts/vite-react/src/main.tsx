import { StrictMode, useEffect, useRef, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { mount, type Atlas } from 'cluster-atlas';
import { ClusterAtlas } from 'cluster-atlas/react';

function Mounted() {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const abort = new AbortController();
    if (box.current) mount(box.current, { signal: abort.signal }).then((atlas) => (abort.signal.aborted ? atlas.destroy() : Object.assign(window, { mounted: atlas })), () => {});
    return () => abort.abort();
  }, []);
  return <div ref={box} id="mounted-box" style={{ height: 400 }} />;
}

function Page() {
  const atlas = useRef<Atlas>(null);
  const [date, setDate] = useState('2019');
  const [lang, setLang] = useState<'fr' | 'en'>('fr');
  const [heard, setHeard] = useState('');
  return (
    <>
      <button id="then" onClick={() => setDate('2007-04')}>2007</button>
      <button id="english" onClick={() => setLang('en')}>English</button>
      <output>{heard}</output>
      <Mounted />
      <cluster-atlas loading="eager" lang="fr" style={{ height: 400 }} />
      <ClusterAtlas ref={atlas} id="wrapped-box" state={{ date }} lang={lang} style={{ height: 400 }} onReady={(it) => Object.assign(window, { wrapped: it, by_ref: () => atlas.current })} onStateChange={(state) => setHeard(state.date)} />
    </>
  );
}
createRoot(document.getElementById('app')!).render(<StrictMode><Page /></StrictMode>);
