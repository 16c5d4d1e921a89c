// Keeps location.hash and the state in step, for pages that are the atlas's own. Browsers limit how often the address
// may change, hence the pause; frames without an address of their own are left alone, and so are the page's own anchors.

import { say } from './words.js';

/** @typedef {import('./atlas.js').Atlas} Atlas */

const k_pause_ms = 250;

/** Nothing, or a link of ours, however it was handed on: "#v1;…", "#v1%3B…", "#v1&fbclid=…". Everything else is the page's. */
const is_ours = () => location.hash.length < 2 || /^#v\d+([;%&?]|$)/.test(location.hash);

/** @param {Atlas} atlas */
export function start_hash(atlas) {
  let timer = 0;
  /** The state that the address led to: until the reader leaves it, the address stays as it was handed on. @type {string | null} */
  let arrived = null;
  const write = () => {
    atlas.is_address_due = false;
    const link = atlas.permalink();
    if (!is_ours() || link === location.hash || link === arrived) return;
    arrived = null;
    try {
      // "#…" alone would be read against the page's <base>
      history.replaceState(history.state, '', location.href.replace(/#.*$/, '') + link);
    } catch {
      // about:srcdoc and sandboxed frames
    }
  };
  const read = () => {
    if (!is_ours()) return;
    if (location.hash !== atlas.permalink()) open(atlas, location.hash);
    arrived = atlas.permalink();
  };
  if (location.hash.length > 1) read();
  arrived = atlas.permalink();
  atlas.on('statechange', () => {
    clearTimeout(timer);
    timer = setTimeout(write, k_pause_ms);
    atlas.is_address_due = true;
  });
  addEventListener('hashchange', read, { signal: atlas.signal });
  atlas.signal.addEventListener('abort', () => clearTimeout(timer));
}

/** What can't be read is told to whoever followed the link, once there is something to see. @param {Atlas} atlas @param {string} link */
function open(atlas, link) {
  const { ignored } = atlas.open(link);
  if (ignored.length === 0) return;
  const off = atlas.on('ready', () => {
    off();
    atlas.notice(say('unread_link', atlas.state.lang, ignored.join(', ')));
  });
}
