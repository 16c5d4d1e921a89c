// What other sites read of the pages: cards, oEmbed, the data set.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { dataset, head_of, oembed, site_address } from '../../tools/dist/site.mjs';
import { dist } from './support/site.mjs';

const { meta } = JSON.parse(readFileSync(`${dist}/snapshot.json`, 'utf8'));
const k_site = 'https://example.org/atlas/';

test('the address of the site: a folder, or nothing, or an error', () => {
  assert.equal(site_address('https://example.org/atlas'), k_site);
  assert.equal(site_address(undefined), '');
  assert.throws(() => site_address('example.org'), /https:\/\//);
  assert.throws(() => site_address('javascript:1'), /https:\/\//);
});

// https://oembed.com/ §2.3.4: the fields that a rich response must have
test('oEmbed: what the specification asks of a rich answer, every address whole', () => {
  const answer = oembed(meta, k_site);
  assert.deepEqual([answer.version, answer.type], ['1.0', 'rich']);
  assert.ok(answer.width > 0 && answer.height > 0);
  assert.match(answer.html, /^<iframe src="https:\/\/example\.org\/atlas\/embed\.html" title="[^"]+"/);
  for (const address of [answer.provider_url, answer.thumbnail_url]) assert.ok(address.startsWith(k_site), address);
});

// the picture's own header says how large it is
test('the card’s picture is there, as large as it says', () => {
  const png = readFileSync(`${dist}/picture.png`);
  const head = head_of(meta, { site: k_site, page: 'index.html' });
  assert.match(head, new RegExp(`og:image:width" content="${png.readUInt32BE(16)}"`));
  assert.match(head, new RegExp(`og:image:height" content="${png.readUInt32BE(20)}"`));
  assert.match(head, /property="og:image" content="https:\/\/example\.org\/atlas\/picture\.png"/);
  assert.match(head, /name="twitter:card" content="summary_large_image"/);
  assert.match(head, /rel="alternate" type="application\/json\+oembed" href="https:\/\/example\.org\/atlas\/oembed\.json"/);
});

// https://developers.google.com/search/docs/appearance/structured-data/dataset: name and description (50 to 5000 characters)
test('the built page describes its data, and names no site that nobody gave', () => {
  const page = readFileSync(`${dist}/index.html`, 'utf8');
  const [, json] = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(page) ?? [];
  const described = JSON.parse(String(json));
  assert.equal(described['@type'], 'Dataset');
  assert.equal(described.name, meta.title.fr);
  assert.ok(described.description.length >= 50 && described.description.length <= 5000);
  assert.equal(described.dateModified, meta.date);
  assert.doesNotMatch(page, /<!--atlas:/);
  if (!process.env.SITE) assert.doesNotMatch(page, /oembed|og:url/);
});

test('no text of the data gets out of its place', () => {
  const hostile = { ...meta, title: { fr: '"><script>alert(1)</script>', en: 'x' } };
  const head = head_of(hostile, { site: k_site, page: 'index.html' });
  assert.equal(head.match(/<script/g)?.length, 1);
  assert.equal(dataset(hostile, k_site).name, hostile.title.fr);
});
