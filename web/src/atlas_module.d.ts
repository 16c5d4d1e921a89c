// What the bundler puts in: the Emscripten glue, a word that differs with each build, and the sizes of files beside it,
// the outline of the map beside the module.
declare const ATLAS_BUILD: string;
declare const ATLAS_BYTES: { module: number; snapshot: number };
declare const ATLAS_OUTLINE: { height: number; path: string };

declare module 'atlas-module' {
  const create: (overrides: object) => Promise<import('./core.js').Wasm>;
  export default create;
}

declare module 'atlas-words' {
  const words: import('./words.js').Words;
  export default words;
}

declare module 'atlas-snapshot' {
  const snapshot: object;
  export default snapshot;
}

declare module 'atlas-packed-words' {
  const base64: string;
  export default base64;
}

declare module 'atlas-packed' {
  const base64: string;
  export default base64;
}
