// The page's own modules are checked here beside Node's types: their timers are the browser's numbers.
/// <reference types="node" />
declare global {
  function setTimeout(handler: (...given: any[]) => void, ms?: number): number;
}
export {};
