// Gives each frame of the atlas the height that it asks for:
//   <iframe src="https://…/embed.html" data-cluster-atlas></iframe> <script src="https://…/cluster-atlas-frame.js" async></script>
(() => {
  const k_marked = 'iframe[data-cluster-atlas]';
  const [k_least, k_most] = [100, 4000]; // px
  const ask = (frame) => frame.contentWindow?.postMessage({ ns: 'cluster-atlas', v: 1, type: 'measure' }, '*');

  addEventListener('message', ({ source, data }) => {
    if (data?.ns !== 'cluster-atlas' || data.v !== 1 || data.type !== 'height') return;
    const frame = [...document.querySelectorAll(k_marked)].find((each) => each.contentWindow === source);
    if (frame && data.height >= k_least && data.height <= k_most) frame.style.height = `${Math.ceil(data.height)}px`;
  });
  // a frame that comes later, or goes to another page, is asked when it is there
  document.addEventListener('load', ({ target }) => target.matches?.(k_marked) && ask(target), true);
  document.querySelectorAll(k_marked).forEach(ask);
})();
