// Addresses and messages from outside: permalinks, hostile ones too, and the iframe page's protocol.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { address_settled, atlas_ready, with_atlas } from './support/chromium.mjs';
import { start_site } from './support/site.mjs';
import { with_site } from './support/stage.mjs';

const stage = with_site();
/** @type {Awaited<ReturnType<typeof start_site>>} */ let stranger;
const frame = (/** @type {string} */ src, more = '') => `<!doctype html><meta charset="utf-8"><link rel="icon" href="data:,"><iframe title="Carte" src="${src}" width="900" height="600" ${more}></iframe>
<script>window.heard = []; addEventListener('message', (event) => heard.push({ origin: event.origin, ...event.data }));</script>`;
before(async () => {
  await stage.is_there();
  stranger = await start_site();
  for (const each of [stage.site, stranger]) {
    each.pages['/holder.html'] = frame(`${stage.origin}/embed.html?lang=en#v1;date=2019`);
    each.pages['/closed.html'] = frame(`${stage.origin}/embed.html?allow=https://region.example`);
  }
  stage.site.pages['/sandboxed.html'] = frame(`${stage.origin}/cluster-atlas.html?allow=${stage.origin}`, 'sandbox="allow-scripts"');
});
after(() => stranger.stop());

test('the address follows the state, and the state the address', async () => {
  const { page } = await stage.open('/index.html#v1;date=2019;dom=health;sel=eurobiomed;view=list;lang=en');
  const state = await with_atlas(page, (atlas) => atlas.state);
  assert.deepEqual([state.date, state.filter.domains, state.selected, state.view, state.lang], ['2019', ['health'], 'eurobiomed', 'list', 'en']);
  await with_atlas(page, (atlas) => atlas.setState({ date: '2012' }));
  await page.waitForFunction(() => location.hash.includes('date=2012'));
  assert.equal(await page.evaluate(() => location.hash), await with_atlas(page, (atlas) => atlas.permalink()));
  const entries = await page.evaluate(() => history.length);
  await page.evaluate(() => (location.hash = '#v1;date=2007'));
  await page.waitForFunction(() => /** @type {any} */ (document.querySelector('cluster-atlas')).atlas.state.date === '2007');
  assert.ok(entries <= 2, 'states do not fill the history');
  await page.context().close();
});

test('a permalink reopens to the same state, in a new page too', async () => {
  const { page } = await stage.open();
  const [link, state] = await with_atlas(page, (atlas) => {
    atlas.setState({ date: '2014-06-30', compare: '2023', filter: { regions: ['53', '52'], text: 'œuvre d’été; = # %' }, selected: 'axelera', camera: { lng: 4.8, lat: 45.7, zoom: 3 }, theme: 'dark' });
    return [atlas.permalink(), JSON.stringify(atlas.state)];
  });
  await page.goto('about:blank');
  await page.goto(`${stage.origin}/index.html${link}`);
  await atlas_ready(page);
  assert.equal(await with_atlas(page, (atlas) => JSON.stringify(atlas.state)), state);
  await page.context().close();
});

/** The one line at the bottom of the map, once it is there. @param {import('playwright-core').Page} page */
const notice = async (page) => {
  const line = await page.waitForFunction(() => [...(/** @type {any} */ (document.querySelector('cluster-atlas')).shadowRoot.querySelectorAll('[role=status]'))].map((each) => each.textContent).find((text) => /lien|link/.test(text)));
  return line.jsonValue();
};
for (const [link, unread, date] of /** @type {[string, string[], string][]} */ ([
  ['#v9;date=2012', ['v9'], '2026'],
  ['#v1;sel=doesnotexist', ['sel'], '2026'],
  ['#v1;date=2012;dom=helth;reg=99,53;couleur=rouge', ['couleur', 'reg', 'dom'], '2012'], // what is no key first,
  ['#v1;date=0001', ['date'], ''],
  [`#v1;date=2012;${'x;'.repeat(5000)}`, ['x', '…'], '2012'],
])) {
  test(`${link.slice(0, 60)}: what was not understood is said once, and the address stays until the reader leaves`, async () => {
    const { page, complaints } = await stage.open(`/index.html${link}`);
    assert.equal(await notice(page), `Une partie du lien n’a pas été comprise\u202f: ${unread.join(', ')}`);
    if (date) assert.equal(await with_atlas(page, (atlas) => atlas.state.date), date);
    await address_settled(page);
    assert.equal(await page.evaluate(() => location.hash), link);
    assert.deepEqual(await with_atlas(page, (atlas, given) => atlas.open(given), link), { ignored: unread });
    await address_settled(page);
    assert.equal(await page.evaluate(() => location.hash), link);
    await with_atlas(page, (atlas) => atlas.dispatch({ type: 'setDate', date: '2019' }));
    await page.waitForFunction(() => location.hash === '#v1;date=2019' || location.hash.startsWith('#v1;date=2019;'));
    assert.deepEqual(complaints, []);
    await page.context().close();
  });
}

test('what nobody touched writes no address, and a link that says the same another way stays as it is', async () => {
  for (const [link, date] of [['', '2026'], ['#v1%3Bdate%3D2012%3Bdom%3Dhealth', '2012'], ['#v1;date=2012&fbclid=abc', '2012']]) {
    const { page, complaints } = await stage.open(`/index.html${link}`);
    await address_settled(page);
    assert.deepEqual([await page.evaluate(() => location.hash), await with_atlas(page, (atlas) => atlas.state.date)], [link, date]);
    await with_atlas(page, (atlas) => atlas.dispatch({ type: 'setDate', date: '2019' }));
    await page.waitForFunction(() => location.hash.startsWith('#v1;date=2019'));
    await with_atlas(page, (atlas) => atlas.dispatch({ type: 'undo' }));
    await page.waitForFunction((wanted) => location.hash === wanted, await with_atlas(page, (atlas) => atlas.permalink()));
    assert.deepEqual(complaints, []);
    await page.context().close();
  }
});

/** Two hundred strings nobody should send, the same each time. */
function hostile_links() {
  let seed = 20261122;
  const random = (/** @type {number} */ n) => (seed = (seed * 1103515245 + 12345) & 0x7fffffff) % n;
  const pieces = ['v1', 'v2', 'v999999', 'date', 'reg', 'dom', 'sel', 'q', 'cam', 'lang', 'view', 'theme', '=', ';', ',', '%', '%zz', '%00', '%F0%9F', '../', '<script>alert(1)</script>', 'javascript:alert(1)', '__proto__', 'constructor', 'NaN', '-1e309', '9'.repeat(400), '\u202e', '\ud800', '😀', '\0', "'\"`", 'x'.repeat(5000), '2026', '0000', '53', 'health', '#', '?', '&', ' '];
  return Array.from({ length: 200 }, () => `#${Array.from({ length: 1 + random(24) }, () => pieces[random(pieces.length)]).join('')}`);
}

test('200 malformed or hostile permalinks leave a working page', async () => {
  const { page, complaints } = await stage.open();
  const links = hostile_links();
  const bad = await with_atlas(
    page,
    (atlas, given) =>
      given.filter((/** @type {string} */ link) => {
        const { ignored } = atlas.open(link);
        const { state, result } = atlas;
        const is_sound = Array.isArray(ignored) && typeof state.date === 'string' && result.total >= 0 && result.shown <= result.total && Number.isFinite(state.camera.zoom);
        return !is_sound;
      }),
    links,
  );
  assert.deepEqual(bad, []);
  for (const link of links.slice(0, 12)) {
    await page.goto('about:blank');
    await page.goto(`${stage.origin}/index.html${link}`);
    await atlas_ready(page);
    await with_atlas(page, (atlas) => atlas.setState({ date: '2023-06', filter: { text: '', regions: [], domains: [] } }));
    assert.ok((await with_atlas(page, (atlas) => atlas.result.total)) > 0, link);
  }
  assert.equal(await page.evaluate(() => /** @type {any} */ ({}).polluted), undefined);
  // leaving a page while its icon loads is Chromium's own complaint
  assert.deepEqual(complaints.filter((text) => !/icon\.svg|ERR_FAILED/.test(text)), []);
  await page.context().close();
});

describe('the iframe page', () => {
  const say = (/** @type {object} */ message) => ({ ns: 'cluster-atlas', v: 1, ...message });
  /** @param {import('playwright-core').Page} page @param {unknown} message */
  const post = (page, message) => page.evaluate((data) => document.querySelector('iframe')?.contentWindow?.postMessage(data, '*'), message);
  /** @param {import('playwright-core').Page} page @param {string} type */
  const heard = (page, type) => page.waitForFunction((wanted) => Reflect.get(window, 'heard').find((/** @type {any} */ each) => each.type === wanted), type).then((handle) => handle.jsonValue());
  /** @param {import('playwright-core').Page} page */
  const inner = async (page) => {
    const found = page.frames().find((each) => each.url().includes('/embed.html'));
    assert.ok(found);
    await found.waitForFunction(() => /** @type {any} */ (document.querySelector('cluster-atlas')).atlas?.stats.frames > 0);
    return found;
  };

  test('state, action, question, answer, events', async () => {
    const { page, complaints } = await stage.page();
    await page.goto(`${stage.origin}/holder.html`);
    await heard(page, 'ready');
    await post(page, say({ type: 'get', what: 'state', id: 7 }));
    const first = await heard(page, 'answer');
    assert.deepEqual([first.id, first.value.date, first.value.lang, first.origin], [7, '2019', 'en', stage.origin]);
    await post(page, say({ type: 'state', state: { date: '2012' } }));
    await post(page, say({ type: 'action', action: { type: 'select', id: 'axelera' } }));
    await post(page, say({ type: 'open', permalink: '#v1;date=2012;sel=axelera;dom=helth' }));
    const { of, ignored } = await heard(page, 'ignored');
    assert.deepEqual([of, ignored], ['open', ['dom']]);
    assert.equal((await heard(page, 'select')).type, 'select');
    assert.match((await heard(page, 'statechange')).permalink, /^#v1/);
    await post(page, say({ type: 'state', state: { colour: 'red' } }));
    assert.match((await heard(page, 'refused')).reason, /colour/);
    assert.deepEqual(complaints, []);
    await page.context().close();
  });

  test('malformed, oversized and polluting messages are ignored and counted', async () => {
    const { page, complaints } = await stage.page();
    await page.goto(`${stage.origin}/holder.html`);
    await heard(page, 'ready');
    const frame_page = await inner(page);
    const before = await frame_page.evaluate(() => JSON.stringify(/** @type {any} */ (document.querySelector('cluster-atlas')).atlas.state));
    const bad = ['state', null, 12, [1], say({ type: 'state', state: { filter: { text: 'x'.repeat(70000) } } }), say({ type: 'state', state: null }), say({ type: '__proto__' }), say({ type: 'constructor' }), say({ type: 'navigate', url: 'https://example.com' }), { ns: 'other', v: 1, type: 'state', state: { date: '2007' } }, say({ v: 2, type: 'state', state: { date: '2007' } })];
    for (const message of bad) await post(page, message);
    await page.evaluate(() => document.querySelector('iframe')?.contentWindow?.postMessage(JSON.parse('{"ns":"cluster-atlas","v":1,"type":"state","state":{"__proto__":{"polluted":1},"filter":{"__proto__":{"polluted":1}}}}'), '*'));
    await frame_page.waitForFunction((n) => /** @type {any} */ (document.querySelector('cluster-atlas')).atlas.stats.ignoredMessages >= n, bad.length + 1);
    const after_all = await frame_page.evaluate(() => {
      const { atlas } = /** @type {any} */ (document.querySelector('cluster-atlas'));
      return { state: JSON.stringify(atlas.state), ignored: atlas.stats.ignoredMessages, polluted: /** @type {any} */ ({}).polluted, url: location.pathname };
    });
    assert.deepEqual(after_all, { state: before, ignored: bad.length + 1, polluted: undefined, url: '/embed.html' });
    assert.deepEqual(complaints, []);
    await page.context().close();
  });

  test('a page that is not on the list is not heard and not told', async () => {
    const { page } = await stage.page();
    await page.goto(`${stranger.origin}/closed.html`);
    const frame_page = await inner(page);
    await post(page, say({ type: 'state', state: { date: '2007' } }));
    await frame_page.waitForFunction(() => /** @type {any} */ (document.querySelector('cluster-atlas')).atlas.stats.ignoredMessages === 1);
    assert.notEqual(await frame_page.evaluate(() => /** @type {any} */ (document.querySelector('cluster-atlas')).atlas.state.date), '2007');
    assert.deepEqual(await page.evaluate(() => Reflect.get(window, 'heard')), []);
    await page.context().close();
  });

  test('a sibling frame is not the parent', async () => {
    const { page } = await stage.page();
    await page.goto(`${stage.origin}/holder.html`);
    await heard(page, 'ready');
    const frame_page = await inner(page);
    await page.evaluate(() => {
      const sibling = document.body.appendChild(document.createElement('iframe'));
      sibling.srcdoc = '<script>parent.frames[0].postMessage({ ns: "cluster-atlas", v: 1, type: "state", state: { date: "2007" } }, "*")</script>';
    });
    await frame_page.waitForFunction(() => /** @type {any} */ (document.querySelector('cluster-atlas')).atlas.stats.ignoredMessages === 1);
    assert.equal(await frame_page.evaluate(() => /** @type {any} */ (document.querySelector('cluster-atlas')).atlas.state.date), '2019');
    await page.context().close();
  });

  test('sandboxed with allow-scripts only: the single file works, and hears its parent', async () => {
    const { page } = await stage.page();
    await page.goto(`${stage.origin}/sandboxed.html`);
    await heard(page, 'ready');
    await post(page, say({ type: 'state', state: { date: '2012' } }));
    await post(page, say({ type: 'get', what: 'state', id: 1 }));
    assert.equal((await heard(page, 'answer')).value.date, '2012');
    await page.context().close();
  });
});

test('embedded by mount(): the host’s address is left alone', async () => {
  const { page } = await stage.page();
  stage.site.pages['/plain.html'] = '<!doctype html><link rel="icon" href="data:,"><div id="box" style="height: 500px"></div>';
  await page.goto(`${stage.origin}/plain.html#chapter-2`);
  await page.evaluate(async () => {
    const { mount } = await import(String('/cluster-atlas.js'));
    const atlas = await mount(document.getElementById('box'));
    atlas.setState({ date: '2012' });
    while (!atlas.stats.atRest || atlas.is_address_due) await new Promise((done) => requestAnimationFrame(done));
  });
  assert.equal(await page.evaluate(() => location.hash), '#chapter-2');
  await page.context().close();
});
