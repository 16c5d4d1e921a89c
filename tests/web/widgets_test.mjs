// The twin's widgets as the ARIA practices describe them, read from the tree that assistive technology gets.
import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { heard_tree } from './support/accessibility.mjs';
import { atlas_ready, node, settled, with_atlas } from './support/chromium.mjs';
import { single_file } from './support/site.mjs';
import { with_site } from './support/stage.mjs';

const stage = with_site();
/** @type {import('playwright-core').Page} */ let page;
before(async () => {
  ({ page } = await stage.open());
});

/** @param {object} state */
const show = async (state) => {
  await with_atlas(page, (atlas, wanted) => atlas.setState(wanted), { view: 'map', selected: null, compare: null, date: '2026', lang: 'fr', filter: { text: '', domains: [] }, ...state });
  await settled(page);
};
const field = () => page.locator('cluster-atlas').locator('input.search').first();

describe('the search field is a combobox', () => {
  test('it is closed without proposals, open with them, and points at the one that is meant', async () => {
    await show({});
    const closed = (await heard_tree(page)).one('combobox');
    assert.equal(closed.expanded, false);
    await field().fill('eau');
    await settled(page);
    const open = await heard_tree(page);
    assert.equal(open.one('combobox').expanded, true);
    const options = open.all('option');
    const groups = open.one('listbox').children;
    assert.deepEqual([groups[0].name, groups[0].children.length], ['Pôles trouvés', 6]);
    assert.ok(groups.length > 1, 'other things are found, too');
    for (const { role, name, children } of groups) assert.ok(role === 'group' && name && children.length > 0 && children.every((each) => each.role === 'option'), `${role} ${name}`);
    assert.equal(groups.flatMap(({ children }) => children).length, options.length);
    assert.deepEqual(options.map(({ selected }) => selected), options.map(() => false));
    assert.deepEqual(open.all('listbox').map(({ name }) => name), ['Pôles trouvés']);
    await field().press('ArrowDown');
    await field().press('ArrowDown');
    await settled(page);
    const meant = (await heard_tree(page)).all('option').filter(({ selected }) => selected);
    assert.deepEqual(meant.map(({ name }) => name), [options[1].name]);
    assert.equal(await page.evaluate(() => /** @type {any} */ (document.querySelector('cluster-atlas')).shadowRoot.activeElement.ariaActiveDescendantElement?.textContent), options[1].name);
    await field().press('Enter');
    assert.match(await with_atlas(page, (atlas) => atlas.state.selected), /aqua/);
    await field().fill('');
  });
});

describe('the list is a table', () => {
  for (const viewport of [{ width: 1280, height: 800 }, { width: 390, height: 844 }]) {
    test(`${viewport.width} px: a head for each cell, the way it is sorted, how many rows there are and which of them this is`, async () => {
      await page.setViewportSize(viewport);
      await show({ view: 'list', compare: '2019' });
      const tree = await heard_tree(page);
      const table = tree.one('table');
      const heads = tree.all('columnheader').map(({ name }) => name);
      assert.deepEqual(heads, ['Pôle', 'Domaine', 'Siège', 'Région du siège', 'Depuis', 'Phases', 'Durée du label', 'Liste 2026', 'Changement', 'Récits']);
      const rows = tree.all('row').filter((row) => row.children.some(({ role }) => role === 'rowheader'));
      assert.ok(rows.length > 5);
      for (const row of rows) assert.equal(row.children.length, heads.length, row.children[0].name);
      assert.equal(table.dom['aria-rowcount'], '54');
      assert.deepEqual(rows.map(({ dom }) => Number(dom['aria-rowindex'])), rows.map((_, i) => i + 2));
      assert.deepEqual(tree.all('columnheader').flatMap(({ name, dom }) => (['ascending', 'descending'].includes(dom['aria-sort']) ? [`${name} ${dom['aria-sort']}`] : [])), ['Pôle ascending']);
      assert.match(table.name, /^53 pôles/);
      await page.setViewportSize({ width: 1280, height: 800 });
    });
  }
});

describe('status messages', () => {
  /** What is announced while something is done; each once. @param {() => Promise<unknown>} act @param {RegExp} last */
  const told = async (act, last) => {
    await page.evaluate(() => {
      const status = /** @type {any} */ (document.querySelector('cluster-atlas')).shadowRoot.querySelector('.twin > [role=status]');
      Reflect.set(window, 'told', []);
      Reflect.get(window, 'listener')?.disconnect();
      const listener = new MutationObserver(() => status.textContent && Reflect.get(window, 'told').push(status.textContent));
      Reflect.set(window, 'listener', listener);
      listener.observe(status, { childList: true });
    });
    await act();
    await page.waitForFunction((wanted) => new RegExp(wanted).test(Reflect.get(window, 'told').at(-1) ?? ''), last.source);
    return page.evaluate(() => Reflect.get(window, 'told'));
  };
  test('filtered, sorted, chosen, compared, exported, copied, a story: one sentence each', async () => {
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await show({ view: 'list' });
    assert.deepEqual(await told(() => node(page, 'filters/domains/health').press('Space'), /pôles, \d+ de moins/), ['7 pôles, 46 de moins']);
    assert.deepEqual(await told(() => node(page, 'filters/clear').press('Enter'), /de plus/), ['53 pôles, 46 de plus']);
    assert.deepEqual(await told(() => node(page, 'list/head/2').press('Enter'), /^Trié/), ['Trié par Siège, tri croissant']);
    const row = page.locator('cluster-atlas').locator('[data-id^="list/row/"]').first();
    const name = await row.textContent();
    assert.deepEqual(await told(() => row.press('Enter'), /^Fiche/), [`Fiche de ${name}`]);
    assert.deepEqual(await told(() => page.keyboard.press('Escape'), /^Fiche/), ['Fiche fermée']);
    assert.deepEqual(await told(() => node(page, 'list/csv').press('Enter'), /^Exporté/), ['Exporté\u202f: poles-2026.csv']);
    assert.deepEqual(await told(() => node(page, 'list/copy-link').press('Enter'), /^Copié/), ['Copié']);
    const [compared] = await told(() => with_atlas(page, (atlas) => atlas.setState({ compare: '2019' })), /2019/);
    assert.equal(compared, await page.locator('cluster-atlas').locator('[data-zone=compare] [data-id="compare/sentence"]').first().textContent());
    await told(() => with_atlas(page, (atlas) => atlas.setState({ compare: null })), /terminée/);
    await show({ view: 'stories' });
    const story = page.locator('cluster-atlas').locator('[data-id^="stories/main-"], [data-id^="stories/annex-"]').first();
    const [title] = await told(() => story.press('Enter'), /^Récit/);
    assert.ok(title.length > 10);
    await with_atlas(page, (atlas) => atlas.dispatch({ type: 'readStory', id: '' }));
  });

  test('several changes at once are told as one', async () => {
    await show({});
    const all = await told(
      () =>
        with_atlas(page, (atlas) => {
          for (const id of ['health', 'energy', 'water']) atlas.dispatch({ type: 'toggleFacet', facet: 'domains', value: id });
        }),
      /de moins/,
    );
    assert.equal(all.length, 1);
    await show({});
  });
});

test('facets are groups, each under a heading that folds it', async () => {
  await show({});
  const tree = await heard_tree(page);
  const [domain] = tree.all('group').filter(({ name }) => name === 'Domaine');
  assert.deepEqual(domain.children.map(({ role }) => role), ['heading', ...Array(8).fill('checkbox')]);
  const folds = tree.all('heading').filter(({ level }) => level === 3).flatMap(({ children }) => children);
  assert.ok(folds.length >= 10);
  assert.deepEqual([...new Set(folds.map(({ role }) => role))], ['button']);
  assert.ok(folds.every(({ expanded }) => typeof expanded === 'boolean'));
});

test('a pin says name, town, domain, label, list and what changed', async () => {
  await show({ compare: '2019' });
  const pins = (await heard_tree(page)).all('button').map(({ name }) => name);
  assert.ok(pins.includes('ALPHA-RLH, Talence, Nouvelle-Aquitaine, Numérique, photonique, finance, Label depuis 2017, durée : 4 ans, liste 2026'), pins.find((name) => name.startsWith('ALPHA')));
  assert.ok(pins.some((name) => /^Aktantis, Valbonne.*fusionné$/.test(name)));
  assert.ok(pins.some((name) => /^Materalia, Metz.*(sorti|Absent|absent)/.test(name)), pins.find((name) => name.startsWith('Materalia')));
});

test('the date is said once, in words', async () => {
  await show({ date: '2023-03' });
  const tree = await heard_tree(page);
  const strip = tree.all('region').find(({ name }) => name === 'Frise du temps');
  assert.ok(strip);
  assert.deepEqual(tree.all('Date'), []);
  const slider = tree.one('slider');
  assert.match(String(slider.dom['aria-valuetext']), /^mars 2023/);
  assert.deepEqual(tree.all('StaticText').filter(({ name }) => /2023-03/.test(name)), []);
  // it is there when it is used
  await page.locator('cluster-atlas').locator('[data-id="timeline/date"]').press('Enter');
  assert.equal((await heard_tree(page)).all('Date').length, 1);
  await page.keyboard.press('Escape');
  await settled(page);
});

describe('languages', () => {
  test('a button holds the letters that are seen and is read in its own language', async () => {
    await show({});
    for (const [lang, name] of [['fr', 'FR, Français'], ['en', 'EN, English']]) {
      const button = page.locator('cluster-atlas').locator(`[data-id="header/lang-${lang}"]`);
      assert.equal(await button.textContent(), name);
      assert.equal(await button.evaluate((element) => element.closest('[lang]')?.getAttribute('lang')), lang);
    }
  });

  test('what the data say in another language than the reader’s is marked as such', async () => {
    await show({ lang: 'de', view: 'stories' });
    await page.waitForFunction(() => /** @type {any} */ (document.querySelector('cluster-atlas')).shadowRoot.querySelector('.twin').lang === 'de');
    await settled(page);
    const langs = await page.evaluate(() => [...(/** @type {any} */ (document.querySelector('cluster-atlas')).shadowRoot.querySelectorAll('[data-id^="stories/main-"], [data-id^="stories/annex-"]'))].map((each) => each.closest('[lang]').lang));
    assert.ok(langs.length > 3);
    assert.deepEqual([...new Set(langs)], ['fr']);
    await show({});
  });

  for (const where of ['site', 'single file']) {
    test(`the ${where}’s page follows in language and title`, async () => {
      const { page: own } = await stage.page();
      await own.goto(where === 'site' ? `${stage.origin}/index.html` : single_file);
      await atlas_ready(own);
      await with_atlas(own, (atlas) => atlas.setState({ lang: 'en' }));
      await own.waitForFunction(() => document.documentElement.lang === 'en');
      await own.waitForFunction(() => document.title === 'Competitiveness clusters – Cluster Atlas');
      await own.context().close();
    });
  }
});
