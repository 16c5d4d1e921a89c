// What a number format of Excel (ECMA-376, 18.8.30 and 18.8.31) says of a number: that it is a day, a month, a year, or a code
// with zeros before it.

import { day_of } from './sheet.js';

/** @typedef {{date: 0 | 4 | 7 | 10, zeros: number}} NumberFormat date: how much of "2005-07-12" is said, 0: it is no date; zeros: least digits */

/** @type {NumberFormat} */
const k_plain = { date: 0, zeros: 0 };
const k_day_ms = 86_400_000;
const k_built_in_days = new Set([14, 15, 16, 22, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 55, 56, 57, 58]);
const k_built_in_month = 17;

/** @param {number} id @returns {NumberFormat} */
export function built_in_format(id) {
  return id === k_built_in_month ? { date: 7, zeros: 0 } : k_built_in_days.has(id) ? { date: 10, zeros: 0 } : k_plain;
}

/** @param {string} code @returns {NumberFormat} */
export function format_in(code) {
  const signs = code.replace(/"[^"]*"|\[[^\]]*\]|[\\_*]./g, '').split(';')[0].toLowerCase();
  if (/^0+$/.test(signs)) return { date: 0, zeros: signs.length };
  if (/y/.test(signs)) return { date: signs.includes('d') ? 10 : signs.includes('m') ? 7 : 4, zeros: 0 };
  return /d/.test(signs) ? { date: 10, zeros: 0 } : /mmm/.test(signs) ? { date: 7, zeros: 0 } : k_plain; // "h:mm" is a time
}

/** @param {number} number @param {NumberFormat} format @param {boolean} from_1904 @returns {string} */
export function shown_number(number, { date, zeros }, from_1904) {
  if (date > 0) return day_of(new Date((Math.floor(number) + (from_1904 ? 1462 : 0) - 25_569) * k_day_ms)).slice(0, date);
  return Number.isInteger(number) && number >= 0 ? String(number).padStart(zeros, '0') : String(number);
}
