import { StrictMode, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { AtlasHost } from './atlas-host.jsx';

function Page() {
  const [state, setState] = useState({ date: '2019' });
  const [seen, setSeen] = useState('');
  return (
    <>
      <p className="row">
        {['2007', '2019', '2026'].map((date) => (
          <button key={date} aria-pressed={state.date === date} onClick={() => setState({ date })}>{date}</button>
        ))}
      </p>
      <AtlasHost state={state} onStateChange={(next) => setSeen(next.date)} />
      <output>{seen}</output>
    </>
  );
}
createRoot(document.getElementById('app')).render(<StrictMode><Page /></StrictMode>);
