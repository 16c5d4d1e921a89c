// What a reader sees before the module is there, and all that is left without it: title, summary and the clusters that
// hold the label at the snapshot's date, as plain HTML in the same box. The snapshot is not trusted: text only, bounded.

import { say } from './words.js';

/** @typedef {'fr' | 'en'} Lang */
/** @typedef {Record<string, any>} Loose parsed JSON of unknown shape */

const k_max_rows = 300;
const k_max_text = 400;

/** @param {unknown} value @param {Lang} lang */
function text_of(value, lang) {
  const text = typeof value === 'object' && value !== null ? (/** @type {Loose} */ (value)[lang] ?? /** @type {Loose} */ (value).fr) : value;
  return typeof text === 'string' ? text.slice(0, k_max_text) : '';
}

/** @param {unknown} value @returns {Loose[]} */
function records(value) {
  return Array.isArray(value) ? value.filter((item) => typeof item === 'object' && item !== null) : [];
}

/** The last day of "2026" or "2026-03", so that texts compare as dates do. @param {unknown} date */
function last_day(date) {
  const text = typeof date === 'string' ? date : '9999';
  return text.length === 4 ? `${text}-12-31` : text.length === 7 ? `${text}-31` : text;
}

/** @param {Loose} cluster @param {string} day */
function holds_label(cluster, day) {
  return records(cluster.labels).some((label) => {
    const from = typeof label.from === 'string' ? label.from : '9999';
    return from <= day && (typeof label.to !== 'string' || day < label.to);
  });
}

/**
 * @param {string} json of the snapshot
 * @param {Lang} lang
 * @returns {{title: string, summary: string, date: string, rows: Array<{name: string, detail: string}>} | null}
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
  const domains = new Map(records(snapshot.domains).map((domain) => [domain.id, text_of(domain.name, lang)]));
  const sectors = new Map(records(snapshot.sectors).map((sector) => [sector.id, domains.get(sector.domain) ?? '']));
  const day = last_day(meta.default_date);
  const rows = records(snapshot.clusters)
    .filter((cluster) => holds_label(cluster, day))
    .slice(0, k_max_rows)
    .map((cluster) => {
      const domain = sectors.get(Array.isArray(cluster.sectors) ? cluster.sectors[0] : undefined);
      return { name: text_of(cluster.name, lang), detail: [text_of(cluster.seat?.city, lang), domain].filter(Boolean).join(', ') };
    })
    .sort((a, b) => a.name.localeCompare(b.name, lang));
  return { title: text_of(meta.title, lang), summary: text_of(meta.description, lang), date: text_of(meta.default_date, lang), rows };
}

/** "2026-03" as "mars 2026". @param {string} date @param {Lang} lang */
function month_name(date, lang) {
  const [year, month] = date.split('-').map(Number);
  if (!year || !month) return date;
  return new Intl.DateTimeFormat(lang, { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(Date.UTC(year, month - 1));
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
  const date = facts.date ? `${say('print_list', lang)}, ${month_name(facts.date, lang)}` : say('print_list', lang);
  return [
    Object.assign(document.createElement('h2'), { textContent: facts.title }),
    Object.assign(document.createElement('p'), { textContent: facts.summary }),
    Object.assign(document.createElement('p'), { textContent: date }),
    list,
  ];
}
