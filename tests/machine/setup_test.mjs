// tools/setup and tools/fetch_imgui before a machine that lacks something: a folder of links stands for PATH, and an
// apt-get that only writes down what it was asked.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterEach, beforeEach, describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const k_only_debian = { skip: existsSync('/etc/debian_version') ? false : 'apt is Debian’s' };

/** @type {string} */ let bin;
/** @type {string} */ let asked;

/** @param {string} name @param {string} script */
function program(name, script) {
  rmSync(join(bin, name), { force: true });
  writeFileSync(join(bin, name), `#!/bin/bash\n${script}\n`);
  chmodSync(join(bin, name), 0o755);
}

beforeEach(() => {
  bin = mkdtempSync(join(tmpdir(), 'machine-'));
  asked = join(bin, 'asked.log');
  for (const folder of (process.env.PATH ?? '').split(delimiter).filter((each) => existsSync(each))) {
    for (const name of readdirSync(folder)) if (!existsSync(join(bin, name))) symlinkSync(join(folder, name), join(bin, name));
  }
  for (const name of ['sudo', 'xz']) rmSync(join(bin, name), { force: true });
  program('id', 'echo 0');
  program('apt-get', `echo "$*" >>'${asked}'`);
});
afterEach(() => rmSync(bin, { recursive: true, force: true }));

/** What apt-get was told to change. */
const changes = () => (existsSync(asked) ? readFileSync(asked, 'utf8').split('\n') : []).filter((line) => line && !line.includes('--assume-no'));

/** @param {string[]} words @param {Record<string, string>} [more] environment @param {string} [input] */
function run([command, ...words], more = {}, input = '') {
  const env = { ...process.env, YES: '', CI: '', PATH: bin, ...more };
  const { status, stdout, stderr } = spawnSync(command, words, { cwd: root, input, encoding: 'utf8', env });
  return { status, said: `${stdout}${stderr}` };
}
const k_install = /install --no-install-recommends xz-utils\b/;

describe('something is missing', k_only_debian, () => {
  test('somebody without root or sudo gets one line for an administrator', () => {
    program('id', 'echo 1000');
    const { status, said } = run(['tools/setup', 'serve']);
    assert.equal(status, 1);
    assert.match(said, /give this line to an administrator: apt-get .*/);
    assert.match(said, k_install);
    assert.deepEqual(changes(), []);
  });

  test('sudo that wants a password, and no terminal to ask on: the same', () => {
    program('id', 'echo 1000');
    program('sudo', 'exit 1');
    const { status, said } = run(['tools/setup', 'serve']);
    assert.equal(status, 1);
    assert.match(said, k_install);
    assert.deepEqual(changes(), []);
  });

  test('root without a terminal: said, then installed', () => {
    const { status, said } = run(['tools/setup', 'serve']);
    assert.equal(status, 0, said);
    assert.match(said, /needs xz-utils \(unpacks/);
    assert.match(said, /no terminal to ask on: going on/);
    assert.match(changes().join('\n'), /update\n.*-y.* install xz-utils$/);
  });

  test('YES=0 installs nothing', () => {
    const { status, said } = run(['tools/setup', 'serve'], { YES: '0' });
    assert.equal(status, 1);
    assert.match(said, k_install);
    assert.deepEqual(changes(), []);
  });

  for (const [answer, installs] of /** @type {const} */ ([['n', 0], ['', 2]])) {
    test(`on a terminal it asks once; the answer is “${answer}”`, () => {
      const { said } = run(['script', '-qec', 'tools/setup serve', '/dev/null'], {}, `${answer}\n`);
      assert.equal(said.split('install them now?').length, 2, said);
      assert.equal(changes().length, installs);
    });
  }

  for (const name of ['YES', 'CI']) {
    test(`on a terminal with ${name} set it does not ask`, () => {
      const { said } = run(['script', '-qec', 'tools/setup serve', '/dev/null'], { [name]: '1' });
      assert.doesNotMatch(said, /now\?/);
      assert.equal(changes().length, 2);
    });
  }

  test('without a network it says so', () => {
    program('apt-get', 'exit 100');
    const { status, said } = run(['tools/setup', 'serve'], { YES: '1' });
    assert.equal(status, 1);
    assert.match(said, /no network, or no mirror that answers/);
  });

  test('what apt refuses with a network is not called a lack of one', () => {
    program('apt-get', '[[ $* != *" install "* ]]');
    const { status, said } = run(['tools/setup', 'serve'], { YES: '1' });
    assert.equal(status, 1);
    assert.match(said, /apt did not install them/);
    assert.doesNotMatch(said, /no network/);
  });
});

test('nothing is missing: apt is not asked, and nothing is installed', k_only_debian, () => {
  program('xz', 'exit 0');
  const { status, said } = run(['tools/setup', 'serve']);
  assert.equal(status, 0, said);
  assert.equal(said, 'setup: ready to serve\n');
  assert.equal(existsSync(asked), false);
});

describe('the source of Dear ImGui', k_only_debian, () => {
  test('without a network: that reason, and the way out', () => {
    program('apt-get', '[ "$1" = indextargets ] && echo http://mirror.invalid/debian');
    const { status, said } = run(['tools/fetch_imgui', join(bin, 'imgui')]);
    assert.equal(status, 1);
    assert.match(said, /no network, or no mirror for the ImGui source package.*IMGUI_DIR=DIR/);
  });

  test('no mirror at all', () => {
    const { status, said } = run(['tools/fetch_imgui', join(bin, 'imgui')]);
    assert.equal(status, 1);
    assert.match(said, /apt knows no package mirror/);
  });
});
