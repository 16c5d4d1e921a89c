// A table to the text of a snapshot, by the core's importer, a slice at a time: meanwhile the page draws and hears the
// reader.

import { AtlasError } from './error.js';
import { version_in } from './words.js';

/** @typedef {import('./core.js').Core} Core */
/** @typedef {import('../cluster-atlas').Located} Located */

const k_nothing = new Uint8Array();

/**
 * @param {() => Core} alive throws when it is gone
 * @param {import('./source.js').Table} source
 * @param {{map: Uint8Array | null, is_over: () => boolean, progressed?: (progress: number) => void}} context the map that its places may lie on
 * @returns {Promise<{snapshot: string, warnings: Located[], is_on_map: boolean}>} throws when no row can be taken
 */
export async function imported(alive, { table, name }, { map, is_over, progressed }) {
  const request = { name, today: today() };
  const check = () => {
    if (is_over()) throw new AtlasError('superseded', 'the table was given up');
  };
  check();
  let answer = alive().import(table, map ?? k_nothing, request);
  while (answer.startsWith('{"progress"')) {
    progressed?.(JSON.parse(answer).progress);
    await breath();
    check();
    answer = alive().import(k_nothing, k_nothing, request);
  }
  const end = answer.indexOf('\n');
  const { isOnMap, problems } = JSON.parse(answer.slice(0, end));
  const warnings = problems.map((/** @type {object} */ problem) => ({ pointer: '', line: 0, column: 0, ...problem }));
  const snapshot = answer.slice(end + 1);
  if (!snapshot) throw new AtlasError('snapshot', version_in(warnings[0] ?? {}, 'en'), { errors: warnings });
  return { snapshot, warnings, is_on_map: isOnMap };
}

/** The reader's day, which is when the table was read. */
function today() {
  const now = new Date();
  const two = (/** @type {number} */ n) => String(n).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

/** Lets the page do what waits: a message is not slowed down as a timer is. */
function breath() {
  return new Promise((done) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      done(undefined);
    };
    port2.postMessage(null);
  });
}
