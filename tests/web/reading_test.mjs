// What a screen reader gets of the whole, read from the accessibility tree, at three sizes of the window: everything, in
// the same order, with the values that the snapshot's file has.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { heard_tree } from './support/accessibility.mjs';
import { settled, with_atlas } from './support/chromium.mjs';
import { dist } from './support/site.mjs';
import { with_site } from './support/stage.mjs';

const snapshot = JSON.parse(readFileSync(`${dist}/snapshot.json`, 'utf8'));
const k_sizes = [{ width: 1280, height: 800 }, { width: 390, height: 844 }, { width: 320, height: 256 }];
/** A roster's day, and the default date's last. */
const [k_compared, k_day] = ['2019-02-05', '2026-12-31'];
const stage = with_site();

/** @param {string | {fr: string}} text */
const french = (text) => (typeof text === 'string' ? text : text.fr);
/** Typography is not what is compared. @param {string} text */
const folded = (text) => text.replaceAll(/\s+/g, ' ').trim();

/** Values as the snapshot's file has them, worded here and not by the atlas. */
const k_months = ['janv.', 'févr.', 'mars', 'avr.', 'mai', 'juin', 'juil.', 'août', 'sept.', 'oct.', 'nov.', 'déc.'];
const k_terms = /** @type {Record<string, string>} */ ({ '4y': '4 ans', '2y-extendable': '2 ans, prolongeable', 'new-2y': 'Nouveau, 2 ans', 'until-2026': 'Jusqu’en 2026' });

/** @param {string} day "2005-07-12", or as much of it as is stated */
function said_date(day) {
  const [year, month, date] = day.split('-').map(Number);
  if (!month) return `${year}`;
  return date ? `${date === 1 ? '1ᵉʳ' : date} ${k_months[month - 1]} ${year}` : `${k_months[month - 1]} ${year}`;
}

/** @param {any} label @param {string} day */
const holds = (label, day) => label.from <= day && (!label.to || label.to > day);

/** The region of a seat is that of its commune's department. @param {string} insee */
function department_of(insee) {
  return insee.startsWith('97') ? insee.slice(0, 3) : insee.slice(0, 2);
}

/**
 * The holders of a day, from the data alone.
 * @param {string} day
 * @returns {Array<{name: string, town: string, domain: string, seat: string, region: string, label: string, term: string, stories: string}>}
 */
function holders(day) {
  const by_id = (/** @type {any[]} */ list, /** @type {string} */ id) => list.find((each) => each.id === id);
  return snapshot.clusters.flatMap((/** @type {any} */ cluster) => {
    const label = cluster.labels?.find((/** @type {any} */ each) => holds(each, day));
    if (!label) return [];
    const department = department_of(cluster.seat.insee);
    return {
      name: french(cluster.name),
      town: cluster.seat.city,
      domain: french(by_id(snapshot.domains, by_id(snapshot.sectors, cluster.sectors[0]).domain).name),
      seat: `${cluster.seat.city} (${department})`,
      region: french(snapshot.regions.find((/** @type {any} */ region) => department in region.departments).name),
      label: `depuis ${said_date(label.from)}`,
      term: k_terms[label.terms.filter((/** @type {any} */ term) => term.phase === 5).at(-1).term],
      stories: `${snapshot.stories.filter((/** @type {any} */ story) => story.clusters?.includes(cluster.id)).length}`,
    };
  });
}

/** What each year of the strip must tell of what was published. */
function published() {
  const precise = (/** @type {any} */ { date, precision }) => said_date(precision === 'year' ? date.slice(0, 4) : precision === 'month' ? date.slice(0, 7) : date);
  return snapshot.counts.filter((/** @type {any} */ { kind }) => kind !== 'derived').map((/** @type {any} */ count) => ({ year: count.date.slice(0, 4), number: `${count.value} (${precise(count)})`, reason: count.reason ? french(count.reason) : '', derived: count.derived === undefined ? '' : `${count.derived}` }));
}

/** Rows of the tree's table of that name, by their head. @param {import('./support/accessibility.mjs').Heard} table */
function rows_of(table) {
  /** @type {(node: import('./support/accessibility.mjs').Heard) => import('./support/accessibility.mjs').Heard[]} */
  const rows = (node) => (node.role === 'row' ? [node] : node.children.flatMap(rows));
  return new Map(rows(table).map((row) => [folded(row.children[0]?.name ?? ''), row.children.map(({ name }) => folded(name))]));
}

describe('the text version in the accessibility tree', () => {
  test('every holder, published number, story and figure and the comparison, at every size the same', { timeout: 120_000 }, async () => {
    /** @type {string[]} */
    const texts = [];
    for (const viewport of k_sizes) {
      const { page } = await stage.open('/index.html', { viewport });
      const sentence = await said_of_comparison(page);
      await page.locator('cluster-atlas').locator('[data-id="header/text"]').press('Enter');
      await page.locator('cluster-atlas').locator('.reading article').waitFor();
      const tree = await heard_tree(page);
      assert.equal(tree.all('article').length, 1);
      const heard = folded(tree.everything.filter(({ role }) => role === 'StaticText').map(({ name }) => name).join(' '));
      const lacking = (/** @type {string[]} */ wanted) => wanted.filter((words) => !heard.includes(folded(words)));
      const table = (/** @type {RegExp} */ name) => {
        const found = tree.all('table').find((each) => name.test(each.name));
        assert.ok(found, `${name}: a table with a caption`);
        return rows_of(found);
      };

      const clusters = table(/^53 pôles/);
      const now = holders(k_day);
      assert.equal(now.length, 53);
      assert.equal(clusters.size, 1 + now.length, 'a row each, and the heads');
      const [head] = clusters.values();
      for (const { name, ...wanted } of now) {
        const cells = clusters.get(folded(name)) ?? [];
        const told = (/** @type {string} */ column) => cells[head.indexOf(column)];
        const { domain, seat, region, label, term, stories } = wanted;
        assert.deepEqual({ domain: told('Domaine'), seat: told('Siège'), region: told('Région du siège'), label: told('Label'), term: told('Durée du label'), list: told('Liste 2026'), stories: told('Récits') }, { domain: folded(domain), seat: folded(seat), region: folded(region), label: folded(label), term: folded(term), list: 'oui', stories }, name);
      }

      const strip = table(/^pôles labellisés/);
      for (const { year, number, reason, derived } of published()) {
        const row = strip.get(year)?.join(' | ') ?? '';
        assert.ok(row.includes(folded(number)), `${year}: ${number} in ${row}`);
        assert.ok(row.includes(folded(reason)) && row.includes(derived), `${year}: ${reason}`);
      }

      assert.deepEqual(lacking(snapshot.stories.flatMap((/** @type {any} */ { title, summary }) => [french(title), french(summary)])), []);
      assert.deepEqual(lacking(snapshot.figures.map((/** @type {any} */ { statement }) => french(statement))), []);
      assert.deepEqual(lacking(snapshot.contradictions.map((/** @type {any} */ { topic }) => french(topic))), []);
      assert.deepEqual(lacking([sentence]), [], 'the sentence that is said');
      assert_comparison(await words_of(page, '#text-changes'));
      assert.ok(tree.all('heading').length > 100);
      texts.push(heard);
      await page.context().close();
    }
    assert.ok(texts[1] === texts[0] && texts[2] === texts[0], 'a size changes a word');
  });
});

/** What is heard when two dates are compared. @param {import('playwright-core').Page} page @returns {Promise<string>} */
async function said_of_comparison(page) {
  await with_atlas(page, (atlas, compare) => atlas.setState({ compare }), k_compared);
  await settled(page);
  const said = folded(await page.evaluate(() => /** @type {any} */ (document.querySelector('cluster-atlas')).shadowRoot.querySelector('[role=status]').textContent));
  assert.match(said, /2019.*\d/);
  return said;
}

/** @param {import('playwright-core').Page} page @param {string} part @returns {Promise<string>} */
const words_of = async (page, part) => folded(await page.evaluate((wanted) => /** @type {any} */ (document.querySelector('cluster-atlas')).shadowRoot.querySelector(wanted).textContent, part));

/** Everybody who holds a label on one of both days alone is named. @param {string} section */
function assert_comparison(section) {
  const [then, now] = [holders_at(k_compared), holders_at(k_day)];
  const moved = [...then.filter((each) => !now.includes(each)), ...now.filter((each) => !then.includes(each))];
  assert.ok(moved.length >= 10);
  const is_named = (/** @type {any} */ { name, short }) => section.includes(folded(french(name))) || section.includes(folded(french(short ?? name)));
  assert.deepEqual(moved.filter((each) => !is_named(each)).map(({ id }) => id), []);
}

/** @param {string} day @returns {any[]} */
const holders_at = (day) => snapshot.clusters.filter((/** @type {any} */ cluster) => cluster.labels?.some((/** @type {any} */ label) => holds(label, day)));

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
