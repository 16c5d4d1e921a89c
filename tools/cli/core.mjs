// The program itself, as wasm beside this file.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import create from 'atlas-cli-module';
import { k_spoken } from './console.mjs';

const k_most_output = 256 << 20;

/** Ends the process with the program's exit code. @param {string[]} args */
export async function run_core(args) {
  await create({ arguments: args, wasmBinary: readFileSync(new URL('cluster-atlas-cli.wasm', import.meta.url)) });
}

/** What it says, in a process of its own. @param {string[]} args @returns {{code: number, out: string, err: string}} */
export function asked_core(args) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [fileURLToPath(import.meta.url), '--lang', k_spoken, ...args], { encoding: 'utf8', maxBuffer: k_most_output });
  return { code: status ?? 1, out: stdout, err: stderr };
}
