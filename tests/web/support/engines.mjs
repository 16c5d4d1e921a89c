// The three engines that Debian packages, behind one small face. Firefox and WebKit draw WebGL 2 only on a display, so
// each brings its own virtual one.
import { createServer } from 'node:net';
import { chromium } from 'playwright-core';

/**
 * @typedef {object} Engine
 * @property {(url: string) => Promise<unknown>} open
 * @property {(expression: string) => Promise<any>} run
 * @property {(expression: string) => Promise<void>} until
 * @property {(from: number[], to: number[]) => Promise<void>} drag with the real mouse
 * @property {() => Promise<string[]>} complaints
 * @property {() => Promise<unknown>} stop
 */

const sleep = (/** @type {number} */ ms) => new Promise((done) => setTimeout(done, ms));
const k_patience_ms = 25_000;

/** @param {(expression: string) => Promise<any>} run @returns {(expression: string) => Promise<void>} */
function patient(run) {
  return async (expression) => {
    const end = Date.now() + k_patience_ms;
    for (;;) {
      if (await run(`Boolean(${expression})`).catch(() => false)) return;
      if (Date.now() > end) throw new Error(`not within ${k_patience_ms} ms: ${expression}`);
      await sleep(150);
    }
  };
}

/** A display of its own. @param {typeof import('node:child_process').spawn} spawn */
async function display(spawn) {
  const server = spawn('Xvfb', ['-displayfd', '1', '-screen', '0', '1400x1000x24', '-nolisten', 'tcp'], { stdio: ['ignore', 'pipe', 'ignore'] });
  const number = await new Promise((done, failed) => {
    server.stdout?.once('data', (data) => done(String(data).trim()));
    server.once('error', failed);
    server.once('exit', () => failed(new Error('no display')));
  });
  return { name: `:${number}`, stop: () => server.kill() };
}

/** @returns {Promise<Engine>} */
async function start_chromium() {
  const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox', '--use-angle=swiftshader', '--enable-unsafe-swiftshader'] });
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  /** @type {string[]} */
  const said = [];
  page.on('pageerror', (error) => said.push(String(error)));
  page.on('console', (message) => message.type() === 'error' && said.push(message.text()));
  const run = (/** @type {string} */ code) => page.evaluate(code);
  return {
    open: (url) => page.goto(url),
    run,
    until: patient(run),
    drag: async ([x, y], [to_x, to_y]) => {
      await page.mouse.move(x, y);
      await page.mouse.down();
      await page.mouse.move(to_x, to_y, { steps: 8 });
      await page.mouse.up();
    },
    complaints: async () => said,
    stop: () => browser.close(),
  };
}

/** @param {typeof import('node:child_process').spawn} spawn @returns {Promise<Engine>} */
async function start_firefox(spawn) {
  const { default: puppeteer } = await import('puppeteer-core');
  const screen = await display(spawn);
  const browser = await puppeteer.launch({ browser: 'firefox', executablePath: process.env.FIREFOX ?? '/usr/bin/firefox-esr', headless: false, defaultViewport: null, args: ['--width=1280', '--height=900'], env: { ...process.env, DISPLAY: screen.name, MOZ_WEBRENDER: '1' } });
  const [page] = await browser.pages();
  /** @type {string[]} */
  const said = [];
  page.on('pageerror', (error) => said.push(String(error)));
  page.on('console', (message) => message.type() === 'error' && said.push(message.text()));
  const run = (/** @type {string} */ code) => page.evaluate(code);
  return {
    open: (url) => page.goto(url),
    run,
    until: patient(run),
    drag: async ([x, y], [to_x, to_y]) => {
      await page.mouse.move(x, y);
      await page.mouse.down();
      await page.mouse.move(to_x, to_y, { steps: 8 });
      await page.mouse.up();
    },
    complaints: async () => said,
    stop: async () => {
      await browser.close();
      screen.stop();
    },
  };
}

/** Up to three times. @template T @param {() => Promise<T>} start @returns {Promise<T>} */
async function insist(start) {
  for (let attempt = 1; ; ++attempt) {
    try {
      return await start();
    } catch (error) {
      if (attempt === 3) throw error;
      console.error(`start ${attempt} failed: ${error}`);
    }
  }
}

/** A port nobody listens on. @returns {Promise<number>} */
const free_port = () =>
  new Promise((done) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = /** @type {import('node:net').AddressInfo} */ (probe.address());
      probe.close(() => done(port));
    });
  });

/** WebKit's driver, once it answers. @param {typeof import('node:child_process').spawn} spawn @param {string} screen */
async function webkit_driver(spawn, screen) {
  const port = await free_port();
  const started = spawn('WebKitWebDriver', [`--port=${port}`], { env: { ...process.env, DISPLAY: screen, WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1' }, stdio: 'ignore' });
  const end = Date.now() + k_patience_ms;
  while (!(await fetch(`http://127.0.0.1:${port}/status`).catch(() => null))) {
    if (Date.now() > end || started.exitCode !== null) throw new Error(`WebKitWebDriver does not answer (exit code ${started.exitCode})`);
    await sleep(100);
  }
  return { started, port };
}

/** @param {typeof import('node:child_process').spawn} spawn @returns {Promise<Engine>} */
async function start_webkit(spawn) {
  const { Builder, Capabilities, Origin } = await import('selenium-webdriver').then((module) => ({ ...module, Origin: module.default.Origin ?? { VIEWPORT: 'viewport' } }));
  const screen = await display(spawn);
  const browser = process.env.MINIBROWSER ?? '/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser';
  const wanted = new Capabilities({ browserName: 'MiniBrowser', 'webkitgtk:browserOptions': { binary: browser, args: ['--automation', '--geometry=1280x800'] } });
  // The first start on a new machine fills font and shader caches, and may outlast the driver's own patience.
  const { server, driver } = await insist(async () => {
    const { started, port } = await webkit_driver(spawn, screen.name);
    try {
      return { server: started, driver: await new Builder().usingServer(`http://127.0.0.1:${port}`).withCapabilities(wanted).build() };
    } catch (error) {
      started.kill();
      throw error;
    }
  });
  const run = (/** @type {string} */ code) => driver.executeScript(`return (${code})`);
  return {
    open: (url) => driver.get(url),
    run,
    until: patient(run),
    drag: async ([x, y], [to_x, to_y]) => {
      const at = (/** @type {number} */ px, /** @type {number} */ py, duration = 60) => ({ x: Math.round(px), y: Math.round(py), duration, origin: Origin.VIEWPORT });
      const actions = driver.actions({ async: true }).move(at(x, y)).press();
      for (let i = 1; i <= 6; ++i) actions.move(at(x + ((to_x - x) * i) / 6, y + ((to_y - y) * i) / 6));
      await actions.release().perform();
    },
    complaints: async () => [],
    stop: async () => {
      await driver.quit().catch(() => {});
      server.kill();
      screen.stop();
    },
  };
}

/** @type {Record<string, (spawn: typeof import('node:child_process').spawn) => Promise<Engine>>} */
export const engines = { Chromium: start_chromium, Firefox: start_firefox, WebKit: start_webkit };
