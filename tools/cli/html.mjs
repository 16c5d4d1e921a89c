// cluster-atlas html FILE PAGE.html: the whole atlas with these data inside, in one file.
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { deflateRawSync } from 'node:zlib';
import { standalone_page } from '../../web/src/standalone_page.js';
import { k_exit, say, tell } from './console.mjs';
import { asked_core } from './core.mjs';
import { is_snapshot, read_snapshot } from './files.mjs';
import { to_snapshot } from './tables.mjs';

/** @param {string[]} args @returns {number} */
export function html(args) {
  const [from, to] = args;
  if (args.length !== 2) {
    tell(say('usage : cluster-atlas html FICHIER PAGE.html', 'usage: cluster-atlas html FILE PAGE.html'));
    return k_exit.usage;
  }
  const folder = mkdtempSync(join(tmpdir(), 'cluster-atlas-'));
  try {
    const path = is_snapshot(from) ? from : join(folder, 'snapshot.json');
    const code = is_snapshot(from) ? k_exit.good : made_snapshot(from, path);
    return code === k_exit.good ? write_page(path, { from, to }) : code;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** @param {string} from @param {string} to */
function made_snapshot(from, to) {
  if (!/\.(csv|tsv|txt)$/i.test(from)) return to_snapshot(from, to);
  const { code, out, err } = asked_core(['import', from, '--map', fileURLToPath(new URL('france.map', import.meta.url))]);
  process.stderr.write(err);
  if (code === k_exit.good) writeFileSync(to, out);
  return code;
}

/** @param {string} path @param {{from: string, to: string}} names */
function write_page(path, { from, to }) {
  const checked = asked_core(['check', path]);
  process.stderr.write(checked.err);
  if (checked.code !== k_exit.good) return checked.code;
  const snapshot = read_snapshot(path);
  const { meta } = snapshot;
  const text = /<article[^]*<\/article>/.exec(asked_core(['document', path]).out)?.[0].replace('<article', '<article class="text"');
  const template = readFileSync(new URL('cluster-atlas.html', import.meta.url), 'utf8');
  const title = typeof meta.title === 'string' ? meta.title : String(Object.values(meta.title)[0]);
  writeFileSync(to, standalone_page(template, { snapshot_json: JSON.stringify(snapshot), packed_map: packed_map(meta.map, dirname(from)), text }, title));
  console.log(to);
  return k_exit.good;
}

/** The map that the data name: in the file itself, beside it, or beside this program. @param {unknown} name @param {string} folder */
function packed_map(name, folder) {
  if (typeof name !== 'string') return '';
  if (name.startsWith('data:')) return deflateRawSync(Buffer.from(name.slice(name.indexOf(',') + 1), 'base64'), { level: 9 }).toString('base64');
  const path = [join(folder, name), fileURLToPath(new URL(name, import.meta.url))].find((each) => existsSync(each));
  if (!path) tell(say(`fond de carte introuvable : ${name}`, `the base map is not there: ${name}`));
  return path ? deflateRawSync(readFileSync(path), { level: 9 }).toString('base64') : '';
}
