// The C functions of the module as methods. Text goes in as UTF-8 in a block that is freed at once; text that comes out
// is copied before the next call.

import { AtlasError, sentence_of } from './error.js';

/**
 * @typedef {object} Wasm the Emscripten module instance
 * @property {(bytes: number) => number} _malloc
 * @property {(pointer: number) => void} _free
 * @property {(pointer: number, max?: number) => string} UTF8ToString
 * @property {Uint8Array} HEAPU8 the memory; another one after it grew
 * @property {Uint32Array} HEAPU32 the same
 * @property {() => number} _atlas_create
 * @property {() => void} _atlas_destroy
 * @property {(snapshot: number, length: number, map: number, map_length: number) => number} _atlas_load
 * @property {(table: number, length: number, map: number, map_length: number, request: number) => number} _atlas_import
 * @property {(pointer: number, length: number) => number} _atlas_learn
 * @property {(pointer: number) => number} _atlas_dispatch
 * @property {(pointer: number) => number} _atlas_set
 * @property {(pointer: number) => number} _atlas_query
 * @property {(pointer: number) => number} _atlas_open
 * @property {(phase: number, kind: number, id: number, x: number, y: number, modifiers: number, time: number) => number} _atlas_pointer
 * @property {(x: number, y: number, dx: number, dy: number, modifiers: number, captured: number, time: number) => number} _atlas_wheel
 * @property {(pointer: number) => void} _atlas_environment
 * @property {(time: number) => number} _atlas_frame
 * @property {(file: number) => number} _atlas_font
 * @property {() => void} _atlas_context_lost
 * @property {() => void} _atlas_context_restored
 */

/** @typedef {import('../cluster-atlas').Located} Located */
/** @typedef {Record<string, string>} Told the same by language */

const encoder = new TextEncoder();

export class Core {
  /** @type {Wasm} */ #wasm;
  /** @type {Error | null} */ #failure = null;
  /** @type {string[] | null} */ #inks = null;

  /** Told when a call has trapped. @type {(error: Error) => void} */
  failed = () => {};

  /** @param {Wasm} wasm */
  constructor(wasm) {
    this.#wasm = wasm;
  }

  /** Another module in the place of one that has failed; it knows nothing yet. @param {Wasm} wasm */
  replace(wasm) {
    this.#wasm = wasm;
    this.#failure = null;
    this.#inks = null;
    this.has_data = false;
  }

  /** What a module that has failed may still know; empty: nothing. @param {string} what */
  last_words(what) {
    try {
      const answer = this.#with_bytes(encoder.encode(what), (pointer) => this.#wasm._atlas_query(pointer));
      return answer ? this.#wasm.UTF8ToString(answer) : '';
    } catch {
      return '';
    }
  }

  /** True once a call trapped: the module's memory can't be trusted any more. */
  get has_failed() {
    return this.#failure !== null;
  }

  /** Whether there is anything to draw. */
  has_data = false;

  /** @returns {boolean} whether there is a WebGL2 context */
  create() {
    return this.#guard(() => this.#wasm._atlas_create()) === 1;
  }

  destroy() {
    if (!this.#failure) this.#guard(() => this.#wasm._atlas_destroy());
  }

  /**
   * @param {string} text
   * @param {Uint8Array | null} map the bytes of a map file; null: a plain one
   * @returns {Located[]} warnings; throws with located errors, and the old snapshot stays
   */
  load(text, map) {
    const load = (/** @type {number} */ pointer, /** @type {number} */ length) =>
      this.#with_bytes(map ?? new Uint8Array(), (place, size) => this.#wasm._atlas_load(pointer, length, place, size));
    const answer = JSON.parse(this.#with_text(text, load));
    if (answer.ok) {
      this.has_data = true;
      return answer.warnings ?? [];
    }
    const errors = /** @type {Located[]} */ (answer.errors ?? []);
    const first = errors[0];
    const place = first ? `${first.pointer || '/'} (line ${first.line}, column ${first.column})` : '/';
    throw new AtlasError(answer.file, `${answer.file} refused: ${place}: ${first ? sentence_of(first) : 'unknown error'}`, { errors });
  }

  /**
   * A table to a snapshot (table_call.hpp).
   * @param {Uint8Array} table none: goes on with the one begun
   * @param {Uint8Array} map that it may lie on
   * @param {{name: string, today: string} | {what: 'cells'}} request
   */
  import(table, map, request) {
    return this.#with_text(JSON.stringify(request), (wish) =>
      this.#with_bytes(map, (place, size) => this.#with_bytes(table, (pointer, length) => this.#wasm._atlas_import(pointer, length, place, size, wish))),
    );
  }

  /** Which languages can be asked for. @param {{language: string, name: string}[]} languages */
  offer(languages) {
    this.learn(JSON.stringify({ offer: languages }));
  }

  /** The words of one. @param {string} text as tools/dist.mjs wrote it */
  learn(text) {
    let is_taken = 0;
    this.#with_text(text, (pointer, length) => {
      is_taken = this.#wasm._atlas_learn(pointer, length);
      return 0;
    });
    if (!is_taken) throw new AtlasError('network', 'the words are of another version; reload the page', { reason: 'outdated' });
  }

  /** @param {string} json @returns {Told | null} the refusal */
  dispatch(json) {
    return this.#refusal(this.#with_text(json, (pointer) => this.#wasm._atlas_dispatch(pointer)));
  }

  /** @param {string} json @returns {Told | null} the refusal */
  set(json) {
    return this.#refusal(this.#with_text(json, (pointer) => this.#wasm._atlas_set(pointer)));
  }

  /** What a host may colour, by its names. @returns {string[]} */
  get inks() {
    this.#inks ??= JSON.parse(this.query('colours')).names;
    return /** @type {string[]} */ (this.#inks);
  }

  /** @param {string} what */
  query(what) {
    return this.#with_text(what, (pointer) => this.#wasm._atlas_query(pointer));
  }

  /** @param {string} permalink @returns {{ignored: string[]}} */
  open(permalink) {
    return JSON.parse(this.#with_text(permalink, (pointer) => this.#wasm._atlas_open(pointer)) || '{"ignored":[]}');
  }

  /** @param {object} environment */
  environment(environment) {
    this.#with_text(JSON.stringify(environment), (pointer) => {
      this.#wasm._atlas_environment(pointer);
      return 0;
    });
  }

  /** @param {{phase: number, kind: number, id: number, x: number, y: number, modifiers: number, time: number}} p */
  pointer(p) {
    return this.#guard(() => this.#wasm._atlas_pointer(p.phase, p.kind, p.id, p.x, p.y, p.modifiers, p.time));
  }

  /** @param {{x: number, y: number, dx: number, dy: number, modifiers: number, captured: boolean, time: number}} w */
  wheel(w) {
    const captured = w.captured ? 1 : 0;
    return this.#guard(() => this.#wasm._atlas_wheel(w.x, w.y, w.dx, w.dy, w.modifiers, captured, w.time)) === 1;
  }

  /** @param {number} time @returns {number} milliseconds until the next frame is needed; -1: idle */
  frame(time) {
    return this.#guard(() => this.#wasm._atlas_frame(time));
  }

  /** A font file of the module, copied. @param {number} file 0: regular, 1: semi-bold */
  font(file) {
    return this.#guard(() => {
      const place = this.#wasm._atlas_font(file) >>> 2;
      const [address, size] = this.#wasm.HEAPU32.subarray(place, place + 2);
      return this.#wasm.HEAPU8.slice(address, address + size);
    });
  }

  context_lost() {
    this.#guard(() => this.#wasm._atlas_context_lost());
  }

  context_restored() {
    this.#guard(() => this.#wasm._atlas_context_restored());
  }

  /** @param {string} text @returns {Told | null} */
  #refusal(text) {
    return text === '' ? null : JSON.parse(text);
  }

  /**
   * @param {string} text
   * @param {(pointer: number, length: number) => number} call
   */
  #with_text(text, call) {
    return this.#guard(() => {
      const answer = this.#with_bytes(encoder.encode(text), call);
      return answer ? this.#wasm.UTF8ToString(answer) : '';
    });
  }

  /** With a zero behind the last byte. @param {Uint8Array} bytes @param {(pointer: number, length: number) => number} call */
  #with_bytes(bytes, call) {
    const wasm = this.#wasm;
    const pointer = wasm._malloc(bytes.length + 1);
    if (!pointer) throw new RangeError('out of memory');
    wasm.HEAPU8.set(bytes, pointer);
    wasm.HEAPU8[pointer + bytes.length] = 0;
    try {
      return call(pointer, bytes.length);
    } finally {
      wasm._free(pointer);
    }
  }

  /**
   * @template T
   * @param {() => T} call
   * @returns {T}
   */
  #guard(call) {
    if (this.#failure) throw this.#failure;
    try {
      return call();
    } catch (error) {
      this.#failure = error instanceof AtlasError ? error : new AtlasError('wasm', `the module stopped: ${error}`);
      this.failed(this.#failure);
      throw this.#failure;
    }
  }
}
