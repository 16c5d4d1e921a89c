// A list to compare with another one: a row is known by its name, and says what stands in its own columns.

import name_headings from 'name-headings';

/** @typedef {import('../tables/tables.js').Table} Table */

/** As headings are compared (src/core/base/text.hpp): without case, accents and signs. @param {string} title */
function folded(title) {
  return title.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ').trim();
}

/** Where its column is; that of the first heading that means a name, else the first. @param {string[]} columns */
function name_column(columns) {
  return Math.max(0, columns.findIndex((title) => name_headings.includes(folded(title))));
}

/** @param {Table} table @returns {import('../tables/tables.js').Json} with the other columns as rosters */
export function snapshot_of_list({ columns, rows }) {
  const name = name_column(columns);
  const facts = (/** @type {string[]} */ row) => Object.fromEntries(columns.flatMap((title, i) => (i !== name && row[i]?.trim() ? [[title.trim() || String(i + 1), row[i].trim()]] : [])));
  return { clusters: rows.filter((row) => row[name]?.trim()).map((row) => ({ id: row[name].trim(), name: row[name].trim(), rosters: facts(row) })) };
}

/** Of such a snapshot, said by their columns. @param {import('../tables/compare.js').Change[]} changes */
export function changes_of_list(changes) {
  return changes.map((change) => ({ ...change, table: '', fact: change.fact.replace(/^rosters\./, '') }));
}
