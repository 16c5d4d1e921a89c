// The page side of the iframe protocol: messages to an exact origin, answers from that frame only.
const frame = document.getElementById('map');
const log = document.getElementById('log');
const origin = new URL(frame.src, location.href).origin;
const send = (message) => frame.contentWindow.postMessage({ ns: 'cluster-atlas', v: 1, ...message }, origin);

addEventListener('message', (event) => {
  if (event.source !== frame.contentWindow || event.origin !== origin || event.data?.ns !== 'cluster-atlas') return;
  const { type, permalink, value } = event.data;
  if (type === 'statechange') log.textContent = permalink;
  if (type === 'answer') log.textContent = `${value.shown} / ${value.total}`;
});
document.getElementById('then').addEventListener('click', () => send({ type: 'state', state: { date: '2007-04' } }));
document.getElementById('now').addEventListener('click', () => send({ type: 'state', state: { date: '2026' } }));
document.getElementById('ask').addEventListener('click', () => send({ type: 'get', what: 'result', id: 1 }));
