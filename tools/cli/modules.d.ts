// The glue that emscripten writes beside the wasm of the command line program.
declare module 'atlas-cli-module' {
  export default function create(wish: { arguments: string[]; wasmBinary: Uint8Array }): Promise<unknown>;
}
