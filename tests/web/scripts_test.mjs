// Text that the atlas's own fonts lack is drawn with the page's: the picture is held against the same word as the browser
// itself lays it out in HTML.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { atlas_ready, box_of, node_ids, settled, with_atlas } from './support/chromium.mjs';
import { with_site } from './support/stage.mjs';

/** @typedef {import('playwright-core').Page} Page */

const k_family = "system-ui, 'Segoe UI', Roboto, 'Noto Sans', Arial, sans-serif";
const k_arabic = 'مركز الابتكار'; // centre of innovation
const k_hebrew = 'מרכז החדשנות'; // the same
const k_rows = [
  ['Αθήνα', 'Σμήνος Οπτικής', 37.98, 23.73],
  ['Ηράκλειο', `Crète ${k_arabic} (Hub)`, 35.34, 25.14],
  ['Пловдив', k_hebrew, 42.14, 24.74],
  ['⌘', 'Ștefan', 38.25, 21.73],
];
const k_table = ['nom;depuis;domaine;ville;latitude;longitude', ...k_rows.map(([town, name, lat, lng]) => `${name};2015;Οπτική;${town};${lat};${lng}`)].join('\n');

const stage = with_site({ '/paper.html': '<!doctype html><link rel="icon" href="icon.svg"><title>x</title>' });
/** @type {Page} */ let table_top; // where pictures are looked at: the site's own policy lets no page do that
before(async () => {
  ({ page: table_top } = await stage.page());
  await table_top.goto(`${stage.origin}/paper.html`);
});

/** @param {number} ratio @param {(page: Page) => unknown} [prepare] a page with the table, as a list */
async function list_of_table(ratio, prepare) {
  const { page, complaints } = await stage.page({ deviceScaleFactor: ratio, viewport: { width: 1280, height: 800 } });
  await prepare?.(page);
  await page.goto(`${stage.origin}/index.html`);
  await atlas_ready(page);
  await with_atlas(page, async (atlas, table) => void (await atlas.load(new File([table], 'ellada.csv'))), k_table);
  await with_atlas(page, (atlas) => atlas.setState({ view: 'list', theme: 'light' }));
  await settled(page);
  return { page, complaints };
}

/** A picture's darkness by pixel. @param {Buffer} png @returns {Promise<{width: number, height: number, ink: number[]}>} */
const ink_of = (png) =>
  table_top.evaluate(async (data) => {
    const picture = await createImageBitmap(await (await fetch(`data:image/png;base64,${data}`)).blob());
    const brush = /** @type {OffscreenCanvasRenderingContext2D} */ (new OffscreenCanvas(picture.width, picture.height).getContext('2d'));
    brush.drawImage(picture, 0, 0);
    const { data: pixels } = brush.getImageData(0, 0, picture.width, picture.height);
    return { width: picture.width, height: picture.height, ink: Array.from({ length: pixels.length / 4 }, (_, i) => 255 - /** @type {number} */ (pixels[4 * i + 1])) };
  }, png.toString('base64'));

/** The word as the browser sets it. @param {string} word @param {number} ratio @param {number} weight */
async function set_in_html(word, ratio, weight) {
  const { page } = await stage.page({ deviceScaleFactor: ratio });
  await page.goto(`${stage.origin}/paper.html`);
  await page.evaluate(([text, font]) => {
    document.body.innerHTML = '<bdi style="position:absolute;left:20px;top:20px;color:#16202c;white-space:nowrap;text-rendering:geometricPrecision"></bdi>';
    const element = /** @type {HTMLElement} */ (document.querySelector('bdi'));
    element.style.font = font;
    element.textContent = text;
  }, /** @type {const} */ ([word, `${weight} 13px ${k_family}`]));
  const png = await page.locator('bdi').screenshot();
  const ink = await ink_of(png);
  await page.context().close();
  return ink;
}

/**
 * How well the word is found in the picture: 1 where it stands there pixel by pixel.
 * @param {{width: number, height: number, ink: number[]}} picture @param {{width: number, height: number, ink: number[]}} word
 */
function likeness(picture, word) {
  const length = Math.hypot(...word.ink);
  let best = 0;
  for (let top = 0; top + word.height <= picture.height; ++top)
    for (let left = 0; left + word.width <= picture.width; ++left) {
      let product = 0;
      let square = 0;
      for (let y = 0; y < word.height; ++y)
        for (let x = 0; x < word.width; ++x) {
          const seen = /** @type {number} */ (picture.ink[(top + y) * picture.width + left + x]);
          product += seen * /** @type {number} */ (word.ink[y * word.width + x]);
          square += seen * seen;
        }
      if (square > 0) best = Math.max(best, product / (length * Math.sqrt(square)));
    }
  return best;
}

/** @param {Page} page @param {string} id @param {{from: number, to: number}} column px of the row */
async function picture_of(page, id, { from, to }) {
  const box = await box_of(page, id);
  return ink_of(await page.screenshot({ clip: { x: box.x + from, y: box.y + 4, width: to - from, height: box.height - 8 } }));
}

test('this machine has letters for every script that is tried, not one box for all', async () => {
  for (const letters of ['عل', 'אש', 'Ωλ', 'Пж']) {
    const [one, other] = await Promise.all([...letters].map((letter) => set_in_html(letter, 2, 600)));
    assert.notDeepEqual(one.ink, other.ink, letters);
  }
});

for (const ratio of [1, 2])
  describe(`other scripts at ${ratio} device pixels to a px`, () => {
    /** @type {Page} */ let page;
    /** @type {string[]} */ let complaints;
    /** @type {string[]} */ let rows;
    before(async () => {
      ({ page, complaints } = await list_of_table(ratio));
      rows = await node_ids(page, 'list/row/');
    });
    after(() => page.context().close());

    test('nothing is refused, every row is there', async () => {
      assert.equal(rows.length, 4);
      assert.equal(await with_atlas(page, (atlas) => atlas.result.shown), 4);
      assert.deepEqual(complaints, []);
    });

    for (const [word, other] of /** @type {const} */ ([['Αθήνα', 'Πάτρα'], ['Ηράκλειο', '????????'], ['Пловдив', 'Варна']]))
      test(`the town ${word} stands as the browser sets it`, async () => {
        const [right, wrong] = [await set_in_html(word, ratio, 400), await set_in_html(other, ratio, 400)];
        const found = [];
        for (const id of rows) {
          const seat = await picture_of(page, id, { from: 225, to: 380 });
          found.push({ right: likeness(seat, right), wrong: likeness(seat, wrong) });
        }
        const best = Math.max(...found.map(({ right: value }) => value));
        assert.ok(best > 0.93, `${word}: ${best}`);
        assert.ok(Math.max(...found.map(({ wrong: value }) => value)) < best - 0.05, `${other} fits as well`);
      });

    for (const word of [k_arabic, k_hebrew])
      test(`${word} is joined and reads from the right, beside Latin`, async () => {
        const right = await set_in_html(word, ratio, 600);
        const mirrored = await set_in_html(word.split(' ').reverse().join(' '), ratio, 600);
        const names = await Promise.all(rows.map((id) => picture_of(page, id, { from: 20, to: 220 })));
        const best = Math.max(...names.map((name) => likeness(name, right)));
        assert.ok(best > 0.93, `${best}`);
        assert.ok(Math.max(...names.map((name) => likeness(name, mirrored))) < best - 0.05, 'the words stand in the wrong order');
      });
  });

test('the page is asked for a word once, not in every frame', async () => {
  const { page } = await list_of_table(1, (each) =>
    each.addInitScript(() => {
      const brush = CanvasRenderingContext2D.prototype;
      const drawn = (/** @type {any} */ (globalThis).drawn = /** @type {string[]} */ ([]));
      const fill = brush.fillText;
      brush.fillText = function (/** @type {string} */ text, ...place) {
        drawn.push(`${text} ${this.font}`);
        return fill.call(this, text, .../** @type {[number, number]} */ (place));
      };
    }),
  );
  for (const view of /** @type {const} */ (['map', 'list', 'map', 'list'])) {
    await with_atlas(page, (atlas, to) => atlas.setState({ view: to }), view);
    await settled(page);
  }
  const drawn = await page.evaluate(() => /** @type {any} */ (globalThis).drawn);
  assert.ok(drawn.some((/** @type {string} */ each) => each.startsWith('Αθήνα ')), drawn.join('\n'));
  assert.deepEqual(drawn.filter((/** @type {string} */ each, /** @type {number} */ i) => drawn.indexOf(each) !== i), []);
  await page.context().close();
});

test('a browser that gives noise instead of pixels shows question marks, not noise', async () => {
  const { page, complaints } = await list_of_table(1, (each) =>
    each.addInitScript(() => {
      CanvasRenderingContext2D.prototype.getImageData = (/** @type {any[]} */ ...[, , width, height]) => new ImageData(new Uint8ClampedArray(4 * width * height).map((_, i) => (i * 97) % 256), width, height);
    }),
  );
  const marks = await set_in_html('?', 1, 400);
  assert.ok(marks.ink.some((value) => value > 100));
  assert.equal(await with_atlas(page, (atlas) => atlas.result.shown), 4);
  assert.deepEqual(complaints, []);
  const [first] = await node_ids(page, 'list/row/');
  const seat = await picture_of(page, /** @type {string} */ (first), { from: 225, to: 380 });
  const shades = new Set(seat.ink.map((value) => value >> 5));
  assert.ok(seat.ink.filter((value) => value > 24).length < seat.ink.length / 10, `noise: ${shades.size} shades`);
  await page.context().close();
});
