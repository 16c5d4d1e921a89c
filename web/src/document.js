// The core's text blocks (title, sentence, table, card, sources) as HTML: printed, and read where there is no WebGL.

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
