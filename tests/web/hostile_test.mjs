// Files that mean harm, or were never meant for the atlas: each is refused with one clear error in no more than some
// passes of the browser's own JSON parser over 30 MB, and the atlas that was showing stays, state and picture, and still draws.
import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { settled, with_atlas } from './support/chromium.mjs';
import { with_site } from './support/stage.mjs';

const k_most_passes = 10;
const k_mb = 1024 * 1024;

/** Made in the page, so that only the loading is timed. @type {Record<string, (mb: number) => Uint8Array | string>} */
const makers = {
  '30 MB of clusters with nothing in them': (mb) => `{"schema":1,"clusters":[${'{"id":"a"},'.repeat(Math.floor((30 * mb) / 11))}{}]}`,
  '30 MB of numbers': (mb) => `{"schema":1,"meta":[${'1,'.repeat(15 * mb)}1]}`,
  '30 MB of keys': (mb) => `{${'"k":{},'.repeat(Math.floor((30 * mb) / 7))}"schema":1}`,
  '30 MB of zeros': (mb) => new Uint8Array(30 * mb),
  'more than 32 MB': (mb) => new Uint8Array(32 * mb + 1).fill(32),
  'a million nested brackets': () => '['.repeat(1_000_000),
  'a million nested objects': () => '{"a":'.repeat(1_000_000),
  'a string of 10 MB': (mb) => `{"schema":"${'x'.repeat(10 * mb)}"}`,
  'a number out of range': () => '{"schema":1e999}',
  'invalid UTF-8': () => new Uint8Array([0x7b, 0x22, 0xff, 0xc0, 0xaf, 0x22, 0x3a, 0x31, 0x7d]),
  'UTF-16': () => {
    const text = '\ufeff{"schema":1}';
    return new Uint8Array(Uint16Array.from(text, (char) => char.charCodeAt(0)).buffer);
  },
  'an empty file': () => new Uint8Array(0),
};

const stage = with_site();
/** @type {import('playwright-core').Page} */ let page;
/** @type {string[]} */ let complaints;
/** @type {string} */ let state;
/** @type {Buffer} */ let picture;
before(async () => {
  ({ page, complaints } = await stage.open('/index.html#v1;date=2019;sel=axelera'));
  await page.mouse.move(5, 795);
  await settled(page);
  state = await with_atlas(page, (atlas) => JSON.stringify(atlas.state));
  picture = await page.screenshot();
});

/** State and picture as before; and it still answers and draws. */
async function is_unharmed() {
  await page.evaluate(() => /** @type {any} */ (document.querySelector('cluster-atlas')).shadowRoot.querySelector('.message button')?.click());
  await settled(page);
  assert.equal(await with_atlas(page, (atlas) => JSON.stringify(atlas.state)), state);
  assert.ok(picture.equals(await page.screenshot()), 'the same picture');
  const frames = await with_atlas(page, (atlas) => {
    const before = atlas.stats.frames;
    atlas.setState({ date: '2012' });
    return before;
  });
  await settled(page);
  const [later, total] = await with_atlas(page, (atlas) => [atlas.stats.frames, atlas.result.total]);
  assert.ok(later > frames, 'it draws');
  assert.equal(total, 71);
  await with_atlas(page, (atlas, before) => atlas.setState(JSON.parse(before)), state);
  await settled(page);
}

/** @param {string} name @param {boolean} is_dropped */
const give = (name, is_dropped) =>
  page.evaluate(`(async () => {
    const made = (${makers[name]})(${k_mb});
    const bytes = typeof made === 'string' ? new TextEncoder().encode(made) : made;
    const element = document.querySelector('cluster-atlas');
    const numbers = '[' + '1,'.repeat(15 * ${k_mb}) + '1]';
    const before = performance.now();
    JSON.parse(numbers);
    const start = performance.now();
    const passes = () => (performance.now() - start) / (start - before);
    if (!${is_dropped}) {
      const error = await element.atlas.load(bytes).then(() => null, (refusal) => refusal);
      return { passes: passes(), code: error?.code, message: error?.message ?? '', errors: error?.errors ?? [] };
    }
    const data = new DataTransfer();
    data.items.add(new File([bytes], 'fichier.json'));
    const box = element.shadowRoot.querySelector('.atlas');
    const told = new Promise((done) => new MutationObserver((_, it) => box.querySelector('.message') && (it.disconnect(), done())).observe(box, { childList: true }));
    box.dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true, composed: true }));
    await told;
    return { passes: passes(), message: box.querySelector('.message').textContent };
  })()`);

for (const name of Object.keys(makers)) {
  describe(name, () => {
    test('given to load()', async () => {
      const { passes, code, message, errors } = /** @type {any} */ (await give(name, false));
      assert.equal(code, 'snapshot', message);
      assert.ok(errors.length >= 1 && errors.length <= 50, `${errors.length} errors`);
      for (const error of errors) assert.ok(error.fr?.length > 8 && error.fr.length < 400, JSON.stringify(error)); // the page's language
      assert.ok(passes < k_most_passes, `${passes.toFixed(1)} passes`);
      await is_unharmed();
    });
    test('dropped on the page', async () => {
      const { passes, message } = /** @type {any} */ (await give(name, true));
      assert.match(message, /fichier\.json n’est pas affiché, l’atlas précédent reste en place\n\S/);
      assert.ok(passes < k_most_passes, `${passes.toFixed(1)} passes`);
      await is_unharmed();
    });
  });
}

test('nothing was complained about, and the module never stopped', () => assert.deepEqual(complaints, []));
