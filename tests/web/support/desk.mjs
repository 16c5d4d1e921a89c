// The data page's own modules without the page: bundled as they are for it.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { desk_facts } from '../../../tools/dist/bundle.mjs';
import { root } from './package.mjs';

/** All that these modules export, made together: they share the language. @param {string[]} names of files in web/desk @returns {Promise<any>} */
export async function desk_modules(names) {
  const contents = names.map((name) => `export * from './${name}.js';`).join('\n');
  const { outputFiles } = await build({ stdin: { contents, resolveDir: join(root, 'web/desk') }, plugins: [desk_facts(root)], bundle: true, format: 'esm', write: false, logLevel: 'silent' });
  const folder = mkdtempSync(join(tmpdir(), 'atlas-desk-'));
  try {
    writeFileSync(join(folder, 'desk.mjs'), outputFiles[0].text);
    return await import(pathToFileURL(join(folder, 'desk.mjs')).href);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
