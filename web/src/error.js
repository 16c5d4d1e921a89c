import { say, version_in } from './words.js';

/** @typedef {import('../cluster-atlas.d.ts').Located} Located */
/** @typedef {import('../cluster-atlas.d.ts').ErrorCode} ErrorCode */
/** @typedef {import('../cluster-atlas.d.ts').ErrorReason} ErrorReason */

/** What every rejected promise and thrown call carries: a code for programs, a sentence for people. */
export class AtlasError extends Error {
  /** A page may hold this class twice: here and in the part that is loaded later. @param {unknown} value */
  static [Symbol.hasInstance](value) {
    return value instanceof Error && value.name === 'AtlasError';
  }

  /**
   * @param {ErrorCode} code
   * @param {string} message
   * @param {{errors?: Located[], reason?: ErrorReason, address?: string, status?: number}} [more] places in a snapshot; why which file did not come
   */
  constructor(code, message, { errors = [], reason, address, status } = {}) {
    super(message);
    this.name = 'AtlasError';
    this.code = code;
    this.errors = errors;
    this.reason = reason;
    this.address = address;
    this.status = status;
  }
}

/** By a later wish, or by the end of the atlas: nothing that anybody need be told. @param {unknown} error */
export function is_overtaken(error) {
  return error instanceof AtlasError && (error.code === 'superseded' || error.code === 'destroyed');
}

/** @param {Record<string, string> | null} refusal @param {'state' | 'action'} code */
export function refuse(refusal, code) {
  if (refusal) throw new AtlasError(code, version_in(refusal, 'en'), { errors: [{ pointer: '', line: 0, column: 0, ...refusal }] });
}

/** What is wrong, without its place. @param {Located} error @param {import('../cluster-atlas.d.ts').Lang} [lang] */
export function sentence_of({ pointer: _pointer, line: _line, column: _column, ...versions }, lang = 'en') {
  return version_in(versions, lang);
}

/**
 * One line per error, with its place: "/clusters/3/label/0/from, line 812: …".
 * @param {Located[]} errors
 * @param {import('../cluster-atlas.d.ts').Lang} lang
 */
export function sentences(errors, lang) {
  return errors.map((error) => {
    const line = error.line ? say('at_line', lang, error.line) : '';
    const place = [error.pointer, line].filter(Boolean).join(', ');
    return place ? say('at_place', lang, place, sentence_of(error, lang)) : sentence_of(error, lang);
  });
}
