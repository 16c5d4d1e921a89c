// From choices to the code that somebody pastes into a page. No DOM: tested as plain functions.

const k_size = /^\d{1,5}(\.\d+)?(px|%|rem|em|vh|vw)?$/;
const k_report = /^(https:\/\/|mailto:)\S+$/;
const k_titles = { fr: 'Carte des pôles de compétitivité', en: 'Map of France’s competitiveness clusters' };

/** @param {string} text */
const escaped = (text) => String(text).replace(/[&<>"']/g, (char) => `&#${char.charCodeAt(0)};`);

/** @param {string} size @param {string} otherwise */
export const size_of = (size, otherwise) => (k_size.test(size) ? (/^\d+$/.test(size) ? `${size}px` : size) : otherwise);

/** @param {string} base @returns {string} an https or http folder, with its slash */
function sound_base(base) {
  const is_web = URL.canParse(base) && /^https?:$/.test(new URL(base).protocol);
  return is_web ? new URL('.', base.endsWith('/') ? base : `${base}/`).href : 'https://example.org/atlas/';
}

/** @param {Record<string, string>} choices */
export function snippet_of({ form, lang, theme, gestures, width, height, base, report = '', permalink }) {
  const [w, h] = [size_of(width, '100%'), size_of(height, '560px')];
  const folder = sound_base(base);
  const state = permalink.replace(/^#/, '').replace(/;(lang|theme)=[^;]*/g, '');
  const title = k_titles[lang === 'en' ? 'en' : 'fr'];
  if (form === 'iframe') {
    const query = new URLSearchParams({ lang, ...(theme === 'auto' ? {} : { theme }), ...(gestures === 'greedy' ? { gestures } : {}) });
    const address = `${folder}embed.html?${query}#${state}`;
    return `<iframe src="${escaped(address)}" title="${escaped(title)}" style="width: ${w}; height: ${h}; border: 0" loading="lazy" allow="fullscreen; clipboard-write"></iframe>`;
  }
  const attributes = [`lang="${escaped(lang)}"`];
  if (state !== 'v1') attributes.push(`state="${escaped(state)}"`);
  if (theme !== 'auto') attributes.push(`theme="${escaped(theme)}"`);
  if (gestures === 'greedy') attributes.push('gestures="greedy"');
  if (k_report.test(report)) attributes.push(`report-url="${escaped(report)}"`);
  return `<script type="module" src="${escaped(folder)}cluster-atlas.js"></script>\n<cluster-atlas ${attributes.join(' ')} style="display: block; width: ${w}; height: ${h}"></cluster-atlas>`;
}

/** The one line that a page with a strict policy adds. @param {Record<string, string>} choices */
export function policy_of({ form, base }) {
  const { origin } = new URL(sound_base(base));
  if (form === 'iframe') return `Content-Security-Policy: frame-src ${origin}`;
  return `Content-Security-Policy: script-src ${origin} 'wasm-unsafe-eval'; connect-src ${origin}; img-src blob:`;
}
