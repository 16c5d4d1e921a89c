// A port or a host that can't be had is told before anything is installed or built; the server listens where it is told.
import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { createServer } from 'node:http';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { listen } from '../../tools/serve.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const other = createServer();
/** @type {number} */ let taken;
/** @type {string} */ let folder;
before(async () => {
  taken = await listen(other, 0);
  folder = mkdtempSync(join(tmpdir(), 'served-'));
  writeFileSync(join(folder, 'index.html'), 'here');
});
after(() => {
  other.close();
  rmSync(folder, { recursive: true });
});

describe('make serve refuses at once', () => {
  const cases = /** @type {() => [string, string, string, RegExp][]} */ (
    () => [
      ['a taken port', `PORT=${taken}`, 'HOST=127.0.0.1', /is taken on 127\.0\.0\.1/],
      ['a taken port on every address', `PORT=${taken}`, 'HOST=0.0.0.0', /is taken/],
      ['a word', 'PORT=abc', 'HOST=', /PORT=abc is no port/],
      ['nought', 'PORT=0', 'HOST=', /is no port/],
      ['a number that is too large', 'PORT=65536', 'HOST=', /is no port/],
      ['a host with a space', 'PORT=', 'HOST=a b', /is no name or address/],
    ]
  );
  for (const index of cases().keys()) {
    test(cases()[index][0], () => {
      const [, port, host, reason] = cases()[index];
      const { status, stdout, stderr } = spawnSync('make', ['--silent', 'serve', port, host], { cwd: root, encoding: 'utf8' });
      assert.notEqual(status, 0);
      assert.match(stderr, reason);
      assert.equal(stdout, '', 'neither set up nor built');
    });
  }
});

/** @param {string[]} words @returns {Promise<{said: string, stop: () => void}>} its first line */
function start_server(words) {
  const server = spawn('node', ['tools/serve.mjs', folder, ...words], { cwd: root });
  return new Promise((done) => {
    for (const stream of [server.stdout, server.stderr]) stream.once('data', (text) => done({ said: String(text), stop: () => server.kill() }));
  });
}

test('a named host is listened on, and said', async () => {
  const { said, stop } = await start_server(['--host', '0.0.0.0', '--port', '0']);
  const [, port] = said.match(/http:\/\/localhost:(\d+)\//) ?? [];
  assert.equal(await (await fetch(`http://127.0.0.2:${port}/`)).text(), 'here');
  stop();
});

test('a named port that was taken meanwhile is a refusal, not another port', async () => {
  const { said } = await start_server(['--port', `${taken}`]);
  assert.match(said, /the port is taken/);
});

test('an address of another machine is refused with the reason', async () => {
  const { said } = await start_server(['--host', '192.0.2.1', '--port', '0']);
  assert.match(said, /this machine has no such address/);
});
