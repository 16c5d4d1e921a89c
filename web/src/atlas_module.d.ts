// The Emscripten glue; the bundler puts the built file in its place.
declare module 'atlas-module' {
  const create: (overrides: object) => Promise<import('./core.js').Wasm>;
  export default create;
}
