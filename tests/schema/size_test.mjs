// What a page that embeds the atlas transfers for the data: the snapshot without its spaces, as brotli sends it.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { brotliCompressSync, constants } from 'node:zlib';

const k_most_bytes = 60_000;

test(`the bundled snapshot travels in ${k_most_bytes} bytes`, () => {
  const file = JSON.parse(readFileSync(new URL('../../data/snapshot.json', import.meta.url), 'utf8'));
  const sent = Buffer.from(JSON.stringify(file));
  const { length } = brotliCompressSync(sent, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
      [constants.BROTLI_PARAM_LGWIN]: constants.BROTLI_MAX_WINDOW_BITS,
      [constants.BROTLI_PARAM_SIZE_HINT]: sent.length,
    },
  });
  assert.ok(length <= k_most_bytes, `${length} bytes: shorten texts, or leave out what another part of the file says (data/README.md)`);
});
