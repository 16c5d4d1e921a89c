// From choices to the code that somebody pastes into a page. No DOM: tested as plain functions.

const k_size = /^\d{1,5}(\.\d+)?(px|%|rem|em|vh|vw)?$/;
const k_ratio = /^\d{1,3}(\.\d+)?\s*[/:]\s*\d{1,3}(\.\d+)?$/;
const k_report = /^(https:\/\/|mailto:)\S+$/;
const k_titles = { fr: 'Carte des pôles de compétitivité', en: 'Map of France’s competitiveness clusters', de: 'Karte der französischen Wettbewerbscluster' };
const k_usual = { theme: 'auto', gestures: 'cooperative' };

/** @param {string} text */
const escaped = (text) => String(text).replace(/[&<>"']/g, (char) => `&#${char.charCodeAt(0)};`);
/** JSON as it can stand in a script. @param {unknown} value @param {number} [indent] */
const literal = (value, indent) => JSON.stringify(value, null, indent).replaceAll('<', '\\u003c');

/** @param {string} size @param {string} otherwise */
export const size_of = (size, otherwise) => (k_size.test(size) ? (/^\d+$/.test(size) ? `${size}px` : size) : otherwise);

/** @param {string} base @returns {string} an https or http folder, with its slash */
function sound_base(base) {
  const is_web = URL.canParse(base) && /^https?:$/.test(new URL(base).protocol);
  return is_web ? new URL('.', base.endsWith('/') ? base : `${base}/`).href : 'https://example.org/atlas/';
}

/** What differs from the usual, by the names of the options. @param {Record<string, any>} choices @returns {Record<string, any>} */
function options_of({ lang, words, theme, gestures, parts, locked, heading, logo, accent, report }) {
  const all = { lang, localeSrc: URL.canParse(words ?? '') ? words : '', theme, gestures, parts, locked, heading, logo, accent, reportUrl: k_report.test(report ?? '') ? report : '' };
  const is_chosen = (/** @type {[string, any]} */ [name, value]) => value && value !== k_usual[/** @type {keyof typeof k_usual} */ (name)] && (typeof value !== 'object' || Object.keys(value).length > 0);
  return Object.fromEntries(Object.entries(all).filter(is_chosen));
}

/** As an attribute holds it. @param {any} value */
const text_of = (value) => (Array.isArray(value) ? value.join(' ') : typeof value === 'object' ? JSON.stringify(value) : String(value));

/** @param {Record<string, any>} choices @returns {string} CSS: fixed, or following the width */
export function box_of({ width, height }) {
  const w = `width: ${size_of(width, '100%')}`;
  if (k_ratio.test(height)) return `${w}; height: auto; aspect-ratio: ${height.replace(':', '/')}`;
  return `${w}; height: ${size_of(height, '560px')}`;
}

/** @type {Record<string, (choices: Record<string, any>, folder: string) => string>} */
const k_forms = {
  element: (choices, folder) => {
    const { reportUrl, localeSrc, ...options } = options_of(choices);
    const attributes = { ...options, ...(localeSrc ? { 'locale-src': localeSrc } : {}), ...(reportUrl ? { 'report-url': reportUrl } : {}), ...(state_of(choices) === 'v1' ? {} : { state: state_of(choices) }) };
    const written = Object.entries(attributes).map(([name, value]) => `${name}="${escaped(text_of(value))}"`);
    return `<script type="module" src="${escaped(folder)}cluster-atlas.js"></script>\n<cluster-atlas ${written.join(' ')} style="display: block; ${box_of(choices)}"></cluster-atlas>`;
  },
  iframe: (choices, folder) => {
    const options = options_of({ ...choices, logo: '', words: '', report: '' }); // a frame shows files of its own site only
    const query = new URLSearchParams(Object.entries(options).map(([name, value]) => [name, text_of(value)]));
    const address = `${folder}embed.html?${query}#${state_of(choices)}`;
    const title = choices.heading || (k_titles[/** @type {keyof typeof k_titles} */ (choices.lang)] ?? k_titles.fr);
    const is_auto = choices.height === 'auto';
    const frame = `<iframe src="${escaped(address)}" title="${escaped(title)}"${is_auto ? ' data-cluster-atlas' : ''} style="${box_of(choices)}; border: 0" loading="lazy" allow="fullscreen; clipboard-write"></iframe>`;
    return is_auto ? `${frame}\n<script src="${escaped(folder)}cluster-atlas-frame.js" async></script>` : frame;
  },
  module: (choices, folder) =>
    `<div id="atlas" style="${box_of(choices)}"></div>\n<script type="module">\nimport { mount } from ${literal(`${folder}cluster-atlas.js`)};\nawait mount(document.getElementById('atlas'), ${literal(with_state(choices), 2)});\n</script>`,
  react: (choices) => {
    const { width, height } = choices;
    const style = k_ratio.test(height) ? { width: size_of(width, '100%'), aspectRatio: height.replace(':', '/') } : { width: size_of(width, '100%'), height: size_of(height, '560px') };
    return `import { ClusterAtlas } from 'cluster-atlas/react';\n\nexport function Atlas() {\n  return <ClusterAtlas {...${literal(with_state(choices))}} style={${literal(style)}} />;\n}`;
  },
};

/** Without what is an option. @param {Record<string, any>} choices */
function state_of({ permalink }) {
  return permalink.replace(/^#/, '').replace(/;(lang|theme)=[^;]*/g, '');
}

/** @param {Record<string, any>} choices */
function with_state(choices) {
  const { state } = choices;
  return { ...options_of(choices), ...(state && Object.keys(state).length > 0 ? { state } : {}) };
}

/** @param {Record<string, any>} choices */
export function snippet_of(choices) {
  return (k_forms[choices.form] ?? k_forms.element)(choices, sound_base(choices.base));
}

/** The one line that a page with a strict policy adds. @param {Record<string, any>} choices */
export function policy_of({ form, base, height }) {
  const { origin } = new URL(sound_base(base));
  if (form === 'iframe') return `Content-Security-Policy: frame-src ${origin}${height === 'auto' ? `; script-src ${origin}` : ''}`;
  return `Content-Security-Policy: script-src ${origin} 'wasm-unsafe-eval'; connect-src ${origin}; img-src blob:`;
}

/** The part of a state that a reader chose. @param {any} state @param {any} initial @returns {Record<string, any>} */
export function chosen_state(state, initial) {
  const differs = (/** @type {string} */ key) => JSON.stringify(state[key]) !== JSON.stringify(initial[key]);
  const filter = Object.fromEntries(Object.entries(state.filter).filter(([, value]) => value !== null && value.length > 0));
  const chosen = Object.fromEntries(['date', 'compare', 'selected', 'view', 'camera'].filter(differs).map((key) => [key, state[key]]));
  return Object.keys(filter).length > 0 ? { ...chosen, filter } : chosen;
}
