// What a host chooses: parts, a lock, its own title, mark and colours; the same in the address of embed.html; and a frame
// that takes the height of what it shows.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { atlas_ready, node_ids, settled, with_atlas } from './support/chromium.mjs';
import { element_page } from './support/host.mjs';
import { start_site } from './support/site.mjs';
import { with_site } from './support/stage.mjs';

const page_with = (/** @type {string} */ attributes, head = '') => element_page({ attributes, head, height: 700 });
const k_logo = '<svg xmlns="http://www.w3.org/2000/svg" width="96" height="32"><rect width="96" height="32" fill="#ff0000"/></svg>';

const stage = with_site({
  '/parts.html': page_with('parts="map strip"'),
  '/typo.html': page_with('parts="map stripe"'),
  '/locked.html': page_with(`locked='{"regions":["53"]}'`),
  '/bad-lock.html': page_with(`locked='{"regions":["53","999"]}'`),
  '/own.html': page_with('heading="Les pôles d’ici" logo="/logo.svg" accent="#7a1fa2"'),
  '/colours.html': page_with('theme="light"', '<style>cluster-atlas { --atlas-panel: #fff8e7; --atlas-sea: oklch(0.9 0.05 230); }</style>'),
  '/grey.html': page_with('theme="light"', '<style>cluster-atlas { --atlas-text: #999; }</style>'),
  '/clash.html': page_with('theme="light"', '<style>cluster-atlas { --atlas-panel: #000; --atlas-sunken: #fff; }</style>'),
  '/logo.svg': { body: k_logo, headers: { 'content-type': 'image/svg+xml' } },
});
/** @type {Awaited<ReturnType<typeof start_site>>} */ let holder;
before(async () => {
  await stage.is_there();
  const frame = (/** @type {string} */ query) => `<iframe data-cluster-atlas src="${stage.origin}/embed.html${query}" style="width: 100%; border: 0" referrerpolicy="no-referrer"></iframe>`;
  const page = (/** @type {string} */ query) => ({ body: `<!doctype html><meta charset="utf-8"><meta name="referrer" content="no-referrer"><link rel="icon" href="data:,"><body style="margin: 0">${frame(query)}<script src="${stage.origin}/cluster-atlas-frame.js"></script>`, headers: { 'referrer-policy': 'no-referrer' } });
  holder = await start_site({ '/holder.html': page('?lang=fr'), '/chosen.html': page(`?parts=map&locked=${encodeURIComponent('{"regions":["53"]}')}&heading=Ici&accent=%237a1fa2&logo=https://elsewhere.example/x.png`) });
});
after(() => holder.stop());

/** @param {string} name */
async function open(name, options = {}) {
  const { page, complaints } = await stage.page(options);
  /** @type {string[]} */
  const warnings = [];
  page.on('console', (message) => message.type() === 'warning' && message.text().startsWith('cluster-atlas:') && warnings.push(message.text()));
  await page.goto(`${stage.origin}/${name}`);
  await atlas_ready(page);
  await settled(page);
  return { page, complaints, warnings };
}
const attribute = (/** @type {import('playwright-core').Page} */ page, /** @type {string} */ name, /** @type {string | null} */ value) =>
  page.evaluate(([key, text]) => (text === null ? document.querySelector('cluster-atlas')?.removeAttribute(String(key)) : document.querySelector('cluster-atlas')?.setAttribute(String(key), text)), [name, value]);
const zones = async (/** @type {import('playwright-core').Page} */ page) => [...new Set((await node_ids(page)).map((id) => id.split('/')[0]))].sort();

describe('parts', () => {
  test('only what is named is there; removed, all of it is', async () => {
    const { page, complaints, warnings } = await open('parts.html');
    assert.deepEqual(await zones(page), ['map', 'timeline']);
    assert.deepEqual(await node_ids(page, 'map/inset/'), []);
    await attribute(page, 'parts', null);
    await settled(page);
    assert.deepEqual((await zones(page)).filter((zone) => ['header', 'filters', 'map', 'timeline'].includes(zone)), ['filters', 'header', 'map', 'timeline']);
    await attribute(page, 'parts', 'map header');
    await settled(page);
    assert.deepEqual(await node_ids(page, 'header/'), ['header/title']);
    assert.deepEqual([complaints, warnings], [[], []]);
    await page.context().close();
  });

  test('a word that nobody knows is told once, the others count', async () => {
    const { page, warnings } = await open('typo.html');
    assert.deepEqual(await zones(page), ['map']);
    assert.equal(warnings.length, 1);
    assert.match(warnings[0], /stripe/);
    await page.context().close();
  });
});

describe('locked', () => {
  test('counts, title and links follow; neither the reader nor a program leaves', async () => {
    const { page, complaints } = await open('locked.html');
    const seen = await with_atlas(page, (atlas) => {
      const { total, counts } = atlas.result;
      atlas.setState({ filter: { regions: ['11'] }, selected: 'cap-digital', date: '2023' });
      const after = { ids: atlas.result.ids.length, selected: atlas.state.selected, regions: atlas.state.filter.regions };
      atlas.open('#v1;reg=11;sel=cap-digital');
      return { total, in_brittany: counts.regions['53'], elsewhere: counts.regions['11'], link: atlas.permalink(), after, ids: atlas.result.ids.length };
    });
    assert.ok(seen.total > 0 && seen.total < 20, `${seen.total}`);
    assert.deepEqual([seen.in_brittany, seen.elsewhere], [seen.total, 0]);
    assert.equal(seen.link, '#v1;reg=53');
    assert.equal(seen.after.selected, null);
    assert.deepEqual(seen.after.regions, []);
    assert.equal(seen.ids, seen.total);
    assert.equal(await page.evaluate(() => document.querySelector('cluster-atlas')?.shadowRoot?.querySelector('.atlas')?.getAttribute('aria-label')), 'Pôles de compétitivité · Bretagne');
    await attribute(page, 'locked', null);
    await settled(page);
    assert.equal(await with_atlas(page, (atlas) => atlas.result.total), 53);
    assert.deepEqual(complaints, []);
    await page.context().close();
  });

  test('ids that nobody knows are told once, the others lock', async () => {
    const { page, warnings } = await open('bad-lock.html');
    assert.ok((await with_atlas(page, (atlas) => atlas.result.total)) < 20);
    assert.deepEqual(warnings, ['cluster-atlas: locked: the snapshot does not hold regions: 999']);
    await page.context().close();
  });
});

describe('the host’s own look', () => {
  test('title and mark', async () => {
    const { page, complaints, warnings } = await open('own.html');
    const logo = await page.evaluate(() => {
      const image = /** @type {HTMLImageElement} */ (document.querySelector('cluster-atlas')?.shadowRoot?.querySelector('img.logo'));
      const { width, height, x } = image.getBoundingClientRect();
      return { hidden: image.hidden, size: [width, height], x };
    });
    assert.deepEqual([logo.hidden, logo.size], [false, [96, 32]]);
    assert.equal(await page.evaluate(() => document.querySelector('cluster-atlas')?.shadowRoot?.querySelector('.atlas')?.getAttribute('aria-label')), 'Les pôles d’ici');
    await attribute(page, 'logo', null);
    await attribute(page, 'heading', null);
    await settled(page);
    assert.equal(await page.evaluate(() => document.querySelector('cluster-atlas')?.shadowRoot?.querySelector('.atlas')?.getAttribute('aria-label')), 'Pôles de compétitivité');
    assert.deepEqual([complaints, warnings], [[], []]);
    await page.context().close();
  });

  /** @param {import('playwright-core').Page} page @param {number} x @param {number} y */
  const pixel = async (page, x, y) => {
    const png = (await page.screenshot({ clip: { x, y, width: 1, height: 1 } })).toString('base64');
    return page.evaluate(async (data) => {
      const image = new Image();
      image.src = `data:image/png;base64,${data}`;
      await image.decode();
      const pen = /** @type {CanvasRenderingContext2D} */ (document.createElement('canvas').getContext('2d'));
      pen.drawImage(image, 0, 0);
      return [...pen.getImageData(0, 0, 1, 1).data.slice(0, 3)];
    }, png);
  };

  test('colours of its own are drawn as they are, whatever CSS writes them in', async () => {
    const { page, warnings } = await open('colours.html');
    assert.deepEqual(await pixel(page, 20, 690), [0xff, 0xf8, 0xe7]); // the filters' ground
    assert.deepEqual(warnings, []);
    await page.context().close();
  });
  test('what can’t be read is repaired, with one warning', async () => {
    const { page, warnings } = await open('grey.html');
    assert.equal(warnings.length, 1);
    assert.match(warnings[0], /moved until they can: text$/);
    await page.context().close();
  });
  test('what can’t be repaired is refused, with one warning', async () => {
    const { page, warnings } = await open('clash.html');
    assert.equal(warnings.length, 1);
    assert.match(warnings[0], /the theme's own are shown/);
    assert.deepEqual(await pixel(page, 20, 690), [255, 255, 255]);
    await page.context().close();
  });
});

describe('a frame under no-referrer', () => {
  /** @param {string} name @param {import('playwright-core').BrowserContextOptions} [options] @param {boolean} [has_webgl] */
  async function hold(name, options = {}, has_webgl = true) {
    const { page, complaints } = await stage.page(options);
    if (!has_webgl) await page.addInitScript(() => (HTMLCanvasElement.prototype.getContext = () => null));
    await page.goto(`${holder.origin}/${name}`);
    await page.waitForFunction(() => /** @type {HTMLIFrameElement} */ (document.querySelector('iframe')).style.height !== '');
    const frame = /** @type {import('playwright-core').Frame} */ (page.frames().find((each) => each.url().includes('/embed.html')));
    await frame.waitForFunction(() => /** @type {any} */ (document.querySelector('cluster-atlas')).atlas?.stats.frames > 0);
    return { page, frame, complaints };
  }
  const height = (/** @type {import('playwright-core').Page} */ page) => page.evaluate(() => document.querySelector('iframe')?.offsetHeight ?? 0);
  /** Nothing in the frame has to scroll: not its page, not its text, no drawn panel but the lists beside the map. @param {import('playwright-core').Frame} frame */
  const hidden = (frame) =>
    frame.evaluate(() => {
      const page = document.scrollingElement ?? document.documentElement;
      const root = /** @type {ShadowRoot} */ (document.querySelector('cluster-atlas')?.shadowRoot);
      const card = [.../** @type {NodeListOf<HTMLElement>} */ (root.querySelectorAll('section[data-zone=card]'))];
      const over = (/** @type {Element} */ each) => Math.max(0, each.scrollHeight - each.clientHeight - 2);
      return [over(page), over(/** @type {Element} */ (root.querySelector('.atlas'))), ...card.map(over)];
    });
  /** @param {import('playwright-core').Page} page @param {number} other */
  const changes_from = (page, other) => page.waitForFunction((before) => document.querySelector('iframe')?.offsetHeight !== before, other);

  for (const [what, viewport] of /** @type {[string, {width: number, height: number}][]} */ ([['a desk', { width: 1280, height: 900 }], ['a phone', { width: 390, height: 844 }]])) {
    test(`${what}: sized to its content, also when a card opens and closes`, async () => {
      const { page, frame, complaints } = await hold('holder.html', { viewport });
      await page.waitForFunction(() => (document.querySelector('iframe')?.offsetHeight ?? 0) > 350);
      const closed = await height(page);
      assert.deepEqual((await hidden(frame)).filter(Boolean), []);
      await frame.evaluate(() => /** @type {any} */ (document.querySelector('cluster-atlas')).atlas.setState({ selected: 'axelera' }));
      await changes_from(page, closed);
      await frame.waitForFunction(() => document.querySelector('cluster-atlas')?.shadowRoot?.querySelector('section[data-zone=card]'));
      await settled(frame);
      assert.ok((await height(page)) > closed);
      assert.deepEqual((await hidden(frame)).filter(Boolean), []);
      const open_height = await height(page);
      await frame.evaluate(() => /** @type {any} */ (document.querySelector('cluster-atlas')).atlas.setState({ selected: null }));
      await changes_from(page, open_height);
      assert.equal(await height(page), closed);
      assert.deepEqual(complaints, []);
      await page.context().close();
    });
  }

  test('without WebGL: as tall as its text, to a bound; what is longer scrolls', async () => {
    const { page, frame } = await hold('holder.html', {}, false);
    await page.waitForFunction(() => (document.querySelector('iframe')?.offsetHeight ?? 0) > 1000);
    assert.equal(await height(page), 3000);
    assert.equal((await hidden(frame))[0], 0, 'the page of the frame does not scroll');
    const end = await frame.evaluate(() => {
      const root = /** @type {HTMLElement} */ (document.querySelector('cluster-atlas')?.shadowRoot?.querySelector('.atlas'));
      root.scrollTop = root.scrollHeight;
      const last = /** @type {Element} */ ([...root.querySelectorAll('article *')].at(-1)).getBoundingClientRect();
      return { bottom: last.bottom, height: root.clientHeight };
    });
    assert.ok(end.bottom > 0 && end.bottom <= end.height, 'its last words can be reached');
    await page.context().close();
  });

  test('its address chooses parts, lock, title and accent; no image from elsewhere', async () => {
    const { page, frame } = await hold('chosen.html');
    const seen = await frame.evaluate(() => {
      const element = /** @type {any} */ (document.querySelector('cluster-atlas'));
      const ids = [...element.shadowRoot.querySelectorAll('[data-id]')].map((each) => each.dataset.id.split('/')[0]);
      return { total: element.atlas.result.total, zones: [...new Set(ids)], title: element.shadowRoot.querySelector('.atlas').getAttribute('aria-label'), logo: element.shadowRoot.querySelector('img.logo').getAttribute('src') };
    });
    assert.ok(seen.total < 20);
    assert.deepEqual([seen.zones, seen.title, seen.logo], [['map'], 'Ici', null]);
    await page.context().close();
  });
});
