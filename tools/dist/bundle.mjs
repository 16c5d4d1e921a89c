// One ES module out of web/src and the emscripten glue. The sources import the glue as 'atlas-module'.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';

/** @param {string} root @returns {string} */
export function version_of(root) {
  return /project\(cluster_atlas VERSION ([0-9.]+)/.exec(readFileSync(join(root, 'CMakeLists.txt'), 'utf8'))?.[1] ?? '0.0.0';
}

/**
 * @param {string} root
 * @param {string} glue the .mjs that emscripten wrote
 * @returns {Promise<string>}
 */
export async function bundle(root, glue) {
  const version = version_of(root);
  const result = await build({
    entryPoints: [join(root, 'web/src/index.js')],
    bundle: true,
    write: false,
    format: 'esm',
    target: 'es2022',
    minify: true,
    charset: 'utf8',
    legalComments: 'none',
    alias: { 'atlas-module': glue },
    define: { ATLAS_VERSION: JSON.stringify(version) },
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
