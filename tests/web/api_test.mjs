// The page API on real data, over http and from the single file with the network off.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, describe, test } from 'node:test';
import { atlas_ready, settled, with_atlas } from './support/chromium.mjs';
import { dist, single_file } from './support/site.mjs';
import { with_site } from './support/stage.mjs';

const stage = with_site({ '/empty.html': '<!doctype html><title>host</title><div id="box" style="height: 500px"></div>' });

for (const [name, address] of /** @type {const} */ ([['http', () => `${stage.origin}/index.html`], ['file', () => single_file]])) {
  describe(`the atlas over ${name}`, () => {
    /** @type {import('playwright-core').Page} */ let page;
    /** @type {string[]} */ let complaints;
    /** @type {string[]} */ const requests = [];
    before(async () => {
      ({ page, complaints } = await stage.page());
      if (name === 'file') await page.context().setOffline(true);
      page.on('request', (request) => requests.push(request.url()));
      await page.goto(address());
      await atlas_ready(page);
    });
    after(() => page.context().close());

    test('three dates give the holders that the sources count', async () => {
      const totals = await with_atlas(page, (atlas) =>
        ['2007-04', '2023-06', '2026-03'].map((date) => {
          atlas.setState({ date });
          return atlas.result.total;
        }),
      );
      assert.deepEqual(totals, [66, 55, 53]);
    });

    test('of the 66 of 2007, 16 are international', async () => {
      const result = await with_atlas(page, (atlas) => {
        atlas.setState({ date: '2007-04', filter: { classes: ['mondial', 'vocation-mondiale'] } });
        const { shown, ids } = atlas.result;
        atlas.setState({ filter: { classes: [] } });
        return { shown, ids };
      });
      assert.equal(result.shown, 16);
      assert.equal(new Set(result.ids).size, 16);
    });

    test('of the 55 of 2023, the terms count 47, 4, 2 and 2', async () => {
      const terms = await with_atlas(page, (atlas) => {
        atlas.setState({ date: '2023-06' });
        return atlas.result.counts.terms;
      });
      const counts = Object.values(terms).map((each) => (typeof each === 'number' ? each : each.count));
      assert.deepEqual(counts.filter((n) => n > 0).sort((a, b) => b - a), [47, 4, 2, 2]);
    });

    test('the network is asked for the atlas’s own files only', () => {
      const own = name === 'file' ? [single_file] : [stage.origin];
      for (const url of requests) assert.ok(own.some((start) => url.startsWith(start)) || url.startsWith('blob:'), url);
      if (name === 'file') assert.deepEqual(requests.filter((url) => !url.startsWith('blob:')), [single_file]);
    });

    test('no cookie, no storage, no global; the title of its own page is its own', async () => {
      const left = await page.evaluate(() => {
        const frame = document.body.appendChild(document.createElement('iframe'));
        const usual = new Set(Object.getOwnPropertyNames(frame.contentWindow));
        frame.remove();
        const stored = location.protocol === 'file:' ? 0 : localStorage.length + sessionStorage.length;
        return { cookie: document.cookie, stored, globals: Object.getOwnPropertyNames(window).filter((key) => !usual.has(key) && !/^\d+$/.test(key)) };
      });
      assert.equal(left.cookie, '');
      assert.equal(left.stored, 0);
      assert.deepEqual(left.globals.filter((key) => !key.startsWith('__playwright')), []);
      assert.equal(await page.title(), 'Pôles de compétitivité – Cluster Atlas');
    });

    test('the console stays silent', () => assert.deepEqual(complaints, []));
  });
}

test('unknown and dangerous keys are refused with a sentence', async () => {
  const { page } = await stage.open();
  /** @type {string[]} */
  const refused = await with_atlas(page, (atlas) => {
    const attempts = [
      () => atlas.setState({ colour: 'red' }),
      () => atlas.setState({ filter: { region: ['53'] } }),
      () => atlas.setState({ camera: { zoom: 'near' } }),
      () => atlas.setState(JSON.parse('{"__proto__": {"polluted": 1}}')),
      () => atlas.setState({ filter: JSON.parse('{"constructor": {}}') }),
      () => atlas.setState(null),
      () => atlas.setState({ date: () => 1 }),
      () => atlas.dispatch({ type: 'format-disk' }),
      () => atlas.dispatch({ id: 'axelera' }),
      () => atlas.on('explode', () => {}),
    ];
    return attempts.map((attempt) => {
      try {
        attempt();
        return 'accepted';
      } catch (error) {
        return `${/** @type {Error} */ (error).message}`;
      }
    });
  });
  refused.forEach((sentence, index) => assert.ok(sentence.length > 10 && sentence !== 'accepted', `attempt ${index}: ${sentence}`));
  assert.match(refused[0], /colour/);
  assert.match(refused[1], /region/);
  assert.equal(await page.evaluate(() => /** @type {any} */ ({}).polluted), undefined);
  await page.context().close();
});

describe('bad snapshots', () => {
  const good = readFileSync(`${dist}/snapshot.json`, 'utf8');
  const changed = (/** @type {(snapshot: any) => void} */ change) => {
    const snapshot = JSON.parse(good);
    change(snapshot);
    return JSON.stringify(snapshot, null, 1);
  };
  /** @type {Array<[string, string, RegExp]>} what, text, pointer of the first error */
  const cases = [
    ['no JSON', '{Bonjour', /^$/],
    ['truncated', good.slice(0, 5000), /.*/],
    ['an empty file', '', /^$/],
    ['a wrong type', changed((s) => (s.clusters[3].name = 12)), /^\/clusters\/3\/name$/],
    ['a dangling id', changed((s) => (s.clusters[5].sectors = ['no-such-sector'])), /^\/clusters\/5\/sectors/],
    ['coordinates out of range', changed((s) => (s.clusters.find((/** @type {any} */ c) => c.seat).seat.lat = 123)), /^\/clusters\/\d+\/seat\/lat$/],
  ];
  /** @type {import('playwright-core').Page} */ let page;
  before(async () => {
    ({ page } = await stage.open());
  });
  after(() => page.context().close());

  for (const [what, text, pointer] of cases) {
    test(`${what}: load rejects with the place, the old data stays`, async () => {
      const answer = await with_atlas(
        page,
        async (atlas, given) => {
          const before = JSON.stringify(atlas.result);
          try {
            await atlas.load(new TextEncoder().encode(given).buffer);
            return { accepted: true };
          } catch (error) {
            const { code, errors, message } = /** @type {import('../../web/cluster-atlas').AtlasError} */ (error);
            return { code, errors, message, same: JSON.stringify(atlas.result) === before };
          }
        },
        text,
      );
      assert.equal(answer.accepted, undefined);
      assert.equal(answer.code, 'snapshot');
      assert.ok(answer.same);
      assert.ok(answer.errors.length > 0);
      assert.match(answer.errors[0].pointer, pointer);
      assert.ok(answer.errors[0].line > 0 || text === '', JSON.stringify(answer.errors[0]));
      assert.ok(String(answer.errors[0].fr ?? '').length > 5);
    });
  }

  test('mount rejects and says why in the page, which lives on', async () => {
    await page.goto(`${stage.origin}/empty.html`);
    const answer = await page.evaluate(async () => {
      const { mount } = await import(String('/cluster-atlas.js'));
      const box = /** @type {HTMLElement} */ (document.getElementById('box'));
      const error = await mount(box, { snapshot: { schema: 1, clusters: 'none' }, lang: 'en' }).catch((/** @type {any} */ e) => e);
      box.replaceChildren();
      const atlas = await mount(box, {});
      return { code: error.code, places: error.errors.map((/** @type {any} */ e) => e.pointer), total: atlas.result.total };
    });
    assert.equal(answer.code, 'snapshot');
    assert.ok(answer.places.length > 0);
    assert.equal(answer.total, 53);
  });
});

test('idle for a minute: no frame, no timer, no animation frame', async () => {
  const { page } = await stage.page();
  await page.clock.install();
  await page.addInitScript(() => {
    const calls = { frames: 0, timers: 0 };
    Object.assign(window, { __calls: calls });
    const [raf, timeout, interval] = [requestAnimationFrame, setTimeout, setInterval];
    window.requestAnimationFrame = (f) => (++calls.frames, raf(f));
    window.setTimeout = /** @type {any} */ ((/** @type {any[]} */ ...a) => (++calls.timers, /** @type {any} */ (timeout)(...a)));
    window.setInterval = /** @type {any} */ ((/** @type {any[]} */ ...a) => (++calls.timers, /** @type {any} */ (interval)(...a)));
  });
  await page.goto(`${stage.origin}/index.html`);
  await atlas_ready(page);
  await settled(page);
  await page.waitForLoadState('networkidle');
  const measure = () => with_atlas(page, (atlas) => ({ drawn: atlas.stats.frames, calls: { ...Reflect.get(window, '__calls') } }));
  const start = await measure();
  await page.clock.runFor(60_000);
  const end = await measure();
  assert.ok(start.drawn > 0 && start.calls.frames > 0);
  assert.deepEqual(end, start);
  await page.context().close();
});

test('events reach listeners once, in a later task, and can be taken off', async () => {
  const { page } = await stage.open();
  const heard = await with_atlas(page, async (atlas) => {
    /** @type {string[]} */
    const names = [];
    const offs = ['statechange', 'select', 'filterchange', 'datechange'].map((name) => atlas.on(name, () => names.push(name)));
    const element = document.querySelector('cluster-atlas');
    element?.addEventListener('select', () => names.push('DOM select'), { once: true });
    const pause = () => new Promise((done) => setTimeout(done, 50));
    const until = async (/** @type {string} */ name) => {
      while (!names.includes(name)) await pause();
    };
    atlas.dispatch({ type: 'select', id: 'axelera' });
    const at_once = names.length;
    await until('DOM select');
    atlas.setState({ date: '2019' });
    await until('datechange');
    atlas.setState({ filter: { domains: ['health'] } });
    await until('filterchange');
    for (const off of offs) off();
    const last = new Promise((done) => atlas.on('datechange', done));
    atlas.setState({ date: '2020' });
    await last;
    return { at_once, names };
  });
  assert.equal(heard.at_once, 0);
  for (const name of ['statechange', 'select', 'DOM select', 'datechange', 'filterchange']) assert.ok(heard.names.includes(name), `${name} in ${heard.names}`);
  assert.equal(heard.names.filter((/** @type {string} */ name) => name === 'datechange').length, 1);
  await page.context().close();
});

test('mount: unknown options, wrong elements; destroy twice; everything gone', async () => {
  const { page, complaints } = await stage.page();
  await page.goto(`${stage.origin}/empty.html`);
  const seen = await page.evaluate(async () => {
    const { mount } = await import(String('/cluster-atlas.js'));
    const box = /** @type {HTMLElement} */ (document.getElementById('box'));
    const refusals = await Promise.all(
      [mount(null), mount(box, { colour: 1 }), mount(box, { lang: 'xx' }), mount(box, { state: [] }), mount(box, JSON.parse('{"__proto__": 1}'))].map((each) => each.then(() => 'accepted', (/** @type {Error} */ e) => e.message)),
    );
    const left = box.childNodes.length;
    const canvas_of = () => Reflect.get(window, '__canvas');
    const create = HTMLCanvasElement.prototype.getContext;
    HTMLCanvasElement.prototype.getContext = /** @type {any} */ (/** @this {HTMLCanvasElement} @param {[string, unknown?]} a */ function (...a) {
      Reflect.set(window, '__canvas', this);
      return create.apply(this, a);
    });
    const atlas = await mount(box, { state: { date: '2019' }, lang: 'en', theme: 'dark' });
    const { date, lang, theme } = atlas.state;
    const canvas = canvas_of();
    atlas.destroy();
    atlas.destroy();
    const is_lost = canvas.getContext('webgl2').isContextLost();
    let dead = '';
    try {
      atlas.setState({});
    } catch (error) {
      dead = /** @type {any} */ (error).code;
    }
    const empty = box.childNodes.length;
    const again = await mount(box);
    const total = again.result.total;
    again.destroy();
    return { refusals, left, date, lang, theme, is_lost, dead, empty, total };
  });
  assert.ok(seen.refusals.every((/** @type {string} */ text) => text !== 'accepted' && text.length > 10), seen.refusals.join('; '));
  assert.equal(seen.left, 0);
  assert.deepEqual([seen.date, seen.lang, seen.theme], ['2019', 'en', 'dark']);
  assert.ok(seen.is_lost);
  assert.equal(seen.dead, 'destroyed');
  assert.equal(seen.empty, 0);
  assert.equal(seen.total, 53);
  assert.deepEqual(complaints, []);
  await page.context().close();
});
