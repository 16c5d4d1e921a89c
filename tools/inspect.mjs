// Assembles build/web-debug/page: the atlas with the inspector, its module in one part, with names, nothing compressed.
import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundle } from './dist/bundle.mjs';
import { locale_file, shipped_locales, words_by_key } from './dist/locales.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const bin = join(root, 'build/web-debug/bin');
const out = join(root, 'build/web-debug/page');

rmSync(out, { recursive: true, force: true });
mkdirSync(out);
for (const file of ['index.html', 'page.css', 'page.js', 'own_page.js', 'icon.svg']) cpSync(join(root, 'web', file), join(out, file));
cpSync(join(root, 'data/snapshot.json'), join(out, 'snapshot.json'));
cpSync(join(root, 'data/map/france.map'), join(out, 'france.map'));
for (const { language, text } of shipped_locales(root)) writeFileSync(join(out, locale_file(language)), text);
writeFileSync(join(out, 'cluster-atlas-words.json'), words_by_key(root));
cpSync(join(bin, 'atlas_module.wasm'), join(out, 'cluster-atlas.wasm'));
cpSync(join(bin, 'atlas_module.wasm.map'), join(out, 'atlas_module.wasm.map'));
const places = { root, out, glue: join(bin, 'atlas_module.mjs') };
writeFileSync(join(out, 'cluster-atlas.js'), await bundle(places, 'page'));
writeFileSync(join(out, 'cluster-atlas-extras.js'), await bundle(places, 'extras'));
writeFileSync(join(out, 'cluster-atlas-tables.js'), await bundle(places, 'tables'));
