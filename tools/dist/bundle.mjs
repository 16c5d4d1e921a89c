// ES modules out of web/src and the emscripten glue: cluster-atlas.js, which every page loads, the extras and the reader of workbooks,
// which it fetches when they are needed; or both in one, for the single file and for cluster-atlas-inline.js. The sources import the glue as 'atlas-module'.
import { createHash } from 'node:crypto';
import { readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { deflateRawSync } from 'node:zlib';
import { build } from 'esbuild';
import { read_locales } from '../locale/locale.mjs';
import { locale_file, packed_locales, shipped_locales } from './locales.mjs';
import { outline_of } from './outline.mjs';

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

/** Of the map beside the module. @param {string} root */
function outline_in(root) {
  return outline_of(JSON.parse(readFileSync(join(root, 'data/map/france_metro.l93.topojson'), 'utf8')));
}

/** How much a reader waits for, unpacked: servers that compress don't say. @param {string} out */
function sizes_in(out) {
  return { module: statSync(join(out, 'cluster-atlas.wasm')).size, snapshot: statSync(join(out, 'snapshot.json')).size };
}

/** The wasm as text that source.js unpacks. @param {string} file */
export function packed(file) {
  return deflateRawSync(readFileSync(file), { level: 9 }).toString('base64');
}

/** What is fetched later, by the source that it is made of. @type {Record<string, string>} */
const k_parts = { './extras.js': './cluster-atlas-extras.js', './workbooks.js': './cluster-atlas-tables.js' };

/** Leaves the import of the later parts to the browser. @type {import('esbuild').Plugin} */
const parts_beside = {
  name: 'parts-beside',
  setup: (it) => it.onResolve({ filter: /^\.\/(extras|workbooks)\.js$/ }, ({ kind, path }) => (kind === 'dynamic-import' ? { path: k_parts[path], external: true } : null)),
};

/** Who carries everything carries no reader of workbooks. @type {import('esbuild').Plugin} */
const no_workbooks = {
  name: 'no-workbooks',
  setup: (it) => it.onResolve({ filter: /^\.\/workbooks\.js$/ }, ({ resolveDir }) => ({ path: join(resolveDir, 'no_workbooks.js') })),
};

/** The glue names a wasm file that nobody ships; mount.js hands over the compiled module. @type {import('esbuild').Plugin} */
const glue_without_address = {
  name: 'glue-without-address',
  setup: (it) => it.onLoad({ filter: /atlas_module\.mjs$/ }, ({ path }) => ({ contents: readFileSync(path, 'utf8').replaceAll('import.meta.url', '""').replaceAll('atlas_module.wasm', '') })),
};

/**
 * What the page says in each language, and where its other words are.
 * @param {string} root
 * @param {boolean} is_carried they are inside
 * @returns {import('esbuild').Plugin}
 */
const page_words = (root, is_carried) => ({
  name: 'page-words',
  setup: (it) => {
    it.onResolve({ filter: /^atlas-words$/ }, () => ({ path: 'atlas-words', namespace: 'words' }));
    it.onLoad({ filter: /.*/, namespace: 'words' }, () => {
      const all = shipped_locales(root).map(({ language, name, page }) => {
        const address = is_carried ? "new URL('about:blank')" : `new URL('./${locale_file(language)}', import.meta.url)`;
        return `${JSON.stringify(language)}: { name: ${JSON.stringify(name)}, page: ${JSON.stringify(page)}, address: () => ${address} }`;
      });
      return { contents: `export default { ${all.join(', ')} };`, loader: 'js' };
    });
  },
});

/** No address at all: the packed wasm inside, the snapshot from the data module. @param {string} root @param {string} out @returns {import('esbuild').Plugin} */
const carried = (root, out) => ({
  name: 'carried',
  setup: (it) => {
    it.onResolve({ filter: /^\.\/files\.js$/ }, ({ resolveDir }) => ({ path: join(resolveDir, 'files_inside.js') }));
    it.onResolve({ filter: /^atlas-snapshot$/ }, () => ({ path: './cluster-atlas-data.js', external: true }));
    it.onResolve({ filter: /^atlas-packed$/ }, () => ({ path: 'atlas-packed', namespace: 'packed' }));
    it.onResolve({ filter: /^atlas-packed-words$/ }, () => ({ path: 'atlas-packed-words', namespace: 'packed' }));
    it.onLoad({ filter: /^atlas-packed$/, namespace: 'packed' }, () => ({ contents: packed(join(out, 'cluster-atlas-whole.wasm')), loader: 'text' }));
    it.onLoad({ filter: /^atlas-packed-words$/, namespace: 'packed' }, () => ({ contents: packed_locales(root, { has_keys: true }), loader: 'text' }));
  },
});

const k_module = /** @type {const} */ ({ bundle: true, write: false, format: 'esm', target: 'es2022', minify: true, charset: 'utf8', legalComments: 'none', logLevel: 'warning' });

/** @typedef {'page' | 'extras' | 'tables' | 'whole' | 'inline'} Part */
/** @type {Record<Part, string>} */
const k_entries = { page: 'index.js', extras: 'extras.js', tables: 'workbooks.js', whole: 'index.js', inline: 'index.js' };

/**
 * @param {{root: string, glue: string, out: string}} places the glue is the .mjs that emscripten wrote; out has the wasm
 * @param {Part} part
 * @returns {Promise<string>}
 */
export async function bundle({ root, glue, out }, part) {
  const version = version_of(root);
  const more = { page: [parts_beside], extras: [parts_beside], tables: [parts_beside, desk_facts(root)], inline: [carried(root, out), no_workbooks], whole: [no_workbooks] }[part];
  const result = await build({
    entryPoints: [join(root, 'web/src', k_entries[part])],
    plugins: [glue_without_address, page_words(root, part === 'inline'), ...more],
    ...k_module,
    ...(part === 'tables' ? { lineLimit: 1000 } : {}), // publint takes "http://" in a line for the start of a comment
    alias: { 'atlas-module': glue },
    define: { ATLAS_BUILD: JSON.stringify(build_id(root, glue)), ATLAS_BYTES: JSON.stringify(sizes_in(out)), ATLAS_OUTLINE: JSON.stringify(outline_in(root)) },
    banner: { js: `// Cluster Atlas ${version}, MIT; licences of what is inside: LICENSES.txt` },
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

/** What the data page imports and no file is: its words in each language, headings of a column of names. @param {string} root @returns {import('esbuild').Plugin} */
export const desk_facts = (root) => ({
  name: 'desk-facts',
  setup: (it) => {
    /** @type {Record<string, () => object>} */
    const facts = { 'desk-words': () => desk_words(root), 'name-headings': () => name_headings(root) };
    it.onResolve({ filter: /^(desk-words|name-headings)$/ }, ({ path }) => ({ path, namespace: 'desk' }));
    it.onLoad({ filter: /.*/, namespace: 'desk' }, ({ path }) => ({ contents: JSON.stringify(facts[path]()), loader: 'json' }));
  },
});

/** @param {string} root */
function desk_words(root) {
  return Object.fromEntries(read_locales(join(root, 'data/locales')).map(({ language, name, forms, desk }) => [language, { name, spreadsheet: forms.spreadsheet, desk }]));
}

/** @param {string} root @returns {string[]} */
function name_headings(root) {
  const [, said = ''] = /^ATLAS_COLUMN\(Name, ([^)]*)\)/m.exec(readFileSync(join(root, 'src/core/tables/columns.def'), 'utf8')) ?? [];
  return [...said.matchAll(/"([^"]*)"/g)].flatMap(([, titles]) => titles.split('|'));
}

/**
 * The script of the data page: grid, tables, archives, workbooks. The atlas stays the module beside it.
 * @param {string} root
 * @returns {Promise<string>}
 */
export async function bundle_desk(root) {
  const result = await build({
    entryPoints: [join(root, 'web/desk/index.js')],
    plugins: [desk_facts(root)],
    ...k_module,
    banner: { js: `// Cluster Atlas ${version_of(root)}, MIT; licences of what is inside: LICENSES.txt` },
  });
  return result.outputFiles[0].text;
}

const k_cli_head = `#!/usr/bin/env node
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
const require = createRequire(import.meta.url), __filename = fileURLToPath(import.meta.url), __dirname = dirname(__filename);`;

/**
 * The command of the npm package; its wasm and what it makes pages of lie beside it.
 * @param {string} root
 * @param {string} build_folder of the web build
 * @returns {Promise<string>}
 */
export async function bundle_cli(root, build_folder) {
  const result = await build({
    entryPoints: [join(root, 'tools/cli/cluster_atlas.mjs')],
    ...k_module,
    platform: 'node',
    target: 'node18',
    plugins: [desk_facts(root)],
    alias: { 'atlas-cli-module': join(build_folder, 'bin/cluster-atlas-cli.cjs') },
    banner: { js: k_cli_head },
  });
  return result.outputFiles[0].text;
}
