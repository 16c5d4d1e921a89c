// The command of the npm package: the command line program, compiled to wasm, and what only the package can do: tables of a
// snapshot both ways, a page of its own for it, base maps.
import { main as map } from '../map/command.mjs';
import { diff } from './diff.mjs';
import { k_lang, k_lang_option } from './console.mjs';
import { run_core } from './core.mjs';
import { html } from './html.mjs';
import { tables } from './tables.mjs';

const k_more = {
  fr: `
Dans le paquet npm seulement :
  diff ANCIEN NOUVEAU LISTE.html|LISTE.csv
                       chaque fait, avant et après, avec sa source, en page ou en tableau
  tables DE VERS       un jeu de données (.json) en tableaux, ou l’inverse : un dossier, .zip, .xlsx ou .ods
  html FICHIER PAGE.html
                       l’atlas de ces données (.json, .csv, .zip, .xlsx, .ods) en une page qui s’ouvre sans réseau
  map RECETTE.json CARTE.map [--snapshot FICHIER]
                       un fond de carte
`,
  en: `
In the npm package only:
  diff OLD NEW LIST.html|LIST.csv
                       every fact before and after, with its source, as a page or a table
  tables FROM TO       a snapshot (.json) to tables, or tables to a snapshot: a folder, .zip, .xlsx or .ods
  html FILE PAGE.html  the atlas of these data (.json, .csv, .zip, .xlsx, .ods) as one page that opens without a network
  map RECIPE.json MAP.map [--snapshot FILE]
                       a base map
`,
};

/** @type {Record<string, (args: string[]) => number | Promise<number>>} */
const k_commands = Object.assign(Object.create(null), { html, map, tables });

const words = process.argv[2] === '--lang' ? process.argv.slice(4) : process.argv.slice(2);
const [name = '', ...args] = words;
if (name === 'diff' && args.length > 2) process.exitCode = diff(args);
else if (k_commands[name]) process.exitCode = await k_commands[name](args);
else {
  if (['', 'help', '--help', '-h'].includes(name)) (name ? process.stdout : process.stderr).write(k_more[k_lang]);
  await run_core([...k_lang_option, ...process.argv.slice(2)]);
}
