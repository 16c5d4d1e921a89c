// What the page, the reader's settings and the device tell the core: sizes, preferences, full screen, accent colour.

import { k_parts } from './options.js';

import { language_like } from './words.js';

/** @typedef {import('./size.js').Size} Size */

const k_queries = {
  prefersDark: '(prefers-color-scheme: dark)',
  prefersContrast: '(prefers-contrast: more)',
  reducedMotion: '(prefers-reduced-motion: reduce)',
  coarse: '(pointer: coarse)',
};

const k_forced = '(forced-colors: active)';
/** What the system paints with, where it forces its colours on every page. @type {Record<string, string[]>} */
const k_system = {
  Canvas: ['page', 'panel', 'raised', 'sunken', 'sea', 'land', 'neighbour', 'halo', 'coast-glow', 'graticule', 'band-odd', 'band-even', 'pin-case', 'pin-icon', 'accent-soft', 'hover', 'land-hover', 'land-selected'],
  CanvasText: ['text', 'text-2', 'text-3', 'on-map', 'map-text-2', 'hair', 'control', 'coast', 'region-line', 'leader', 'ghost', 'bar-empty', 'handle'],
  LinkText: ['accent', 'step', 'selected-region-line'],
  Highlight: ['focus'],
};

/** @param {() => void} changed @param {AbortSignal} signal */
export function watch_preferences(changed, signal) {
  for (const query of [...Object.values(k_queries), k_forced]) matchMedia(query).addEventListener('change', changed, { signal });
}

/**
 * @param {HTMLElement} root
 * @param {Size} size
 * @param {Omit<import('./stage.js').Settings, 'logo'> & {inks: string[], logo: number}} settings
 */
export function read_environment(root, size, settings) {
  const { parts, locked } = settings;
  const preferences = Object.fromEntries(Object.entries(k_queries).map(([key, query]) => [key, matchMedia(query).matches]));
  const is_forced = matchMedia(k_forced).matches;
  return {
    ...size,
    ...preferences,
    gestures: settings.gestures,
    mode: settings.mode,
    attract: settings.attract ?? false,
    whole: settings.whole,
    address: shareable(settings.link),
    report: settings.reportUrl ?? '',
    fullscreen: document.fullscreenElement !== null && is_inside(document.fullscreenElement, root),
    mayFillScreen: root.ownerDocument.fullscreenEnabled === true, // not in a frame that isn't allowed to, not on a phone that can't
    parts: Object.fromEntries(k_parts.map((part) => [part, parts?.includes(/** @type {never} */ (part)) ?? true])),
    locked: locked ?? {},
    title: settings.heading ?? '',
    logo: settings.logo,
    colours: is_forced ? system_colours(root) : colours_of(root, settings),
  };
}

/** What a QR code can hold with a state behind it. */
const k_most_address = 1000;

/** Without its hash; of an address that is too long for anything, only the page. @param {string} link */
function shareable(link) {
  const [page] = link.split('#');
  const [path] = page.length > k_most_address ? page.split('?') : [page];
  return path.length > k_most_address ? '' : path;
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

/** @type {Map<string, number | null>} */
const known_colours = new Map();

/** 0xRRGGBB of any CSS colour; null when it is none. @param {HTMLElement} root @param {string} colour */
function rgb_of(root, colour) {
  if (!CSS.supports('color', colour)) return null;
  const probe = document.createElement('span');
  probe.style.color = colour;
  probe.style.display = 'none';
  root.append(probe);
  const computed = getComputedStyle(probe).color;
  probe.remove();
  if (!known_colours.has(computed)) known_colours.set(computed, painted(computed));
  return known_colours.get(computed) ?? null;
}

/** As a canvas paints it, whatever it was written in. @param {string} colour */
function painted(colour) {
  const pen = Object.assign(document.createElement('canvas'), { width: 1, height: 1 }).getContext('2d', { willReadFrequently: true });
  if (!pen) return null;
  pen.fillStyle = colour;
  pen.fillRect(0, 0, 1, 1);
  const [red, green, blue, alpha] = pen.getImageData(0, 0, 1, 1).data;
  return alpha === 0 ? null : (red << 16) | (green << 8) | blue;
}

/**
 * The host's colours: its --atlas-… properties, and the accent of the option.
 * @param {HTMLElement} root
 * @param {{inks: string[], accent?: string}} settings
 */
function colours_of(root, { inks, accent }) {
  const style = getComputedStyle(root);
  /** @type {Record<string, number>} */
  const colours = {};
  for (const ink of inks) {
    const wanted = (ink === 'accent' && accent) || style.getPropertyValue(`--atlas-${ink}`).trim();
    const rgb = wanted ? rgb_of(root, wanted) : null;
    if (rgb !== null) colours[ink] = rgb;
  }
  return colours;
}

/** @param {HTMLElement} root */
function system_colours(root) {
  const coloured = Object.entries(k_system).flatMap(([name, inks]) => {
    const rgb = rgb_of(root, name);
    return rgb === null ? [] : inks.map((ink) => [ink, rgb]);
  });
  return Object.fromEntries(coloured);
}

/**
 * The language of the page round the atlas: French where the page says nothing, English where it speaks another one.
 * What the atlas's own element says is an option and was read before.
 * @param {Element} host
 * @returns {import('../cluster-atlas').Lang}
 */
export function language_of(host) {
  const round = host.localName === 'cluster-atlas' ? host.parentElement : host;
  const said = round?.closest('[lang]')?.getAttribute('lang') || document.documentElement.lang || 'fr';
  return language_like(said) ?? 'en';
}
