// What other sites read of the pages: Open Graph and Twitter cards for who links, oEmbed for who embeds, JSON-LD for
// search engines of data. Most of them want whole addresses, which only somebody who deploys knows: SITE=https://… .

/** @param {string} text */
const escaped = (text) => text.replace(/[&<>"]/g, (char) => `&#${char.charCodeAt(0)};`);
/** @param {object} value @returns {string} JSON that no "</script>" can end */
const json_for_html = (value) => JSON.stringify(value).replaceAll('<', '\\u003c');

export const k_oembed = 'oembed.json';
const k_picture = { file: 'picture.png', width: 1280, height: 800 };
const k_frame = { width: 960, height: 640 };

/** @typedef {{fr: string, en: string}} Text */
/** @typedef {{title: Text, description: Text, licence: Text, date: string}} Meta of the snapshot */

/** @param {string | undefined} given @returns {string} with a slash at its end; empty: not known */
export function site_address(given) {
  if (!given) return '';
  if (!URL.canParse(given) || !/^https?:$/.test(new URL(given).protocol)) throw new Error(`SITE=${given}: an address that begins with https:// is needed`);
  return new URL('.', given.endsWith('/') ? given : `${given}/`).href;
}

/** schema.org's Dataset. @param {Meta} meta @param {string} site */
export function dataset(meta, site) {
  return {
    '@context': 'https://schema.org',
    '@type': 'Dataset',
    name: meta.title.fr,
    alternateName: meta.title.en,
    description: `${meta.description.fr} ${meta.description.en}`,
    inLanguage: ['fr', 'en'],
    dateModified: meta.date,
    temporalCoverage: '2005/..',
    spatialCoverage: 'France',
    isAccessibleForFree: true,
    license: 'https://opensource.org/license/mit',
    creator: { '@type': 'Organization', name: 'Cluster Atlas' },
    ...(site ? { url: site } : {}),
    distribution: [{ '@type': 'DataDownload', encodingFormat: 'application/json', contentUrl: `${site}snapshot.json` }],
  };
}

/** oEmbed 1.0, "rich". @param {Meta} meta @param {string} site */
export function oembed(meta, site) {
  const { width, height } = k_frame;
  return {
    version: '1.0',
    type: 'rich',
    title: meta.title.fr,
    provider_name: 'Cluster Atlas',
    provider_url: site,
    html: `<iframe src="${escaped(`${site}embed.html`)}" title="${escaped(meta.title.fr)}" width="${width}" height="${height}" style="border: 0" loading="lazy" allow="fullscreen; clipboard-write"></iframe>`,
    width,
    height,
    thumbnail_url: site + k_picture.file,
    thumbnail_width: k_picture.width,
    thumbnail_height: k_picture.height,
  };
}

/** What goes into the head of a page. @param {Meta} meta @param {{site: string, page: string}} place page: its file's name */
export function head_of(meta, { site, page }) {
  const cards = {
    'og:type': 'website',
    'og:title': meta.title.fr,
    'og:description': meta.description.fr,
    'og:locale': 'fr_FR',
    'og:image': site + k_picture.file,
    'og:image:width': String(k_picture.width),
    'og:image:height': String(k_picture.height),
    ...(site ? { 'og:url': site + (page === 'index.html' ? '' : page) } : {}),
    'twitter:card': 'summary_large_image',
  };
  const lines = Object.entries(cards).map(([name, content]) => `<meta ${name.startsWith('og:') ? 'property' : 'name'}="${name}" content="${escaped(content)}">`);
  if (site) lines.push(`<link rel="alternate" type="application/json+oembed" href="${escaped(site + k_oembed)}" title="${escaped(meta.title.fr)}">`);
  if (page === 'index.html') lines.push(`<script type="application/ld+json">${json_for_html(dataset(meta, site))}</script>`);
  return lines.join('\n');
}
