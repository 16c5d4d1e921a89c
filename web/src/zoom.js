// How much larger than usual everything is drawn: the page's text size, or the kiosk's.

/** @typedef {{attract?: boolean, mode: string}} Settings */

const k_kiosk_width = 1920; // the attract screen is drawn for this width
const k_kiosk_upright_width = 1560; // or this one
const k_kiosk_least_zoom = 0.69; // the language switch stays 44 px high
const k_kiosk_zoom = 1.8; // makes the smallest target of the interface 44 px high

/** @param {Settings} settings @param {{width: number, height: number}} size @param {HTMLElement} root */
export function zoom_of(settings, { width, height }, root) {
  if (settings.mode !== 'kiosk' || width <= 0) return text_zoom(root.ownerDocument);
  const attract_zoom = height > width ? width / k_kiosk_upright_width : Math.min(width, height * (16 / 9)) / k_kiosk_width;
  // a screen of many px is a large one: what must be touched grows with it
  return settings.attract ? Math.max(k_kiosk_least_zoom, attract_zoom) : k_kiosk_zoom * Math.max(1, attract_zoom);
}

/**
 * How much larger the page's text is set than usual. Smaller says nothing, many pages set the root to 10 px to count in
 * tenths.
 * @param {Document} page
 */
function text_zoom(page) {
  const root_px = parseFloat(getComputedStyle(page.documentElement).fontSize) || 16;
  return Math.min(3, Math.max(1, root_px / 16));
}

/**
 * Hears of another text size of the page by a ruler of one rem: no event tells it. WebKit does not measure a shadow
 * tree's rem anew, so the root's own attributes, which the buttons of pages change, are watched as well.
 */
export class TextSizeWatcher {
  #ruler = Object.assign(document.createElement('div'), { className: 'ruler' });
  #observers;

  /** @param {HTMLElement} root @param {() => void} changed */
  constructor(root, changed) {
    const { ownerDocument: page } = root;
    const { ResizeObserver: Resize, MutationObserver: Mutation } = /** @type {typeof globalThis} */ (page.defaultView ?? window);
    const ruler = new Resize(changed);
    const attributes = new Mutation(changed);
    this.#observers = [ruler, attributes];
    root.append(this.#ruler);
    ruler.observe(this.#ruler);
    attributes.observe(page.documentElement, { attributeFilter: ['style', 'class'] });
  }

  stop() {
    for (const observer of this.#observers) observer.disconnect();
    this.#ruler.remove();
  }
}
