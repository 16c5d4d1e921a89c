// Ten questions of real readers, each answered in at most three actions; answers are checked against a plain look into
// the snapshot's file, not against the atlas.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { before, test } from 'node:test';
import { settled, with_atlas } from './support/chromium.mjs';
import { dist } from './support/site.mjs';
import { with_site } from './support/stage.mjs';

const snapshot = JSON.parse(readFileSync(`${dist}/snapshot.json`, 'utf8'));
const clusters = snapshot.clusters.filter((/** @type {any} */ cluster) => cluster.labels?.length);
const stage = with_site();
/** @type {import('playwright-core').Page} */ let page;
before(async () => {
  ({ page } = await stage.open());
});

const first = (/** @type {string} */ date) => (date + '-01-01').slice(0, 10);
const holds = (/** @type {any} */ cluster, /** @type {string} */ day) => cluster.labels.some((/** @type {any} */ label) => first(label.from) <= day && (!label.to || day < first(label.to)));
const domain_of = (/** @type {any} */ cluster) => cluster.sectors.map((/** @type {string} */ id) => snapshot.sectors.find((/** @type {any} */ sector) => sector.id === id).domain);
const region_of = (/** @type {any} */ cluster) => {
  const department = cluster.seat?.insee?.replace(/^(9[78].|..).*$/, '$1');
  return cluster.seat?.region ?? snapshot.regions.find((/** @type {any} */ region) => department in region.departments)?.code;
};
const ids = (/** @type {any[]} */ list) => list.map((cluster) => cluster.id).sort();

/** The atlas's answer after these actions, from the start. @param {object[]} actions */
async function ask(actions) {
  assert.ok(actions.length <= 3, 'at most three actions');
  const start = await with_atlas(page, (atlas) => JSON.stringify(atlas.state));
  await with_atlas(page, (atlas, list) => list.forEach((/** @type {object} */ action) => atlas.dispatch(action)), actions);
  await settled(page);
  const answer = await with_atlas(page, (atlas) => ({ ...atlas.result, text: atlas.root.querySelector('.twin').textContent }));
  await with_atlas(page, (atlas, state) => (atlas.dispatch({ type: 'openSheet', sheet: 'none' }), atlas.dispatch({ type: 'readStory', id: '' }), atlas.setState(JSON.parse(state))), start);
  return answer;
}

test('1. which clusters does Brittany have today?', async () => {
  const { ids: got } = await ask([{ type: 'setFacet', facet: 'regions', values: ['53'] }]);
  assert.deepEqual(got.sort(), ids(clusters.filter((/** @type {any} */ each) => holds(each, '2026-03-31') && region_of(each) === '53')));
});

test('2. the health clusters of 2007, and what became of them', async () => {
  const { changes } = await ask([{ type: 'setDate', date: '2007-04' }, { type: 'setFacet', facet: 'domains', values: ['health'] }, { type: 'setCompare', date: '2026-03' }]);
  const then = clusters.filter((/** @type {any} */ each) => holds(each, '2007-04-30') && domain_of(each).includes('health'));
  const told = new Set([...changes.left, ...changes.renamed, ...changes.continued, ...changes.merged.flatMap((/** @type {any} */ merger) => merger.from)]);
  assert.ok(then.length > 3);
  for (const cluster of then) assert.ok(told.has(cluster.id), cluster.id);
});

test('3. who lost the label between phases III and IV?', async () => {
  const { changes } = await ask([{ type: 'setDate', date: '2018-12-31' }, { type: 'setCompare', date: '2019-12-31' }]);
  const gone = ids(clusters.filter((/** @type {any} */ each) => holds(each, '2018-12-31') && !holds(each, '2019-12-31')));
  assert.deepEqual([...new Set([...changes.left, ...changes.merged.flatMap((/** @type {any} */ merger) => merger.from.filter((/** @type {string} */ id) => gone.includes(id)))])].sort(), gone);
  assert.ok(changes.left.length > 0);
});

test('4. everybody with a two-year label in 2023', async () => {
  const { ids: got } = await ask([{ type: 'setDate', date: '2023-06' }, { type: 'setFacet', facet: 'terms', values: ['2y-extendable', 'new-2y'] }]);
  const wanted = clusters.filter((/** @type {any} */ each) => holds(each, '2023-06-30') && each.labels.some((/** @type {any} */ label) => label.terms?.some((/** @type {any} */ term) => term.phase === 5 && ['2y-extendable', 'new-2y'].includes(term.term))));
  assert.deepEqual(got.sort(), ids(wanted));
});

test('5. who acts in Guadeloupe?', async () => {
  const { code } = snapshot.regions.find((/** @type {any} */ region) => JSON.stringify(region.name).includes('Guadeloupe'));
  const { ids: got } = await ask([{ type: 'setFacet', facet: 'covered', values: [code] }]);
  assert.deepEqual(got.sort(), ids(clusters.filter((/** @type {any} */ each) => holds(each, '2026-03-31') && (each.regions?.includes(code) || region_of(each) === code))));
  assert.ok(got.length > 0);
});

test('6. stories about hydrogen', async () => {
  const { text } = await ask([{ type: 'setView', view: 'stories' }, { type: 'setText', text: 'hydrogène' }]);
  const about = snapshot.stories.filter((/** @type {any} */ story) => /hydrog/i.test(story.title.fr + (story.summary?.fr ?? '')));
  assert.ok(about.length > 0);
  assert.ok(about.some((/** @type {any} */ story) => text.includes(story.title.fr)), text.slice(0, 400));
});

test('7. who presides over Tenerrdis?', async () => {
  const { text } = await ask([{ type: 'select', id: 'tenerrdis' }]);
  const { president } = clusters.find((/** @type {any} */ each) => each.id === 'tenerrdis');
  assert.ok(president.name && text.includes(president.name), president.name);
});

test('8. which clusters does Lyon host?', async () => {
  const { ids: got } = await ask([{ type: 'setText', text: 'Lyon' }]);
  for (const id of ids(clusters.filter((/** @type {any} */ each) => holds(each, '2026-03-31') && /^Lyon\b/.test(each.seat?.city ?? '')))) assert.ok(got.includes(id), id);
});

test('9. who was renamed since 2019?', async () => {
  const { changes } = await ask([{ type: 'setCompare', date: '2019-12-31' }]);
  const renamed = snapshot.events.filter((/** @type {any} */ event) => event.kind === 'renamed' && event.date > '2020').flatMap((/** @type {any} */ event) => event.to ?? event.from);
  const told = new Set([...changes.renamed, ...changes.merged.flatMap((/** @type {any} */ merger) => merger.to)]);
  const still = renamed.filter((/** @type {string} */ id) => holds(clusters.find((/** @type {any} */ each) => each.id === id), '2019-12-31') && holds(clusters.find((/** @type {any} */ each) => each.id === id), '2026-03-31'));
  assert.ok(still.length > 0);
  for (const id of still) assert.ok(told.has(id), id);
});

test('10. the figure for public leverage, and its source', async () => {
  const figure = snapshot.figures.find((/** @type {any} */ each) => /privés levés pour un euro public/.test(each.statement.fr));
  const { text } = await ask([{ type: 'setView', view: 'figures' }]);
  assert.ok(text.includes(figure.statement.fr));
  const sources = figure.source.map((/** @type {string} */ id) => snapshot.sources.find((/** @type {any} */ source) => source.id === id));
  const { text: sheet } = await ask([{ type: 'setView', view: 'figures' }, { type: 'openSheet', sheet: 'sources', topic: `figure:${figure.id}` }]);
  assert.ok(sources.some((/** @type {any} */ source) => sheet.includes(source.title) || sheet.includes(source.publisher)), sheet.slice(0, 300));
});
