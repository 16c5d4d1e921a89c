// The core's own SVG as elements, made one by one: a page that requires trusted types refuses DOMParser, and an element
// made so runs nothing, whatever the data's names hold.

const k_namespace = 'http://www.w3.org/2000/svg';
const k_entities = /** @type {Record<string, string>} */ ({ lt: '<', gt: '>', amp: '&', quot: '"', '#39': "'" });
const k_refused = /^(script|foreignobject)$/i;

/** @param {string} text */
function plain(text) {
  return text.replace(/&(#39|\w+);/g, (_, name) => k_entities[name] ?? '');
}

/** @param {string} name @param {string} attributes */
function element_of(name, attributes) {
  const element = document.createElementNS(k_namespace, name);
  for (const [, key, value] of attributes.matchAll(/([\w:-]+)="([^"]*)"/g)) {
    if (!/^(on|xmlns)/i.test(key)) element.setAttribute(key, plain(value));
  }
  return element;
}

/** @param {string} svg well-formed, without comments @returns {Element | null} its top element */
export function svg_elements(svg) {
  const paper = document.createElementNS(k_namespace, 'g');
  /** @type {Element[]} */
  const open = [paper];
  for (const [, closing, name, attributes, single, text] of svg.matchAll(/<(\/?)([a-z]+)((?:\s+[\w:-]+="[^"]*")*)\s*(\/?)>([^<]*)/gi)) {
    if (closing) open.pop();
    else {
      const element = element_of(k_refused.test(name) ? 'g' : name, attributes);
      open.at(-1)?.append(element);
      if (!single) open.push(element);
    }
    if (text.trim()) open.at(-1)?.append(plain(text));
  }
  return paper.firstElementChild;
}
