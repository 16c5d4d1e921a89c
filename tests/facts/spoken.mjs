// What a record of the snapshot says, as plain text in both languages: its own words, and those of the records that it
// names. Folded, so that accents, capitals, apostrophes and kinds of spaces do not matter.

/** @typedef {Record<string, any>} Json */

const k_months = [
  ['janvier', 'January'], ['février', 'February'], ['mars', 'March'], ['avril', 'April'], ['mai', 'May'], ['juin', 'June'],
  ['juillet', 'July'], ['août', 'August'], ['septembre', 'September'], ['octobre', 'October'], ['novembre', 'November'], ['décembre', 'December'],
];

/** @param {string} text */
export function fold(text) {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[’‘]/g, "'")
    .replace(/\s+/g, ' ')
    .replace(/(\d) (?=\d{3}(?!\d))/g, '$1')
    .trim();
}

/** @param {string} date */
function dateWords(date) {
  const [year, month] = date.split('-');
  return month ? (k_months[Number(month) - 1] ?? []).map((name) => `${name} ${year}`).join(' ') : String(year);
}

/** @param {number} value */
function numberWords(value) {
  const forms = [];
  for (const [scale, fr, en] of /** @type {const} */ ([[1, '', ''], [1e6, 'M€', 'm'], [1e9, 'Md€', 'bn'], [1e9, 'milliards', 'billion'], [1e6, 'millions', 'million']])) {
    if (scale > 1 && value < scale) continue;
    forms.push(`${(value / scale).toLocaleString('fr-FR')} ${fr}`, `${(value / scale).toLocaleString('en-GB')} ${en}`, `€${(value / scale).toLocaleString('en-GB')}${en}`);
  }
  return forms.join(' ');
}

/** Every text in a value, both languages. @param {any} value @returns {string} */
function texts(value) {
  if (typeof value === 'string') return /^\d{4}(-\d\d)*$/.test(value) ? dateWords(value) : value;
  if (typeof value === 'number') return numberWords(value);
  if (Array.isArray(value)) return value.map(texts).join(' · ');
  return value && typeof value === 'object' ? Object.values(value).map(texts).join(' · ') : '';
}

export class Speaker {
  /** @param {Json} snapshot */
  constructor(snapshot) {
    this.snapshot = snapshot;
  }

  /** @param {string} list @param {string} id @param {string} key @returns {Json | undefined} */
  #find(list, id, key = 'id') {
    const from = this.snapshot[list] ?? this.snapshot.meta[list] ?? [];
    return from.find((/** @type {Json} */ each) => String(each[key]) === id);
  }

  /** A point of a policy text. @param {Json} item */
  #item(item) {
    const partners = (item.partners ?? []).map((/** @type {Json} */ partner) => {
      const country = this.#find('countries', partner.country);
      return ['fr', 'en'].map((lang) => `${partner.name[lang] ?? partner.name} (${[partner.city, country?.name[lang] ?? country?.name].filter(Boolean).join(', ')})`).join(' ');
    });
    const numbers = (item.quantities ?? []).map((/** @type {Json} */ quantity) => {
      const unit = this.#find('units', quantity.unit)?.name ?? '';
      return `${numberWords(quantity.value)} ${quantity.value.toLocaleString('en-GB')} ${unit.en ?? unit} ${quantity.value.toLocaleString('fr-FR')} ${unit.fr ?? unit}`;
    });
    const clusters = (item.clusters ?? []).map((/** @type {string} */ id) => this.#find('clusters', id)?.name);
    return ['•', texts(item.name ?? ''), `• ${texts(item.text ?? '').replace(' · ', ' · • ')}`, texts(item.speaker ?? ''), item.date ? dateWords(item.date) : '', ...partners, ...numbers, ...clusters].join(' ');
  }

  /** @param {Json} cluster */
  #cluster(cluster) {
    const terms = (cluster.labels ?? []).flatMap((/** @type {Json} */ label) => (label.terms ?? []).map((/** @type {Json} */ term) => [this.#find('terms', term.term)?.detail, term.note]));
    const regions = [...(cluster.regions ?? []), cluster.seat?.region].map((code) => this.#find('regions', String(code), 'code')?.name ?? '');
    const said = (this.snapshot.policy ?? []).flatMap((/** @type {Json} */ section) => (section.items ?? []).filter((/** @type {Json} */ item) => item.clusters?.includes(cluster.id)).map((/** @type {Json} */ item) => this.#item(item)));
    const international = cluster.international_2007 ? 'One of the international clusters of the list of 2007.' : '';
    return [cluster.name, texts(cluster), texts(terms), texts(regions), international, ...said].join(' ');
  }

  /** @param {string} path "stories/ID", "phases/N"... @returns {string | undefined} */
  of(path) {
    const [list, id] = /** @type {[string, string]} */ (path.split('/'));
    const record = this.#find(list, id, list === 'phases' ? 'phase' : 'id');
    if (!record) return undefined;
    if (list === 'clusters') return fold(this.#cluster(record));
    if (list === 'policy') return fold(`${texts({ ...record, items: undefined })} ${(record.items ?? []).map((/** @type {Json} */ item) => this.#item(item)).join(' ')}`);
    if (list === 'phases') return fold(`${texts(record)} ${record.start?.slice(0, 4)}–${record.end?.slice(0, 4)}`);
    if (list === 'figures') return fold(`${texts(record)} ${record.qualifier?.replace('-', ' ')} ${record.value}% ${record.value} %`);
    const clusters = (record.clusters ?? []).map((/** @type {string} */ each) => this.#find('clusters', each));
    return fold([texts(record), ...clusters.map((/** @type {Json | undefined} */ each) => texts([each?.name, each?.aliases, each?.rosters, each?.names]))].join(' '));
  }
}
