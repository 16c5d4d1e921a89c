// The font of the fields that lie over the canvas: the one that the canvas draws with, taken from the module's memory,
// so that nothing is fetched twice. Fonts belong to the document: the first atlas adds it, the last one takes it away.

/** @typedef {import('./core.js').Core} Core */

export const k_family = 'Cluster Atlas Inter';
const k_weights = ['400', '600']; // the order of view::FontFile

/** @type {FontFace[]} */
let faces = [];
let users = 0;

/** @param {Core} core @param {AbortSignal} signal gives the font back */
export function lend_fonts(core, signal) {
  if (typeof FontFace !== 'function') return;
  if (users++ === 0) {
    faces = k_weights.map((weight, file) => new FontFace(k_family, core.font(file), { weight }));
    for (const face of faces) {
      document.fonts.add(face);
      face.loaded.catch(() => {}); // the next family of the list is drawn
    }
  }
  signal.addEventListener('abort', () => {
    if (--users > 0) return;
    for (const face of faces) document.fonts.delete(face);
    faces = [];
  });
}
