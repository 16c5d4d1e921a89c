// "Vos données": tables of the reader's own beside the atlas that follows them. Nothing leaves the device.

import { Desk } from './desk.js';
import { write_words } from './page_words.js';
import { languages, speak } from './words.js';

const asked = new URLSearchParams(location.search).get('lang');
const is_spoken = [asked ?? '', ...navigator.languages, 'fr'].some((tag) => tag && speak(tag));
console.assert(is_spoken);

/** Once its first data are drawn. @returns {Promise<import('../src/atlas.js').Atlas>} */
function atlas() {
  const element = /** @type {any} */ (document.querySelector('cluster-atlas'));
  return new Promise((done) => (element.atlas ? done(element.atlas) : element.addEventListener('ready', () => done(element.atlas), { once: true })));
}

write_words(document);
const select = /** @type {HTMLSelectElement} */ (document.getElementById('language'));
select.append(...languages.map(({ tag, name }) => new Option(name, tag)));
new Desk(await atlas()).begin();
