// The npm package in the tools that need no set-up: node, tsc, esbuild, an importmap, another origin. The bundlers and
// frameworks with weighty installs are in tests/hosts (make test-hosts).
import assert from 'node:assert/strict';
import { copyFileSync, mkdirSync, readFileSync, readdirSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { build } from 'esbuild';
import { static_server, listen } from '../../tools/serve.mjs';
import { launch, new_page } from './support/chromium.mjs';
import { consumer, root } from './support/package.mjs';
import { dist } from './support/site.mjs';

/** @type {Awaited<ReturnType<typeof consumer>>} */ let project;
/** @type {import('playwright-core').Browser} */ let browser;
before(async () => {
  project = await consumer(['react', '@types/react', 'csstype']);
  browser = await launch();
});
after(async () => {
  await browser.close();
  project.remove();
});

const page_with = (/** @type {string} */ head) => `<!doctype html><html lang="fr"><meta charset="utf-8"><link rel="icon" href="data:,">${head}<div id="box" style="height: 500px"></div></html>`;
const k_mount = "import { mount } from 'cluster-atlas'; window.atlas = await mount(document.getElementById('box'));";

/** Opens an address and waits for the picture. @param {string} address */
async function drawn(address) {
  const { page, complaints } = await new_page(browser);
  await page.goto(address);
  await page.waitForFunction(() => /** @type {any} */ (window).atlas?.stats.frames > 0 && /** @type {any} */ (window).atlas.stats.drawCalls > 0);
  const total = await page.evaluate(() => /** @type {any} */ (window).atlas.result.total);
  await page.waitForFunction(() => /** @type {any} */ (window).atlas.stats.atRest);
  const words = await page.evaluate(() => [.../** @type {any} */ (window).atlas.root.querySelectorAll('*')].map((each) => `${each.getAttribute('aria-label')} ${each.textContent}`).join('\n'));
  const requests = await page.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => new URL(name).pathname));
  await page.context().close();
  return { total, words, complaints, requests };
}

/** @param {string} folder @param {(origin: string) => Promise<void>} use @param {Record<string, string>} [headers] */
async function served(folder, use, headers) {
  const server = static_server(folder, headers);
  const port = await listen(server, 0);
  try {
    await use(`http://127.0.0.1:${port}`);
  } finally {
    server.closeAllConnections();
    server.close();
  }
}

describe('what is shipped', () => {
  test('publint and attw find nothing', async () => {
    const bin = join(root, 'node_modules/.bin');
    const publint = await project.run(join(bin, 'publint'), [project.tarball, '--strict']);
    assert.equal(publint.code, 0, publint.said);
    assert.match(publint.said, /All good/);
    // what is fetched and not imported has no types
    const exported = Object.keys(JSON.parse(readFileSync(join(dist, 'package.json'), 'utf8')).exports);
    const files = exported.filter((name) => /\.(wasm|map|html|css|svg|json)$|(extras|frame|tables)\.js$/.test(name)).map((name) => name.slice(2));
    const attw = await project.run(join(bin, 'attw'), [project.tarball, '--profile', 'esm-only', '--format', 'ascii', '--exclude-entrypoints', ...files]);
    assert.equal(attw.code, 0, attw.said);
  });

  test('every file of the package can be reached, and every export is there', () => {
    const { bin, exports, files } = JSON.parse(readFileSync(join(dist, 'package.json'), 'utf8'));
    const commands = Object.values(bin).flatMap((name) => [name.slice(2), name.slice(2).replace(/mjs$/, 'wasm')]);
    const targets = new Set(Object.values(exports).flatMap((each) => (typeof each === 'string' ? [each] : Object.values(each))).map((name) => name.slice(2)));
    const shipped = readdirSync(join(project.folder, 'node_modules/cluster-atlas'));
    for (const target of targets) assert.ok(shipped.includes(target), target);
    for (const file of files.filter((/** @type {string} */ name) => !/\.(md|txt)$/.test(name))) assert.ok(targets.has(file) || commands.includes(file), `${file} is not exported`);
  });

  test('a tool finds the files that every atlas fetches and those of the languages, and no other', () => {
    const languages = readdirSync(join(dist, '../data/locales')).filter((name) => name.endsWith('.json')).map((name) => `./cluster-atlas-${name}`);
    for (const [name, expected] of /** @type {[string, string[]][]} */ ([
      ['cluster-atlas.js', [...languages, './cluster-atlas-extras.wasm', './cluster-atlas.wasm', './france.map', './snapshot.json'].sort()],
      ['cluster-atlas-inline.js', []],
    ])) {
      const text = readFileSync(join(dist, name), 'utf8');
      const found = [...text.matchAll(/new URL\("([^"]+)",import\.meta\.url\)/g)].map(([, file]) => file);
      assert.deepEqual(found.sort(), expected, name);
      assert.equal(text.match(/import\.meta/g)?.length ?? 0, expected.length, `${name}: an address that no tool can read`);
      assert.ok(!text.includes('atlas_module.wasm'), name);
    }
  });
});

describe('in node', () => {
  for (const name of ['cluster-atlas', 'cluster-atlas/element', 'cluster-atlas/inline', 'cluster-atlas/react']) {
    test(`import('${name}') does nothing`, async () => {
      assert.deepEqual(await project.run('node', ['-e', `import('${name}')`]), { code: 0, said: '' });
    });
  }
  test('cluster-atlas/data is the snapshot', async () => {
    const { said } = await project.run('node', ['-e', "import('cluster-atlas/data').then(({ default: snapshot }) => console.log(snapshot.clusters.length))"]);
    assert.equal(Number(said), JSON.parse(readFileSync(join(dist, 'snapshot.json'), 'utf8')).clusters.length);
  });
});

describe('esbuild --bundle --format=esm', () => {
  /** @param {string} name @param {string} text */
  async function bundled(name, text) {
    const out = join(project.folder, name);
    mkdirSync(out, { recursive: true });
    await build({ stdin: { contents: text, resolveDir: project.folder }, bundle: true, format: 'esm', outdir: out, entryNames: 'app', splitting: true, target: 'es2022', logLevel: 'silent' });
    project.write(`${name}/index.html`, page_with('<script type="module" src="app.js"></script>'));
    return out;
  }

  test('cluster-atlas/inline needs nothing beside the script', async () => {
    const out = await bundled('inline', k_mount.replace("'cluster-atlas'", "'cluster-atlas/inline'"));
    await served(out, async (origin) => {
      const { total, complaints, requests } = await drawn(origin);
      assert.equal(total, 53);
      assert.deepEqual(complaints, []);
      assert.deepEqual(requests.filter((path) => path !== '/app.js'), []);
    });
  });

  test('cluster-atlas/inline speaks a language of the page’s own, and fetches nothing for it', async () => {
    const locales = { el: { name: 'Ελληνικά', words: { header: { ViewMap: 'Χάρτης' } } } };
    const out = await bundled('inline-greek', k_mount.replace("'cluster-atlas'", "'cluster-atlas/inline'").replace("('box')", `('box'), { lang: 'el', locales: ${JSON.stringify(locales)} }`));
    await served(out, async (origin) => {
      const { total, words, complaints, requests } = await drawn(origin);
      assert.equal(total, 53);
      assert.match(words, /Χάρτης/);
      assert.match(words, /Filters/); // English where the page says nothing
      assert.deepEqual(complaints, []);
      assert.deepEqual(requests.filter((path) => path !== '/app.js'), []);
    });
  });

  test('cluster-atlas with its files copied beside the script', async () => {
    const out = await bundled('plain', k_mount);
    const files = ['cluster-atlas.wasm', 'cluster-atlas-extras.wasm', 'cluster-atlas-fr.json', 'snapshot.json', 'france.map'];
    for (const file of files) copyFileSync(join(project.folder, 'node_modules/cluster-atlas', file), join(out, file));
    await served(out, async (origin) => {
      const { total, complaints } = await drawn(origin);
      assert.equal(total, 53);
      assert.deepEqual(complaints, []);
    });
  });

  for (const [what, status, body, why] of /** @type {[string, number, string, RegExp][]} */ ([
    ['index.html in its place', 200, '<!doctype html><title>app</title>', /answers with a web page/],
    ['a 404', 404, '', /HTTP 404/],
  ])) {
    test(`without its files, ${what}: the address, the reason and the line that helps`, async () => {
      const out = await bundled('lost', `import { mount } from 'cluster-atlas'; mount(document.getElementById('box')).catch((error) => (window.refusal = { code: error.code, reason: error.reason, message: error.message }));`);
      const disk = static_server(out);
      const [from_disk] = /** @type {Function[]} */ (disk.listeners('request'));
      const server = createServer((request, response) => {
        if (/\.(wasm|json)$/.test(String(request.url))) response.writeHead(status, { 'content-type': 'text/html' }).end(body);
        else from_disk.call(disk, request, response);
      });
      const port = await listen(server, 0);
      const { page } = await new_page(browser);
      await page.goto(`http://127.0.0.1:${port}/`);
      const refusal = await page.waitForFunction(() => /** @type {any} */ (window).refusal).then((handle) => handle.jsonValue());
      assert.deepEqual([refusal.code, refusal.reason], ['network', status === 404 ? 'missing' : 'page']);
      assert.match(refusal.message, why);
      assert.match(refusal.message, new RegExp(`http://127\\.0\\.0\\.1:${port}/(cluster-atlas\\.wasm|snapshot\\.json)`));
      assert.match(refusal.message, /optimizeDeps: \{ exclude: \['cluster-atlas'\] \}/);
      assert.match(refusal.message, /cluster-atlas\/inline/);
      await page.context().close();
      server.closeAllConnections();
      server.close();
    });
  }
});

test('an importmap', async () => {
  project.write('importmap.html', page_with(`<script type="importmap">{"imports": {"cluster-atlas": "/node_modules/cluster-atlas/cluster-atlas.js"}}</script><script type="module">${k_mount}</script>`));
  await served(project.folder, async (origin) => {
    const { total, complaints } = await drawn(`${origin}/importmap.html`);
    assert.equal(total, 53);
    assert.deepEqual(complaints, []);
  });
});

test('another origin, with its wasm there too; content-hashed names in a sub-folder', async () => {
  const manifest = JSON.parse(readFileSync(join(dist, 'hashed/manifest.json'), 'utf8'));
  assert.match(readFileSync(join(dist, 'hashed', manifest['cluster-atlas.js'].file), 'utf8'), /name:"france\.map"/, 'as snapshots call it');
  await served(
    dist,
    async (elsewhere) => {
      for (const script of ['cluster-atlas.js', `hashed/${manifest['cluster-atlas.js'].file}`]) {
        project.write('origin.html', page_with(`<script type="module">${k_mount.replace("'cluster-atlas'", `'${elsewhere}/${script}'`)}</script>`));
        await served(project.folder, async (origin) => {
          const { total, complaints } = await drawn(`${origin}/origin.html`);
          assert.equal(total, 53);
          assert.deepEqual(complaints, []);
        });
      }
    },
    { 'access-control-allow-origin': '*', 'cross-origin-resource-policy': 'cross-origin' },
  );
});

describe('TypeScript, strict', () => {
  const tsc = join(root, 'node_modules/typescript/bin/tsc');
  const good = readFileSync(join(root, 'tests/hosts/types/good.tsx'), 'utf8');
  /** @param {string} text @param {string} resolution */
  const compiled = (text, resolution) => {
    project.write('app.tsx', text);
    const module = resolution === 'bundler' ? 'esnext' : resolution;
    return project.run('node', [tsc, '--noEmit', '--strict', '--jsx', 'react-jsx', '--lib', 'es2022,dom,dom.iterable', '--target', 'es2022', '--module', module, '--moduleResolution', resolution, 'app.tsx']);
  };

  for (const resolution of ['node16', 'nodenext', 'bundler']) {
    test(`compiles with ${resolution}`, async () => {
      const { code, said } = await compiled(good, resolution);
      assert.equal(code, 0, said);
    });
  }

  test('refuses wrong facets, actions, events and languages, each where it stands', async () => {
    const wrong = readFileSync(join(root, 'tests/hosts/types/wrong.ts'), 'utf8');
    const { said } = await compiled(wrong, 'nodenext');
    const refused = new Set([...said.matchAll(/^app\.tsx\((\d+),/gm)].map(([, line]) => Number(line)));
    const expected = wrong.split('\n').flatMap((line, index) => (line.includes('// refused') ? [index + 1] : []));
    assert.deepEqual([...refused].sort((a, b) => a - b), expected, said);
  });
});
