// Holds the script and the two parts of the cut module against recorded sizes, because a changed name or a new call can move code from one
// part to the other without anybody seeing it. Compilers differ, so each version of emcc has its own record.
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const k_file = fileURLToPath(new URL('part_sizes.json', import.meta.url));
const k_share = 0.03;

/** @typedef {Record<string, number>} Parts bytes by name */

/** @param {string} build folder of the web build @returns {string} the version of the emcc that it is made with */
export function emcc_version(build) {
  const cache = readFileSync(join(build, 'CMakeCache.txt'), 'utf8');
  const emcc = /^ATLAS_EMCC:\w+=(.+)$/m.exec(cache)?.[1] ?? 'emcc';
  return /\d+\.\d+\.\d+/.exec(execFileSync(emcc, ['--version'], { encoding: 'utf8' }))?.[0] ?? 'unknown';
}

/** @returns {Record<string, Parts>} by version */
export function recorded_parts() {
  return JSON.parse(readFileSync(k_file, 'utf8'));
}

/** @param {string} version @param {Parts} parts */
export function record_parts(version, parts) {
  const all = Object.entries({ ...recorded_parts(), [version]: parts });
  all.sort(([a], [b]) => a.localeCompare(b, 'en', { numeric: true }));
  writeFileSync(k_file, `${JSON.stringify(Object.fromEntries(all), null, 2)}\n`);
}

/**
 * @param {Parts} parts
 * @param {Parts} recorded
 * @returns {string[]} a line for each part that differs too much
 */
export function moved_parts(parts, recorded) {
  const names = [...new Set([...Object.keys(parts), ...Object.keys(recorded)])];
  return names.flatMap((name) => {
    const [now, before] = [parts[name] ?? 0, recorded[name] ?? 0];
    if (Math.abs(now - before) <= before * k_share) return [];
    const change = before ? `${now > before ? '+' : ''}${(100 * (now / before - 1)).toFixed(1)} %` : 'new';
    return [`${name}: ${now} bytes, recorded ${before} (${change}; at most ${100 * k_share} %)`];
  });
}
