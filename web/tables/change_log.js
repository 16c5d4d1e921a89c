// Changes between two snapshots as a table and as a page of its own.

import { csv_of } from './data_package.js';
import { escaped } from './xml.js';

/** @typedef {import('./compare.js').Change} Change */
/** @typedef {(word: 'title' | 'none' | 'kind' | 'table' | 'record' | 'fact' | 'before' | 'after' | 'source' | `kind_${import('./compare.js').ChangeKind}`) => string} Said in the reader's language */

const k_style = 'body{font:15px/1.5 Inter,system-ui,sans-serif;color:#14202b;max-width:72rem;margin:2rem auto;padding:0 1rem}table{border-collapse:collapse;width:100%}th,td{padding:.4rem .75rem .4rem 0;border-bottom:1px solid #dce2e6;text-align:start;vertical-align:top;overflow-wrap:anywhere}th{font-weight:400;color:#45525e}h1{line-height:1.15}@media(prefers-color-scheme:dark){body{color:#eef3f6;background:#12191f}th{color:#bac6cf}th,td{border-color:#2a353e}}';

/** @param {Change[]} changes @param {Said} said @param {{name_of: (table: string) => string, separator: ',' | ';'}} context */
export function changes_csv(changes, said, { name_of, separator }) {
  const head = /** @type {const} */ (['kind', 'table', 'record', 'fact', 'before', 'after', 'source']);
  return csv_of({ columns: head.map(said), rows: changes.map(({ kind, table, record, fact, before, after, source }) => [said(`kind_${kind}`), name_of(table), record, fact, before, after, source]) }, separator);
}

/**
 * @param {Change[]} changes
 * @param {Said} said
 * @param {{lang: string, about: string, name_of: (table: string) => string}} context about: which two are compared
 */
export function changes_html(changes, said, { lang, about, name_of }) {
  const head = /** @type {const} */ (['record', 'fact', 'before', 'after', 'source']).map((word) => `<th scope="col">${escaped(said(word))}</th>`).join('');
  const row = (/** @type {Change} */ change) => `<tr>${[change.record, [name_of(change.table), change.fact].filter(Boolean).join(', '), change.before, change.after, change.source].map((cell) => `<td>${escaped(cell)}</td>`).join('')}</tr>`;
  const parts = grouped(changes).map(([kind, list]) => `<h2>${escaped(said(`kind_${kind}`))} (${list.length})</h2>\n<table><thead><tr>${head}</tr></thead><tbody>\n${list.map(row).join('\n')}\n</tbody></table>`);
  const body = parts.length > 0 ? parts.join('\n') : `<p>${escaped(said('none'))}</p>`;
  return `<!doctype html>\n<html lang="${escaped(lang)}">\n<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'"><title>${escaped(said('title'))}</title><style>${k_style}</style></head>\n<body><h1>${escaped(said('title'))}</h1>\n<p>${escaped(about)}</p>\n${body}\n</body>\n</html>\n`;
}

/** @param {Change[]} changes in order of kind @returns {Array<[Change['kind'], Change[]]>} */
export function grouped(changes) {
  /** @type {Map<Change['kind'], Change[]>} */
  const groups = new Map();
  for (const change of changes) {
    const list = groups.get(change.kind);
    if (list) list.push(change);
    else groups.set(change.kind, [change]);
  }
  return [...groups];
}
