// Each way in which a start can fail or drag on is told apart, in the reader's language, with what helps.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { atlas_ready, with_atlas } from './support/chromium.mjs';
import { hold } from './support/hold.mjs';
import { element_page } from './support/host.mjs';
import { dist } from './support/site.mjs';
import { with_site } from './support/stage.mjs';

/** Whoever held the label at some time: what is listed where the program is not there. */
const k_clusters = JSON.parse(readFileSync(`${dist}/snapshot.json`, 'utf8')).clusters.filter((/** @type {{kind?: string}} */ { kind }) => kind !== 'partner').length;
const stage = with_site({ '/fr.html': element_page(), '/en.html': element_page({ lang: 'en' }), '/box.html': '<!doctype html><link rel="icon" href="/icon.svg"><div id="box" style="height: 500px"></div>' });

/** The message in the box, its buttons, and how many clusters are listed. @param {import('playwright-core').Page} page */
async function told(page) {
  await page.waitForFunction(() => document.querySelector('cluster-atlas')?.shadowRoot?.querySelector('[role=alert]'));
  return page.evaluate(() => {
    const root = /** @type {ShadowRoot} */ (document.querySelector('cluster-atlas')?.shadowRoot);
    const alert = /** @type {Element} */ (root.querySelector('[role=alert]'));
    const buttons = [...alert.querySelectorAll('button')].map((each) => each.textContent);
    return { text: [...alert.childNodes].filter((each) => each.nodeName !== 'BUTTON').map((each) => each.textContent).join(''), buttons, listed: root.querySelectorAll('li').length, bars: root.querySelectorAll('progress').length };
  });
}
const press = (/** @type {import('playwright-core').Page} */ page) => page.evaluate(() => document.querySelector('cluster-atlas')?.shadowRoot?.querySelector('[role=alert] button')?.dispatchEvent(new MouseEvent('click')));

const wasm = readFileSync(`${dist}/cluster-atlas.wasm`);
const html = '<!doctype html><title>Wi-Fi</title>';
/** @typedef {(route: import('playwright-core').Route) => Promise<void>} Answer */
/** @type {[string, RegExp, Answer, string, boolean][]} what, file, answer, reason in French, whether it can pass */
const k_causes = [
  ['nobody answers', /cluster-atlas\.wasm$/, (route) => route.abort('connectionreset'), 'Pas de réponse pour cluster-atlas.wasm\u202f: vérifiez la connexion.', true],
  ['the server has an error', /cluster-atlas\.wasm$/, (route) => route.fulfill({ status: 503 }), 'Pour cluster-atlas.wasm, le serveur répond par l’erreur 503.', true],
  ['the file is missing', /cluster-atlas\.wasm$/, (route) => route.fulfill({ status: 404 }), 'Le fichier cluster-atlas.wasm n’est pas sur le serveur.', false],
  ['a login page in its place', /cluster-atlas\.wasm$/, (route) => route.fulfill({ contentType: 'text/html', body: html }), 'Une page web arrive à la place de cluster-atlas.wasm\u202f: souvent la page de connexion d’un réseau.', true],
  ['half a file', /cluster-atlas\.wasm$/, (route) => route.fulfill({ contentType: 'application/wasm', body: wasm.subarray(0, wasm.length / 2) }), 'Le fichier cluster-atlas.wasm est arrivé incomplet ou abîmé.', true],
  ['half a file of no type', /cluster-atlas\.wasm$/, (route) => route.fulfill({ contentType: 'text/plain', body: wasm.subarray(0, wasm.length / 2) }), 'Le fichier cluster-atlas.wasm est arrivé incomplet ou abîmé.', true],
  ['the data is missing', /snapshot\.json$/, (route) => route.fulfill({ status: 404 }), 'Le fichier snapshot.json n’est pas sur le serveur.', false],
  ['the data breaks off', /snapshot\.json$/, (route) => route.abort('connectionreset'), 'Pas de réponse pour snapshot.json\u202f: vérifiez la connexion.', true],
];

describe('a start that fails', () => {
  for (const [what, file, answer, reason, can_pass] of k_causes) {
    test(`${what}: the reason, the list where there is one, a button where it helps`, async () => {
      const { page } = await stage.page();
      await page.route(file, answer);
      await page.goto(`${stage.origin}/fr.html`);
      const { text, buttons, listed, bars } = await told(page);
      const is_data = String(file).includes('snapshot');
      const lines = is_data ? ['Les données n’ont pas pu être chargées.', reason] : ['La carte interactive n’a pas pu être chargée.', reason, 'La liste des pôles reste lisible ci-dessous.'];
      assert.deepEqual(text.split('\n'), lines);
      assert.deepEqual([buttons, listed, bars], [can_pass ? ['Réessayer'] : [], is_data ? 0 : k_clusters, 0]);
      if (can_pass) {
        await page.unroute(file);
        await press(page);
        await atlas_ready(page);
        assert.equal(await with_atlas(page, (atlas) => atlas.result.total), 53);
        assert.equal(await page.evaluate(() => document.querySelector('cluster-atlas')?.shadowRoot?.querySelectorAll('.atlas').length), 1);
      }
      await page.context().close();
    });
  }

  test('half of the data, with nothing that says so: the data is refused with its place', async () => {
    const { page } = await stage.page();
    await page.route(/snapshot\.json$/, (route) => route.fulfill({ contentType: 'application/json', body: readFileSync(`${dist}/snapshot.json`, 'utf8').slice(0, 5000) }));
    await page.goto(`${stage.origin}/fr.html`);
    const { text, buttons } = await told(page);
    assert.match(text, /^Ces données ne peuvent pas être affichées\u202f:\n.*ligne 1\b/);
    assert.deepEqual(buttons, []);
    await page.context().close();
  });

  test('in English', async () => {
    const { page } = await stage.page();
    await page.route(/cluster-atlas\.wasm$/, (route) => route.fulfill({ status: 500 }));
    await page.goto(`${stage.origin}/en.html`);
    const { text, buttons } = await told(page);
    assert.deepEqual(text.split('\n'), ['The interactive map could not be loaded.', 'For cluster-atlas.wasm, the server answers with error 500.', 'The list of clusters stays readable below.']);
    assert.deepEqual(buttons, ['Try again']);
    await page.context().close();
  });

  test('mounted by a program: the error says all, a button only for who takes it, and it begins anew', async () => {
    const { page } = await stage.page();
    await page.goto(`${stage.origin}/box.html`);
    await page.route(/cluster-atlas\.wasm$/, (route) => route.fulfill({ status: 503 }));
    const refusal = await page.evaluate(async (origin) => {
      const { mount } = await import(`${origin}/cluster-atlas.js`);
      const box = /** @type {Element} */ (document.getElementById('box'));
      const retry = () => Reflect.set(window, 'again', mount(box, { retry }));
      const attach = Element.prototype.attachShadow;
      Element.prototype.attachShadow = function (/** @type {ShadowRootInit} */ options) {
        return attach.call(this, { ...options, mode: 'open' });
      };
      return mount(box, { retry }).catch((/** @type {any} */ error) => ({ code: error.code, reason: error.reason, status: error.status, address: error.address }));
    }, stage.origin);
    assert.deepEqual(refusal, { code: 'network', reason: 'status', status: 503, address: `${stage.origin}/cluster-atlas.wasm` });
    await page.unroute(/cluster-atlas\.wasm$/);
    await page.getByRole('button', { name: 'Try again' }).or(page.getByRole('button', { name: 'Réessayer' })).click();
    assert.equal(await page.evaluate(async () => (await Reflect.get(window, 'again')).result.total), 53);
    assert.equal(await page.evaluate(() => document.getElementById('box')?.children.length), 1);
    await page.context().close();
  });
});

test('a room that could not come: Retry brings it', async () => {
  const { page } = await stage.open('/fr.html');
  await page.route(/extras\.wasm$/, (route) => route.fulfill({ status: 502 }));
  await with_atlas(page, (atlas) => atlas.setState({ view: 'figures' }));
  const { text, buttons } = await told(page);
  assert.deepEqual(text.split('\n'), ['Cette partie n’a pas pu être chargée.', 'Pour cluster-atlas-extras.wasm, le serveur répond par l’erreur 502.']);
  assert.deepEqual(buttons, ['Réessayer', 'Fermer']);
  await page.unroute(/extras\.wasm$/);
  await press(page);
  await page.waitForFunction(() => document.querySelector('cluster-atlas')?.shadowRoot?.querySelector('[data-id^="figures/"]'));
  assert.equal(await page.evaluate(() => document.querySelector('cluster-atlas')?.shadowRoot?.querySelectorAll('[role=alert]').length), 0);
  await page.context().close();
});

test('before anything has come: the outline of the map in a box that is not blank, and the list as soon as it can be', async () => {
  const { page, complaints } = await stage.page();
  const { release } = await hold(page, /snapshot\.json$|cluster-atlas\.wasm$/);
  await page.goto(`${stage.origin}/fr.html`);
  await page.waitForFunction(() => document.querySelector('cluster-atlas')?.shadowRoot?.querySelector('.outline path'));
  const seen = await page.evaluate(() => {
    const picture = /** @type {Element} */ (document.querySelector('cluster-atlas')?.shadowRoot?.querySelector('.outline'));
    const { width, height } = picture.getBoundingClientRect();
    return { width, height, text: document.querySelector('cluster-atlas')?.shadowRoot?.querySelector('.first')?.textContent };
  });
  assert.ok(seen.width > 300 && seen.height > 250, JSON.stringify(seen));
  assert.match(String(seen.text), /Chargement/);
  release();
  await atlas_ready(page);
  assert.equal(await page.evaluate(() => document.querySelector('cluster-atlas')?.shadowRoot?.querySelectorAll('.outline').length), 0);
  assert.deepEqual(complaints, []);
  await page.context().close();
});

describe('a slow start', () => {
  const waiting = (/** @type {import('playwright-core').Page} */ page) => page.evaluate(() => document.querySelector('cluster-atlas')?.shadowRoot?.querySelector('.first > p')?.textContent);
  const bar = (/** @type {import('playwright-core').Page} */ page) => page.evaluate(() => document.querySelector('cluster-atlas')?.shadowRoot?.querySelector('progress')?.position);

  test('after ten seconds: which part, and its share; in compressed files, too', async () => {
    const { page } = await stage.page();
    await page.clock.install();
    // half of the program comes, packed as servers pack it, and then nothing
    const half = Math.floor(wasm.length / 2);
    await page.addInitScript((size) => {
      const real = fetch;
      window.fetch = async (address, options) => {
        if (!String(address).endsWith('cluster-atlas.wasm')) return real(address, options);
        const body = new ReadableStream({ start: (to) => to.enqueue(new Uint8Array(size)) });
        return new Response(body, { headers: { 'content-type': 'text/plain', 'content-encoding': 'br', 'content-length': '10' } });
      };
    }, half);
    await page.goto(`${stage.origin}/fr.html`);
    await page.waitForFunction(() => (document.querySelector('cluster-atlas')?.shadowRoot?.querySelectorAll('li').length ?? 0) > 0);
    await page.waitForFunction(() => (document.querySelector('cluster-atlas')?.shadowRoot?.querySelector('progress')?.position ?? 0) > 0.4);
    assert.equal(await waiting(page), 'Chargement de la carte…');
    await page.clock.fastForward(10_000);
    assert.equal(await waiting(page), `Toujours en cours de chargement\u202f: le programme, ${Math.floor((100 * half) / wasm.length)}\u202f%`);
    await page.context().close();
  });

  test('the data first, its size where nobody says how large it is; nothing of it once all is there', async () => {
    const { page } = await stage.page();
    await page.clock.install();
    await page.addInitScript(() => {
      const real = fetch;
      window.fetch = async (address, options) => {
        if (!String(address).endsWith('own.json')) return real(address, options);
        const whole = await (await real('/snapshot.json')).text();
        const send = new TextEncoder();
        const body = new ReadableStream({
          start: (to) => {
            to.enqueue(send.encode(whole.slice(0, 200_000)));
            Reflect.set(window, 'let_it_come', () => {
              to.enqueue(send.encode(whole.slice(200_000)));
              to.close();
            });
          },
        });
        return new Response(body, { headers: { 'content-type': 'application/json' } });
      };
    });
    await page.goto(`${stage.origin}/en.html`);
    await page.evaluate(() => document.querySelector('cluster-atlas')?.replaceWith(Object.assign(document.createElement('p'))));
    await page.evaluate(() => (document.body.innerHTML = '<cluster-atlas loading="eager" src="own.json" style="height: 600px"></cluster-atlas>'));
    await page.waitForFunction(() => document.querySelector('cluster-atlas')?.shadowRoot?.querySelector('progress'));
    await page.waitForFunction(() => Reflect.has(window, 'let_it_come'));
    await page.clock.fastForward(10_000);
    await page.waitForFunction(() => /KB/.test(document.querySelector('cluster-atlas')?.shadowRoot?.querySelector('.first > p')?.textContent ?? ''));
    assert.match(String(await waiting(page)), /^Still loading: the data, 20\d KB$/);
    assert.equal(await bar(page), -1);
    await page.evaluate(() => Reflect.get(window, 'let_it_come')());
    await page.clock.runFor(2000);
    await atlas_ready(page);
    assert.equal(await page.evaluate(() => document.querySelector('cluster-atlas')?.shadowRoot?.querySelectorAll('.first').length), 0);
    await page.context().close();
  });
});
