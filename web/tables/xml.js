// Elements of an XML file, one after the other, for the parts of workbooks that are tables: no tree, no names from elsewhere, no
// document type, so that a file can't make more of itself than it is.

/** @typedef {{name: string, attributes: Record<string, string>, is_end: boolean, is_empty: boolean, text: string}} Piece a tag by its local name, or text */

const k_piece = /<!--[^]*?-->|<!\[CDATA\[([^]*?)\]\]>|<\?[^]*?\?>|<(\/?)(?:[\w.-]+:)?([\w.-]+)((?:\s+[\w:.-]+\s*=\s*(?:"[^"]*"|'[^']*'))*)\s*(\/?)>|([^<]+)/gy;
const k_attribute = /(?:[\w.-]+:)?([\w.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;
const k_entities = /** @type {Record<string, string>} */ ({ amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" });

/** @param {string} xml @returns {Generator<Piece>} throws SyntaxError where it is none */
export function* pieces(xml) {
  const reader = new RegExp(k_piece);
  reader.lastIndex = xml.charCodeAt(0) === 0xfeff ? 1 : 0;
  while (reader.lastIndex < xml.length) {
    const at = reader.lastIndex;
    const found = reader.exec(xml);
    if (!found) throw new SyntaxError(`no XML at ${at}`);
    const [, cdata, end, name, attributes, empty, text] = found;
    if (name) yield { name, attributes: attributes_in(attributes), is_end: end === '/', is_empty: empty === '/', text: '' };
    else if (text ?? cdata) yield { name: '', attributes: {}, is_end: false, is_empty: false, text: cdata ?? plain(text) };
  }
}

/** @param {string} text @returns {Record<string, string>} by local name */
function attributes_in(text) {
  /** @type {Record<string, string>} */
  const all = Object.create(null);
  for (const [, name, double, single] of text.matchAll(k_attribute)) all[name] = plain(double ?? single);
  return all;
}

/** @param {string} text */
function plain(text) {
  if (!text.includes('&')) return text;
  return text.replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|(\w{1,8}));/gi, (whole, decimal, hexadecimal, name) => {
    if (name) return k_entities[name] ?? whole;
    const code = decimal ? Number(decimal) : parseInt(hexadecimal, 16);
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}

/** For the text of an element or attribute; what XML can't hold is left out. @param {string} text */
export function escaped(text) {
  // eslint-disable-next-line no-control-regex
  return text.replace(/[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/g, '').replace(/[&<>"\r]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
