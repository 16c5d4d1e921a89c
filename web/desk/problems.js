// What the atlas could not take as it stands: counted, marked in its cells, gone through one after the other.

import { say } from './words.js';

/** @typedef {import('./shown.js').Problem} Problem */
/** @typedef {import('./work.js').Cell} Cell */

/** @param {string} id @returns {any} */
const part = (id) => document.getElementById(id);
/** @param {Cell} cell */
const name_of = ({ table, row, column }) => `${table}\0${row}\0${column}`;

export class Problems {
  /** @type {Problem[]} */ #all = [];
  /** @type {Map<string, number>} */ #by_cell = new Map();
  #at = -1;
  #go_to;

  /** @param {(cell: Cell) => void} go_to */
  constructor(go_to) {
    this.#go_to = go_to;
  }

  /** @param {Problem[]} problems */
  show(problems) {
    this.#all = problems;
    this.#by_cell = new Map(problems.map(({ cell }, i) => /** @type {[string, number]} */ ([cell ? name_of(cell) : '', i])).reverse());
    this.#by_cell.delete('');
    this.#at = -1;
    const { length } = problems;
    part('count').textContent = length > 0 ? say('problems', length) : say('no_problem');
    part('count').classList.toggle('some', problems.some(({ is_error }) => is_error));
    part('previous').disabled = part('next').disabled = length === 0;
    part('sentence').textContent = length > 0 ? this.#said(0) : '';
  }

  /** @param {number} at */
  #said(at) {
    return say('problem_at', at + 1, this.#all.length, this.#all[at].sentence());
  }

  /** @param {Cell} cell @returns {Problem | null} the first one in it */
  in_cell(cell) {
    const at = this.#by_cell.get(name_of(cell));
    return at === undefined ? null : this.#all[at];
  }

  /** @param {Cell} cell */
  reached(cell) {
    const at = this.#by_cell.get(name_of(cell));
    if (at === undefined) return;
    this.#at = at;
    part('sentence').textContent = this.#said(at);
  }

  /** @param {number} by */
  step(by) {
    const { length } = this.#all;
    if (length === 0) return;
    this.#at = this.#at < 0 ? (by > 0 ? 0 : length - 1) : (this.#at + by + length) % length;
    const at = this.#at;
    const { cell } = this.#all[at];
    if (cell) this.#go_to(cell);
    this.#at = at; // of two in one cell, the one meant
    part('sentence').textContent = this.#said(at);
  }
}
