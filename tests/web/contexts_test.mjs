// WebGL contexts are few: atlases that nobody sees give theirs back and draw again when they are seen; one that loses its
// own shows words, never a white box.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { with_atlas } from './support/chromium.mjs';
import { with_site } from './support/stage.mjs';

const k_head = '<!doctype html><html lang="fr"><meta charset="utf-8"><title>Hôte</title><link rel="icon" href="data:,"><style>body { margin: 0 }</style><script type="module" src="/cluster-atlas.js"></script>';
const k_count = 20;
const k_one = '<cluster-atlas loading="eager" style="display: block; height: 400px; width: 600px"></cluster-atlas>';

const stage = with_site({
  '/many.html': `${k_head}${`${k_one}<p style="height: 300px"></p>`.repeat(k_count)}</html>`,
  '/one.html': `${k_head}${k_one}</html>`,
});

/** In the page: of every atlas, whether it has a context and what covers its canvas. */
function survey() {
  return [...document.querySelectorAll('cluster-atlas')].map((each) => {
    const { atlas, shadowRoot } = /** @type {any} */ (each);
    const gl = shadowRoot.querySelector('canvas')?.getContext('webgl2');
    return { is_lost: !gl || gl.isContextLost(), words: shadowRoot.querySelector('.first')?.textContent ?? '', frames: atlas?.stats.frames ?? 0 };
  });
}

test('twenty atlases on a page: what is seen is drawn, or says its words', { timeout: 120_000 }, async () => {
  const { page, complaints } = await stage.page();
  /** @type {string[]} */
  const warnings = [];
  page.on('console', (message) => warnings.push(message.text()));
  await page.goto(`${stage.origin}/many.html`);
  await page.waitForFunction(() => [...document.querySelectorAll('cluster-atlas')].every((each) => /** @type {any} */ (each).atlas), null, { timeout: 60_000 });
  await page.waitForFunction(`(${survey})().filter(({ is_lost }) => !is_lost).length <= 8`);
  for (const { is_lost, words } of await page.evaluate(survey)) assert.ok(!is_lost || words.length > 500, 'words in place of a picture');
  assert.equal((await page.evaluate(survey))[0]?.is_lost, false, 'the one that is seen keeps its own');

  for (const which of [k_count - 1, 9, 0]) {
    const before = (await page.evaluate(survey))[which].frames;
    await page.evaluate((index) => document.querySelectorAll('cluster-atlas')[index].scrollIntoView(), which);
    await page.waitForFunction(`((all) => !all[${which}].is_lost && all[${which}].words === '' && all[${which}].frames >= ${before})((${survey})())`);
    await page.evaluate((index) => void (/** @type {any} */ (document.querySelectorAll('cluster-atlas')[index]).atlas.setState({ date: '2012' })), which);
    await page.waitForFunction(`(${survey})()[${which}].frames > ${before}`);
    const sight = await page.evaluate((index) => document.querySelectorAll('cluster-atlas')[index].getBoundingClientRect().toJSON(), which);
    const picture = await page.screenshot({ clip: { x: sight.x, y: Math.max(0, sight.y), width: 600, height: 380 } });
    assert.ok(picture.length > 15_000, `${picture.length} bytes: a drawn map, not a white box`);
  }
  assert.deepEqual(warnings.filter((text) => /Too many active WebGL contexts/.test(text)), [], 'no context is taken away by force');
  assert.deepEqual(complaints, []);
  await page.context().close();
});

test('the page takes all contexts: words, and the map again by itself when they are free', async () => {
  const { page } = await stage.open('/one.html');
  await with_atlas(page, (atlas) => atlas.setState({ date: '2012' }));
  await with_atlas(page, (atlas) => {
    const heard = /** @type {string[]} */ ([]);
    for (const name of ['contextlost', 'contextrestored']) atlas.on(name, () => heard.push(name));
    Reflect.set(window, 'heard', heard);
  });
  await page.evaluate((n) => {
    const kept = Array.from({ length: n }, () => document.createElement('canvas').getContext('webgl2'));
    Reflect.set(window, 'kept', kept);
  }, k_count);
  await page.waitForFunction(`(${survey})()[0].words.includes('Aerospace Valley')`);
  assert.deepEqual(await page.evaluate(() => Reflect.get(window, 'heard')), ['contextlost']);
  await page.evaluate(() => {
    for (const gl of Reflect.get(window, 'kept')) gl.getExtension('WEBGL_lose_context')?.loseContext();
    Reflect.deleteProperty(window, 'kept');
  });
  await (await page.context().newCDPSession(page)).send('HeapProfiler.collectGarbage');
  await page.waitForFunction(`(({ is_lost, words }) => !is_lost && words === '')((${survey})()[0])`);
  assert.deepEqual(await page.evaluate(() => Reflect.get(window, 'heard')), ['contextlost', 'contextrestored']);
  assert.equal(await with_atlas(page, (atlas) => atlas.state.date), '2012');
  await page.context().close();
});
