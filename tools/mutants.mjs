// Mutation testing: makes one small change after the other (tools/mutants/list.mjs) in a private copy of the tree and
// asks whether the core tests notice. Prints what killed each, and the survivors. Not part of `make test`: it builds and
// runs the core tests once for each change. usage: node tools/mutants.mjs [WORD...]   only those whose file or reason
// holds one of the words.
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

import { k_mutants } from './mutants/list.mjs';
import { find_place } from './mutants/place.mjs';

/** @typedef {import('./mutants/place.mjs').Mutant} Mutant */
/** @typedef {import('./mutants/place.mjs').Place} Place */
/** @typedef {{mutant: Mutant, place: Place, fate: 'killed' | 'survived' | 'broken', by: string}} Verdict */

const k_tree = 'build/mutants/tree';
const k_build = 'build/mutants/build';
const k_kept = 'build/mutants/kept.json'; // what the copy holds
const k_jobs = '2';
/** How much longer than the unchanged tests a run may take: an endless loop is noticed, too. */
const k_patience = 8;
const k_survivors_in_forty = 4;

/** @param {string} program @param {string[]} options @param {{cwd?: string, timeout?: number}} [how] */
function run(program, options, how = {}) {
  // without debug information nothing in an object file tells the folder: copies share the compiler cache
  const env = { ...process.env, CCACHE_BASEDIR: process.cwd(), CCACHE_NOHASHDIR: '1' };
  const done = spawnSync(program, options, { encoding: 'utf8', maxBuffer: 1 << 28, env, ...how });
  const is_late = done.error !== undefined && 'code' in done.error && done.error.code === 'ETIMEDOUT';
  return { ok: done.status === 0, is_late, text: `${done.stdout ?? ''}${done.stderr ?? ''}` };
}

/** @param {string} message @returns {never} */
function stop(message) {
  console.error(message);
  process.exit(1);
}

/** Brings the copy up to date; a file that is the same is not touched, so that it is not compiled again. */
function copy_tree() {
  const listed = run('git', ['ls-files', '-co', '--exclude-standard']);
  if (!listed.ok) stop(listed.text);
  const files = listed.text.split('\n').filter((file) => file && existsSync(file));
  /** @type {string[]} */
  const kept = existsSync(k_kept) ? JSON.parse(readFileSync(k_kept, 'utf8')) : [];
  for (const gone of kept.filter((file) => !files.includes(file))) rmSync(join(k_tree, gone), { force: true });
  for (const file of files) {
    const copy = join(k_tree, file);
    if (existsSync(copy) && readFileSync(copy).equals(readFileSync(file))) continue;
    mkdirSync(dirname(copy), { recursive: true });
    cpSync(file, copy);
  }
  for (const shared of ['node_modules', '.cache']) {
    if (existsSync(shared) && !existsSync(join(k_tree, shared))) symlinkSync(join(process.cwd(), shared), join(k_tree, shared));
  }
  writeFileSync(k_kept, JSON.stringify(files));
}

function configure() {
  const options = ['-G', 'Ninja', '-DCMAKE_BUILD_TYPE=Debug', '-DCMAKE_CXX_FLAGS_DEBUG=-O1', '-DATLAS_STRICT=OFF'];
  if (run('clang++-14', ['--version']).ok) options.push('-DCMAKE_CXX_COMPILER=clang++-14');
  const configured = run('cmake', ['-S', k_tree, '-B', k_build, ...options]);
  if (!configured.ok) stop(configured.text);
}

const build = () => run('cmake', ['--build', k_build, '--target', 'core_tests', '--', '-j', k_jobs]);

/** @param {number} [timeout] in ms */
const test = (timeout) => run(join(process.cwd(), k_build, 'bin/core_tests'), ['--abort-after=1'], { cwd: k_tree, timeout });

/** The test case that failed. @param {string} output */
function killer(output) {
  const at = output.search(/(ERROR|FATAL ERROR): /);
  const names = [...(at < 0 ? output : output.slice(0, at)).matchAll(/^TEST CASE: +(.*)$/gm)];
  return names.at(-1)?.[1] ?? 'a crash';
}

/** @param {Mutant} mutant @param {Place} place @param {number} limit_ms @returns {Verdict} */
function try_mutant(mutant, place, limit_ms) {
  const file = join(k_tree, place.file);
  const text = readFileSync(file, 'utf8');
  writeFileSync(file, text.slice(0, place.begin) + mutant.mutant + text.slice(place.end));
  try {
    const built = build();
    if (!built.ok) return { mutant, place, fate: 'broken', by: built.text.match(/error: .*/)?.[0] ?? 'it does not build' };
    const tested = test(limit_ms);
    if (tested.is_late) return { mutant, place, fate: 'killed', by: 'time-out' };
    return { mutant, place, fate: tested.ok ? 'survived' : 'killed', by: tested.ok ? '' : killer(tested.text) };
  } finally {
    writeFileSync(file, text);
  }
}

/** @param {Mutant[]} chosen @returns {{mutant: Mutant, place: Place}[]} */
function locate(chosen) {
  const located = chosen.map((mutant) => ({ mutant, ...find_place(mutant) }));
  const stale = located.filter(({ problem }) => problem);
  for (const { mutant, problem } of stale) console.log(`stale     ${mutant.file}: ${mutant.why}: ${problem}\n            ${mutant.snippet}`);
  if (stale.length > 0) process.exitCode = 1;
  return located.flatMap(({ mutant, place }) => (place ? [{ mutant, place }] : []));
}

/** @param {Verdict} verdict */
function print({ mutant, place, fate, by }) {
  console.log(`${fate.padEnd(9)} ${place.file}:${place.line}  ${mutant.why}${by && `\n            ${by}`}`);
}

/** @param {Verdict[]} verdicts */
function sum_up(verdicts) {
  const of = (/** @type {string} */ fate) => verdicts.filter((verdict) => verdict.fate === fate);
  const survivors = of('survived');
  console.log(`\n${verdicts.length} tried, ${of('killed').length} killed, ${survivors.length} survived, ${of('broken').length} do not compile`);
  survivors.forEach(print);
  const is_too_much = survivors.length * 40 > verdicts.length * k_survivors_in_forty;
  if (is_too_much || of('broken').length > 0) process.exitCode = 1;
}

const words = process.argv.slice(2);
const chosen = k_mutants.filter(({ file, why }) => words.length === 0 || words.some((word) => `${file} ${why}`.includes(word)));
const located = locate(chosen);
copy_tree();
configure();
const built = build();
if (!built.ok) stop(built.text);
const begin = Date.now();
const tested = test();
if (!tested.ok) stop(`the tests fail without any mutant:\n${tested.text}`);
const limit_ms = 10_000 + k_patience * (Date.now() - begin);
sum_up(
  located.map(({ mutant, place }) => {
    const verdict = try_mutant(mutant, place, limit_ms);
    print(verdict);
    return verdict;
  }),
);
