// The module's second part: the rooms and marks that nobody sees before touching the atlas (core/scene/later.hpp). The
// first part calls its functions through placeholders, and none of them before it is told that it is whole.

import { AtlasError } from './error.js';
import { rest_file } from './files.js';
import { compiled_file } from './source.js';

const k_build_section = 'atlas-build';

function missing() {
  throw new AtlasError('wasm', 'a function was called before it was there');
}

/** What the first part imports in place of the second one's functions; null: the module is whole. @param {WebAssembly.Module} module */
export function placeholders(module) {
  const imported = WebAssembly.Module.imports(module).filter((each) => each.module === 'placeholder');
  return imported.length ? Object.fromEntries(imported.map(({ name }) => [name, missing])) : null;
}

/** Begins the download before anything asks for it; who needs it then is told of failures. */
export function expect_rest() {
  compiled_file(rest_file).catch(() => {});
}

/** @param {WebAssembly.Module} first @param {WebAssembly.Instance} instance of the first part */
export async function add_rest(first, instance) {
  const rest = await compiled_file(rest_file);
  if (build_of(rest) !== build_of(first)) {
    throw new AtlasError('network', `${rest_file.name} is of another version; reload the page`, { reason: 'outdated' });
  }
  await WebAssembly.instantiate(rest, { primary: instance.exports });
}

/** @param {WebAssembly.Module} module */
function build_of(module) {
  return new TextDecoder().decode(WebAssembly.Module.customSections(module, k_build_section)[0]);
}
