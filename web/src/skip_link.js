// Past the atlas in one step: its first stop, for who comes by keyboard and wants what follows on the page.

import { say } from './words.js';

/** @param {HTMLElement} root of an atlas */
export function add_skip_link(root) {
  const link = Object.assign(document.createElement('button'), { type: 'button', className: 'skip' });
  const end = Object.assign(document.createElement('span'), { tabIndex: -1, className: 'unseen' });
  const name = () => (link.textContent = say('skip', root.lang));
  link.addEventListener('focus', name); // in the language of now
  link.addEventListener('click', () => {
    root.append(end); // behind what has come since
    end.tabIndex = 0; // from -1 Chromium goes on at the first stop of the shadow tree
    end.focus({ preventScroll: true });
  });
  end.addEventListener('blur', () => (end.tabIndex = -1));
  name();
  root.prepend(link);
}
