// Why a file could not be read, in the reader's language.

import { Unreadable } from '../tables/unreadable.js';
import { say } from './words.js';

/** @param {unknown} error of reading one @returns {string} */
export function why_unread(error) {
  if (error instanceof Unreadable) return say(error.why, error.value);
  return say(error instanceof RangeError ? 'too_much' : 'no_archive');
}
