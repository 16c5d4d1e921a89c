// The data page by keyboard, and where work could get lost: what is kept, saved, resumed, compared.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { file_of, tables_of_file } from '../../web/tables/forms.js';
import { layouts_of } from '../../web/tables/layout.js';
import { with_atlas } from './support/chromium.mjs';
import { data_pages } from './support/data_page.mjs';
import { hold } from './support/hold.mjs';
import { with_site } from './support/stage.mjs';

const stage = with_site();
const layouts = layouts_of(JSON.parse(readFileSync(new URL('../../data/snapshot.schema.json', import.meta.url), 'utf8')));
const { opened, file, followed, open_file, clusters_of, text_of, cell, type_into, saved } = data_pages(stage);
/** @typedef {import('playwright-core').Page} Page */
/** What has the focus, by its id or that of what it is in. @param {Page} page */
const focused = (page) => page.evaluate(() => document.activeElement?.closest('[id]')?.id ?? '');
const is_asked = (/** @type {Page} */ page) => page.evaluate(() => !dispatchEvent(new Event('beforeunload', { cancelable: true })));

describe('by keyboard', () => {
  test('Tab leaves the grid, both ways', async () => {
    const { page } = await opened('en');
    await open_file(page, file('tab.csv', 'Name,City,Since\nOne,Paris,2010\nTwo,Lyon,2011\n'));
    await cell(page, 0, 1).click();
    await page.keyboard.press('Tab');
    assert.equal(await page.evaluate(() => document.getElementById('grid')?.contains(document.activeElement)), false);
    await cell(page, 0, 1).click();
    await page.keyboard.press('Shift+Tab');
    assert.equal(await page.evaluate(() => document.getElementById('grid')?.contains(document.activeElement)), false);
    await cell(page, 0, 0).click();
    await page.keyboard.press('F2');
    await page.keyboard.press('Tab'); // while a cell is typed into, on to the next one
    assert.equal(await page.evaluate(() => document.activeElement?.closest('.ag-cell')?.getAttribute('col-id')), '1');
  });

  test('who says what a column holds is still there afterwards; a title that is taken changes places', async () => {
    const { page } = await opened('en');
    await open_file(page, file('meaning.csv', 'Name,Structure\nOne,Alpha\n'));
    await cell(page, 0, 1).click();
    await page.locator('#meaning').focus();
    await page.locator('#meaning').selectOption('Name');
    await followed(page);
    assert.equal(await focused(page), 'meaning');
    assert.equal(await page.locator('#meaning').inputValue(), 'Name');
    assert.deepEqual((await clusters_of(page)).map((/** @type {any} */ { name }) => name), ['Alpha']);
    assert.deepEqual(await page.locator('.ag-header-cell-text').allTextContents(), ['Row', 'Structure', 'Name']);
  });

  test('the list of differences can be scrolled, and regions have no tooltips', async () => {
    const { page } = await opened('en');
    await open_file(page, file('scroll.csv', 'Name\nOne\n'));
    await page.locator('#changes').click();
    await page.locator('#differences-list').focus();
    assert.equal(await focused(page), 'differences-list');
    assert.deepEqual(await page.locator('[data-label][title]').evaluateAll((all) => all.map(({ tagName }) => tagName).filter((name) => name !== 'A' && name !== 'BUTTON')), []);
    assert.equal(await page.locator('#undo').getAttribute('title'), 'Undo');
  });
});

describe('cells', () => {
  test('with line breaks are typed into as they are, and copied whole', async () => {
    const { page, complaints } = await opened('en');
    const sheet = { columns: ['Name', 'Description'], rows: [['One', 'two\nlines']] };
    await open_file(page, file('lines.xlsx', file_of({ s: sheet }, layouts, 'xlsx')));
    await cell(page, 0, 1).click();
    await page.keyboard.press('F2');
    const editor = page.locator('textarea.ag-text-area-input, .ag-large-text textarea').first();
    await editor.waitFor();
    assert.equal(await editor.inputValue(), 'two\nlines');
    await page.keyboard.press('Control+End');
    await page.keyboard.type(' more');
    await page.keyboard.press('Control+Z');
    await page.keyboard.type(' and more');
    await page.keyboard.press('Enter');
    await followed(page);
    const [row] = tables_of_file(readFileSync(await saved(page, 'xlsx'))).s.rows;
    assert.match(row[1], /^two\nlines.* and more$/);
    await cell(page, 0, 1).click();
    const clip = await page.evaluate(() => {
      const clipboardData = new DataTransfer();
      document.activeElement?.dispatchEvent(new ClipboardEvent('copy', { clipboardData, bubbles: true, cancelable: true }));
      return clipboardData.getData('text/plain');
    });
    assert.equal(clip, `"${row[1]}"`);
    assert.deepEqual(complaints, []);
  });

  test('that begin with a sign stay as they are, shown and saved', async () => {
    const { page } = await opened('fr');
    await open_file(page, file('signes.xlsx', file_of({ s: { columns: ['Nom', 'Où (ville; région)'], rows: [["'s-Hertogenbosch", '- a'], ['@x', '+33 1']] } }, layouts, 'xlsx')));
    assert.deepEqual((await clusters_of(page)).map((/** @type {any} */ { name }) => name), ["'s-Hertogenbosch", '@x']);
    await open_file(page, await saved(page, 'csv'));
    assert.deepEqual((await clusters_of(page)).map((/** @type {any} */ { name }) => name), ["'s-Hertogenbosch", '@x']);
    assert.equal(await cell(page, 0, 1).textContent(), '- a');
  });
});

describe('work', () => {
  test('resumed from the browser, its only copy, is not replaced unasked', async () => {
    const { page } = await opened('en');
    await open_file(page, file('kept.csv', 'Name\nKept\n'));
    await page.locator('#save summary').click();
    await page.locator('#keep').check();
    await page.reload();
    await page.locator('#resume').click();
    await followed(page);
    assert.equal(await text_of(page, 'state'), 'changed, not saved');
    const asked = page.waitForEvent('dialog').then((dialog) => (void dialog.dismiss(), dialog.type()));
    await page.setInputFiles('#file', file('other.csv', 'Name\nOther\n'));
    assert.equal(await asked, 'confirm');
    assert.deepEqual((await clusters_of(page)).map((/** @type {any} */ { name }) => name), ['Kept']);
  });

  test('that the browser keeps no more is said to be so, and asked for on leaving', async () => {
    const { page } = await opened('en');
    await open_file(page, file('full.csv', 'Name\nOne\n'));
    await page.locator('#save summary').click();
    await page.locator('#keep').check();
    await page.evaluate(() => {
      Storage.prototype.setItem = () => {
        throw new DOMException('', 'QuotaExceededError');
      };
    });
    await page.keyboard.press('Escape');
    await type_into(page, 0, 0, 'Two');
    await followed(page);
    assert.match(String(await text_of(page, 'state')), /no longer kept in this browser/);
    assert.equal(await page.locator('#keep').isChecked(), false);
    assert.equal(await is_asked(page), true);
  });

  test('typed while a page is made is not taken for saved; a page that can’t be made is told', async () => {
    const { page } = await opened('en');
    await open_file(page, file('typed.csv', 'Name\nOne\n'));
    const { release } = await hold(page, '**/cluster-atlas.html');
    await page.locator('#save summary').click();
    await page.locator('[data-save=page]').click();
    await type_into(page, 0, 0, 'Two');
    const download = page.waitForEvent('download');
    release();
    await download;
    await followed(page);
    assert.equal(await is_asked(page), true);
    await page.route('**/cluster-atlas.html', (route) => route.fulfill({ status: 500 }));
    await page.locator('#save summary').click();
    await page.locator('[data-save=page]').click();
    await page.waitForFunction(() => document.getElementById('sentence')?.textContent?.startsWith('Saving failed: '));
  });

  test('made into all tables is work of its own, without a file; with a list it is not compared', async () => {
    const { page } = await opened('en');
    const path = file('list.csv', 'Name,City\nOne,Paris\n');
    await open_file(page, path);
    await page.locator('#all-tables').click();
    await page.locator('#table option[value=labels]').waitFor({ state: 'attached' });
    await followed(page);
    assert.equal(await is_asked(page), true);
    await page.locator('#changes').click();
    assert.equal(await text_of(page, 'differences-list'), 'Nothing has changed.');
    await page.setInputFiles('#other-file', path);
    await page.waitForFunction(() => document.getElementById('differences-about')?.textContent?.includes('one is a list, the other a set of tables'));
    assert.equal(await text_of(page, 'differences-list'), '');
  });

  test('of several sheets: those that are only kept are marked and shown', async () => {
    const { page } = await opened('en');
    await open_file(page, file('sheets.xlsx', file_of({ Cover: { columns: ['Ours'], rows: [['2026']] }, List: { columns: ['Name'], rows: [['One'], ['Two']] } }, layouts, 'xlsx')));
    assert.equal(await with_atlas(page, (atlas) => atlas.result.total), 2);
    assert.equal(await text_of(page, 'count'), 'Remarks: 1');
    await page.locator('#next').click();
    assert.equal(await page.locator('#table').inputValue(), 'Cover');
    assert.deepEqual(await page.locator('[data-save=csv], [data-save=zip]').evaluateAll((all) => all.map((each) => /** @type {HTMLElement} */ (each).hidden)), [true, false]);
  });

  test('a workbook that is not .xlsx is refused in words, also where it is compared', async () => {
    const { page } = await opened('fr');
    await open_file(page, file('bon.csv', 'Nom\nBon\n'));
    const old = file('ancien.xls', Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0, 0, 0, 0));
    await page.setInputFiles('#file', old);
    await page.waitForFunction(() => document.getElementById('sentence')?.textContent?.includes('enregistrez-le d’abord au format .xlsx'));
    await page.locator('#changes').click();
    await page.setInputFiles('#other-file', old);
    await page.waitForFunction(() => document.getElementById('differences-about')?.textContent?.includes('enregistrez-le d’abord au format .xlsx'));
  });
});
