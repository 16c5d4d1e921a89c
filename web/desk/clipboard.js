// Cells on the clipboard as spreadsheets put them there: parted by tabs, a cell with a line break or a tab in quotation marks.

const k_cell = /(?:"([^"]*(?:""[^"]*)*)"(?=[\t\n]|$)|([^\t\n]*))(\t|\n|$)/y;
const k_needs_marks = /[\t\n]|""/;

/** @param {string} text @returns {string[][]} */
export function pasted(text) {
  const lines = text.replace(/\r\n?/g, '\n').replace(/\n$/, '');
  const reader = new RegExp(k_cell);
  /** @type {string[][]} */
  const rows = [[]];
  for (let end = '\t'; end !== ''; ) {
    const [whole, marked, plain = '', next] = /** @type {RegExpExecArray} */ (reader.exec(lines));
    const is_marked = marked !== undefined && k_needs_marks.test(marked); // else somebody wrote the marks
    rows[rows.length - 1].push(is_marked ? marked.replaceAll('""', '"') : marked === undefined ? plain : whole.slice(0, whole.length - next.length));
    if (next === '\n') rows.push([]);
    end = next;
  }
  return rows;
}

/** @param {string} cell */
export function copied(cell) {
  return k_needs_marks.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
