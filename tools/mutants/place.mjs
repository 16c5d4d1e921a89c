// Where a mutant's snippet stands today. Files move and lines are wrapped anew; a snippet is found all the same as long
// as it stands exactly once.
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';

/**
 * One small change of the code, told by a snippet that stands once in its file.
 * @typedef {{file: string, snippet: string, mutant: string, why: string}} Mutant `file` under src/core
 * @typedef {{file: string, begin: number, end: number, line: number}} Place from the root of the tree; characters
 */

const k_core = 'src/core/';
const k_sources = execFileSync('git', ['ls-files', '-co', '--exclude-standard', k_core], { encoding: 'utf8' })
  .split('\n')
  .filter((file) => /\.(cpp|hpp)$/.test(file) && existsSync(file));

/** White space may be any white space. @param {string} snippet */
function pattern(snippet) {
  const words = snippet.trim().split(/\s+/).map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(words.join('\\s+'), 'g');
}

/** @param {string} file @param {string} snippet @returns {Place[]} */
function places_in(file, snippet) {
  const text = readFileSync(file, 'utf8');
  return [...text.matchAll(pattern(snippet))].map((match) => ({
    file,
    begin: match.index,
    end: match.index + match[0].length,
    line: text.slice(0, match.index).split('\n').length,
  }));
}

/** In its file, else anywhere in core. @param {Mutant} mutant @returns {{place?: Place, problem?: string}} */
export function find_place({ file, snippet }) {
  const home = k_core + file;
  const at_home = k_sources.includes(home) ? places_in(home, snippet) : [];
  const places = at_home.length > 0 ? at_home : k_sources.flatMap((source) => places_in(source, snippet));
  return places.length === 1 ? { place: places[0] } : { problem: `its snippet is found ${places.length} times` };
}
