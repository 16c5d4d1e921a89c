// What changed between two snapshots, fact by fact: read out of their tables, so that no field is forgotten.

import { k_meta, tables_of } from './tables.js';

/** @typedef {import('./layout.js').Layout} Layout */
/** @typedef {import('./tables.js').Json} Json */
/** @typedef {import('./tables.js').Table} Table */
/** @typedef {import('./tables.js').Tables} Tables */
/** @typedef {import('./cells.js').Cells} Cells */
/** @typedef {'entered' | 'left' | 'renamed' | 'merged' | 'facts' | 'added' | 'removed'} ChangeKind in the order in which they are told */
/** @typedef {{kind: ChangeKind, table: string, record: string, fact: string, before: string, after: string, source: string}} Change */

/** @type {ChangeKind[]} */
export const k_kinds = ['entered', 'left', 'renamed', 'merged', 'facts', 'added', 'removed'];
const k_clusters = 'clusters';
/** By these a row without a name is known; what else it says may change. */
const k_lasting = ['kind', 'date', 'from', 'to', 'value', 'cluster', 'story'];
/** What a record is called by, where it has one. */
const k_titles = ['name', 'title', 'statement', 'topic', 'text', 'says', 'label', 'id', 'code', 'phase', 'date'];

/** @param {Json} before @param {Json} after @param {Layout[]} layouts @returns {Change[]} by kind */
export function changes_between(before, after, layouts) {
  const comparison = new Comparison(tables_of(before, layouts), tables_of(after, layouts));
  for (const layout of layouts) comparison.compare(layout);
  return comparison.changes.sort((a, b) => k_kinds.indexOf(a.kind) - k_kinds.indexOf(b.kind));
}

class Comparison {
  /** @type {Change[]} */ changes = [];
  #before;
  #after;
  /** @type {Map<string, string>} */ #names;
  /** @type {Map<string, string>} */ #sources;
  /** Clusters of one of the two only. @type {Set<string>} */ #one_sided = new Set();

  /** @param {Tables} before @param {Tables} after */
  constructor(before, after) {
    this.#before = before;
    this.#after = after;
    const named = (/** @type {string} */ table) => new Map([before, after].flatMap((tables) => records(tables[table]).map((cells) => /** @type {[string, string]} */ ([cells.id, title_of(cells)]))));
    this.#names = named(k_clusters);
    this.#sources = named('sources');
  }

  /** @param {Layout} layout */
  compare(layout) {
    const [then, now] = [this.#before, this.#after].map((tables) => (layout.parent ? by_key(records(tables[layout.name]), layout) : by_key(upright_records(tables[k_meta]), layout)));
    for (const [key, cells] of now) {
      const earlier = then.get(key);
      if (earlier) this.#compare_cells(layout, earlier, cells);
      else this.#tell_row(layout, cells, true);
    }
    for (const [key, cells] of then) if (!now.has(key)) this.#tell_row(layout, cells, false);
  }

  /** @param {Layout} layout @param {Cells} then @param {Cells} now */
  #compare_cells(layout, then, now) {
    for (const fact of new Set([...Object.keys(then), ...Object.keys(now)])) {
      const [before, after] = [then[fact] ?? '', now[fact] ?? ''];
      if (before === after || layout.owners.includes(fact)) continue;
      const kind = layout.name === k_clusters && fact === 'name' ? 'renamed' : 'facts';
      this.changes.push({ kind, table: layout.name, record: this.#record(layout, now), fact, before, after, source: this.#source(now, fact) || this.#source(then, fact) });
    }
  }

  /** @param {Layout} layout @param {Cells} cells @param {boolean} is_new */
  #tell_row(layout, cells, is_new) {
    if (cells.cluster && this.#one_sided.has(cells.cluster)) return; // told with its cluster
    if (layout.name === k_clusters) this.#one_sided.add(cells.id);
    const kind = layout.name === k_clusters ? (is_new ? 'entered' : 'left') : is_new && layout.name === 'events' && /^(merged|absorbed)$/.test(cells.kind) ? 'merged' : is_new ? 'added' : 'removed';
    const said = layout.name === 'events' ? this.#event(cells) : layout.name === k_clusters ? '' : summary(cells, layout);
    this.changes.push({ kind, table: layout.name, record: this.#record(layout, cells), fact: '', before: is_new ? '' : said, after: is_new ? said : '', source: this.#source(cells, '') });
  }

  /** @param {Cells} cells */
  #event({ from = '', to = '' }) {
    const names = (/** @type {string} */ ids) => ids.split('|').filter(Boolean).map((id) => this.#names.get(id) ?? id).join(', ');
    return [names(from), names(to)].filter(Boolean).join(' → ');
  }

  /** @param {Layout} layout @param {Cells} cells */
  #record(layout, cells) {
    if (cells.cluster && layout.owners.includes('cluster')) return this.#names.get(cells.cluster) ?? cells.cluster;
    if (layout.name === 'events') return [cells.date, cells.kind].filter(Boolean).join(' ');
    return title_of(cells) || layout.owners.map((owner) => cells[owner]).join(' ');
  }

  /** Of the part of the record that the fact stands in, else of the record. @param {Cells} cells @param {string} fact */
  #source(cells, fact) {
    const parts = fact.split('.');
    const places = [...parts.slice(0, -1).map((_, i) => `${parts.slice(0, i + 1).join('.')}.source`).reverse(), `sources.${parts[0]}`, 'source'];
    const ids = places.map((place) => cells[place]).find(Boolean) ?? '';
    return ids.split('|').filter(Boolean).map((id) => this.#sources.get(id) || id).join(' | ');
  }
}

/** @param {Table | undefined} table @returns {Cells[]} without empty cells */
function records(table) {
  return (table?.rows ?? []).map((row) => Object.fromEntries((table?.columns ?? []).flatMap((name, i) => (row[i] ? [[name, row[i]]] : []))));
}

/** @param {Table | undefined} table @returns {Cells[]} */
function upright_records(table) {
  return (table?.rows ?? []).map(([key, value]) => ({ id: key, value }));
}

/** Rows without a name of their own are known by their place among those of their owner, or else by what lasts. @param {Cells[]} all @param {Layout} layout */
function by_key(all, layout) {
  /** @type {Map<string, Cells>} */
  const map = new Map();
  /** @type {Map<string, number>} */
  const counts = new Map();
  for (const cells of all) {
    const owner = layout.owners.map((name) => cells[name]).join('\0');
    const own = !layout.parent ? cells.id : layout.key ? cells[layout.key] : layout.owners.length > 0 ? '' : JSON.stringify(k_lasting.map((name) => cells[name]));
    const key = `${owner}\0${own}`;
    const count = counts.get(key) ?? 0;
    counts.set(key, count + 1);
    map.set(`${key}\0${count}`, cells);
  }
  return map;
}

/** @param {Cells} cells */
function title_of(cells) {
  for (const name of k_titles) {
    const said = cells[name] ?? Object.entries(cells).find(([column]) => column.startsWith(`${name}.`))?.[1];
    if (said) return said;
  }
  return '';
}

/** @param {Cells} cells @param {Layout} layout */
function summary(cells, layout) {
  const left_out = [...layout.owners, 'source', 'confidence'];
  return Object.entries(cells).flatMap(([name, value]) => (left_out.includes(name) ? [] : [`${name}: ${value}`])).join('; ');
}
