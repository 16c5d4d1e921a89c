// What leaves the atlas, opened by other programs: tables in LibreOffice, pictures in an XML parser, JSON in the atlas.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, describe, test } from 'node:test';
import { open_in_calc, records_of, with_hostile_names } from '../support/spreadsheet.mjs';
import { with_atlas } from './support/chromium.mjs';
import { dist } from './support/site.mjs';
import { with_site } from './support/stage.mjs';

const example = JSON.parse(readFileSync(`${dist}/../data/examples/three_organisations.json`, 'utf8'));
const bundled = JSON.parse(readFileSync(`${dist}/snapshot.json`, 'utf8'));
const stage = with_site();
/** @type {import('playwright-core').Page} */ let page;
before(async () => {
  ({ page } = await stage.open());
});

/** The bytes of an export. @param {string} kind */
async function bytes_of(kind) {
  const bytes = await with_atlas(page, async (atlas, wanted) => [...new Uint8Array(await (await atlas.export(wanted)).arrayBuffer())], kind);
  return Uint8Array.from(bytes);
}

describe('tables, opened in LibreOffice', () => {
  after(() => with_atlas(page, (atlas, snapshot) => atlas.load(snapshot), bundled));

  for (const [kind, lang] of /** @type {const} */ ([['csv-fr', 'fr'], ['csv', 'en']])) {
    test(`${kind}: one row per cluster shown, its columns, accents and numbers; nothing runs`, async () => {
      await with_atlas(page, async (atlas, given) => {
        await atlas.load(given.bundled);
        atlas.setState({ lang: given.lang, filter: { domains: ['water', 'digital'] } });
      }, { bundled, lang });
      const { ids } = await with_atlas(page, (atlas) => atlas.result);
      const rows = open_in_calc(await bytes_of(kind), lang);
      const records = records_of(rows);
      assert.deepEqual(records.map((record) => Object.values(record)[0].text).sort(), ids.sort());
      for (const record of records) {
        const cells = Object.values(record);
        const cluster = bundled.clusters.find((/** @type {any} */ each) => each.id === cells[0].text);
        assert.equal(cells[1].text, cluster.name);
        assert.ok(cells.some((cell) => cell.value === cluster.seat.lng), `${cluster.id}: longitude is a number`);
        assert.equal(record.commune.text, cluster.seat.city);
        for (const cell of cells) assert.equal(cell.formula, null);
      }
    });

    test(`${kind}: names that begin like formulas`, async () => {
      await with_atlas(page, async (atlas, given) => {
        await atlas.load(given.snapshot);
        atlas.setState({ lang: given.lang, date: '2023-06', filter: { domains: [] } });
      }, { snapshot: with_hostile_names(example), lang });
      const { total } = await with_atlas(page, (atlas) => atlas.result);
      const rows = open_in_calc(await bytes_of(kind), lang);
      for (const cell of rows.flat()) assert.equal(cell.formula, null, cell.text);
      const names = records_of(rows).map((record) => Object.values(record)[1].text);
      assert.ok(total > 0 && names.length === total);
      for (const name of names) assert.match(name, /^'[=+@]/);
    });
  }
});

for (const lang of ['fr', 'en']) {
  test(`the ${lang} picture is a sound SVG that asks for nothing`, async () => {
    await with_atlas(page, (atlas, given) => atlas.setState({ lang: given, date: '2026-03', filter: {} }), lang);
    const seen = await page.evaluate(async () => {
      const { atlas } = /** @type {any} */ (document.querySelector('cluster-atlas'));
      const text = await (await atlas.export('svg')).text();
      const parsed = new DOMParser().parseFromString(text, 'image/svg+xml');
      const all = [...parsed.querySelectorAll('*')];
      const ids = all.map((each) => each.id).filter(Boolean);
      const attributes = all.flatMap((each) => [...each.attributes].map(({ name, value }) => ({ tag: each.localName, name, value })));
      return {
        errors: parsed.querySelectorAll('parsererror').length,
        root: [parsed.documentElement.localName, parsed.documentElement.namespaceURI],
        strangers: [...new Set(all.map((each) => each.localName))].filter((name) => document.createElementNS('http://www.w3.org/2000/svg', name).constructor === SVGElement),
        twice: ids.filter((id, i) => ids.indexOf(id) !== i),
        missing: attributes.flatMap(({ value }) => [...value.matchAll(/url\(#([^)]*)\)/g)].map((match) => match[1])).filter((id) => !ids.includes(id)),
        hooks: attributes.filter(({ name, value }) => name.startsWith('on') || (/href$/.test(name) && !value.startsWith('#')) || /NaN|Infinity|undefined/.test(value)),
        scripts: parsed.querySelectorAll('script, foreignObject, image').length,
        title: parsed.querySelector('title')?.textContent ?? '',
        text: parsed.documentElement.textContent,
      };
    });
    assert.deepEqual(seen.root, ['svg', 'http://www.w3.org/2000/svg']);
    assert.deepEqual([seen.errors, seen.strangers, seen.twice, seen.missing, seen.hooks, seen.scripts], [0, [], [], [], [], 0]);
    assert.match(seen.title, lang === 'fr' ? /^53 pôles/ : /^53 labelled clusters/);
    assert.match(seen.text, /#v1/);
  });
}

test('PNG: a picture of a few hundred px at least', async () => {
  const png = Buffer.from(await bytes_of('png'));
  assert.equal(png.subarray(1, 4).toString(), 'PNG');
  assert.ok(png.readUInt32BE(16) >= 800 && png.readUInt32BE(20) >= 600);
});

test('JSON of each list and of each domain: this atlas loads it and shows the same clusters', async () => {
  const choices = [...bundled.meta.rosters.map((/** @type {any} */ roster) => ({ roster: roster.id })), ...bundled.domains.map((/** @type {any} */ domain) => ({ domains: [domain.id] }))];
  for (const filter of choices) {
    const [shown, again] = await with_atlas(page, async (atlas, given) => {
      await atlas.load(given.bundled);
      atlas.setState({ date: '2026-03', filter: { roster: null, domains: [], ...given.filter } });
      const before = atlas.result.ids;
      const { warnings } = await atlas.load(JSON.parse(await (await atlas.export('json')).text()));
      const known = (await atlas.load(given.bundled)).warnings.map((/** @type {any} */ each) => each.fr);
      const more = warnings.filter((/** @type {any} */ each) => !known.includes(each.fr));
      if (more.length) throw new Error(JSON.stringify(more));
      return [before.sort(), atlas.result.ids.sort()];
    }, { bundled, filter });
    assert.ok(shown.length > 0, JSON.stringify(filter));
    assert.deepEqual(again, shown);
  }
});

test('an empty result has no JSON: said, not written', async () => {
  await with_atlas(page, (atlas) => atlas.setState({ filter: { text: 'zzzzzz', roster: null, domains: [] } }));
  await assert.rejects(bytes_of('json'), /nothing to export/);
});
