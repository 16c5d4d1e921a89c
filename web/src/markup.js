// The core's own markup as elements, made one by one: a page that requires trusted types refuses DOMParser, and an element
// made so runs nothing, whatever the data's names hold.

import { is_safe_link } from './outline.js';

const k_entities = /** @type {Record<string, string>} */ ({ lt: '<', gt: '>', amp: '&', quot: '"', '#39': "'" });
const k_refused = /^(script|style|foreignobject|iframe|object|embed|form)$/i;

/** @param {string} text */
function plain(text) {
  return text.replace(/&(#39|\w+);/g, (_, name) => k_entities[name] ?? '');
}

/** @param {Element} element @param {string} attributes */
function take_attributes(element, attributes) {
  for (const [, key, value] of attributes.matchAll(/([\w:-]+)="([^"]*)"/g)) {
    const text = plain(value);
    const is_bad = /^(on|xmlns|style)/i.test(key) || (key === 'href' && !text.startsWith('#') && !is_safe_link(text));
    if (!is_bad) element.setAttribute(key, text);
  }
}

/** @param {string} markup well-formed, without comments @param {string} namespace @returns {Element | null} its top element */
function elements_of(markup, namespace) {
  const paper = document.createElementNS(namespace, 'g');
  /** @type {Element[]} */
  const open = [paper];
  for (const [, closing, name, attributes, single, text] of markup.matchAll(/<(\/?)([a-z][a-z0-9]*)((?:\s+[\w:-]+="[^"]*")*)\s*(\/?)>([^<]*)/gi)) {
    if (closing) open.pop();
    else {
      const element = document.createElementNS(namespace, k_refused.test(name) ? 'g' : name);
      take_attributes(element, attributes);
      open.at(-1)?.append(element);
      if (!single) open.push(element);
    }
    if (text.trim()) open.at(-1)?.append(plain(text));
  }
  return paper.firstElementChild;
}

/** @param {string} svg */
export function svg_elements(svg) {
  return elements_of(svg, 'http://www.w3.org/2000/svg');
}

/** The text version; what it leads to opens beside the page. @param {string} html @returns {HTMLElement} */
export function text_elements(html) {
  const article = /** @type {HTMLElement} */ (elements_of(html, 'http://www.w3.org/1999/xhtml') ?? document.createElement('article'));
  article.classList.add('text');
  for (const link of article.querySelectorAll('a[href]:not([href^="#"])')) {
    link.setAttribute('target', '_blank');
    link.setAttribute('rel', 'noopener noreferrer');
  }
  return article;
}
