// What the bundler puts in: the Emscripten glue, and a word that differs with each build.
declare const ATLAS_BUILD: string;

declare module 'atlas-module' {
  const create: (overrides: object) => Promise<import('./core.js').Wasm>;
  export default create;
}

declare module 'atlas-snapshot' {
  const snapshot: object;
  export default snapshot;
}

declare module 'atlas-packed' {
  const base64: string;
  export default base64;
}
