// What a page asks for, kept back until the test lets it come.

/**
 * @param {import('playwright-core').Page} page
 * @param {string | RegExp} address
 * @param {number} [most] requests that are kept back; later ones pass
 */
export async function hold(page, address, most = Infinity) {
  let count = 0;
  /** @type {() => void} */ let release = () => {};
  const released = new Promise((done) => (release = () => done(undefined)));
  const asked = page.waitForRequest(address, { timeout: 20_000 });
  asked.catch(() => {}); // a test may not wait for it
  await page.route(address, async (route) => {
    if (++count <= most) await released;
    await route.continue().catch(() => {}); // the page may be gone
  });
  return { asked, release };
}
