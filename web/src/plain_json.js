// JSON text of a value that a page gives, whatever it is: its size is bounded before anything long is copied, so that a
// list of a million items or an object of 120 MB is refused at once. Getters run once; what throws, holds itself or is no
// JSON is refused with the reason.

import { AtlasError } from './error.js';

/** @typedef {import('../cluster-atlas').ErrorCode} ErrorCode */
/** @typedef {{bytes: number, text: number, list: number, values: number, depth: number}} Bounds text: bytes of one string; list: items or members */

/** Of a state, an action or a message: page_limits() of core/state/page_object.cpp. @type {Bounds} */
export const k_message_bounds = { bytes: 128 * 1024, text: 4096, list: 8192, values: 8192, depth: 6 };
/** Of core/snapshot/record.hpp, which itself names texts that are too long, and their place. @type {Bounds} */
export const k_snapshot_bounds = { bytes: 32 * 1024 * 1024, text: Infinity, list: 200_000, values: 3_000_000, depth: 16 };

const k_refused_keys = new Set(['__proto__', 'constructor', 'prototype']);
const k_most_bytes_of_a_unit = 3; // of UTF-16
const encoder = new TextEncoder();

/**
 * @param {unknown} value
 * @param {ErrorCode} code what it is, and the code of the refusal
 * @param {Bounds} bounds
 */
export function plain_json(value, code, bounds) {
  return new PlainCopy(code, bounds).json_of(value);
}

/** A sentence about what was thrown, which can be anything. @param {unknown} thrown */
export function words_of(thrown) {
  try {
    return String(thrown instanceof Error ? thrown.message : thrown).slice(0, 200);
  } catch {
    return 'something that has no text';
  }
}

/** In UTF-8, whose bytes are counted only where that can matter. @param {string} text @param {number} most */
function is_longer(text, most) {
  return text.length > most || (text.length * k_most_bytes_of_a_unit > most && encoder.encode(text).length > most);
}

class PlainCopy {
  /** @type {object[]} what the value stands in */ #owners = [];
  #size = 0;
  #values = 0;
  /** @type {AtlasError | null} */ #own = null;
  /** @type {ErrorCode} */ #code;
  #bounds;

  /** @param {ErrorCode} code @param {Bounds} bounds */
  constructor(code, bounds) {
    this.#code = code;
    this.#bounds = bounds;
  }

  /** @param {unknown} value */
  json_of(value) {
    try {
      if (typeof value !== 'object' || value === null || Array.isArray(value)) throw this.#refusal('must be an object');
      const json = JSON.stringify(this.#copy(value));
      if (is_longer(json, this.#bounds.bytes)) this.#grow(this.#bounds.bytes + 1);
      return json;
    } catch (error) {
      // a getter or a Proxy may throw anything, an AtlasError of another call as well
      throw this.#own === error ? error : this.#refusal(`can't be read: ${words_of(error)}`);
    }
  }

  /** @param {string} reason */
  #refusal(reason) {
    return (this.#own = new AtlasError(this.#code, `${this.#code} ${reason}`));
  }

  /** @param {number} chars at least as many has its text */
  #grow(chars) {
    this.#size += chars;
    if (this.#size > this.#bounds.bytes) throw this.#refusal(`is larger than ${this.#bounds.bytes / 1024} KB`);
  }

  /** @param {unknown} value @returns {unknown} */
  #copy(value) {
    if (++this.#values > this.#bounds.values) throw this.#refusal(`holds more than ${this.#bounds.values} values`);
    if (typeof value === 'string') return this.#text(value);
    this.#grow(1);
    if (value === null || typeof value === 'boolean' || (typeof value === 'number' && Number.isFinite(value))) return value;
    if (typeof value !== 'object') throw this.#refusal(`holds a value that is not JSON (${typeof value === 'number' ? value : typeof value})`);
    if (this.#owners.includes(value)) throw this.#refusal('holds itself');
    if (this.#owners.length >= this.#bounds.depth) throw this.#refusal(`is nested too deeply (at most ${this.#bounds.depth} levels)`);
    this.#owners.push(value);
    const copy = Array.isArray(value) ? this.#list(value) : this.#object(/** @type {Record<string, unknown>} */ (value));
    this.#owners.pop();
    return copy;
  }

  /** @param {string} text */
  #text(text) {
    const { text: most } = this.#bounds;
    this.#grow(text.length + 2);
    if (most === Infinity) return text;
    if (is_longer(text, most)) throw this.#refusal(`holds a text of ${text.length} characters (at most ${most} bytes)`);
    if (text.includes('\0')) throw this.#refusal('holds a text with a NUL character');
    return text;
  }

  /** @param {unknown[]} list */
  #list(list) {
    const { length } = list;
    this.#bound(length);
    const copy = [];
    for (let i = 0; i < length; ++i) copy.push(this.#copy(list[i]));
    return copy;
  }

  /** @param {Record<string, unknown>} object */
  #object(object) {
    const keys = Object.keys(object);
    this.#bound(keys.length);
    const copy = Object.create(null);
    for (const key of keys) {
      if (k_refused_keys.has(key)) throw this.#refusal(`holds the key "${key}"`);
      const item = object[key];
      if (item !== undefined) copy[this.#text(key)] = this.#copy(item);
    }
    return copy;
  }

  /** @param {number} count */
  #bound(count) {
    if (count > this.#bounds.list) throw this.#refusal(`holds a list of ${count} items (at most ${this.#bounds.list})`);
  }
}
