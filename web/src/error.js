/** @typedef {import('../cluster-atlas').Located} Located */
/** @typedef {import('../cluster-atlas').ErrorCode} ErrorCode */
/** @typedef {import('../cluster-atlas').ErrorReason} ErrorReason */

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

/**
 * One line per error, with its place: "/clusters/3/label/0/from, line 812: …".
 * @param {Located[]} errors
 * @param {'fr' | 'en'} lang
 */
export function sentences(errors, lang) {
  return errors.map((error) => {
    const line = error.line ? `${lang === 'fr' ? 'ligne' : 'line'} ${error.line}` : '';
    const place = [error.pointer, line].filter(Boolean).join(', ');
    return place ? `${place}${lang === 'fr' ? '\u202f' : ''}: ${error[lang]}` : error[lang];
  });
}
