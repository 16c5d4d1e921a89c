// "Signaler une erreur" leads where the host wants it, else the text is copied; a refused file is explained in a box
// that takes the focus, closes by Escape and leaves the atlas as it was.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { atlas_ready, with_atlas } from './support/chromium.mjs';
import { element_page } from './support/host.mjs';
import { dist } from './support/site.mjs';
import { with_site } from './support/stage.mjs';

const issue_form = 'https://example.org/issues/new?labels=atlas';
const stage = with_site({ '/none.html': element_page(), '/form.html': element_page({ attributes: `report-url="${issue_form}"` }), '/bad.html': element_page({ attributes: 'report-url="javascript:alert(1)"' }) });

/** @param {string} path */
async function open_report(path) {
  const { page, complaints } = await stage.open(path, { permissions: ['clipboard-read', 'clipboard-write'] });
  await with_atlas(page, (atlas) => (atlas.setState({ selected: 'axelera' }), atlas.dispatch({ type: 'openSheet', sheet: 'share', topic: 'report:axelera' })));
  await page.waitForFunction(() => /** @type {any} */ (document.querySelector('cluster-atlas')).shadowRoot.querySelector('[data-id="sheet/copy-report"]'));
  return { page, complaints };
}

/** @param {import('playwright-core').Page} page @returns {Promise<string[]>} */
const links = (page) => page.evaluate(() => [...(/** @type {any} */ (document.querySelector('cluster-atlas')).shadowRoot.querySelectorAll('section[data-zone=sheet] a'))].map((each) => each.href));

test('a form of the host’s gets title and text', async () => {
  const { page, complaints } = await open_report('/form.html');
  const [address] = await links(page);
  assert.ok(address.startsWith(`${issue_form}&title=`), address);
  const query = new URL(address).searchParams;
  assert.equal(query.get('title'), 'Erreur\u202f: Axelera');
  assert.match(query.get('body') ?? '', /Axelera \(axelera\).*#v1.*sel=axelera/);
  await page.evaluate(() => document.querySelector('cluster-atlas')?.setAttribute('report-url', 'mailto:atlas@example.org'));
  await page.waitForFunction(() => /** @type {any} */ (document.querySelector('cluster-atlas')).shadowRoot.querySelector('section[data-zone=sheet] a')?.href.startsWith('mailto:'));
  assert.match((await links(page))[0], /^mailto:atlas@example\.org\?subject=Erreur.*&body=/);
  assert.deepEqual(complaints, []);
  await page.context().close();
});

test('without an address the text is copied, and said to be', async () => {
  const { page } = await open_report('/none.html');
  assert.deepEqual(await links(page), []);
  await page.evaluate(() => /** @type {any} */ (document.querySelector('cluster-atlas')).shadowRoot.querySelector('[data-id="sheet/copy-report"]').click());
  await page.waitForFunction(() => /** @type {any} */ (document.querySelector('cluster-atlas')).shadowRoot.querySelector('[role=status]').textContent === 'Copié');
  assert.match(await page.evaluate(() => navigator.clipboard.readText()), /^Erreur\u202f: Axelera\n/);
  await page.context().close();
});

test('an address that runs a script is refused: one warning, the default, and the atlas is drawn', async () => {
  const { page } = await stage.page();
  const said = page.waitForEvent('console', (message) => /report-url/.test(message.text()));
  await page.goto(`${stage.origin}/bad.html`);
  assert.match((await said).text(), /report-url="javascript:alert\(1\)" means nothing here/);
  await atlas_ready(page);
  assert.equal(await with_atlas(page, (atlas) => atlas.settings.reportUrl), undefined);
  await page.context().close();
});

for (const lang of /** @type {const} */ (['fr', 'en'])) {
  test(`${lang}: a refused file is explained with its places; the atlas goes on`, async () => {
    const { page } = await stage.open();
    await with_atlas(page, (atlas, given) => atlas.setState({ lang: given, selected: 'axelera', filter: { domains: ['industry'] } }), lang);
    const before = await with_atlas(page, (atlas) => atlas.result.ids);
    const bad = JSON.parse(readFileSync(`${dist}/snapshot.json`, 'utf8'));
    bad.clusters[7].labels = 'none';
    bad.clusters[9].seat.lat = 123;
    await page.evaluate((text) => {
      const data = new DataTransfer();
      data.items.add(new File([text], 'essai.json'));
      const root = /** @type {any} */ (document.querySelector('cluster-atlas')).shadowRoot.querySelector('.atlas');
      root.dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true, composed: true }));
    }, JSON.stringify(bad, null, 1));
    const box = page.locator('cluster-atlas .message[role=alert]');
    await box.waitFor();
    const text = await box.innerText();
    for (const pointer of ['/clusters/7/labels', '/clusters/9/seat/lat']) assert.match(text, new RegExp(`${pointer}, ${lang === 'fr' ? 'ligne' : 'line'} \\d+`));
    const place = await box.boundingBox();
    assert.ok(place && place.x >= 0 && place.y >= 0 && place.x + place.width <= 1280 && place.y + place.height <= 800);
    const held = () => page.evaluate(() => /** @type {any} */ (document.querySelector('cluster-atlas')).shadowRoot.activeElement?.textContent ?? '');
    assert.equal(await held(), lang === 'fr' ? 'Fermer' : 'Close');
    await page.keyboard.press('Escape');
    await box.waitFor({ state: 'detached' });
    assert.deepEqual(await with_atlas(page, (atlas) => atlas.result.ids), before);
    assert.equal(await with_atlas(page, (atlas) => atlas.state.selected), 'axelera');
    await page.context().close();
  });
}
