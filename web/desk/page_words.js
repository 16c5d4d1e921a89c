// The words of the page's own elements.

import { say } from './words.js';

/** @typedef {import('./words.js').Word} Word */

/** @param {ParentNode} root */
export function write_words(root) {
  for (const element of root.querySelectorAll('[data-word]')) element.textContent = say(/** @type {Word} */ (element.getAttribute('data-word')));
  for (const element of root.querySelectorAll('[data-label]')) {
    const label = say(/** @type {Word} */ (element.getAttribute('data-label')));
    element.setAttribute('aria-label', label);
    if (element.matches('a, button')) element.setAttribute('title', label); // a region is no tool to be explained
  }
}
