// Every snippet of README.md and web/README.md does what it says: as it stands, with the element it speaks of. What is a
// program also compiles in a strict TypeScript project.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { build } from 'esbuild';
import { consumer, root } from './support/package.mjs';
import { dist } from './support/site.mjs';
import { with_site } from './support/stage.mjs';

const k_programs = new Set(['js', 'jsx', 'ts', 'tsx']);
/** @typedef {{file: string, language: string, code: string, name: string}} Snippet */
/** @param {string} file @returns {Snippet[]} */
function snippets(file) {
  const blocks = [...readFileSync(`${root}/${file}`, 'utf8').matchAll(/^```(\w+)\n(.*?)^```$/gms)];
  return blocks.map(([, language, code], place) => ({ file, language, code, name: `${file}, ${language} no. ${place + 1}` }));
}
const all = [...snippets('README.md'), ...snippets('web/README.md')];

const stage = with_site();

const k_imports = JSON.stringify({ imports: { 'cluster-atlas': '/cluster-atlas.js' } });
/** Every snippet speaks of an element that the page has, or shows a component. @param {Snippet} snippet */
async function page_of({ language, code }) {
  const head = `<!doctype html><html lang="fr"><meta charset="utf-8"><link rel="icon" href="data:,"><script type="importmap">${k_imports}</script><body>`;
  if (language === 'html') return head + code;
  const box = '<div id="box" style="height: 560px"></div>';
  const script = language === 'jsx' ? await rendered(code) : `const element = document.getElementById('box');\n${code.replaceAll('atlas.destroy();', '')}`;
  return `${head}${box}<script type="module">${script.replaceAll('</script', '<\\/script')}</script>`;
}

/** The component in a React root of its own. @param {string} code */
async function rendered(code) {
  const source = code.replace(/^<[^]*$/m, (element) => `import { createRoot } from 'react-dom/client';\ncreateRoot(document.getElementById('box')).render(${element.trim().replace(/;$/, '')});`);
  const result = await build({
    stdin: { contents: source, loader: 'jsx', resolveDir: root },
    bundle: true,
    write: false,
    format: 'esm',
    jsx: 'automatic',
    define: { 'process.env.NODE_ENV': '"production"' },
    alias: { 'cluster-atlas/react': `${dist}/react.js` },
    plugins: [{ name: 'beside', setup: (it) => it.onResolve({ filter: /cluster-atlas\.js$/ }, () => ({ path: '/cluster-atlas.js', external: true })) }],
    logLevel: 'error',
  });
  return result.outputFiles[0].text;
}

describe('snippets run as they stand', () => {
  for (const [place, snippet] of all.entries()) {
    test(snippet.name, async () => {
      stage.site.pages[`/snippet-${place}.html`] = await page_of(snippet);
      const { page, complaints } = await stage.page();
      await page.addInitScript(() => {
        const attach = Element.prototype.attachShadow;
        Element.prototype.attachShadow = function (/** @type {ShadowRootInit} */ options) {
          const shadow = attach.call(this, { ...options, mode: 'open' });
          Reflect.set(window, 'shadows', [...(Reflect.get(window, 'shadows') ?? []), shadow]);
          return shadow;
        };
      });
      await page.goto(`${stage.origin}/snippet-${place}.html`);
      const drawn = () => (Reflect.get(window, 'shadows') ?? []).some((/** @type {ShadowRoot} */ shadow) => shadow.querySelector('.atlas [data-id="map/surface"], .atlas [data-id^="map/"]'));
      const frame = page.frames().length > 1 ? page.frames()[1] : page.mainFrame();
      await frame.waitForFunction(drawn);
      // a frame gets its height when its holder has heard it
      await page.waitForFunction(() => {
        const { width, height } = /** @type {Element} */ (document.querySelector('iframe, cluster-atlas, #box > div')).getBoundingClientRect();
        return width > 300 && height > 250;
      });
      assert.deepEqual(complaints, []);
      await page.context().close();
    });
  }
});

test('every snippet that is a program compiles in a strict TypeScript project', async () => {
  const project = await consumer(['react', '@types/react']);
  const programs = all.filter(({ language }) => k_programs.has(language));
  assert.ok(programs.length >= 4);
  const names = programs.map(({ code, language }, place) => {
    const name = `snippet${place}.tsx`;
    const imported = code.replaceAll("'./cluster-atlas.js'", "'cluster-atlas'");
    const said = language === 'jsx' ? imported.replace(/^<[^]*$/m, (element) => `export const shown = (${element.trim().replace(/;$/, '')});`) : imported;
    project.write(name, `declare const element: HTMLElement;\n${said}\nexport {};\n`);
    return name;
  });
  const answer = await project.run(`${root}/node_modules/.bin/tsc`, ['--noEmit', '--strict', '--target', 'es2022', '--module', 'es2022', '--moduleResolution', 'bundler', '--jsx', 'react-jsx', '--lib', 'es2023,dom,dom.iterable', ...names]);
  project.remove();
  assert.equal(answer.code, 0, answer.said);
});
