// The site's own copies in the browser: on hosts that redirect to clean addresses, two on one origin, and a kiosk after a
// power cut.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { chromium } from 'playwright-core';
import { atlas_ready, k_executable, k_switches, launch, new_page, with_atlas } from './support/chromium.mjs';
import { dist, start_site } from './support/site.mjs';

/** @type {import('playwright-core').Browser} */ let browser;
before(async () => (browser = await launch()));
after(() => browser.close());

/** Waits until the page's worker has its copy. @param {import('playwright-core').Page} page */
const copied = (page) => page.waitForFunction(() => navigator.serviceWorker.getRegistration().then((all) => all?.active?.state === 'activated'));

/** @param {import('playwright-core').Page} page @param {string} address */
async function opens(page, address) {
  await page.goto('about:blank');
  await page.goto(address);
  await atlas_ready(page);
}

test('a host that redirects /kiosk.html to /kiosk: every page opens, online and offline', { timeout: 90_000 }, async () => {
  const site = await start_site();
  for (const name of ['embed', 'kiosk', 'index']) {
    const clean = name === 'index' ? '/' : `/${name}`;
    site.pages[`/${name}.html`] = { status: 308, body: '', headers: { location: clean } };
    if (name !== 'index') site.pages[clean] = readFileSync(`${dist}/${name}.html`, 'utf8');
  }
  const { page } = await new_page(browser, { serviceWorkers: 'allow' });
  await page.goto(`${site.origin}/`);
  await atlas_ready(page);
  await copied(page);
  const paths = ['/', '/index.html', '/embed.html', '/embed', '/kiosk.html', '/kiosk', '/embed.html?theme=dark'];
  for (const path of paths) await opens(page, site.origin + path);
  await site.stop();
  for (const path of paths) await opens(page, site.origin + path);
  await page.context().close();
});

test('two copies of the site on one origin leave each other alone', { timeout: 90_000 }, async (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'atlas-origin-'));
  t.after(() => rmSync(folder, { recursive: true }));
  for (const name of ['a', 'b']) symlinkSync(dist, join(folder, name));
  const site = await start_site({}, folder);
  // another version under /b/, so that it is not one and the same copy
  const other = readFileSync(`${dist}/service_worker.js`, 'utf8').replace(/k_version = '[^']*'/, "k_version = 'other'");
  site.pages['/b/service_worker.js'] = { body: other, headers: { 'content-type': 'text/javascript' } };
  const { page } = await new_page(browser, { serviceWorkers: 'allow' });
  for (const name of ['a', 'b', 'a']) {
    await opens(page, `${site.origin}/${name}/`);
    await copied(page);
  }
  await site.stop();
  for (const name of ['a', 'b']) {
    await opens(page, `${site.origin}/${name}/`);
    assert.equal(await with_atlas(page, (atlas) => atlas.result.total), 53);
  }
  await page.context().close();
});

/** A browser of its own, with its own folder, which can be killed. @param {string} profile */
async function start_machine(profile) {
  const switches = [...k_switches, '--headless=new', `--user-data-dir=${profile}`, '--remote-debugging-port=0', '--no-first-run', 'about:blank'];
  const process = spawn(k_executable, switches, { stdio: ['ignore', 'ignore', 'pipe'] });
  const address = await new Promise((done, failed) => {
    let said = '';
    process.once('exit', () => failed(new Error(said)));
    process.stderr.on('data', (text) => {
      said += text;
      const found = /DevTools listening on (ws:\S+)/.exec(said);
      if (found) done(found[1]);
    });
  });
  const connected = await chromium.connectOverCDP(address);
  const page = await connected.contexts()[0].newPage();
  page.setDefaultTimeout(20_000);
  const cut_power = async () => {
    const gone = new Promise((done) => process.once('exit', done));
    process.kill('SIGKILL');
    await gone;
  };
  return { page, cut_power };
}

test('a kiosk that was opened once starts after a power cut, without a network', { timeout: 120_000 }, async (t) => {
  const profile = mkdtempSync(join(tmpdir(), 'atlas-kiosk-'));
  /** @type {Array<Awaited<ReturnType<typeof start_machine>>>} */ const machines = [];
  t.after(async () => {
    for (const machine of machines) await machine.cut_power(); // before their profile goes
    rmSync(profile, { recursive: true, force: true, maxRetries: 20, retryDelay: 200 });
  });
  const site = await start_site();
  const address = `${site.origin}/kiosk.html`;
  const first = await start_machine(profile);
  await first.page.goto(address);
  await atlas_ready(first.page);
  await copied(first.page);
  await Promise.all([first.cut_power(), site.stop()]);

  const second = await start_machine(profile);
  machines.push(second);
  await second.page.goto(address);
  await atlas_ready(second.page);
  assert.equal(await with_atlas(second.page, (atlas) => atlas.settings.attract), true);
  assert.equal(await with_atlas(second.page, (atlas) => atlas.result.total), 53);
});
