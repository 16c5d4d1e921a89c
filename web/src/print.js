// On paper: the answer as text with the map as vector picture, built when printing begins and removed when it ends. The
// host page's own print is left alone; the atlas prints as part of it.

/** @typedef {import('./atlas.js').Atlas} Atlas */

/**
 * @typedef {object} Block one part of the document outline
 * @property {'heading' | 'paragraph' | 'list' | 'table'} kind
 * @property {number} [level]
 * @property {string} [text]
 * @property {string[]} [items]
 * @property {string} [caption]
 * @property {string[]} [columns]
 * @property {string[][]} [rows]
 */

/** @param {Block} block @returns {HTMLElement} */
function element_of(block) {
  if (block.kind === 'list') {
    const list = document.createElement('ul');
    list.append(...(block.items ?? []).map((text) => Object.assign(document.createElement('li'), { textContent: text })));
    return list;
  }
  if (block.kind === 'table') return table_of(block);
  const tag = block.kind === 'heading' ? `h${Math.min(6, Math.max(1, block.level ?? 2))}` : 'p';
  return Object.assign(document.createElement(tag), { textContent: block.text ?? '' });
}

/** @param {Block} block */
function table_of(block) {
  const table = document.createElement('table');
  table.createCaption().textContent = block.caption ?? '';
  const head = table.createTHead().insertRow();
  for (const column of block.columns ?? []) {
    const cell = head.appendChild(document.createElement('th'));
    cell.scope = 'col';
    cell.textContent = column;
  }
  const body = table.createTBody();
  for (const row of block.rows ?? []) {
    const line = body.insertRow();
    row.forEach((text, index) => {
      const cell = line.appendChild(document.createElement(index === 0 ? 'th' : 'td'));
      if (cell.tagName === 'TH') /** @type {HTMLTableCellElement} */ (cell).scope = 'row';
      cell.textContent = text;
    });
  }
  return table;
}

/** Text blocks as HTML. @param {unknown} outline @returns {HTMLElement[]} */
export function document_elements(outline) {
  const blocks = /** @type {{blocks?: Block[]}} */ (outline)?.blocks ?? [];
  return blocks.map(element_of);
}

/** A picture of trusted shape but untrusted text: parsed as XML, no script runs in it. @param {string} svg */
function picture_of(svg) {
  if (!svg) return null;
  const root = new DOMParser().parseFromString(svg, 'image/svg+xml').documentElement;
  if (root.nodeName !== 'svg') return null;
  for (const element of root.querySelectorAll('script, foreignObject')) element.remove();
  return document.importNode(root, true);
}

/** @param {Atlas} atlas @returns {HTMLElement} */
export function paper_of(atlas) {
  const paper = Object.assign(document.createElement('article'), { className: 'paper' });
  const [title, ...rest] = document_elements(atlas.document_outline);
  const picture = picture_of(atlas.svg());
  paper.append(...(title ? [title] : []), ...(picture ? [picture] : []), ...rest);
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

/** @param {Atlas} _atlas */
export function print_atlas(_atlas) {
  print();
}
