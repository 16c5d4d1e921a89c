// On paper: a page with title, map, phases and legend, then the answer as text; built when printing begins and removed
// when it ends. The host page's own print is left alone; the atlas prints as part of it.

import { document_elements } from './document.js';

/** @typedef {import('./atlas.js').Atlas} Atlas */

/** A picture of trusted shape but untrusted text: parsed as XML, no script runs in it. @param {string} svg */
function picture_of(svg) {
  if (!svg) return null;
  const root = new DOMParser().parseFromString(svg, 'image/svg+xml').documentElement;
  if (root.nodeName !== 'svg') return null;
  for (const element of root.querySelectorAll('script, foreignObject')) element.remove();
  return document.importNode(root, true);
}

/** Of an atlas that nobody has touched yet: its picture, for the words can't be fetched before the paper is due. @param {Atlas} atlas */
function untouched_paper(atlas) {
  const paper = Object.assign(document.createElement('article'), { className: 'paper' });
  const title = Object.assign(document.createElement('h1'), { textContent: atlas.root.getAttribute('aria-label') });
  paper.append(title, atlas.copy_canvas());
  return paper;
}

/** @param {Atlas} atlas @returns {HTMLElement} */
export function paper_of(atlas) {
  if (!atlas.settings.whole) return untouched_paper(atlas);
  const paper = Object.assign(document.createElement('article'), { className: 'paper' });
  const [title, summary, status, ...rest] = document_elements(atlas.document_outline);
  const cover = Object.assign(document.createElement('div'), { className: 'cover' });
  const parts = [title, summary, status, picture_of(atlas.svg())];
  cover.append(...parts.filter((part) => part !== undefined && part !== null));
  paper.append(cover, ...rest);
  return paper;
}

/** @param {Atlas} atlas @param {HTMLElement} root */
export function watch_printing(atlas, root) {
  /** @type {HTMLElement | null} */
  let paper = null;
  const clear = () => {
    paper?.remove();
    paper = null;
  };
  const { signal } = atlas;
  addEventListener(
    'beforeprint',
    () => {
      clear();
      paper = root.appendChild(paper_of(atlas));
    },
    { signal },
  );
  addEventListener('afterprint', clear, { signal });
}
