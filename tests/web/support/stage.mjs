// One browser and one site: there before the first test of a file or describe(), gone after its last.
import { after, before } from 'node:test';
import { atlas_ready, launch, new_page, settled, with_atlas } from './chromium.mjs';
import { start_site } from './site.mjs';

/** @typedef {import('playwright-core').BrowserContextOptions} Options */

/** Registers the hooks where it is called. @param {NonNullable<Parameters<typeof start_site>[0]>} [pages] written in the test, by path */
export function with_site(pages) {
  /** @type {import('playwright-core').Browser} */ let browser;
  /** @type {Awaited<ReturnType<typeof start_site>>} */ let site;
  /** @type {Promise<void> | undefined} */ let set_up;
  const is_there = () =>
    (set_up ??= (async () => {
      browser = await launch();
      site = await start_site(pages);
    })());
  before(is_there);
  after(async () => {
    await browser.close();
    await site.stop();
  });
  return {
    /** For hooks of the file itself, which Node starts beside this one. */
    is_there,
    get browser() {
      return browser;
    },
    get site() {
      return site;
    },
    get origin() {
      return site.origin;
    },
    /** @param {Options} [options] */
    page: async (options) => {
      await is_there();
      return new_page(browser, options);
    },
    /** A page whose atlas is at rest. @param {string} [path] of the site, or a whole address @param {Options} [options] @param {object} [state] what is set of it once it is there */
    open: async (path = '/index.html', options = {}, state = undefined) => {
      await is_there();
      const opened = await new_page(browser, options);
      await opened.page.goto(path.startsWith('/') ? site.origin + path : path);
      await atlas_ready(opened.page);
      if (state) await with_atlas(opened.page, (atlas, wanted) => atlas.setState(wanted), state);
      await settled(opened.page);
      return opened;
    },
  };
}
