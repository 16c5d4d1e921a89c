// Keeps location.hash and the state in step, for pages that are the atlas's own. Browsers limit how often the address
// may change, hence the pause; frames without an address of their own are left alone.

/** @typedef {import('./atlas.js').Atlas} Atlas */

const k_pause_ms = 250;

/** @param {Atlas} atlas */
export function start_hash(atlas) {
  let timer = 0;
  let written = location.hash;
  const write = () => {
    timer = 0;
    const link = atlas.permalink();
    if (link === written) return;
    written = link;
    try {
      history.replaceState(history.state, '', link);
    } catch {
      // about:srcdoc and sandboxed frames
    }
  };
  const read = () => {
    if (location.hash === written) return;
    written = location.hash;
    atlas.open(location.hash);
  };
  if (location.hash.length > 1) atlas.open(location.hash);
  atlas.on('statechange', () => {
    clearTimeout(timer);
    timer = setTimeout(write, k_pause_ms);
  });
  addEventListener('hashchange', read, { signal: atlas.signal });
  atlas.signal.addEventListener('abort', () => clearTimeout(timer));
}
