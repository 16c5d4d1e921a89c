// Attributes live: each can change before, while and after the atlas loads, in any order; the last value counts, a removed
// one gives the default back, a meaningless one counts as absent with one warning and never leaves an empty box.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { atlas_ready, settled, with_atlas } from './support/chromium.mjs';
import { hold } from './support/hold.mjs';
import { element_page } from './support/host.mjs';
import { with_site } from './support/stage.mjs';

const k_greek = JSON.stringify({ language: 'el', name: 'Ελληνικά', words: { header: { ViewMap: 'Χάρτης' } } });
const stage = with_site({ '/plain.html': element_page(), '/greek.json': { body: k_greek, headers: { 'content-type': 'application/json' } }, '/other.html': '<!doctype html><link rel="icon" href="/icon.svg"><body></body>' });

/** What of the atlas shows each attribute: name, a value, what it must be, the default. @type {[string, string, string, unknown, unknown][]} */
const k_attributes = [
  ['lang', 'en', 'atlas.state.lang', 'en', 'fr'],
  ['locale-src', '/greek.json', 'atlas.state.lang', 'el', 'fr'],
  ['theme', 'dark', 'atlas.state.theme', 'dark', 'auto'],
  ['gestures', 'greedy', 'atlas.settings.gestures', 'greedy', 'auto'],
  ['link', '/elsewhere', 'new URL(atlas.settings.link).pathname', '/elsewhere', '/plain.html'],
  ['report-url', 'mailto:a@example.org', 'atlas.settings.reportUrl ?? null', 'mailto:a@example.org', null],
  ['state', 'v1;date=2012', 'atlas.state.date', '2012', '2026'],
  ['mode', 'kiosk', 'atlas.settings.mode', 'kiosk', 'explore'],
  ['hash', '', 'location.hash.startsWith("#v1")', true, false],
  ['parts', 'map', 'atlas.settings.parts?.join() ?? null', 'map', null],
  ['locked', '{"domains":["health"]}', 'atlas.result.total < 53', true, false],
  ['heading', 'Ici', 'atlas.settings.heading ?? null', 'Ici', null],
  ['logo', '/icon.svg', 'new URL(atlas.settings.logo ?? "about:none").pathname', '/icon.svg', 'none'],
  ['accent', '#7a1fa2', 'atlas.settings.accent ?? null', '#7a1fa2', null],
];
const set = (/** @type {import('playwright-core').Page} */ page, /** @type {string} */ name, /** @type {string | null} */ value) =>
  page.evaluate(([key, text]) => (text === null ? document.querySelector('cluster-atlas')?.removeAttribute(String(key)) : document.querySelector('cluster-atlas')?.setAttribute(String(key), text)), [name, value]);
/** @param {import('playwright-core').Page} page @param {string} expression @param {unknown} value */
const becomes = (page, expression, value) =>
  page.waitForFunction(`(() => { const { atlas } = document.querySelector('cluster-atlas'); if (!atlas) return false; return JSON.stringify(${expression}) === ${JSON.stringify(JSON.stringify(value))}; })()`);

for (const [name, value, expression, wanted, usual] of k_attributes) {
  test(`${name}: after, while and before loading; removed`, async () => {
    const { page, complaints } = await stage.open('/plain.html');
    if (name !== 'hash') await becomes(page, expression, usual);
    await set(page, name, value);
    if (name === 'hash') await with_atlas(page, (atlas) => atlas.setState({ date: '2019' })).catch(() => {});
    if (name === 'hash') await page.waitForFunction(() => /** @type {any} */ (document.querySelector('cluster-atlas')).atlas?.setState({ date: '2018' }) && location.hash.startsWith('#v1'));
    await becomes(page, expression, wanted);
    if (name !== 'hash') {
      await set(page, name, null);
      await becomes(page, expression, usual);
    }
    // while it loads, twice: the last value counts; and before the element is in the page
    for (const moment of ['while', 'before']) {
      await page.evaluate(([key, text, when]) => {
        document.querySelector('cluster-atlas')?.remove();
        history.replaceState(null, '', location.pathname);
        const element = document.createElement('cluster-atlas');
        element.setAttribute('loading', 'eager');
        element.style.cssText = 'display: block; height: 600px';
        const change = () => {
          element.setAttribute(key, 'nonsense; {');
          element.setAttribute(key, text);
        };
        if (when === 'before') change();
        document.body.append(element);
        if (when === 'while') change();
      }, [name, value, moment]);
      await atlas_ready(page);
      if (name === 'hash') await with_atlas(page, (atlas) => atlas.setState({ date: '2017' }));
      await becomes(page, expression, wanted);
    }
    assert.deepEqual(complaints, []);
    await page.context().close();
  });
}

describe('without meaning', () => {
  for (const [name, value] of [['lang', 'tlh'], ['locale-src', '/other.html'], ['theme', 'foo'], ['gestures', 'wild'], ['mode', 'party'], ['link', 'javascript:alert(1)'], ['report-url', 'ftp://x'], ['tour', '{'], ['state', '{"date": 12}'], ['state', 'v9;x'], ['parts', 'cellar'], ['locked', '{"colour":["red"]}'], ['locked', '[1]'], ['logo', 'javascript:1'], ['accent', 'reddish']]) {
    test(`${name}="${value}": one warning, no empty box, and the atlas stays usable`, async () => {
      const { page, complaints } = await stage.page();
      /** @type {string[]} */
      const warnings = [];
      page.on('console', (message) => message.type() === 'warning' && message.text().startsWith('cluster-atlas:') && warnings.push(message.text()));
      stage.site.pages['/bad.html'] = element_page({ attributes: `${name}="${value.replaceAll('"', '&quot;')}"` });
      await page.goto(`${stage.origin}/bad.html`);
      await atlas_ready(page);
      await settled(page);
      const seen = await with_atlas(page, (atlas) => {
        const before = { total: atlas.result.total, lang: atlas.state.lang, mode: atlas.settings.mode };
        atlas.setState({ date: '2012' });
        return { ...before, date: atlas.state.date };
      });
      assert.deepEqual([seen.total, seen.mode, seen.date], [53, 'explore', '2012']);
      assert.equal(warnings.length, 1, warnings.join('\n'));
      await set(page, name, null);
      await set(page, name, value);
      await atlas_ready(page); // another mode or tour is another atlas
      await settled(page);
      assert.equal(warnings.length, 1, warnings.join('\n'));
      assert.deepEqual(complaints, []);
      await page.context().close();
    });
  }

  for (const [value, wanted] of [['fr-FR', 'fr'], ['EN', 'en'], ['en_GB', 'en'], ['FR', 'fr']]) {
    test(`lang="${value}" is ${wanted}`, async () => {
      const { page } = await stage.page();
      stage.site.pages['/lang.html'] = element_page({ attributes: `lang="${value}"` });
      await page.goto(`${stage.origin}/lang.html`);
      await atlas_ready(page);
      assert.equal(await with_atlas(page, (atlas) => atlas.state.lang), wanted);
      await page.context().close();
    });
  }
});

test('load(a); load(b): b wins, a is superseded, whichever comes first', async () => {
  const { page } = await stage.open('/plain.html');
  const a = await hold(page, '**/snapshot.json?a');
  const answers = await with_atlas(page, (atlas) => {
    const tell = (/** @type {Promise<unknown>} */ load) => load.then(() => 'shown', (/** @type {any} */ error) => error.code);
    const first = tell(atlas.load('/snapshot.json?a'));
    return tell(atlas.load('/snapshot.json?b')).then((second) => {
      Reflect.set(window, 'first', first);
      return second;
    });
  });
  assert.equal(answers, 'shown');
  a.release();
  assert.equal(await page.evaluate(() => Reflect.get(window, 'first')), 'superseded');
  await page.context().close();
});

test('moved into another document, it lives on: drawn, styled, told of its size, in the same state', async () => {
  const { page, complaints } = await stage.open('/plain.html');
  await with_atlas(page, (atlas) => atlas.setState({ date: '2012', selected: 'axelera' }));
  await page.evaluate(async () => {
    const element = /** @type {any} */ (document.querySelector('cluster-atlas'));
    Reflect.set(window, 'moved', element);
    const frame = document.body.appendChild(Object.assign(document.createElement('iframe'), { src: '/other.html', width: '800', height: '700' }));
    await new Promise((done) => frame.addEventListener('load', done));
    frame.contentDocument?.body.append(element);
  });
  const moved = (/** @type {string} */ code) => page.evaluate(`(({ atlas, shadowRoot }) => ${code})(window.moved)`);
  const frames = Number(await moved('atlas.stats.frames'));
  await moved('atlas.setState({ view: "list" })');
  await page.waitForFunction((before) => Reflect.get(window, 'moved').atlas.stats.frames > before, frames);
  assert.deepEqual(await moved('[atlas.state.date, atlas.state.selected, getComputedStyle(shadowRoot.querySelector(".atlas")).position]'), ['2012', 'axelera', 'relative']);
  await page.evaluate(() => (Reflect.get(window, 'moved').style.height = '300px'));
  await page.waitForFunction(() => Reflect.get(window, 'moved').shadowRoot.querySelector('canvas').height === 300);
  assert.deepEqual(complaints, []);
  await page.context().close();
});
