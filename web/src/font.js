// The font of the fields that lie over the canvas: the one that the canvas draws with, taken from the module's memory,
// so that nothing is fetched twice. Fonts belong to the document: the first atlas adds it, the last one takes it away.

/** @typedef {import('./core.js').Core} Core */

export const k_family = 'Cluster Atlas Inter';
const k_weights = ['400', '600']; // the order of view::FontFile

/** @type {Map<Document, {faces: FontFace[], users: number}>} */
const lent = new Map();

/** @param {Core} core @param {Document} page @param {AbortSignal} signal gives the font back */
export function lend_fonts(core, page, signal) {
  const view = page.defaultView;
  if (typeof view?.FontFace !== 'function') return;
  const known = lent.get(page) ?? { faces: k_weights.map((weight, file) => new view.FontFace(k_family, core.font(file), { weight })), users: 0 };
  lent.set(page, known);
  if (known.users++ === 0) {
    for (const face of known.faces) {
      page.fonts.add(face);
      face.loaded.catch(() => {}); // the next family of the list is drawn
    }
  }
  signal.addEventListener('abort', () => {
    if (--known.users > 0) return;
    for (const face of known.faces) page.fonts.delete(face);
    lent.delete(page);
  });
}
