// clang-tidy over src/, in parallel. A file whose text and headers passed before is not looked at again (.cache/tidy).
// usage: node tools/tidy.mjs [--all] [--since COMMIT | FILE...]     --all: what passed before, too
//   --since: only files that changed after COMMIT, or that reach a header that did
import { execFile, execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { dirname, join, relative, resolve } from 'node:path';

const k_build = 'build/native';
const k_cache = '.cache/tidy';
const words = process.argv.slice(2);
const at = words.indexOf('--since');
const [, since] = at < 0 ? [] : words.splice(at, 2);
const is_all = words.includes('--all');
const chosen = words.filter((word) => !word.startsWith('--')).map((word) => resolve(word));

/** @type {Map<string, Set<string>>} */
const closures = new Map();

/** The file and every header of ours that it reaches. @param {string} file @returns {Set<string>} */
function closure(file) {
  const known = closures.get(file);
  if (known) return known;
  const reached = new Set([file]);
  closures.set(file, reached);
  for (const [, name] of readFileSync(file, 'utf8').matchAll(/#include "([^"]+)"/g)) {
    const header = [resolve('src', name), join(dirname(file), name)].find(existsSync);
    if (header) for (const one of closure(header)) reached.add(one);
  }
  return reached;
}

/** @param {string[]} words */
const git_names = (words) => execFileSync('git', words, { encoding: 'utf8', maxBuffer: 1 << 26 }).split('\0').filter(Boolean);

/** @returns {(file: string) => boolean} */
function changed_since(/** @type {string} */ commit) {
  const names = [...git_names(['diff', '--name-only', '-z', commit]), ...git_names(['ls-files', '-o', '--exclude-standard', '-z'])];
  if (names.includes('.clang-tidy')) return () => true;
  const changed = new Set(names.map((name) => resolve(name)));
  return (file) => [...closure(file)].some((one) => changed.has(one));
}

/** @param {string} file @param {string} command */
function stamp(file, command) {
  const hash = createHash('sha256').update(readFileSync('.clang-tidy')).update(command);
  for (const one of [...closure(file)].sort()) hash.update(one).update(readFileSync(one));
  return join(k_cache, hash.digest('hex'));
}

/** @param {string} file @returns {Promise<string | null>} what clang-tidy has to say, or null */
function tidy(file) {
  return new Promise((done) => {
    const options = ['-p', k_build, '--quiet', '--extra-arg=-Wno-unknown-warning-option', file];
    execFile('clang-tidy', options, { maxBuffer: 1 << 26 }, (error, out) => done(error ? out || String(error) : null));
  });
}

const is_wanted = since ? changed_since(since) : () => true;
/** @typedef {{file: string, command: string}} Unit */
/** @type {Unit[]} */
const units = JSON.parse(readFileSync(join(k_build, 'compile_commands.json'), 'utf8'))
  .filter((/** @type {Unit} */ { file }) => /^src\//.test(relative('.', file)))
  .filter((/** @type {Unit} */ { file }) => existsSync(file) && (!chosen.length || chosen.includes(file)))
  .filter((/** @type {Unit} */ { file }) => is_wanted(file));
mkdirSync(k_cache, { recursive: true });
const todo = units.map(({ file, command }) => ({ file, mark: stamp(file, command) })).filter(({ mark }) => is_all || !existsSync(mark));
const known = units.length - todo.length;
let failed = 0;
let looked_at = 0;

/** @type {Set<string>} */
const printed = new Set();

/** A complaint about a header comes with every file that includes it; it is printed once. @param {string} complaint */
function print_new(complaint) {
  for (const paragraph of complaint.split(/^(?=\/)/m)) {
    if (!printed.has(paragraph)) console.log(paragraph.trimEnd());
    printed.add(paragraph);
  }
}

async function worker() {
  for (let next = todo.shift(); next; next = todo.shift()) {
    const { file, mark } = next;
    const complaint = await tidy(file);
    ++looked_at;
    if (complaint === null) writeFileSync(mark, '');
    else {
      ++failed;
      print_new(complaint);
    }
  }
}

await Promise.all(Array.from({ length: availableParallelism() }, worker));
console.log(`clang-tidy: ${looked_at} files looked at, ${known} known to be good, ${failed} with complaints`);
process.exitCode = failed ? 1 : 0;
