// What a page that embeds the atlas transfers for the data: the snapshot without its spaces, as brotli sends it. Printed
// beside the size last written down, never a reason to leave a fact out.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { brotliCompressSync, constants } from 'node:zlib';

const k_last_recorded_bytes = 71_700;

test('the bundled snapshot travels, and says how large it is', (t) => {
  const file = JSON.parse(readFileSync(new URL('../../data/snapshot.json', import.meta.url), 'utf8'));
  const sent = Buffer.from(JSON.stringify(file));
  const { length } = brotliCompressSync(sent, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
      [constants.BROTLI_PARAM_LGWIN]: constants.BROTLI_MAX_WINDOW_BITS,
      [constants.BROTLI_PARAM_SIZE_HINT]: sent.length,
    },
  });
  t.diagnostic(`${length} bytes as brotli, ${((length / k_last_recorded_bytes - 1) * 100).toFixed(1)} % beside the size last recorded; ${sent.length} bytes raw`);
  assert.ok(length < sent.length);
});
