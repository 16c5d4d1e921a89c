// What must not be in the files that ship.
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { test } from 'node:test';

const k_modules = readdirSync('dist').filter((name) => name.endsWith('.wasm'));

test('a release has no inspector in it', () => {
  assert.ok(k_modules.includes('cluster-atlas-whole.wasm'));
  const whole = readFileSync('dist/cluster-atlas-whole.wasm');
  assert.ok(whole.includes('stepSelection'), 'texts of the module are found where they are');
  for (const name of k_modules) {
    const bytes = readFileSync(`dist/${name}`);
    for (const text of ['Inspector', 'Outline every node', 'Replay']) assert.ok(!bytes.includes(text), `${name} holds "${text}"`);
  }
});
