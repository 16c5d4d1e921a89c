// CSV text to rows (RFC 4180): quotes, line breaks inside quotes, and the separator found in the first line: semicolon
// (French spreadsheets), comma or tab. Bounded.

/** Of clusters, under the head. */
export const k_max_rows = 20_000;
const k_max_columns = 100;
const k_max_cell = 10_000;

/** The separator that the first line uses most, outside quotes. @param {string} text */
export function separator_of(text) {
  const line = (text.slice(0, k_max_cell).split(/\r?\n/, 1)[0] ?? '').replace(/"[^"]*"/g, '');
  const count = (/** @type {string} */ separator) => line.split(separator).length;
  return [';', ',', '\t'].reduce((best, each) => (count(each) > count(best) ? each : best));
}

/**
 * @param {string} text
 * @returns {Array<{line: number, cells: string[]}>} non-empty records with the line they begin on; one more than may be
 */
export function csv_rows(text) {
  const separator = separator_of(text);
  /** @type {Array<{line: number, cells: string[]}>} */
  const rows = [];
  let row = { line: 1, cells: /** @type {string[]} */ ([]) };
  let cell = '';
  let line = 1;
  let is_quoted = false;
  const end_cell = () => {
    if (row.cells.length < k_max_columns) row.cells.push(cell.trim());
    cell = '';
  };
  const end_row = () => {
    end_cell();
    if (row.cells.some((each) => each !== '')) rows.push(row);
    row = { line: line + 1, cells: [] };
  };
  for (let i = text.charCodeAt(0) === 0xfeff ? 1 : 0; i < text.length && rows.length <= k_max_rows + 1; ++i) {
    const char = text[i];
    if (is_quoted) {
      if (char === '"' && text[i + 1] === '"') cell += text[++i];
      else if (char === '"') is_quoted = false;
      else if (cell.length < k_max_cell) cell += char;
    } else if (char === '"' && cell.trim() === '') {
      is_quoted = true;
      cell = '';
    } else if (char === separator) end_cell();
    else if (char === '\n') end_row();
    else if (char !== '\r' && cell.length < k_max_cell) cell += char;
    if (char === '\n') ++line;
  }
  if (cell !== '' || row.cells.length > 0) end_row();
  return rows;
}
