// The text version: in the atlas as a switch, in pages before any script runs, the same whatever the size of the window.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { atlas_ready, with_atlas } from './support/chromium.mjs';
import { hold } from './support/hold.mjs';
import { dist, single_file } from './support/site.mjs';
import { with_site } from './support/stage.mjs';

/** @typedef {import('playwright-core').Page} Page */
/** @typedef {{fr: string}} Text */

const snapshot = JSON.parse(readFileSync(`${dist}/snapshot.json`, 'utf8'));
const k_sizes = [{ width: 1280, height: 800 }, { width: 390, height: 844 }, { width: 320, height: 256 }];
const stage = with_site({ '/embed_test.html': '<!doctype html><html lang="fr"><title>t</title><link rel="icon" href="/icon.svg"><script type="module" src="/cluster-atlas.js"></script><cluster-atlas loading="eager" style="height: 100vh"></cluster-atlas></html>' });

/** @param {string} text */
const folded = (text) => text.replace(/\s+/g, ' ');

/** A text is one string where it is the same in every language. @param {Text | string} text */
const french = (text) => (typeof text === 'string' ? text : text.fr);

/** Everything the snapshot holds that must be read. @param {string} text */
function assert_whole(text) {
  const all = folded(text);
  const wanted = [
    ...snapshot.stories.flatMap((/** @type {{title: Text, summary: Text}} */ story) => [french(story.title), french(story.summary)]),
    ...snapshot.figures.map((/** @type {{statement: Text}} */ figure) => french(figure.statement)),
    ...snapshot.contradictions.map((/** @type {{topic: Text}} */ { topic }) => topic.fr),
    ...snapshot.sources.map((/** @type {{title: string}} */ source) => french(source.title)),
  ];
  assert.deepEqual(wanted.filter((words) => !all.includes(folded(words))), []);
}

/** Opens it as a keyboard does. @param {Page} page */
async function open_text(page) {
  const node = page.locator('cluster-atlas').locator('[data-id="header/text"]');
  await node.focus();
  await page.keyboard.press('Enter');
  await page.locator('cluster-atlas').locator('.reading article').waitFor();
}

/** @param {Page} page @param {string} expression with `root`, the shadow root */
const in_root = (page, expression) => page.evaluate(`(() => { const root = document.querySelector('cluster-atlas').shadowRoot; return ${expression}; })()`);

describe('the switch in the atlas', () => {
  test('at every size the same words, everything among them; the focus goes in and comes back', async () => {
    /** @type {string[]} */
    const texts = [];
    for (const viewport of k_sizes) {
      const { page, complaints } = await stage.open('/embed_test.html', { viewport });
      await open_text(page);
      assert.equal(await in_root(page, "root.querySelectorAll('#text-clusters tbody tr').length"), 53);
      assert.equal(await in_root(page, 'root.activeElement.tagName'), 'H2');
      assert.equal(await in_root(page, "root.querySelector('.twin').inert"), true);
      assert.ok(await in_root(page, "root.querySelector('.reading').scrollWidth <= root.querySelector('.reading').clientWidth"), `${viewport.width} px: only tables scroll sideways`);
      texts.push(String(await in_root(page, "root.querySelector('.reading article').textContent")));
      await page.keyboard.press('Escape');
      assert.equal(await in_root(page, "root.querySelector('.reading')"), null);
      assert.equal(await in_root(page, 'root.activeElement.dataset.id'), 'header/text');
      assert.equal(await in_root(page, "root.querySelector('.twin').inert"), false);
      assert.deepEqual(complaints, []);
      await page.context().close();
    }
    assert_whole(String(texts[0]));
    assert.deepEqual(texts.slice(1), [texts[0], texts[0]]);
  });

  test('a name leads to its card, a heading of the contents to its part, neither to another address', async () => {
    const { page } = await stage.open('/embed_test.html');
    await open_text(page);
    const address = page.url();
    await page.locator('cluster-atlas').locator('#text-clusters a', { hasText: 'Minalogic' }).click();
    await page.waitForFunction(() => document.querySelector('cluster-atlas')?.shadowRoot?.activeElement?.textContent === 'Minalogic');
    assert.equal(await with_atlas(page, (atlas) => atlas.state.selected), 'minalogic');
    await page.locator('cluster-atlas').locator('nav a[href="#text-stories"]').click();
    await page.waitForFunction(() => document.querySelector('cluster-atlas')?.shadowRoot?.activeElement?.closest('#text-stories') !== null);
    assert.equal(page.url(), address);
    await with_atlas(page, (atlas) => atlas.setState({ lang: 'en' }));
    await page.waitForFunction(() => document.querySelector('cluster-atlas')?.shadowRoot?.querySelector('.reading article')?.getAttribute('lang') === 'en');
    await page.locator('cluster-atlas').locator('.reading .back').click();
    assert.equal(await in_root(page, "root.querySelector('.reading')"), null);
    await page.context().close();
  });

  test('axe finds nothing in it, light and dark', async () => {
    for (const colorScheme of /** @type {const} */ (['light', 'dark'])) {
      const { page } = await stage.open('/embed_test.html', { colorScheme });
      await with_atlas(page, (atlas) => atlas.setState({ selected: 'nextmove', compare: '2007-07' }));
      await open_text(page);
      await page.evaluate(readFileSync(new URL('../../node_modules/axe-core/axe.min.js', import.meta.url), 'utf8'));
      const found = await page.evaluate(async () => {
        const { violations } = await /** @type {any} */ (window).axe.run('cluster-atlas', { resultTypes: ['violations'] });
        return violations.map((/** @type {any} */ each) => `${each.id}: ${each.nodes.length} × ${each.nodes[0].html.slice(0, 120)}`);
      });
      assert.deepEqual(found, []);
      await page.context().close();
    }
  });
});

describe('pages carry it', () => {
  test('without scripts the first page and the single file are whole, and the other languages are a link away', async () => {
    const { page } = await stage.page({ javaScriptEnabled: false });
    for (const address of [`${stage.origin}/index.html`, single_file]) {
      await page.goto(address);
      const article = page.locator('cluster-atlas > article');
      assert.ok(await article.isVisible());
      assert.equal(await article.getAttribute('lang'), 'fr');
      assert.equal(await article.locator('#text-clusters tbody tr').count(), 53);
      assert_whole(await article.innerText());
    }
    await page.goto(`${stage.origin}/index.html`);
    await page.getByRole('link', { name: 'Deutsch' }).click();
    assert.equal(await page.locator('html').getAttribute('lang'), 'de');
    assert.ok(await page.getByRole('heading', { level: 1 }).isVisible());
    assert.equal(await page.locator('#text-clusters tbody tr').count(), 53);
    await page.context().close();
  });

  test('it is on screen while the program is on its way, then the atlas takes its place', async () => {
    const { page, complaints } = await stage.page();
    const { release } = await hold(page, '**/*.wasm');
    await page.goto(`${stage.origin}/index.html`);
    await page.waitForFunction(() => document.querySelector('cluster-atlas')?.shadowRoot?.querySelector('.first slot'));
    const row = page.locator('cluster-atlas > article #text-clusters tbody th', { hasText: 'Aerospace Valley' });
    await row.scrollIntoViewIfNeeded();
    assert.ok(await row.isVisible());
    release();
    await atlas_ready(page);
    assert.equal(await row.isVisible(), false);
    assert.deepEqual(complaints, []);
    await page.context().close();
  });

  test('it stays where the program can’t come', async () => {
    const { page } = await stage.page();
    await page.route('**/*.wasm', (route) => route.abort());
    await page.goto(`${stage.origin}/index.html`);
    await page.locator('cluster-atlas').locator('[role=alert]').waitFor();
    assert.ok(await page.locator('cluster-atlas > article h1').isVisible());
    await page.context().close();
  });
});
