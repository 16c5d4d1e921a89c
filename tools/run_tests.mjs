// Runs files of tests, two at a time. None runs longer than its limit: one that waits for ever is a failure with a name, not a run
// without an end. (Node 18 has no option for that on its command line.) usage: node tools/run_tests.mjs FILE...
import { resolve } from 'node:path';
import { run } from 'node:test';
import { spec } from 'node:test/reporters';

const k_file_limit_ms = 600_000;

const files = process.argv.slice(2).map((file) => resolve(file));
const results = run({ files, concurrency: 2, timeout: k_file_limit_ms });
results.on('test:fail', () => (process.exitCode = 1));
results.compose(/** @type {any} */ (new spec())).pipe(process.stdout);
