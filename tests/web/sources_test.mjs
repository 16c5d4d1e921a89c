// Every number leads to its source in two clicks: whatever the figures view, the cards, the stories and the strip of
// published counts show is clicked, and the sheet that opens, or the next one, names a source of the snapshot.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { before, test } from 'node:test';
import { settled, with_atlas } from './support/chromium.mjs';
import { dist } from './support/site.mjs';
import { with_site } from './support/stage.mjs';

const snapshot = JSON.parse(readFileSync(`${dist}/snapshot.json`, 'utf8'));
const stage = with_site();
/** @type {import('playwright-core').Page} */ let page;
before(async () => {
  ({ page } = await stage.open());
});

/** @typedef {{ id: string, text: string, active: boolean }} Shown */

/** What a zone shows, in reading order. @param {string} zone @returns {Promise<Shown[]>} */
const shown_in = (zone) =>
  page.evaluate((wanted) => {
    const root = /** @type {any} */ (document.querySelector('cluster-atlas')).shadowRoot;
    return [...root.querySelectorAll(`section[data-zone=${wanted}] [data-id]`)].map((each) => ({ id: each.dataset.id, text: each.textContent || each.getAttribute('aria-label') || '', active: each.matches('button, a') }));
  }, zone);

/**
 * Clicks, and clicks what then opens, until a source is named. Runs in the page, frame by frame.
 * @param {string[]} ids @param {object} state the state to begin from each time @param {string} [story] the story being read @returns {Promise<Record<string, number>>} clicks needed; 0: none was found
 */
function clicks_to_source(ids, state, story = '') {
  return page.evaluate(
    async ({ wanted, titles, start, read }) => {
      const { atlas, shadowRoot: root } = /** @type {any} */ (document.querySelector('cluster-atlas'));
      /** Frame by frame, at most two seconds. @param {() => boolean} is_there */
      const until = async (is_there) => {
        for (let i = 0; i < 120 && !is_there(); ++i) await new Promise((done) => requestAnimationFrame(done));
      };
      const sheet = () => [...root.querySelectorAll('section[data-zone=sheet] [data-id]')];
      const names_source = () => sheet().some((each) => titles.some((/** @type {string} */ title) => each.textContent.includes(title)));
      const element_of = (/** @type {string} */ id) => [...root.querySelectorAll('[data-id]')].find((each) => each.dataset.id === id);
      /** @type {Record<string, number>} */
      const clicks = {};
      for (const id of wanted) {
        atlas.dispatch({ type: 'openSheet', sheet: 'none' });
        atlas.setState(start);
        atlas.dispatch({ type: 'readStory', id: read });
        await until(() => sheet().length === 0 && Boolean(element_of(id)));
        atlas.dispatch({ type: 'activate', node: id });
        await until(names_source);
        clicks[id] = names_source() ? 1 : 0;
        const next = sheet().map((each) => each.dataset.id).filter((each) => /^sheet\/(figure|sources?|contradiction)\b/.test(each));
        for (const second of clicks[id] ? [] : next.slice(0, 3)) {
          atlas.dispatch({ type: 'activate', node: second });
          await until(names_source);
          if (names_source()) clicks[id] = 2;
        }
      }
      atlas.dispatch({ type: 'openSheet', sheet: 'none' });
      return clicks;
    },
    { wanted: ids, titles: snapshot.sources.map((/** @type {any} */ source) => source.title), start: state, read: story },
  );
}

/** @param {Record<string, number>} clicks */
const without_source = (clicks) => Object.keys(clicks).filter((id) => clicks[id] === 0);
const has_number = (/** @type {Shown} */ each) => /\d/.test(each.text);

test('figures: everything with a number', { timeout: 120_000 }, async () => {
  await with_atlas(page, (atlas) => atlas.setState({ view: 'figures' }));
  await settled(page);
  const all = await shown_in('view');
  const active = all.filter((each) => each.active && has_number(each) && !each.id.startsWith('figures/phase/'));
  assert.ok(active.length > snapshot.figures.length + snapshot.contradictions.length, `${active.length} numbers`);
  for (const figure of snapshot.figures) assert.ok(active.some(({ id }) => id.endsWith(`/${figure.id}`)), `${figure.id} is shown`);
  const clicks = await clicks_to_source(active.map(({ id }) => id), { view: 'figures' });
  assert.deepEqual(without_source(clicks), []);
});

test('the guide: everything with a number', { timeout: 120_000 }, async () => {
  await with_atlas(page, (atlas) => atlas.setState({ view: 'understand' }));
  await settled(page);
  const all = await shown_in('view');
  const active = all.filter((each) => each.active && has_number(each) && !each.id.startsWith('guide/contents/'));
  assert.ok(active.length > snapshot.glossary.length, `${active.length} numbers`);
  assert.deepEqual(without_source(await clicks_to_source(active.map(({ id }) => id), { view: 'understand' })), []);
  // a sentence with a number belongs to a text that has a button for its sources
  const buttons = new Set(all.filter((each) => each.active).map(({ id }) => id));
  const sentences = all.filter((each) => !each.active && has_number(each) && /^guide\/[^/]+\/[^/]+\/\d+$/.test(each.id));
  assert.ok(sentences.length > 20);
  for (const { id } of sentences) assert.ok(buttons.has(id.replace(/\/[^/]*$/, '/sources')), id);
});

test('phases: their figures and sources', async () => {
  const phases = snapshot.phases.map((/** @type {any} */ phase) => `figures/phase/${phase.phase}`);
  assert.deepEqual(without_source(await clicks_to_source(phases, { view: 'figures' })), []);
});

test('the strip’s published counts: a click into their phase, a click on its name', async () => {
  await with_atlas(page, (atlas) => atlas.setState({ view: 'map', selected: null }));
  await settled(page);
  const counts = (await shown_in('timeline')).filter(({ id }) => id.startsWith('timeline/count/'));
  assert.ok(counts.length >= 15);
  const lost = [];
  for (const { id } of counts) {
    const clicks = await clicks_to_source(['timeline/phase-card'], { view: 'map', date: id.slice('timeline/count/'.length) });
    if (without_source(clicks).length) lost.push(id);
  }
  assert.deepEqual(lost, []);
});

test('every card says where it comes from', { timeout: 120_000 }, async () => {
  const ids = snapshot.clusters.filter((/** @type {any} */ each) => each.labels?.length).map((/** @type {any} */ each) => each.id);
  const lost = [];
  for (const selected of ids) lost.push(...without_source(await clicks_to_source(['card/sources'], { view: 'map', selected })).map(() => selected));
  assert.deepEqual(lost, []);
});

test('every story', { timeout: 120_000 }, async () => {
  await with_atlas(page, (atlas) => atlas.setState({ view: 'stories', selected: null }));
  await settled(page);
  const lost = [];
  for (const story of snapshot.stories) {
    const figures = (story.figures ?? []).map((/** @type {any} */ _, /** @type {number} */ i) => `story/figure/${i}`);
    const sources = story.source.map((/** @type {string} */ id) => `story/source/${id}`);
    const clicks = await clicks_to_source([...figures, ...sources], { view: 'stories' }, story.id);
    lost.push(...without_source(clicks).map((id) => `${story.id}: ${id}`));
  }
  assert.deepEqual(lost, []);
});
