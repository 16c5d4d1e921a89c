// Files in a .zip, bounded before they are unpacked: what an archive says of itself is not believed further than memory goes.

import { strToU8, unzipSync, zipSync } from 'fflate';

const k_most_bytes = 64 << 20;
const k_most_files = 500;
const k_most_entries = 10_000;

/** @param {Record<string, string | Uint8Array>} files @returns {Uint8Array} */
export function zipped(files) {
  return zipSync(Object.fromEntries(Object.entries(files).map(([name, content]) => [name, typeof content === 'string' ? strToU8(content) : content])), { mtime: new Date(1980, 0, 2) });
}

/**
 * @param {Uint8Array} bytes
 * @param {(name: string) => boolean} is_wanted by its path in the archive
 * @returns {Record<string, Uint8Array>} by path; throws RangeError when it is too large, another error when it is damaged
 */
export function unzipped(bytes, is_wanted) {
  let total = 0;
  let count = 0;
  let entries = 0;
  return unzipSync(bytes, {
    filter: ({ name, size, originalSize }) => {
      if (++entries > k_most_entries) throw new RangeError('the archive has too many entries');
      if (!is_wanted(name)) return false;
      total += Math.max(size, originalSize); // no more than this is ever written, whatever the file holds
      if (total > k_most_bytes || ++count > k_most_files) throw new RangeError('the archive is too large');
      return true;
    },
  });
}
