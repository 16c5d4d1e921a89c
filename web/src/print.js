// On paper: a page with title, map, phases and legend, then the answer in words,
// or all of the text version where it is open; built when printing begins and removed
// when it ends. The host page's own print is left alone; the atlas prints as part of it.

import { svg_elements, text_elements } from './markup.js';

/** @typedef {import('./atlas.js').Atlas} Atlas */

/** Of an atlas that nobody has touched yet: its picture, for the words can't be fetched before the paper is due. @param {Atlas} atlas */
function untouched_paper(atlas) {
  const paper = Object.assign(document.createElement('article'), { className: 'paper' });
  const title = Object.assign(document.createElement('h1'), { textContent: atlas.root.getAttribute('aria-label') });
  paper.append(title, atlas.copy_canvas());
  return paper;
}

/** @param {Atlas} atlas @returns {HTMLElement} */
function paper_of(atlas) {
  if (!atlas.settings.whole) return untouched_paper(atlas);
  const paper = text_elements(atlas.text_html());
  paper.className = atlas.root.querySelector('.reading') ? 'paper' : 'paper answer'; // all of it where it is being read
  const [title, ...words] = [...paper.children].filter((child) => /^[HP]/.test(child.tagName.toUpperCase()));
  const cover = Object.assign(document.createElement('div'), { className: 'cover' });
  const parts = [title, ...words, svg_elements(atlas.svg())];
  cover.append(...parts.filter((part) => part !== undefined && part !== null));
  paper.prepend(cover);
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
