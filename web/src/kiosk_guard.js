// What a visitor could do to a kiosk's page rather than to the atlas, as far as a page can catch it: file drops, zoom,
// printing, saving, searching, menus, going back. Reloading and leaving full screen stay: they are the staff's, and harmless.

import { is_whole_page } from './surroundings.js';

/** With Ctrl or ⌘. */
const k_commands = new Set(['p', 's', 'o', 'f', 'g', 'd', 'u', 'j', 'h', '+', '-', '=', '0']);
const k_keys = new Set(['F1', 'F3', 'F7', 'BrowserBack', 'BrowserForward', 'ContextMenu']);

/** @param {KeyboardEvent} event */
function leads_away({ key, ctrlKey, metaKey, altKey }) {
  if (altKey && (key === 'ArrowLeft' || key === 'ArrowRight' || key === 'Home')) return true;
  return k_keys.has(key) || ((ctrlKey || metaKey) && k_commands.has(key.toLowerCase()));
}

/** @type {Record<string, (event: any) => boolean>} by event: whether it is kept from the browser */
const k_caught = {
  wheel: ({ ctrlKey }) => ctrlKey,
  keydown: leads_away,
  contextmenu: () => true,
  dragstart: () => true,
  dragover: () => true,
  drop: () => true,
  gesturestart: () => true, // pinching, as Safari tells it
  touchmove: ({ touches }) => touches.length > 1,
};

/**
 * Where the kiosk is the whole page, on all of it; in a part of a page, on that part alone.
 * @param {HTMLElement} root
 * @param {AbortSignal} signal
 */
export function guard_page(root, signal) {
  for (const [type, is_caught] of Object.entries(k_caught)) {
    const keep = (/** @type {Event} */ event) => {
      if (is_caught(event) && (event.composedPath().includes(root) || is_whole_page(root))) event.preventDefault();
    };
    document.addEventListener(type, keep, { signal, capture: true, passive: false });
  }
  if (is_whole_page(root)) stay_here(signal);
}

/** A swipe from the edge goes back: to the same page. @param {AbortSignal} signal */
function stay_here(signal) {
  const again = () => history.pushState(history.state, '');
  again();
  addEventListener('popstate', again, { signal });
}
