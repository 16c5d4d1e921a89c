// Loading and filtering in wasm, beside the same code compiled natively and beside crossfilter2, which gets the same
// rows, the same changes, and has to come to the same numbers: six facets, all groups read after every change.
// usage: node tests/bench/beside.mjs   (make bench builds what it runs)
import { execFileSync } from 'node:child_process';
import crossfilter from 'crossfilter2';

const k_clusters = '100000';
const k_facets = [1, 0, 2, 3, 4, 6]; // columns of a row; the first three are those that the changes tick
const k_holder = 5;

/** @param {'native' | 'wasm'} kind @param {string} name @param {string[]} words */
function run(kind, name, ...words) {
  const program = kind === 'native' ? `build/native-release/bin/${name}` : process.execPath;
  const first = kind === 'native' ? [] : [`build/web/bin/${name}.cjs`];
  return execFileSync(program, [...first, ...words], { maxBuffer: 1 << 28 }).toString();
}

/** @typedef {{ median: number, worst: number }} Times in milliseconds */
/** @param {string} text @returns {Record<string, Times>} */
const times_of = (text) => Object.fromEntries(text.trim().split('\n').map((line) => line.split('\t')).map(([what, median, worst]) => [what, { median: Number(median), worst: Number(worst) }]));

/** @param {{ rows: number[][], changes: number[][] }} work @returns {Times} */
function filter_with_crossfilter({ rows, changes }) {
  const filter = crossfilter(rows.filter((row) => row[k_holder]));
  const dimensions = k_facets.map((column) => filter.dimension((row) => row[column]));
  const groups = dimensions.map((dimension) => dimension.group());
  const ticked = k_facets.map(() => new Set());
  const times = [];
  let sum = 0;
  for (const [facet, value, shown] of changes) {
    if (!ticked[facet].delete(value)) ticked[facet].add(value);
    const start = performance.now();
    if (ticked[facet].size) dimensions[facet].filterFunction((each) => ticked[facet].has(each));
    else dimensions[facet].filterAll();
    for (const group of groups) for (const { value: count } of group.all()) sum += count;
    times.push(performance.now() - start);
    if (filter.allFiltered().length !== shown) throw new Error(`crossfilter2 shows ${filter.allFiltered().length}, the atlas ${shown}`);
  }
  if (!sum) throw new Error('nothing was counted');
  times.sort((a, b) => a - b);
  return { median: times[times.length >> 1], worst: times[times.length - 1] };
}

const native = { ...times_of(run('native', 'explore_bench', k_clusters)), ...times_of(run('native', 'load_bench')) };
const wasm = { ...times_of(run('wasm', 'explore_bench', k_clusters)), ...times_of(run('wasm', 'load_bench')) };
const theirs = filter_with_crossfilter(JSON.parse(run('native', 'explore_bench', 'work', k_clusters)));

const k_lines = /** @type {const} */ ([
  ['load', 'bundled snapshot: parse, check, resolve', 10],
  ['index', 'bundled snapshot: labels, facets, search', null],
  ['result', 'bundled snapshot: first result', null],
  ['bundled', 'filter change, all counts: bundled', 1],
  ['synthetic', 'filter change, all counts: 100 000 clusters', 16],
]);
const ms = (/** @type {number} */ value) => value.toFixed(3).padStart(9);
console.log(`\n${'median ms'.padEnd(46)}${'native'.padStart(9)}${'wasm'.padStart(9)}${'worst'.padStart(9)}  wasm : native   goal in wasm`);
for (const [key, what, goal] of k_lines) {
  const ratio = (wasm[key].median / native[key].median).toFixed(1).padStart(8);
  const verdict = goal === null ? '' : `≤ ${goal}${wasm[key].median <= goal ? '' : '  MISSED'}`;
  console.log(`${what.padEnd(46)}${ms(native[key].median)}${ms(wasm[key].median)}${ms(wasm[key].worst)}${ratio}        ${verdict}`);
}
const of_ours = theirs.median / wasm.synthetic.median;
console.log(`${'crossfilter2, same rows, changes and answers'.padEnd(55)}${ms(theirs.median)}${ms(theirs.worst)}${' '.repeat(16)}${of_ours.toFixed(1)} × the time of the atlas, which counts 12 facets`);
