// Assembles dist/ from the web build: bundle, wasm, data, pages, the single offline file, compressed siblings, licences
// and a table of sizes. usage: node tools/dist.mjs [--out dist] [--build build/web] [--record]
// --record: the sizes of the script and of the module's two parts are meant, and become those to hold later builds against
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { bundle, bundle_cli, bundle_desk, bundle_react_example, version_of } from './dist/bundle.mjs';
import { europe } from './dist/europe.mjs';
import { licences } from './dist/licences.mjs';
import { locale_file, shipped_locales, words_by_key } from './dist/locales.mjs';
import { emcc_version, moved_parts, record_parts, recorded_parts } from './dist/part_sizes.mjs';
import { single_file } from './dist/single_file.mjs';
import { accessibility_statement } from './dist/statement.mjs';
import { text_css, text_file, text_pages, text_versions } from './dist/prerender.mjs';
import { head_of, k_oembed, oembed, site_address } from './dist/site.mjs';
import { split_module } from './dist/split.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
/** @param {string} name @param {string} otherwise */
const option = (name, otherwise) => {
  const at = process.argv.indexOf(name);
  return at < 0 ? otherwise : process.argv[at + 1];
};
const place = join(root, option('--out', 'dist'));
/** Filled beside its place, then swapped with what is there: a server or a reader never meets half of it. */
const out = `${place}.new`;
const build = join(root, option('--build', 'build/web'));

const locales = shipped_locales(root);
const k_languages = locales.map(({ language }) => locale_file(language));
const [first_language] = JSON.parse(readFileSync(join(root, 'data/snapshot.json'), 'utf8')).meta.languages;
/** What a page that embeds the atlas transfers; fonts are inside the wasm. */
const k_embed = ['cluster-atlas.js', 'cluster-atlas.wasm', locale_file(first_language), 'snapshot.json', 'france.map'];
/** What it fetches when somebody touches the atlas; exports, files of one's own, the standalone page, the kiosk. */
const k_later = ['cluster-atlas-extras.wasm', 'cluster-atlas-extras.js'];
/** The text version in each language. */
const k_texts = ['text.css', ...locales.map(({ language }) => text_file(language))];
const k_compressible = /\.(html|js|mjs|wasm|json|webmanifest|ts|txt|css|svg|map)$/;

/** @param {string} name @param {string | Uint8Array} content */
function write(name, content) {
  writeFileSync(join(out, name), content);
}

/** @param {string} from relative to the root @param {string} to in dist @returns {boolean} */
function copy(from, to) {
  if (!existsSync(join(root, from))) return false;
  cpSync(join(root, from), join(out, to), { recursive: true });
  return true;
}

const k_pages = ['index.html', 'embed.html', 'kiosk.html', 'page.css', 'page.js', 'own_page.js', 'cluster-atlas-frame.js', 'icon.svg', 'icon-192.png', 'icon-512.png', 'picture.png', 'manifest.webmanifest'];
/** Where the site will be, if that is known. */
const site = site_address(process.env.SITE);

const k_head = '<!--atlas:head-->';
const k_text = '<!--atlas:text-->';

/** What only the npm package needs beside the site's files. */
const k_package = ['cluster-atlas.d.ts', 'cluster-atlas-data.d.ts', 'react.js', 'react.d.ts', 'vue.js', 'vue.d.ts'];

/** @param {import('./dist/site.mjs').Meta} meta */
function introduce_pages(meta) {
  for (const page of ['index.html', 'embed.html']) {
    const text = readFileSync(join(out, page), 'utf8');
    if (!text.includes(k_head)) throw new Error(`${page} must hold ${k_head}`);
    write(page, text.replace(k_head, () => head_of(meta, { site, page })));
  }
  if (site) write(k_oembed, `${JSON.stringify(oembed(meta, site), null, 2)}\n`);
}

/** The whole atlas in words: in the first page, and as pages of its own. @returns {Promise<string>} that of the first page */
async function write_text_versions() {
  const texts = await text_versions(build, readFileSync(join(out, 'snapshot.json'), 'utf8'), locales);
  for (const [name, page] of text_pages(texts, locales)) write(name, page);
  write('text.css', text_css);
  write('accessibility.html', accessibility_statement(root, { version: version_of(root), contact: '' }));
  const text = /** @type {string} */ (texts.get(first_language));
  const index = readFileSync(join(out, 'index.html'), 'utf8');
  if (!index.includes(k_text)) throw new Error(`index.html must hold ${k_text}`);
  write('index.html', index.replace(k_text, () => text));
  return text;
}

/** As in web/package.json, with the version and the files of every language. */
function package_description() {
  const description = JSON.parse(readFileSync(join(root, 'web/package.json'), 'utf8'));
  const words = [...k_languages, 'cluster-atlas-words.json'];
  const exports = Object.fromEntries(words.map((name) => [`./${name}`, `./${name}`]));
  return { ...description, version: version_of(root), exports: { ...description.exports, ...exports }, files: [...description.files, ...words] };
}

/** Pages, types, schema and examples as they are; the snapshot without its spaces. */
function copy_static_files() {
  for (const page of k_pages) copy(`web/${page}`, page);
  for (const file of ['data.html', 'data.css']) copy(`web/${file}`, file);
  for (const file of k_package) copy(`web/${file}`, file);
  copy('web/README.md', 'README.md');
  write('package.json', `${JSON.stringify(package_description(), null, 2)}\n`);
  copy('web/examples', 'examples');
  for (const name of ['wallonie', 'spitzencluster']) copy(`data/examples/${name}.json`, `examples/${name}.json`);
  for (const name of ['belgium', 'germany', 'europe']) copy(`data/map/${name}.map`, `examples/${name}.map`);
  write('examples/europe.json', JSON.stringify(europe(root)));
  copy('data/snapshot.schema.json', 'snapshot.schema.json');
  const data = JSON.parse(readFileSync(join(root, 'data/snapshot.json'), 'utf8'));
  introduce_pages(data.meta);
  const snapshot = JSON.stringify(data);
  write('snapshot.json', snapshot);
  for (const locale of locales) write(locale_file(locale.language), locale.text);
  write('cluster-atlas-words.json', words_by_key(root));
  copy('data/map/france.map', 'france.map');
  const map = `data:application/octet-stream;base64,${readFileSync(join(root, 'data/map/france.map')).toString('base64')}`;
  const whole = snapshot.replace('"map":"france.map"', `"map":"${map}"`);
  if (whole === snapshot) throw new Error('the snapshot does not name france.map');
  write('cluster-atlas-data.js', `export default JSON.parse(${JSON.stringify(whole)});\n`); // quicker to read than a literal
}

/**
 * Copies whose names hold their content's hash, for servers that cache for ever. The module refers to its hashed wasm
 * and snapshot and map, by address: the name that a snapshot gives its map stays; manifest.json maps plain names to hashed ones with their integrity values.
 */
function write_hashed_copies() {
  const dir = join(out, 'hashed');
  mkdirSync(dir);
  /** @type {Record<string, {file: string, integrity: string}>} */
  const manifest = {};
  for (const name of ['cluster-atlas.wasm', 'snapshot.json', 'france.map', ...k_languages, 'cluster-atlas-words.json', ...k_later, 'cluster-atlas-tables.js', 'cluster-atlas.js']) {
    let content = readFileSync(join(out, name));
    if (name.endsWith('.js')) {
      let text = content.toString('utf8');
      for (const [plain, { file }] of Object.entries(manifest)) text = text.replaceAll(`./${plain}`, `./${file}`);
      content = Buffer.from(text);
    }
    const file = name.replace(/\.([a-z]+)$/, `.${createHash('sha256').update(content).digest('hex').slice(0, 10)}.$1`);
    manifest[name] = { file, integrity: `sha384-${createHash('sha384').update(content).digest('base64')}` };
    writeFileSync(join(dir, file), content);
  }
  writeFileSync(join(dir, 'manifest.json'), `${JSON.stringify(manifest, null, 2)}\n`);
}

/**
 * @param {string} dir
 * @returns {string[]} files below dist, relative names
 */
function files_below(dir = '') {
  return readdirSync(join(out, dir), { withFileTypes: true }).flatMap((entry) => {
    const name = dir ? `${dir}/${entry.name}` : entry.name;
    return entry.isDirectory() ? files_below(name) : [name];
  });
}

/** The service worker keeps the site's files under a version that is their content's hash. */
function write_service_worker() {
  const files = [...new Set([...k_pages, ...k_texts, ...k_embed, ...k_languages, ...k_later, 'cluster-atlas.html'])];
  const hash = createHash('sha256');
  for (const file of files) hash.update(readFileSync(join(out, file)));
  const worker = readFileSync(join(root, 'web/service_worker.js'), 'utf8')
    .replace('<!--atlas:version-->', hash.digest('hex').slice(0, 16))
    .replace('<!--atlas:files-->', JSON.stringify(['./', ...files]));
  write('service_worker.js', worker);
}

function swap_in() {
  const old = `${place}.old`;
  rmSync(old, { recursive: true, force: true });
  if (existsSync(place)) renameSync(place, old);
  renameSync(out, place);
  rmSync(old, { recursive: true, force: true });
}

/** @typedef {{raw: number, gzip: number, brotli: number}} Sizes */

/** @param {string} name @returns {Promise<Sizes>} */
async function compress(name) {
  const content = readFileSync(join(out, name));
  const zipped = await promisify(gzip)(content, { level: 9 });
  const brotli = await promisify(brotliCompress)(content, {
    params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: content.length },
  });
  write(`${name}.gz`, zipped);
  write(`${name}.br`, brotli);
  return { raw: content.length, gzip: zipped.length, brotli: brotli.length };
}

/** @param {string} name @param {Sizes} sizes */
function row(name, { raw, gzip, brotli }) {
  return `${name.padEnd(28)}${[raw, gzip, brotli].map((n) => n.toLocaleString('en').padStart(12)).join('')}`;
}

/** @param {Map<string, Sizes>} all @param {string[]} names */
function sum_of(all, names) {
  const sum = { raw: 0, gzip: 0, brotli: 0 };
  for (const name of names) {
    const sizes = /** @type {Sizes} */ (all.get(name));
    sum.raw += sizes.raw;
    sum.gzip += sizes.gzip;
    sum.brotli += sizes.brotli;
  }
  return sum;
}

/** @param {Map<string, Sizes>} all */
function size_table(all) {
  const shown = [...all].filter(([name]) => !name.startsWith('hashed/') && !name.startsWith('examples/') && !/\.(css|svg|webmanifest)$|^(page|service_worker)\.js$/.test(name));
  const head = `${'bytes'.padEnd(28)}${['raw', 'gzip', 'brotli'].map((word) => word.padStart(12)).join('')}`;
  const rows = shown.sort(([a], [b]) => a.localeCompare(b)).map(([name, sizes]) => row(name, sizes));
  const [rest, extras] = k_later;
  return [
    head,
    ...rows,
    '',
    row('an embed transfers', sum_of(all, k_embed)),
    row('once it is touched', sum_of(all, [...k_embed, rest])),
    `(${k_embed.join(' + ')}; fonts are inside the wasm.`,
    ` Somebody points at it, touches it or tabs to it: ${rest}, the rooms beside the map, cards, exports.`,
    ` An export, a file, a standalone page or the kiosk: ${extras}.)`,
    '',
  ].join('\n');
}

/** Ends the run when a part has moved. @param {import('./dist/part_sizes.mjs').Parts} parts */
function check_parts(parts) {
  const version = emcc_version(build);
  const recorded = recorded_parts()[version];
  if (process.argv.includes('--record')) record_parts(version, parts);
  else if (!recorded) console.log(`dist: no sizes are recorded for emcc ${version}, so nobody sees code move between the parts; node tools/dist.mjs --record`);
  else {
    const moved = moved_parts(parts, recorded);
    if (moved.length === 0) return;
    console.error(['dist: code has moved between the parts, or they have grown:', ...moved, 'Is it meant? node tools/dist.mjs --record'].join('\n  '));
    process.exit(1);
  }
}

rmSync(out, { recursive: true, force: true });
mkdirSync(out, { recursive: true });
copy_static_files();
const text_version = await write_text_versions();
const { whole, first, later } = split_module(join(build, 'bin/atlas_module.wasm'));
write('cluster-atlas.wasm', first);
write('cluster-atlas-extras.wasm', later);
write('cluster-atlas-whole.wasm', whole);
const places = { root, out, glue: join(build, 'bin/atlas_module.mjs') };
const script = await bundle(places, 'page');
check_parts({ 'cluster-atlas.js': Buffer.byteLength(script), 'cluster-atlas.wasm': first.length, 'cluster-atlas-extras.wasm': later.length });
write('cluster-atlas.js', script);
write('cluster-atlas-extras.js', await bundle(places, 'extras'));
write('cluster-atlas-tables.js', await bundle(places, 'tables'));
write('cluster-atlas-inline.js', await bundle(places, 'inline'));
write('examples/react.js', await bundle_react_example(root));
write('data.js', await bundle_desk(root));
write('cluster-atlas-cli.mjs', await bundle_cli(root, build));
cpSync(join(build, 'bin/cluster-atlas-cli.wasm'), join(out, 'cluster-atlas-cli.wasm'));
write('LICENSES.txt', licences(root, build));
write('cluster-atlas.html', single_file(root, out, { module: await bundle(places, 'whole'), text: text_version }));
write_service_worker();
write_hashed_copies();
const names = files_below().filter((name) => k_compressible.test(name));
const all = new Map(await Promise.all(names.map(async (name) => /** @type {const} */ ([name, await compress(name)]))));
const table = size_table(all);
write('SIZES.txt', table);
swap_in();
console.log(table);
