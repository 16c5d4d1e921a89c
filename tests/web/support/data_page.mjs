// "Vos données" as somebody uses it: files are opened, cells typed, files saved.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before } from 'node:test';
import { atlas_ready, with_atlas } from './chromium.mjs';

/** @typedef {import('playwright-core').Page} Page */

/** Registers the hooks where it is called. @param {ReturnType<typeof import('./stage.mjs').with_site>} stage */
export function data_pages(stage) {
  const folder = mkdtempSync(join(tmpdir(), 'atlas-data-page-'));
  before(() => stage.is_there());
  after(() => rmSync(folder, { recursive: true, force: true }));

  /** @param {string} [lang] @param {import('playwright-core').BrowserContextOptions} [options] */
  async function opened(lang = 'fr', options = {}) {
    const { page, complaints } = await stage.page({ acceptDownloads: true, ...options });
    await page.goto(`${stage.origin}/data.html?lang=${lang}`);
    await atlas_ready(page);
    await page.waitForFunction((tag) => document.documentElement.lang === tag && document.title.startsWith(String(document.querySelector('h1 span')?.textContent)), lang);
    return { page, complaints };
  }

  /** A file of the test's. @param {string} name @param {string | Uint8Array} content */
  function file(name, content) {
    const path = join(folder, name);
    writeFileSync(path, content);
    return path;
  }

  /** Waits until the atlas has followed. @param {Page} page @param {boolean} [is_shown] */
  async function followed(page, is_shown = true) {
    await page.waitForFunction((wanted) => document.getElementById('main')?.getAttribute('aria-busy') !== 'true' && document.getElementById('busy')?.hidden === true && document.getElementById('work')?.dataset.shown === String(wanted), is_shown);
  }

  /** @param {Page} page @param {string} path */
  async function open_file(page, path) {
    await page.setInputFiles('#file', path);
    await followed(page);
  }

  const clusters_of = (/** @type {Page} */ page) => with_atlas(page, (atlas) => JSON.parse(atlas.snapshot_json).clusters);
  const text_of = (/** @type {Page} */ page, /** @type {string} */ id) => page.locator(`#${id}`).textContent();
  /** @param {Page} page @param {number} row from 0 @param {number} column from 0 */
  const cell = (page, row, column) => page.locator(`[row-index="${row}"] [col-id="${column}"]`);

  /** As in a spreadsheet: Enter goes down, F2 edits. @param {Page} page @param {number} row @param {number} column @param {string} text */
  async function type_into(page, row, column, text) {
    await cell(page, row, column).click();
    await page.keyboard.press('F2');
    await page.keyboard.press('Control+A');
    await page.keyboard.type(text);
    await page.keyboard.press('Enter');
  }

  /** @param {Page} page @param {string} what */
  async function saved(page, what) {
    await page.locator('#save summary').click();
    const [download] = await Promise.all([page.waitForEvent('download'), page.locator(`[data-save=${what}]`).click()]);
    const path = join(folder, download.suggestedFilename());
    await download.saveAs(path);
    return path;
  }

  return { folder, opened, file, followed, open_file, clusters_of, text_of, cell, type_into, saved };
}
