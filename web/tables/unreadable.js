// A file that holds no tables, and why: said in the reader's language by who read it.

/** @typedef {'file_missing' | 'save_as_xlsx' | 'save_as_utf8' | 'no_archive' | 'no_tables' | 'too_large' | 'one_file'} Why */

export class Unreadable extends SyntaxError {
  /** @param {Why} why @param {string} [value] what it is about */
  constructor(why, value = '') {
    super(value ? `${why}: ${value}` : why);
    this.why = why;
    this.value = value;
  }
}

const k_older_workbook = [0xd0, 0xcf, 0x11, 0xe0]; // of Excel before 2007, and each one with a password
const k_pdf = [0x25, 0x50, 0x44, 0x46];

/** What has tables for people and none for programs. @param {Uint8Array} bytes throws Unreadable */
export function refuse_other_forms(bytes) {
  for (const sign of [k_older_workbook, k_pdf]) if (sign.every((byte, i) => bytes[i] === byte)) throw new Unreadable('save_as_xlsx');
}

/** JSON is UTF-8 (RFC 8259), or says by its mark that it is UTF-16. @param {Uint8Array} bytes @returns {string} throws Unreadable */
export function json_text_in(bytes) {
  const encoding = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8';
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    throw new Unreadable('save_as_utf8');
  }
}
