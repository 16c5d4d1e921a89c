// The same filter changes as explore_bench, by crossfilter2, on the same rows and in the same run:
//   node tests/bench/crossfilter.mjs build/native-release/bin/explore_bench build/web/bin/explore_bench.cjs [clusters]
// Six facets, one group each; after every change the counts of all groups are read.
import { execFileSync } from 'node:child_process';
import crossfilter from 'crossfilter2';

const [native, wasm, count = '100000'] = process.argv.slice(2);
const run = (/** @type {string} */ program, /** @type {string[]} */ ...args) =>
  (program.endsWith('js') ? execFileSync(process.execPath, [program, ...args], { maxBuffer: 1 << 28 }) : execFileSync(program, args, { maxBuffer: 1 << 28 })).toString();

/** @type {number[][]} */
const rows = JSON.parse(run(native, 'rows', count)).filter((/** @type {number[]} */ row) => row[5]);
const facets = [0, 1, 2, 3, 4, 6];
const filter = crossfilter(rows);
const dimensions = facets.map((place) => filter.dimension((row) => row[place]));
const groups = dimensions.map((dimension) => dimension.group());
const values = groups.map((group) => group.all().map(({ key }) => key));
const ticked = facets.map(() => new Set());
let seed = 1;
const random_below = (/** @type {number} */ bound) => ((seed = (Math.imul(seed, 1103515245) + 12345) & 0x7fffffff) >> 8) % bound;

/** @type {number[]} */
const times = [];
let sum = 0;
for (let i = 0; i < 120; ++i) {
  const facet = [1, 0, 2][i % 3];
  const value = values[facet][random_below(values[facet].length)];
  if (!ticked[facet].delete(value)) ticked[facet].add(value);
  const start = performance.now();
  if (ticked[facet].size) dimensions[facet].filterFunction((each) => ticked[facet].has(each));
  else dimensions[facet].filterAll();
  for (const group of groups) for (const { value: n } of group.all()) sum += n;
  times.push(performance.now() - start);
}
times.sort((a, b) => a - b);
console.log(`native\n${run(native, count)}wasm in node\n${wasm ? run(wasm, count) : 'not built\n'}crossfilter2 (${rows.length} holders of ${count}, 6 facets): median ${times[60].toFixed(3)} ms, worst ${times.at(-1)?.toFixed(3)} ms${sum ? '' : ' '}`);
