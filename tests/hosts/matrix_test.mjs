// The atlas in the tools that people use, each with its own production build: npm pack, npm install, build, a static
// server, Chromium, 53 clusters drawn. Runs in build/hosts, where the tools are installed once. usage: make test-hosts
import assert from 'node:assert/strict';
import { execFile, spawn } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { promisify } from 'node:util';
import { listen, static_server } from '../../tools/serve.mjs';
import { launch, new_page } from '../web/support/chromium.mjs';
import { packed_into, root } from '../web/support/package.mjs';

const run = promisify(execFile);
const place = join(root, 'build/hosts');
const bin = (/** @type {string} */ name) => join(place, 'node_modules/.bin', name);

/** @type {import('playwright-core').Browser} */ let browser;
before(async () => {
  mkdirSync(place, { recursive: true });
  cpSync(join(root, 'tests/hosts'), place, { recursive: true, filter: (from) => !from.includes('node_modules') });
  const lock = readFileSync(join(place, 'package-lock.json'), 'utf8');
  const stamp = join(place, 'node_modules/.installed-lock');
  if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== lock) {
    await run('npm', ['ci', '--loglevel=error'], { cwd: place });
    writeFileSync(stamp, lock);
  }
  const tarball = await packed_into(join(place, 'packed'));
  await run('npm', ['install', '--no-save', '--no-package-lock', '--prefer-offline', tarball], { cwd: place });
  writeFileSync(stamp, lock);
  browser = await launch();
});
after(() => browser?.close());

/** @param {string} project @param {string} command @param {string[]} words */
async function tool(project, command, ...words) {
  const { stdout, stderr } = await run(command, words, { cwd: join(place, project), maxBuffer: 1 << 26 }).catch((error) => {
    throw new Error(`${project}: ${command} ${words.join(' ')}\n${error.stdout}${error.stderr}`);
  });
  return stdout + stderr;
}

/** @param {string} folder @param {(origin: string) => Promise<void>} use */
async function served(folder, use) {
  const server = static_server(folder);
  const port = await listen(server, 0);
  try {
    await use(`http://127.0.0.1:${port}`);
  } finally {
    server.closeAllConnections();
    server.close();
  }
}

/** A server of the tool's own, on a port that it names. @param {string} project @param {string[]} words @param {NodeJS.ProcessEnv} env @param {(origin: string) => Promise<void>} use */
async function with_server(project, words, env, use) {
  const server = spawn(bin('vite'), words, { cwd: join(place, project), env: { ...process.env, NO_COLOR: '1', ...env }, stdio: ['ignore', 'pipe', 'inherit'] });
  try {
    const origin = await new Promise((done, failed) => {
      let said = '';
      server.stdout.on('data', (text) => {
        said += text;
        const found = /http:\/\/(localhost|127\.0\.0\.1):(\d+)/.exec(said);
        if (found) done(found[0]);
      });
      server.once('exit', () => failed(new Error(said)));
    });
    await use(origin);
  } finally {
    server.kill();
  }
}

const k_drawn = (/** @type {string} */ atlas) => `(${atlas})?.stats.frames > 0 && (${atlas}).stats.drawCalls > 0`;

/** Each named atlas has drawn 53 clusters, nobody complained. @param {string} address @param {string[]} atlases @param {(page: import('playwright-core').Page) => Promise<void>} [more] */
async function draws(address, atlases, more) {
  const { page, complaints } = await new_page(browser);
  await page.goto(address);
  for (const atlas of atlases) {
    await page.waitForFunction(k_drawn(atlas));
    await page.evaluate(`(${atlas}).setState({ date: '2026-03' })`);
    assert.equal(await page.evaluate(`(${atlas}).result.total`), 53, atlas);
  }
  await more?.(page);
  assert.deepEqual(complaints, []);
  await page.context().close();
}

const k_languages = readdirSync(join(root, 'data/locales')).filter((name) => name.endsWith('.json')).length;
const k_element = "document.querySelector('cluster-atlas').atlas";
/** Map, snapshot, the words of each language and both wasm files once each, and no copy of the offline page. @param {string} folder */
function check_assets(folder) {
  const names = readdirSync(folder, { recursive: true }).map(String);
  const count = (/** @type {RegExp} */ what) => names.filter((name) => what.test(name)).length;
  const seen = { wasm: count(/\.wasm$/), maps: count(/(?<!\.(js|css))\.map$/), json: count(/\.json$/), pages: count(/cluster-atlas.*\.html$/) };
  assert.deepEqual(seen, { wasm: 2, maps: 1, json: 1 + k_languages, pages: 0 }, names.join(' '));
}

test('Vite, React 19 in StrictMode, TypeScript strict: mount, element, wrapper in step', async () => {
  await tool('vite-react', bin('tsc'), '-p', '.');
  await tool('vite-react', bin('vite'), 'build', '--logLevel', 'error');
  const out = join(place, 'vite-react/dist');
  check_assets(join(out, 'assets'));
  await served(out, (origin) =>
    draws(`${origin}/`, ['window.mounted', k_element, 'window.wrapped'], async (page) => {
      assert.equal(await page.evaluate(() => document.querySelectorAll('#wrapped-box > *, #mounted-box > *').length), 2);
      await page.click('#then');
      await page.waitForFunction(() => /** @type {any} */ (window).wrapped.state.date === '2007-04' && document.querySelector('output')?.textContent === '2007-04');
      await page.click('#english');
      await page.waitForFunction(() => /** @type {any} */ (window).wrapped.state.lang === 'en');
      assert.ok(await page.evaluate(() => /** @type {any} */ (window).by_ref() === /** @type {any} */ (window).wrapped));
    }),
  );
});

test('Vite, Vue 3: element and wrapper in step', async () => {
  await tool('vite-vue', bin('vue-tsc'), '-p', '.');
  await tool('vite-vue', bin('vite'), 'build', '--logLevel', 'error');
  const out = join(place, 'vite-vue/dist');
  check_assets(join(out, 'assets'));
  await served(out, (origin) =>
    draws(`${origin}/`, [k_element, 'window.wrapped'], async (page) => {
      await page.click('#then');
      await page.waitForFunction(() => /** @type {any} */ (window).wrapped.state.date === '2007-04' && document.querySelector('output')?.textContent === '2007-04');
      assert.ok(await page.evaluate(() => /** @type {any} */ (window).by_ref() === /** @type {any} */ (window).wrapped));
    }),
  );
});

test('SvelteKit with server rendering', async () => {
  await tool('sveltekit', bin('vite'), 'build', '--logLevel', 'error');
  await with_server('sveltekit', ['preview', '--port', '0', '--host', '127.0.0.1'], {}, async (origin) => {
    const html = await (await fetch(origin)).text();
    assert.match(html, /<h1>[^<]*Pôles de compétitivité/);
    assert.match(html, /<cluster-atlas/);
    await draws(origin, [k_element]);
  });
});

test('webpack 5, no loader', async () => {
  await tool('webpack', 'node', 'build.mjs');
  const out = join(place, 'webpack/dist');
  check_assets(out);
  await served(out, (origin) => draws(`${origin}/`, ['window.mounted']));
});

test('Vite’s dev server: inline; excluded from pre-bundling; else the line that helps', async () => {
  const words = ['--port', '0', '--host', '127.0.0.1', '--force'];
  await with_server('vite-dev', words, {}, async (origin) => {
    await draws(`${origin}/inline.html`, ['window.mounted']);
    const { page } = await new_page(browser);
    await page.goto(`${origin}/`);
    const refusal = await page.waitForFunction(() => Reflect.get(window, 'refusal') ?? Reflect.get(window, 'mounted')).then((handle) => handle.jsonValue());
    if (typeof refusal === 'string') assert.match(refusal, /node_modules\/\.vite\/deps\/.*optimizeDeps: \{ exclude: \['cluster-atlas'\] \}/);
    await page.context().close();
  });
  await with_server('vite-dev', words, { EXCLUDE: '1' }, (origin) => draws(`${origin}/`, ['window.mounted']));
});

test('the wrappers’ own sources hold their types', async () => {
  const from = join(place, 'node_modules/cluster-atlas');
  mkdirSync(join(place, 'wrappers'), { recursive: true });
  for (const name of ['react.js', 'react.d.ts', 'vue.js', 'vue.d.ts', 'cluster-atlas.d.ts']) cpSync(join(from, name), join(place, 'wrappers', name));
  await tool('.', bin('tsc'), '-p', 'tsconfig.wrappers.json');
});
