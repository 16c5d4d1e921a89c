// Chromium as Debian packages it, with software WebGL 2; and what tests do with an atlas in a page.
import { chromium } from 'playwright-core';

export const k_executable = process.env.CHROMIUM ?? '/usr/bin/chromium';
export const k_switches = ['--no-sandbox', '--disable-background-networking', '--use-angle=swiftshader', '--enable-unsafe-swiftshader'];
export const k_desktop = { width: 1280, height: 800 };

/** @param {string[]} [more] command line switches @param {string[]} [without] switches that playwright sets */
export function launch(more = [], without = []) {
  return chromium.launch({ executablePath: k_executable, args: [...k_switches, ...more], ignoreDefaultArgs: without });
}

/**
 * A page that remembers what it complained about. Without the site's service worker, which would fetch the whole site for
 * each page and answer in place of page.route(); tests of the offline copy allow it.
 * @param {import('playwright-core').Browser} browser
 * @param {import('playwright-core').BrowserContextOptions} [options]
 */
export async function new_page(browser, options = {}) {
  const context = await browser.newContext({ viewport: k_desktop, reducedMotion: 'reduce', serviceWorkers: 'block', ...options });
  const page = await context.newPage();
  /** @type {string[]} */
  const complaints = [];
  page.on('pageerror', (error) => complaints.push(`${error}`));
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
  page.setDefaultTimeout(20_000);
  return { page, complaints };
}

/** Waits until the page's <cluster-atlas> answers and has drawn. @param {import('playwright-core').Page} page */
export async function atlas_ready(page) {
  await page.waitForFunction(() => {
    const { atlas } = /** @type {any} */ (document.querySelector('cluster-atlas')) ?? {};
    return atlas && atlas.stats.frames > 0;
  });
}

/** Runs in the page with its atlas. @param {import('playwright-core').Page} page @param {(atlas: any, argument: any) => unknown} run @param {unknown} [argument] */
export function with_atlas(page, run, argument) {
  return /** @type {Promise<any>} */ (page.evaluate(`(${run})(document.querySelector('cluster-atlas').atlas, ${JSON.stringify(argument)})`));
}

/** Two frames of the page, in which what was done reaches its observers and the atlas. @param {import('playwright-core').Page | import('playwright-core').Frame} page */
export async function page_frames(page) {
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
}

/** Waits until nothing is to be drawn, and the twin says what is seen. @param {import('playwright-core').Page | import('playwright-core').Frame} page */
export async function settled(page) {
  await page_frames(page);
  await page.waitForFunction(() => /** @type {any} */ (document.querySelector('cluster-atlas')).atlas.stats.atRest);
}

/** Waits until the page's address says what it is to say of the state. @param {import('playwright-core').Page} page */
export async function address_settled(page) {
  await settled(page);
  await page.waitForFunction(() => !/** @type {any} */ (document.querySelector('cluster-atlas')).atlas.is_address_due);
}

/** The rectangle of an outline node in the window, by its id. @param {import('playwright-core').Page} page @param {string} id */
export async function box_of(page, id) {
  return page.evaluate((wanted) => {
    const root = /** @type {any} */ (document.querySelector('cluster-atlas')).shadowRoot;
    const element = [...root.querySelectorAll('[data-id]')].find((each) => each.dataset.id === wanted);
    if (!element) throw new Error(`no node ${wanted}`);
    const { x, y, width, height } = element.getBoundingClientRect();
    return { x, y, width, height, middle: /** @type {[number, number]} */ ([x + width / 2, y + height / 2]) };
  }, id);
}

/** An outline node, by its id. @param {import('playwright-core').Page} page @param {string} id */
export const node = (page, id) => page.locator('cluster-atlas').locator(`[data-id="${id}"]`);

/** What has the focus in the atlas: a node's id, else the class of a field. @param {import('playwright-core').Page} page @returns {Promise<string>} */
export function focused(page) {
  return page.evaluate(() => {
    const active = /** @type {any} */ (document.querySelector('cluster-atlas')).shadowRoot.activeElement;
    return active?.dataset.id ?? active?.className ?? '';
  });
}

/** Ids of the outline's nodes. @param {import('playwright-core').Page} page @param {string} [start] @returns {Promise<string[]>} */
export async function node_ids(page, start = '') {
  return page.evaluate((prefix) => {
    const root = /** @type {any} */ (document.querySelector('cluster-atlas')).shadowRoot;
    return [...root.querySelectorAll('[data-id]')].map((each) => each.dataset.id).filter((id) => id.startsWith(prefix));
  }, start);
}
