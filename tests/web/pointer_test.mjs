// The pointer hits what it shows, however the page bends its boxes; a drag ends although its release never comes; no
// button that could not work.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { after, before, describe, test } from 'node:test';
import { atlas_ready, box_of, node_ids, settled, with_atlas } from './support/chromium.mjs';
import { engines } from './support/engines.mjs';
import { with_site } from './support/stage.mjs';

const k_bent = `<!doctype html><html lang="fr"><meta charset="utf-8"><title>Hôte</title><link rel="icon" href="data:,">
<style>body { margin: 0; overflow: hidden } #w { width: 900px; height: 600px; transform-origin: 0 0 }</style>
<script type="module" src="/cluster-atlas.js"></script>
<div id="w"><cluster-atlas loading="eager" gestures="greedy" style="display: block; height: 600px"></cluster-atlas></div></html>`;
const k_transforms = {
  none: 'none',
  'not uniform': 'scale(1.2, .8)',
  narrow: 'scaleX(.5)',
  turned: 'translate(90px, 0) rotate(8deg)',
  skewed: 'skewX(-12deg) translate(130px, 0)',
  mirrored: 'translate(900px, 0) scaleX(-1)',
  'in perspective': 'perspective(900px) rotateY(20deg) translate3d(40px, 20px, -60px)',
};

const stage = with_site({
  '/bent.html': k_bent,
  '/framed.html': `<!doctype html><meta charset="utf-8"><link rel="icon" href="data:,"><iframe src="/embed.html?gestures=greedy" width="1100" height="700" title="Carte" allow="fullscreen 'none'; clipboard-write 'none'"></iframe>`,
});

/** Where pins are seen that nothing else covers: four corners of a node, projected by the browser, and their middle. @param {number} count */
function free_pins(count) {
  const root = /** @type {any} */ (document.querySelector('cluster-atlas')).shadowRoot;
  const pins = [...root.querySelectorAll('[data-id^="map/pin/"]')];
  const middle = (/** @type {any} */ pin) => [pin.offsetLeft + pin.offsetWidth / 2, pin.offsetTop + pin.offsetHeight / 2];
  const distance = (/** @type {number[]} */ [x, y], /** @type {number[]} */ [to_x, to_y]) => Math.hypot(x - to_x, y - to_y);
  const is_free = (/** @type {any} */ pin) => pins.every((other) => other === pin || distance(middle(pin), middle(other)) > 34);
  return pins.filter(is_free).slice(0, count).map((pin) => {
    const dot = pin.parentElement.appendChild(document.createElement('i'));
    const [x, y] = middle(pin);
    dot.style.cssText = `position: absolute; width: 0; height: 0; left: ${x}px; top: ${y}px`;
    const box = dot.getBoundingClientRect();
    dot.remove();
    return { id: pin.dataset.id.split('/').at(-1), x: box.x, y: box.y };
  });
}

describe('the pointer hits what it shows', () => {
  /** @type {import('playwright-core').Page} */ let page;
  before(async () => ({ page } = await stage.open('/bent.html')));
  after(() => page.context().close());
  for (const [name, transform] of Object.entries(k_transforms)) {
    test(name, async () => {
      await page.evaluate((value) => document.getElementById('w')?.style.setProperty('transform', value), transform);
      await settled(page);
      const pins = (await page.evaluate(free_pins, 40)).filter(({ x, y }) => x > 5 && x < 1275 && y > 5 && y < 795).slice(0, 5);
      assert.ok(pins.length >= 4, `${pins.length} pins are seen`);
      for (const { id, x, y } of pins) {
        await page.mouse.click(x, y);
        assert.equal(await with_atlas(page, (atlas) => atlas.state.selected), id);
        await with_atlas(page, (atlas) => atlas.setState({ selected: null }));
        await with_atlas(page, (atlas) => atlas.dispatch({ type: 'home' }));
        await page.mouse.move(1279, 799); // a tooltip may lie over the next one
        await settled(page);
      }
    });
  }
});

for (const [name, start] of Object.entries(engines)) {
  if (name === 'Chromium') continue;
  test(`the same in ${name}: turned, in perspective`, { timeout: 120_000 }, async (t) => {
    const engine = await start(spawn);
    t.after(() => engine.stop());
    await engine.open(`${stage.origin}/bent.html`);
    await engine.until('document.querySelector("cluster-atlas").atlas?.stats.frames > 0');
    await engine.until('document.querySelector("cluster-atlas").shadowRoot.querySelector("[data-id^=\\"map/pin/\\"]")');
    for (const transform of [k_transforms.turned, k_transforms['in perspective']]) {
      await engine.run(`document.getElementById("w").style.setProperty("transform", "${transform}")`);
      const [pin] = (await engine.run(`(${free_pins})(40)`)).filter((/** @type {any} */ { x, y }) => x > 5 && x < 1200 && y > 5 && y < 700);
      await engine.drag([pin.x, pin.y], [pin.x, pin.y]);
      await engine.until(`document.querySelector("cluster-atlas").atlas.state.selected === "${pin.id}"`);
      await engine.run('void document.querySelector("cluster-atlas").atlas.setState({ selected: null })');
      await engine.run('void document.querySelector("cluster-atlas").atlas.dispatch({ type: "home" })');
    }
  });
}

describe('a release that never comes', () => {
  /** @type {import('playwright-core').Page} */ let page;
  before(async () => ({ page } = await stage.open('/bent.html')));
  after(() => page.context().close());

  const camera = () => with_atlas(page, (atlas) => JSON.stringify(atlas.state.camera));
  /** Pressed on the map and dragged somewhat. @param {import('playwright-core').CDPSession} session @param {number} x @param {number} y */
  async function drag_begins(session, x, y) {
    await session.send('Input.dispatchMouseEvent', { type: 'mousePressed', x, y, button: 'left', buttons: 1, clickCount: 1 });
    for (const step of [10, 20, 30]) await session.send('Input.dispatchMouseEvent', { type: 'mouseMoved', x: x + step, y, button: 'left', buttons: 1 });
    await settled(page);
  }

  for (const way of ['no button is down any more', 'the other button is down instead', 'the browser took the pointer away']) {
    test(way, async () => {
      const session = await page.context().newCDPSession(page);
      await with_atlas(page, (atlas) => atlas.dispatch({ type: 'home' }));
      await settled(page);
      const { middle: [x, y] } = await box_of(page, 'map/surface');
      const before = await camera();
      await drag_begins(session, x, y);
      const dragged = await camera();
      assert.notEqual(dragged, before, 'the map follows the hand');
      const is_taken = way.includes('browser');
      if (is_taken) await page.evaluate(() => /** @type {any} */ (document.querySelector('cluster-atlas')).shadowRoot.querySelector('.atlas').releasePointerCapture(1));
      const buttons = way.includes('other') ? 2 : 0;
      for (const step of [60, 90, 120]) await session.send('Input.dispatchMouseEvent', { type: 'mouseMoved', x: x + step, y: y + step, button: 'none', buttons: is_taken ? 1 : buttons });
      await settled(page);
      assert.equal(await camera(), dragged, 'and lets go of it');
      await session.send('Input.dispatchMouseEvent', { type: 'mouseReleased', x, y, button: 'left', buttons: 0, clickCount: 1 });
      assert.equal(await with_atlas(page, (atlas) => atlas.state.selected), null);
      await session.detach();
    });
  }
});

describe('no button that could not work', () => {
  const has_button = (/** @type {string[]} */ ids) => ids.includes('header/fullscreen');

  test('where full screen works there is one', async () => {
    const { page } = await stage.open('/bent.html');
    assert.ok(has_button(await node_ids(page, 'header/')));
    await page.context().close();
  });

  test('on a phone without it there is none', async () => {
    const { page } = await stage.page();
    await page.addInitScript(() => {
      delete (/** @type {any} */ (Document.prototype).fullscreenEnabled);
      delete (/** @type {any} */ (Element.prototype).requestFullscreen);
    });
    await page.goto(`${stage.origin}/bent.html`);
    await atlas_ready(page);
    await settled(page);
    const ids = await node_ids(page, 'header/');
    assert.ok(ids.length > 5);
    assert.ok(!has_button(ids));
    await page.context().close();
  });

  test('in a frame that may not: none, and links are copied all the same', async () => {
    const { page, complaints } = await stage.page();
    await page.goto(`${stage.origin}/framed.html`);
    const frame = /** @type {import('playwright-core').Frame} */ (await (await page.waitForSelector('iframe')).contentFrame());
    await frame.waitForFunction(() => /** @type {any} */ (document.querySelector('cluster-atlas'))?.atlas?.stats.frames > 0);
    const node = (/** @type {string} */ id) => `document.querySelector('cluster-atlas').shadowRoot.querySelector('[data-id="${id}"]')`;
    // A function: the page's policy lets no text be run.
    const comes = (/** @type {string} */ id) => frame.waitForFunction((wanted) => document.querySelector('cluster-atlas')?.shadowRoot?.querySelector(`[data-id="${wanted}"]`), id);
    await comes('header/share');
    assert.equal(await frame.evaluate(node('header/fullscreen')), null);
    for (const id of ['header/share', 'sheet/copy-link']) {
      await comes(id);
      const box = await frame.evaluate(`(({ x, y, width, height }) => [x + width / 2, y + height / 2])(${node(id)}.getBoundingClientRect())`);
      const outer = /** @type {{x: number, y: number}} */ (await page.locator('iframe').boundingBox());
      const [x, y] = /** @type {[number, number]} */ (box);
      await page.mouse.click(outer.x + x, outer.y + y);
    }
    await frame.waitForFunction(() => /** @type {any} */ (document.querySelector('cluster-atlas')).shadowRoot.querySelector('[role=status]').textContent.includes('Copié'));
    await page.evaluate(() => document.body.append(document.createElement('textarea')));
    await page.click('textarea');
    await page.keyboard.press('Control+v');
    assert.match(await page.inputValue('textarea'), /embed\.html.*#v1/);
    assert.deepEqual(complaints.filter((text) => !/[Pp]ermissions? policy/.test(text)), []);
    await page.context().close();
  });
});
