// What a reader sees before the module is there where the page carries no text version: title, summary and the names of
// all clusters. Who of them holds the label when is the core's to say. The snapshot is not trusted: text only, bounded.

import { say } from './words.js';

/** @typedef {import('../cluster-atlas').Lang} Lang */
/** @typedef {Record<string, any>} Loose parsed JSON of unknown shape */

const k_max_rows = 300;
const k_max_text = 400;
const k_max_languages = 40;

/** @param {unknown} value @param {unknown[]} order of languages; a text that is in none of them is taken as it comes */
function text_of(value, order) {
  const text = typeof value === 'object' && value !== null ? version_of(/** @type {Loose} */ (value), order) : value;
  return typeof text === 'string' ? text.slice(0, k_max_text) : '';
}

/** @param {Loose} versions @param {unknown[]} order */
function version_of(versions, order) {
  const lang = [...order, ...Object.keys(versions)].find((each) => typeof versions[String(each)] === 'string');
  return versions[String(lang)];
}

/** The reader's language, then those of the texts. @param {Lang} lang @param {Loose} meta */
function order_of(lang, { languages, title }) {
  const of_texts = Array.isArray(languages) ? languages : typeof title === 'object' ? Object.keys(title ?? {}) : [];
  return [lang, ...of_texts.slice(0, k_max_languages)];
}

/** @param {unknown} value @returns {Loose[]} */
function records(value) {
  return Array.isArray(value) ? value.filter((item) => typeof item === 'object' && item !== null) : [];
}

/**
 * @param {string} json of the snapshot
 * @param {Lang} lang
 * @returns {{title: string, summary: string, rows: Array<{name: string, detail: string}>} | null}
 */
export function first_facts(json, lang) {
  /** @type {Loose} */
  let snapshot;
  try {
    snapshot = JSON.parse(json);
  } catch {
    return null;
  }
  if (typeof snapshot !== 'object' || snapshot === null) return null;
  const meta = /** @type {Loose} */ (snapshot.meta ?? {});
  const order = order_of(lang, meta);
  const told = (/** @type {unknown} */ value) => text_of(value, order);
  const domains = new Map(records(snapshot.domains).map((domain) => [domain.id, told(domain.name)]));
  const sectors = new Map(records(snapshot.sectors).map((sector) => [sector.id, domains.get(sector.domain) ?? '']));
  const rows = records(snapshot.clusters)
    .filter(({ kind }) => kind !== 'partner')
    .slice(0, k_max_rows)
    .map((cluster) => {
      const domain = sectors.get(Array.isArray(cluster.sectors) ? cluster.sectors[0] : undefined);
      return { name: told(cluster.name), detail: [told(cluster.seat?.city), domain].filter(Boolean).join(', ') };
    })
    .filter(({ name }) => name)
    .sort((a, b) => a.name.localeCompare(b.name, lang));
  return { title: told(meta.title), summary: told(meta.description), rows };
}

/**
 * @param {string} json of the snapshot
 * @param {Lang} lang
 * @returns {HTMLElement[]}
 */
export function first_paint(json, lang) {
  const facts = first_facts(json, lang);
  if (!facts) return [];
  const list = document.createElement('ul');
  for (const row of facts.rows) {
    const item = list.appendChild(document.createElement('li'));
    item.append(row.name, Object.assign(document.createElement('small'), { textContent: row.detail }));
  }
  return [
    Object.assign(document.createElement('h2'), { textContent: facts.title }),
    Object.assign(document.createElement('p'), { textContent: facts.summary }),
    Object.assign(document.createElement('p'), { textContent: say('all_clusters', lang) }),
    list,
  ];
}
