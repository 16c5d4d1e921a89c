// One running module on a canvas, made from what was compiled once a page.

import create_module from 'atlas-module';
import { add_rest, placeholders } from './rest.js';

/** @typedef {{wasm: import('./core.js').Wasm, rest: (() => Promise<void>) | null}} Module rest: adds the second part; null where there is none */

/** @param {HTMLCanvasElement} canvas @param {WebAssembly.Module} compiled @returns {Promise<Module>} */
export async function start_module(canvas, compiled) {
  const placeholder = placeholders(compiled);
  /** @type {WebAssembly.Instance | undefined} */
  let first;
  const wasm = await create_module({
    canvas,
    locateFile: (/** @type {string} */ name) => name,
    instantiateWasm: (/** @type {WebAssembly.Imports} */ imports, /** @type {(instance: WebAssembly.Instance, module: WebAssembly.Module) => void} */ done) => {
      const all = /** @type {WebAssembly.Imports} */ (placeholder ? { ...imports, placeholder } : imports);
      void WebAssembly.instantiate(compiled, all).then((instance) => done((first = instance), compiled));
      return {};
    },
  });
  const instance = /** @type {WebAssembly.Instance} */ (/** @type {unknown} */ (first));
  return { wasm, rest: placeholder && (() => add_rest(compiled, instance)) };
}
