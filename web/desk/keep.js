// Work that the reader asked this browser to keep: one piece, until it is told to forget it.

/** @typedef {import('./work.js').Work} Work */

const k_name = 'cluster-atlas-desk';

/** @param {Work} work @returns {boolean} whether the browser has it */
export function keep(work) {
  try {
    localStorage.setItem(k_name, JSON.stringify({ work, date: new Date().toISOString() }));
    return true;
  } catch {
    return false;
  }
}

export function forget() {
  try {
    localStorage.removeItem(k_name);
  } catch {
    // there is nothing to forget where nothing may be kept
  }
}

/** @returns {{work: Work, date: Date} | null} */
export function kept() {
  try {
    const { work, date } = JSON.parse(localStorage.getItem(k_name) ?? 'null') ?? {};
    return is_work(work) ? { work, date: new Date(date) } : null;
  } catch {
    return null;
  }
}

/** @param {any} work */
function is_work(work) {
  const is_texts = (/** @type {unknown} */ list) => Array.isArray(list) && list.every((text) => typeof text === 'string');
  if (typeof work?.name !== 'string' || typeof work.is_package !== 'boolean' || typeof work.tables !== 'object' || !['undefined', 'string'].includes(typeof work.sheet)) return false;
  const tables = Object.values(work.tables);
  return tables.length > 0 && tables.every((/** @type {any} */ table) => is_texts(table?.columns) && Array.isArray(table.rows) && table.rows.every(is_texts));
}
