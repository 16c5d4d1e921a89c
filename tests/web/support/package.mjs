// The npm package as somebody gets it: packed from dist/, installed from the tarball into a folder of its own.
import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { dist } from './site.mjs';

const run = promisify(execFile);
export const root = fileURLToPath(new URL('../../..', import.meta.url));

/** @param {string} folder that gets the tarball @returns {Promise<string>} its path */
export async function packed_into(folder) {
  mkdirSync(folder, { recursive: true });
  for (const old of readdirSync(folder)) if (old.endsWith('.tgz')) rmSync(join(folder, old));
  await run('npm', ['pack', '--silent', '--pack-destination', folder], { cwd: dist });
  return join(folder, String(readdirSync(folder).find((name) => name.endsWith('.tgz'))));
}

/**
 * A project that depends on the atlas and finds the tools of this repository.
 * @param {string[]} [tools] folders of node_modules that it shares, e.g. 'react'
 */
export async function consumer(tools = []) {
  const folder = mkdtempSync(join(tmpdir(), 'atlas-consumer-'));
  writeFileSync(join(folder, 'package.json'), '{ "name": "consumer", "private": true, "type": "module" }\n');
  const tarball = await packed_into(folder);
  await run('npm', ['install', '--no-save', '--no-package-lock', '--offline', '--legacy-peer-deps', tarball], { cwd: folder });
  for (const tool of tools) {
    const target = join(folder, 'node_modules', tool);
    mkdirSync(join(target, '..'), { recursive: true });
    symlinkSync(join(root, 'node_modules', tool), target);
  }
  return {
    folder,
    tarball,
    /** @param {string} name @param {string} text */
    write: (name, text) => writeFileSync(join(folder, name), text),
    /** Exit code and what was said; never throws. @param {string} command @param {string[]} words */
    run: (command, words) =>
      run(command, words, { cwd: folder, maxBuffer: 1 << 26 }).then(
        ({ stdout, stderr }) => ({ code: 0, said: stdout + stderr }),
        (error) => ({ code: error.code ?? 1, said: `${error.stdout ?? ''}${error.stderr ?? error}` }),
      ),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
