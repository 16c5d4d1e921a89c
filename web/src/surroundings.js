// What the page, the reader's settings and the device tell the core: sizes, preferences, full screen, accent colour.

/** @typedef {import('./size.js').Size} Size */

const k_queries = {
  prefersDark: '(prefers-color-scheme: dark)',
  prefersContrast: '(prefers-contrast: more), (forced-colors: active)',
  reducedMotion: '(prefers-reduced-motion: reduce)',
  coarse: '(pointer: coarse)',
};

/** @param {() => void} changed @param {AbortSignal} signal */
export function watch_preferences(changed, signal) {
  for (const query of Object.values(k_queries)) matchMedia(query).addEventListener('change', changed, { signal });
}

/**
 * @param {HTMLElement} root
 * @param {Size} size
 * @param {{gestures: string, mode: string, attract?: boolean, whole: boolean, link: string, reportUrl?: string}} settings
 */
export function read_environment(root, size, settings) {
  const style = getComputedStyle(root);
  const preferences = Object.fromEntries(Object.entries(k_queries).map(([key, query]) => [key, matchMedia(query).matches]));
  return {
    ...size,
    ...preferences,
    gestures: settings.gestures,
    mode: settings.mode,
    attract: settings.attract ?? false,
    whole: settings.whole,
    address: settings.link.replace(/#.*$/, ''),
    report: settings.reportUrl ?? '',
    fullscreen: document.fullscreenElement !== null && is_inside(document.fullscreenElement, root),
    mayFillScreen: root.ownerDocument.fullscreenEnabled === true, // not in a frame that isn't allowed to, not on a phone that can't
    accent: accent_of(root, style.getPropertyValue('--atlas-accent').trim()),
  };
}

const k_whole = 0.95; // of the window, on both sides

/** The atlas fills a window that cannot be scrolled: no page is there that its gestures could belong to. @param {HTMLElement} root */
export function is_whole_page(root) {
  if (window.parent !== window) return false;
  const page = document.scrollingElement ?? document.documentElement;
  const { width, height } = root.getBoundingClientRect();
  return page.scrollHeight <= page.clientHeight + 1 && width >= innerWidth * k_whole && height >= innerHeight * k_whole;
}

/** Whether the node lies in the element, through shadow roots. @param {Element} outer @param {Node} inner */
function is_inside(outer, inner) {
  /** @type {Node | null} */
  let node = inner;
  while (node && !outer.contains(node)) {
    const root = node.getRootNode();
    node = root instanceof ShadowRoot ? root.host : null;
  }
  return node !== null;
}

/** 0xRRGGBB of any CSS colour; 0 when there is none or it is not one. @param {HTMLElement} root @param {string} colour */
function accent_of(root, colour) {
  if (!colour || !CSS.supports('color', colour)) return 0;
  const probe = document.createElement('span');
  probe.style.color = colour;
  probe.style.display = 'none';
  root.append(probe);
  const parts = getComputedStyle(probe).color.match(/\d+(\.\d+)?/g)?.map(Number) ?? [];
  probe.remove();
  const [red = 0, green = 0, blue = 0] = parts;
  return (Math.round(red) << 16) | (Math.round(green) << 8) | Math.round(blue);
}

/**
 * The language of the page round the atlas: French where the page says nothing, English where it speaks another one.
 * What the atlas's own element says is an option and was read before.
 * @param {Element} host
 * @returns {'fr' | 'en'}
 */
export function language_of(host) {
  const round = host.localName === 'cluster-atlas' ? host.parentElement : host;
  const said = round?.closest('[lang]')?.getAttribute('lang') || document.documentElement.lang || 'fr';
  return /^fr(-|$)/i.test(said) ? 'fr' : 'en';
}
