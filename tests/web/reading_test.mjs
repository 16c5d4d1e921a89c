// What a screen reader gets of the whole, read from the accessibility tree, at three sizes of the window: everything, in
// the same order.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { heard_tree } from './support/accessibility.mjs';
import { with_atlas } from './support/chromium.mjs';
import { dist } from './support/site.mjs';
import { with_site } from './support/stage.mjs';

const snapshot = JSON.parse(readFileSync(`${dist}/snapshot.json`, 'utf8'));
const k_sizes = [{ width: 1280, height: 800 }, { width: 390, height: 844 }, { width: 320, height: 256 }];
const stage = with_site();

/** @param {string | {fr: string}} text */
const french = (text) => (typeof text === 'string' ? text : text.fr);
/** Typography is not what is compared. @param {string} text */
const folded = (text) => text.replaceAll(/\s+/g, ' ').trim();

/** The holders of a day, from the data alone. @param {string} day @returns {Array<{name: string, town: string, domain: string}>} */
function holders(day) {
  const domain_of = (/** @type {any} */ cluster) => {
    const sector = snapshot.sectors.find((/** @type {any} */ each) => each.id === cluster.sectors?.[0]);
    return french(snapshot.domains.find((/** @type {any} */ each) => each.id === sector.domain).name);
  };
  const holds = (/** @type {any} */ label) => label.from <= day && (!label.to || label.to > day);
  return snapshot.clusters.filter((/** @type {any} */ cluster) => cluster.labels?.some(holds)).map((/** @type {any} */ cluster) => ({ name: french(cluster.name), town: cluster.seat?.city ?? '', domain: domain_of(cluster) }));
}

describe('the text version in the accessibility tree', () => {
  test('every holder, published number, story and figure and the comparison, at every size the same', async () => {
    /** @type {string[]} */
    const texts = [];
    for (const viewport of k_sizes) {
      const { page } = await stage.open('/index.html#v1;cmp=2019-02-05', { viewport });
      await page.locator('cluster-atlas').locator('[data-id="header/text"]').press('Enter');
      await page.locator('cluster-atlas').locator('.reading article').waitFor();
      const tree = await heard_tree(page);
      const [article] = tree.all('article');
      const heard = folded(tree.everything.filter(({ role }) => role === 'StaticText').map(({ name }) => name).join(' '));
      const lacking = (/** @type {string[]} */ wanted) => wanted.filter((words) => !heard.includes(folded(words)));
      assert.ok(article);
      const table = tree.all('table').find(({ name }) => /^53 pôles/.test(name));
      assert.ok(table, 'the clusters are a table with a caption');
      const rows = tree.all('row').filter((row) => row.children.length === 10 && row.children[0].role === 'rowheader');
      assert.equal(rows.length, 53);
      const told = new Map(rows.map((row) => [row.children[0].name, row.children.map(({ name }) => folded(name))]));
      for (const { name, town, domain } of holders('2026-12-31')) {
        const cells = told.get(folded(name));
        assert.ok(cells, name);
        assert.ok(cells.some((cell) => cell.includes(town)), `${name}: ${town}`);
        assert.ok(cells.includes(folded(domain)), `${name}: ${domain}`);
        assert.ok(cells.some((cell) => /^depuis/.test(cell)), `${name}: since when`);
        assert.ok(cells.some((cell) => /\b(ans?|2026)\b/.test(cell)), `${name}: term`);
      }
      assert.deepEqual(lacking(snapshot.stories.map((/** @type {any} */ story) => french(story.title))), []);
      assert.deepEqual(lacking(snapshot.figures.map((/** @type {any} */ figure) => french(figure.statement))), []);
      const published = snapshot.counts.filter((/** @type {any} */ count) => count.kind !== 'derived').map((/** @type {any} */ { value }) => String(value));
      assert.deepEqual(published.filter((/** @type {string} */ value) => !tree.all('cell').some(({ name }) => name.split(/\D+/).includes(value))), []);
      const sentence = await with_atlas(page, (atlas) => atlas.result.changes.entered.length);
      assert.ok(sentence > 0);
      assert.ok(heard.includes('2019'), 'the comparison');
      assert.ok(tree.all('heading').length > 100);
      texts.push(heard);
      await page.context().close();
    }
    assert.equal(texts[1].length, texts[0].length);
    assert.ok(texts[1] === texts[0] && texts[2] === texts[0], 'a size changes a word');
  });
});

describe('the controls in the accessibility tree', () => {
  test('every cluster of the date is a pin by its name, on a desktop, a phone and at 400 %', async () => {
    for (const viewport of k_sizes) {
      const { page } = await stage.open('/index.html', { viewport });
      const names = (await heard_tree(page)).all('button').map(({ name }) => name);
      const wanted = holders('2026-12-31').filter(({ town }) => town).map(({ name, town }) => `${name}, ${town}`);
      assert.ok(wanted.length >= 50);
      assert.deepEqual(wanted.filter((start) => !names.some((name) => folded(name).startsWith(folded(start)))), [], `${viewport.width} px`);
      await page.context().close();
    }
  });
});
