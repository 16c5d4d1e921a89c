// ES modules out of web/src and the emscripten glue: cluster-atlas.js, which every page loads, and the extras, which it
// fetches when they are needed; or both in one, for the single file. The sources import the glue as 'atlas-module'.
import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';

/** @param {string} root @returns {string} */
export function version_of(root) {
  return /project\(cluster_atlas VERSION ([0-9.]+)/.exec(readFileSync(join(root, 'CMakeLists.txt'), 'utf8'))?.[1] ?? '0.0.0';
}

/** The same for files made together. @param {string} root @param {string} glue */
function build_id(root, glue) {
  const hash = createHash('sha256').update(readFileSync(glue));
  const sources = join(root, 'web/src');
  for (const file of readdirSync(sources).sort()) hash.update(readFileSync(join(sources, file)));
  return hash.digest('hex').slice(0, 8);
}

/** Leaves the import of the extras to the browser. @type {import('esbuild').Plugin} */
const extras_beside = {
  name: 'extras-beside',
  setup: (it) => it.onResolve({ filter: /^\.\/extras\.js$/ }, ({ kind }) => (kind === 'dynamic-import' ? { path: './cluster-atlas-extras.js', external: true } : null)),
};

/**
 * @param {string} root
 * @param {string} glue the .mjs that emscripten wrote
 * @param {'page' | 'extras' | 'whole'} part
 * @returns {Promise<string>}
 */
export async function bundle(root, glue, part) {
  const version = version_of(root);
  const result = await build({
    entryPoints: [join(root, part === 'extras' ? 'web/src/extras.js' : 'web/src/index.js')],
    plugins: part === 'page' ? [extras_beside] : [],
    bundle: true,
    write: false,
    format: 'esm',
    target: 'es2022',
    minify: true,
    charset: 'utf8',
    legalComments: 'none',
    alias: { 'atlas-module': glue },
    define: { ATLAS_BUILD: JSON.stringify(build_id(root, glue)) },
    banner: { js: `// Cluster Atlas ${version}, MIT; licences of what is inside: LICENSES.txt` },
    logLevel: 'warning',
  });
  return result.outputFiles[0].text;
}

/**
 * The React example as a page script; the atlas itself stays the module beside it.
 * @param {string} root
 * @returns {Promise<string>}
 */
export async function bundle_react_example(root) {
  const result = await build({
    entryPoints: [join(root, 'web/examples/react-page.jsx')],
    bundle: true,
    write: false,
    format: 'esm',
    target: 'es2022',
    minify: true,
    jsx: 'automatic',
    define: { 'process.env.NODE_ENV': '"production"' },
    plugins: [{ name: 'beside', setup: (it) => it.onResolve({ filter: /^cluster-atlas$/ }, () => ({ path: '../cluster-atlas.js', external: true })) }],
    logLevel: 'warning',
  });
  return result.outputFiles[0].text;
}
