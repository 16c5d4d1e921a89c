// Values from a page that mean harm, or were never meant as a state: refused by their size before they are copied, with the
// true reason. What is read is counted, since a busy machine says nothing by its clock.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { read_message } from '../../web/src/frame.js';
import { k_message_bounds, k_snapshot_bounds, plain_json } from '../../web/src/plain_json.js';

const refusal = (/** @type {unknown} */ value, bounds = k_message_bounds) => {
  try {
    plain_json(value, 'state', bounds);
  } catch (error) {
    return /** @type {import('../../web/cluster-atlas').AtlasError} */ (error);
  }
  return assert.fail('it was taken');
};

/** Counts how often anything of it, or of what it holds, is looked at. @param {object} target */
function watched(target) {
  const count = { reads: 0 };
  /** @type {ProxyHandler<any>} */
  const handler = {
    get(owner, key) {
      ++count.reads;
      const value = Reflect.get(owner, key);
      return typeof value === 'object' && value !== null ? new Proxy(value, handler) : value;
    },
  };
  return { value: new Proxy(target, handler), count };
}

/** An object that holds four more like it, without end. @returns {object} */
function endless() {
  const keys = ['a', 'b', 'c', 'd'];
  return new Proxy({}, { get: endless, ownKeys: () => keys, getOwnPropertyDescriptor: () => ({ enumerable: true, configurable: true }) });
}

const holds_itself = {};
Reflect.set(holds_itself, 'a', [holds_itself]);
const megabyte = 'x'.repeat(1024 * 1024);

describe('the reason is the true one', () => {
  /** @type {Record<string, [() => unknown, RegExp]>} */
  const cases = {
    'a list of a million items': [() => ({ filter: { regions: new Array(1e6).fill('53') } }), /list of 1000000 items \(at most 8192\)/],
    'a list of four thousand million holes': [() => ({ a: new Array(4294967295) }), /list of 4294967295 items/],
    'a text of 30 MB': [() => ({ filter: { text: megabyte.repeat(30) } }), /larger than 128 KB/],
    'a text of 5 000 letters': [() => ({ filter: { text: 'x'.repeat(5000) } }), /text of 5000 characters \(at most 4096 bytes\)/],
    'letters that take more bytes': [() => ({ filter: { text: '€'.repeat(1400) } }), /text of 1400 characters/],
    'many texts': [() => ({ a: Array.from({ length: 40 }, () => 'x'.repeat(4000)) }), /larger than 128 KB/],
    'many values': [() => ({ a: new Array(5000).fill(1), b: new Array(5000).fill(1) }), /more than 8192 values/],
    'a getter that throws': [() => ({ get date() { throw new Error('boo'); } }), /can't be read: boo/],
    'a getter that throws nothing': [() => ({ get date() { throw undefined; } }), /can't be read: undefined/],
    'a getter that throws what has no text': [() => ({ get date() { throw Object.create(null); } }), /no text/],
    'a Proxy that throws': [() => new Proxy({}, { ownKeys: () => { throw new Error('no keys'); } }), /can't be read: no keys/],
    'a Proxy that was revoked': [() => { const { proxy, revoke } = Proxy.revocable({}, {}); revoke(); return proxy; }, /can't be read: .*revoked/],
    'a Proxy without end': [endless, /nested too deeply/],
    'itself': [() => holds_itself, /holds itself/],
    'a BigInt': [() => ({ date: 10n }), /not JSON \(bigint\)/],
    'a function': [() => ({ date: () => 1 }), /not JSON \(function\)/],
    'a symbol': [() => ({ date: Symbol('x') }), /not JSON \(symbol\)/],
    'no number': [() => ({ date: NaN }), /not JSON \(NaN\)/],
    'a NUL': [() => ({ filter: { text: 'a\0b' } }), /NUL/],
    'a NUL in a key': [() => ({ 'a\0': 1 }), /NUL/],
    'a key of the prototype': [() => JSON.parse('{"filter": {"__proto__": 1}}'), /the key "__proto__"/],
    'no object': [() => null, /must be an object/],
    'a list': [() => [], /must be an object/],
  };
  for (const [what, [make, reason]] of Object.entries(cases)) {
    test(what, () => {
      const error = refusal(make());
      assert.equal(error.name, 'AtlasError');
      assert.equal(error.code, 'state');
      assert.match(error.message, reason);
    });
  }
});

describe('nothing is read that need not be', () => {
  test('a long list: its length alone', () => {
    const { value, count } = watched({ filter: { regions: new Array(1e6).fill('53') } });
    assert.match(refusal(value).message, /1000000/);
    assert.ok(count.reads < 10, `${count.reads} reads`);
  });
  test('120 MB in texts: no more than what fits, and no letter of it', () => {
    const { value, count } = watched({ blobs: new Array(120).fill(megabyte) });
    assert.match(refusal(value, k_snapshot_bounds).message, /larger than 32768 KB/);
    assert.ok(count.reads < 40, `${count.reads} reads`);
  });
  test('what never ends: no more values than a message has', () => {
    let made = 0;
    const broad = () => new Proxy([], { get: (_, key) => (key === 'length' ? 1000 : (++made, broad())) });
    assert.match(refusal({ a: broad() }).message, /nested|values/);
    assert.ok(made <= k_message_bounds.values + 1, `${made} values`);
  });
  test('each getter once', () => {
    let reads = 0;
    assert.equal(plain_json({ get date() { return `201${reads++}`; } }, 'state', k_message_bounds), '{"date":"2010"}');
  });
});

test('everything else is its JSON, at the bounds too', () => {
  const leaf = { text: '€'.repeat(1365), list: new Array(4000).fill(0), absent: undefined, none: null, yes: true, number: -1.5e-7 };
  const deepest = { a: [{ b: [leaf] }] };
  assert.equal(plain_json(deepest, 'state', k_message_bounds), JSON.stringify(deepest));
  const twice = { name: 'x' };
  assert.equal(plain_json({ a: twice, b: twice }, 'state', k_message_bounds), '{"a":{"name":"x"},"b":{"name":"x"}}');
  const reactive = new Proxy({ list: new Proxy([1, 2], {}) }, {});
  assert.equal(plain_json(reactive, 'state', k_message_bounds), '{"list":[1,2]}');
});

test('20 000 values of every kind, from a seed: sound JSON within the bounds, or an AtlasError; as messages, nothing', () => {
  let seed = Number(process.env.SEED ?? 20261127);
  const random = (/** @type {number} */ n) => {
    seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
    return Math.floor((seed / 2 ** 32) * n);
  };
  const texts = ['', 'a', 'é€😀', '\ud800', '\0', '"\\', '__proto__', 'toJSON', 'constructor', 'x'.repeat(4097), '€'.repeat(1366), '\u2028'];
  const numbers = [0, -0, 1.5, NaN, Infinity, -1e308, 5e-324, 2 ** 53];
  /** @type {any[]} */
  const others = [undefined, null, true, 10n, Symbol('s'), () => 1, new Date(0), new Map([[1, 2]]), new Uint8Array(9), new Error('e'), Object.create(null), new Proxy({}, { get: () => { throw 1; }, ownKeys: () => ['a'], getOwnPropertyDescriptor: () => ({ enumerable: true, configurable: true }) })];
  const pick = (/** @type {any[]} */ list) => list[random(list.length)];
  /** @param {number} depth @returns {any} */
  const value = (depth) => {
    const kind = random(depth > 8 ? 3 : 6);
    if (kind === 0) return pick(texts);
    if (kind === 1) return pick(numbers);
    if (kind === 2) return random(4) ? random(100) : pick(others);
    if (kind === 3) return Array.from({ length: random(4) }, () => value(depth + 1));
    return Object.fromEntries(Array.from({ length: random(4) }, () => [random(3) ? `k${random(9)}` : pick(texts), value(depth + 1)]));
  };
  let taken = 0;
  for (let i = 0; i < 20_000; ++i) {
    const given = { state: value(1), date: value(1) };
    try {
      const json = plain_json(given, 'state', k_message_bounds);
      assert.ok(new TextEncoder().encode(json).length <= k_message_bounds.bytes);
      assert.equal(JSON.stringify(JSON.parse(json)), json);
      ++taken;
    } catch (error) {
      assert.equal(/** @type {Error} */ (error).name, 'AtlasError', String(error));
    }
    const message = read_message({ ns: 'cluster-atlas', v: 1, type: 'state', ...given });
    if (message) assert.equal(Object.getPrototypeOf(message), Object.prototype);
  }
  assert.ok(taken > 2000 && taken < 18_000, `${taken} taken`);
});
