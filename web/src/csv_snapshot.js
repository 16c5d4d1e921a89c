// A table of clusters to a snapshot. One row is one cluster; the columns, in any order, French or English names:
//   nom*        name          Aerospace Valley
//   depuis*     since         label since: 2005, 2005-07, 2005-07-12 or 12/07/2005
//   jusqu’à     until         the day after the label's last; empty: still labelled
//   domaine*    domain        a domain's name or id; a new name makes a new domain
//   secteur     sector        within the domain
//   ville*      city          seat
//   latitude, longitude       degrees; may be left out for a city that the bundled snapshot knows
//   région      region        name or code of the seat's region
//   régions     regions       where it acts, separated by / or |
//   description description, présidence president, site website, alias aliases (separated by / or |)
// A bad row is left aside and named with its line, column and reason; regions, domains and phases come from `base`.

import { csv_rows, k_max_rows } from './csv_table.js';
import { AtlasError } from './error.js';
import { refused } from './source.js';

/** @typedef {Record<string, any>} Loose JSON of a known file */
/** @typedef {{line: number, column: string, fr: string, en: string}} RowError */
/** @typedef {(column: string, fr: string, en: string) => void} Complain */

const k_columns = /** @type {Record<string, string[]>} */ ({
  name: ['nom', 'name', 'pole', 'cluster'],
  since: ['depuis', 'since', 'debut', 'from', 'label depuis'],
  until: ['jusqua', 'jusqu a', 'until', 'fin', 'to'],
  domain: ['domaine', 'domain'],
  sector: ['secteur', 'sector'],
  city: ['ville', 'city', 'commune', 'siege', 'seat'],
  lat: ['latitude', 'lat'],
  lng: ['longitude', 'lng', 'lon'],
  region: ['region', 'region du siege'],
  regions: ['regions', 'regions couvertes', 'covered regions'],
  description: ['description', 'focus'],
  president: ['presidence', 'president', 'presidente'],
  website: ['site', 'website', 'site web', 'url'],
  aliases: ['alias', 'aliases', 'autres noms', 'other names'],
});
const k_required = ['name', 'since', 'domain', 'city'];
const k_max_text = 1000;
const k_near_deg = 4;
const k_source = 'csv';

/** Lower case, no accents, no punctuation: how names are compared. @param {unknown} text */
function folded(text) {
  return String(text ?? '')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** What is left in Latin letters; of other scripts a number, so that two names stay two. @param {string} text */
function id_of(text) {
  const whole = folded(text);
  const latin = whole.replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '').slice(0, 48);
  return /^[a-z0-9 ]*$/.test(whole) ? latin || 'x' : `${latin || 'x'}-${number_of(whole)}`;
}

/** FNV-1a, 32 bits. @param {string} text */
function number_of(text) {
  let hash = 0x811c9dc5;
  for (const char of text) hash = Math.imul(hash ^ /** @type {number} */ (char.codePointAt(0)), 0x01000193) >>> 0;
  return hash.toString(36);
}

/**
 * @param {string} text
 * @param {{base: Loose, file_name: string}} context
 * @returns {{snapshot: Loose, errors: RowError[], is_elsewhere: boolean}} throws when not one row can be shown; elsewhere: far
 *   from the clusters of `base`, whose map and regions say nothing there
 */
export function csv_to_snapshot(text, { base, file_name }) {
  const [head, ...rows] = csv_rows(text);
  const columns = read_head(head?.cells ?? []);
  if (rows.length > k_max_rows) throw refused('Le tableau dépasse 20\u202f000 lignes.', 'The table has more than 20,000 rows.');
  const tables = new Tables(base);
  /** @type {RowError[]} */
  const errors = [];
  const clusters = [];
  for (const row of rows) {
    /** @type {RowError[]} */
    const wrong = [];
    const complain = (/** @type {string} */ column, /** @type {string} */ fr, /** @type {string} */ en) => {
      const name = head?.cells[columns.get(column) ?? -1] ?? column;
      wrong.push({
        line: row.line,
        column: name,
        fr: `Ligne ${row.line}, colonne «\u00a0${name}\u00a0»\u202f: ${fr}`,
        en: `Row ${row.line}, column “${name}”: ${en}`,
      });
    };
    const value = (/** @type {string} */ column) => {
      const cell = row.cells[columns.get(column) ?? -1] ?? '';
      if (cell.length > k_max_text) complain(column, `le texte dépasse ${k_max_text} caractères.`, `the text is longer than ${k_max_text} characters.`);
      return cell.slice(0, k_max_text);
    };
    const cluster = read_row(value, tables, complain);
    if (wrong.length > 0) errors.push(...wrong.slice(0, 1));
    else clusters.push(cluster);
  }
  if (clusters.length === 0) {
    if (errors.length === 0) throw refused('Le tableau n’a aucune ligne.', 'The table has no row.');
    throw new AtlasError('snapshot', errors[0]?.en ?? '', { errors: errors.map(({ fr, en }) => ({ pointer: '', line: 0, column: 0, fr, en })) });
  }
  const is_elsewhere = lies_elsewhere(clusters, base.clusters ?? []);
  return { snapshot: tables.snapshot(clusters, file_name, is_elsewhere), errors, is_elsewhere };
}

/** Some seat is far from every seat of the base. @param {Loose[]} clusters @param {Loose[]} base */
function lies_elsewhere(clusters, base) {
  const seats = base.map(({ seat }) => seat).filter((seat) => typeof seat?.lat === 'number' && typeof seat.lng === 'number');
  return clusters.some(({ seat }) => !seats.some(({ lat, lng }) => Math.abs(lat - seat.lat) < k_near_deg && Math.abs(lng - seat.lng) < k_near_deg));
}

/** @param {string[]} cells @returns {Map<string, number>} */
function read_head(cells) {
  const columns = new Map();
  cells.forEach((cell, index) => {
    const name = folded(cell);
    const known = Object.keys(k_columns).find((key) => k_columns[key]?.includes(name));
    // "région" and "régions" fold to different words; the first of two equal columns wins
    if (known && !columns.has(known)) columns.set(known, index);
  });
  const missing = k_required.filter((column) => !columns.has(column));
  if (missing.length > 0) {
    const names = missing.map((column) => k_columns[column]?.[0]).join(', ');
    throw refused(`Colonnes absentes de la première ligne\u202f: ${names}.`, `Columns missing in the first line: ${names} (${missing.join(', ')}).`);
  }
  return columns;
}

/**
 * @param {(column: string) => string} value
 * @param {Tables} tables
 * @param {Complain} complain
 */
function read_row(value, tables, complain) {
  const name = value('name');
  if (!name) complain('name', 'le nom manque.', 'the name is missing.');
  else if (!tables.claim(id_of(name))) complain('name', `«\u00a0${name}\u00a0» est déjà plus haut.`, `“${name}” is there already.`);
  const label = read_label(value, complain);
  const seat = read_seat(value, tables, complain);
  const sector = tables.sector(value('domain'), value('sector'));
  if (!sector) complain('domain', 'le domaine manque.', 'the domain is missing.');
  const covered = list_of(value('regions')).map((each) => tables.region(each, 'regions', complain));
  /** @type {Loose} */
  const cluster = { id: id_of(name), name, seat, sectors: [sector], labels: [label] };
  if (covered.length > 0) cluster.regions = covered;
  if (value('description')) cluster.focus = { fr: value('description'), en: value('description') };
  if (value('president')) cluster.president = { name: value('president'), date: today().slice(0, 7), source: [k_source] };
  const website = host_of(value('website'), complain);
  if (website) cluster.website = { address: website, confidence: 'high', source: [k_source] };
  if (value('aliases')) cluster.aliases = list_of(value('aliases'));
  return cluster;
}

/** @param {(column: string) => string} value @param {Complain} complain */
function read_label(value, complain) {
  const from = date_of(value('since'));
  const to = value('until') ? date_of(value('until')) : null;
  if (!from) complain('since', `«\u00a0${value('since')}\u00a0» n’est pas une date.`, `“${value('since')}” is not a date.`);
  if (value('until') && !to) complain('until', `«\u00a0${value('until')}\u00a0» n’est pas une date.`, `“${value('until')}” is not a date.`);
  if (from && to && to <= from) complain('until', 'la fin précède le début.', 'the end comes before the beginning.');
  return { from, ...(to ? { to } : {}), confidence: 'high', source: [k_source] };
}

/** @param {(column: string) => string} value @param {Tables} tables @param {Complain} complain */
function read_seat(value, tables, complain) {
  const city = value('city');
  if (!city) complain('city', 'la ville manque.', 'the city is missing.');
  const known = tables.city(city);
  const lat = degrees(value('lat'), 90, 'lat', complain) ?? known?.lat;
  const lng = degrees(value('lng'), 180, 'lng', complain) ?? known?.lng;
  if (city && (lat === undefined || lng === undefined)) {
    complain('city', `latitude et longitude manquent pour ${city}.`, `latitude and longitude are missing for ${city}.`);
  }
  const region = value('region') ? tables.region(value('region'), 'region', complain) : known?.region;
  return { city, ...(known?.insee ? { insee: known.insee } : {}), ...(region ? { region } : {}), lat, lng, confidence: 'high', source: [k_source] };
}

/** @param {string} text @param {number} limit @param {string} column @param {Complain} complain */
function degrees(text, limit, column, complain) {
  if (!text) return undefined;
  const number = /^[-+\u2212]?\d+([.,]\d+)?$/.test(text) ? Number(text.replace(',', '.').replace('\u2212', '-')) : NaN;
  if (Math.abs(number) <= limit) return number;
  complain(column, `«\u00a0${text}\u00a0» n’est pas un nombre de degrés entre −${limit} et ${limit}.`, `“${text}” is not a number of degrees between −${limit} and ${limit}.`);
  return undefined;
}

/** A partial date, or null. @param {string} text */
function date_of(text) {
  const french = /^(\d{1,2})[/.](\d{1,2})[/.](\d{4})$/.exec(text);
  const parts = french ? [french[3], french[2], french[1]] : (/^(\d{4})(?:-(\d{1,2}))?(?:-(\d{1,2}))?$/.exec(text)?.slice(1) ?? []);
  const [year, month, day] = parts.map((part) => (part === undefined ? undefined : Number(part)));
  if (!year || year < 1950 || year > 2100) return null;
  const two = (/** @type {number} */ n) => String(n).padStart(2, '0');
  if (month === undefined) return String(year);
  if (month < 1 || month > 12) return null;
  if (day === undefined) return `${year}-${two(month)}`;
  const is_real = day >= 1 && day <= new Date(Date.UTC(year, month, 0)).getUTCDate();
  return is_real ? `${year}-${two(month)}-${two(day)}` : null;
}

/** @param {string} text */
function list_of(text) {
  return text.split(/[/|]/).map((part) => part.trim()).filter(Boolean).slice(0, 20);
}

/** @param {string} text @param {Complain} complain */
function host_of(text, complain) {
  if (!text) return '';
  const address = URL.canParse(text) ? new URL(text) : URL.canParse(`https://${text}`) ? new URL(`https://${text}`) : null;
  if (address && /^https?:$/.test(address.protocol) && address.hostname.includes('.')) return address.hostname + address.pathname.replace(/\/$/, '');
  complain('website', `«\u00a0${text}\u00a0» n’est pas une adresse de site.`, `“${text}” is not a website’s address.`);
  return '';
}

function today() {
  return new Date().toISOString().slice(0, 10);
}

/** What rows refer to: regions, cities, domains and sectors of the base, and what the table itself adds. */
class Tables {
  /** @type {Loose} */ #base;
  /** @type {Map<string, string>} */ #regions = new Map();
  /** @type {Map<string, Loose>} */ #cities = new Map();
  /** @type {Loose[]} */ #domains;
  /** @type {Loose[]} */ #sectors;
  /** @type {Set<string>} */ #taken = new Set();

  /** @param {Loose} base */
  constructor(base) {
    this.#base = base;
    this.#domains = [...(base.domains ?? [])];
    this.#sectors = [...(base.sectors ?? [])];
    for (const region of base.regions ?? []) {
      for (const name of [region.code, ...versions(region.name)]) this.#regions.set(folded(name), region.code);
    }
    for (const { seat } of base.clusters ?? []) {
      if (seat?.city && typeof seat.lat === 'number') this.#cities.set(folded(seat.city), seat);
    }
  }

  /** True the first time. @param {string} id */
  claim(id) {
    if (this.#taken.has(id)) return false;
    this.#taken.add(id);
    return true;
  }

  /** @param {string} name */
  city(name) {
    return this.#cities.get(folded(name));
  }

  /** @param {string} name @param {string} column @param {Complain} complain */
  region(name, column, complain) {
    const code = this.#regions.get(folded(name));
    if (!code) complain(column, `«\u00a0${name}\u00a0» n’est pas une région.`, `“${name}” is not a region.`);
    return code;
  }

  /** The id of the sector, made when it is new. @param {string} domain_name @param {string} sector_name */
  sector(domain_name, sector_name) {
    if (!domain_name) return '';
    const domain = find_or_add(this.#domains, domain_name, {});
    const in_domain = this.#sectors.filter((sector) => sector.domain === domain.id);
    const known = in_domain.find((sector) => is_called(sector, sector_name || domain_name));
    if (known) return known.id;
    const sector = { id: `${domain.id}-${id_of(sector_name || 'csv')}`, domain: domain.id, name: both(sector_name || domain_name) };
    const twin = this.#sectors.find((each) => each.id === sector.id);
    if (!twin) this.#sectors.push(sector);
    return sector.id;
  }

  /** @param {Loose[]} clusters @param {string} file_name @param {boolean} is_elsewhere @returns {Loose} */
  snapshot(clusters, file_name, is_elsewhere) {
    const used = new Set(clusters.flatMap((cluster) => cluster.sectors));
    const sectors = this.#sectors.filter((sector) => used.has(sector.id));
    const domains = this.#domains.filter((domain) => sectors.some((sector) => sector.domain === domain.id));
    const covered = new Set(clusters.flatMap(({ seat, regions }) => [seat.region, ...(regions ?? [])]));
    const regions = (this.#base.regions ?? []).filter((/** @type {Loose} */ { code }) => !is_elsewhere || covered.has(code));
    const phases = (is_elsewhere ? [] : (this.#base.phases ?? [])).map((/** @type {Loose} */ { figures: _, ...phase }) => phase);
    const cited = new Set(phases.flatMap((/** @type {Loose} */ phase) => phase.source ?? []));
    const title = file_name.replace(/\.[a-z]+$/i, '').slice(0, 80);
    return {
      schema: this.#base.schema,
      meta: {
        title: both(title),
        description: { fr: `Données du fichier ${file_name}.`, en: `Data of the file ${file_name}.` },
        date: today(),
        default_date: today(),
        licence: { fr: 'Licence choisie par l’auteur du fichier.', en: 'Licence chosen by the author of the file.' },
        authorship: { fr: `Auteur du fichier ${file_name}.`, en: `Author of the file ${file_name}.` },
        terms: [],
        classes: [],
        rosters: [],
        chapters: [],
        units: [],
      },
      sources: [
        { id: k_source, kind: 'document', title: file_name },
        ...(this.#base.sources ?? []).filter((/** @type {Loose} */ source) => cited.has(source.id)),
      ],
      regions,
      domains,
      sectors,
      phases,
      clusters,
      events: [],
      figures: [],
      stories: [],
      themes: [],
      policy: [],
      contradictions: [],
      counts: [],
    };
  }
}

/** @param {string} text */
function both(text) {
  return { fr: text, en: text };
}

/** Of a text that is told once or in several languages. @param {unknown} text @returns {any[]} */
function versions(text) {
  return typeof text === 'object' && text !== null ? Object.values(text) : [text];
}

/** @param {Loose} record @param {string} name */
function is_called(record, name) {
  const wanted = folded(name);
  return [record.id, ...versions(record.name), ...versions(record.short)].some((each) => typeof each === 'string' && folded(each) === wanted);
}

/** @param {Loose[]} records @param {string} name @param {Loose} more */
function find_or_add(records, name, more) {
  const known = records.find((record) => is_called(record, name));
  if (known) return known;
  const record = { id: id_of(name), name: both(name), ...more };
  records.push(record);
  return record;
}
