// Cuts the browser module in two: what a page needs at once, and what only the functions of src/core/scene/later.def and
// of the platform's namespace later need, which it fetches when somebody touches the atlas. binaryen's wasm-split does the
// cutting; here is found out what may go: every function that no path reaches but through those entries.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const k_table = fileURLToPath(new URL('../../src/core/scene/later.def', import.meta.url));
/** Called through tables that only later parts read; a table's other functions stay, whoever calls them. */
const k_owned = /SvgWriter|^atlas::figures_/;
/** Shorter ones may be one body that the optimiser found under several names. */
const k_owned_bytes = 48;
const k_features = ['mutable-globals', 'sign-ext', 'bulk-memory', 'nontrapping-float-to-int'].map((name) => `--enable-${name}`);
const k_section = { imports: 2, exports: 7, elements: 9, code: 10 };

/** The section that tells which two files belong together; later.js compares them. */
const k_build_section = 'atlas-build';

class Reader {
  /** @param {Uint8Array} bytes @param {number} [at] */
  constructor(bytes, at = 0) {
    this.bytes = bytes;
    this.at = at;
  }

  byte() {
    return this.bytes[this.at++];
  }

  number() {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = this.byte();
      value += (byte & 127) * 2 ** shift;
      if (byte < 128) return value;
    }
  }

  text() {
    const length = this.number();
    this.at += length;
    return Buffer.from(this.bytes.subarray(this.at - length, this.at)).toString('utf8');
  }

  /** @template T @param {() => T} item @returns {T[]} */
  list(item) {
    return Array.from({ length: this.number() }, item);
  }
}

/** @typedef {{id: number, name: string, start: number, body: Reader, end: number}} Section `start`: of its head */

/** @param {Uint8Array} wasm @returns {Section[]} */
function sections_of(wasm) {
  const reader = new Reader(wasm, 8);
  const sections = [];
  while (reader.at < wasm.length) {
    const start = reader.at;
    const id = reader.byte();
    const end = reader.number() + reader.at;
    const body = new Reader(wasm, reader.at);
    sections.push({ id, name: id === 0 ? body.text() : '', start, body, end });
    reader.at = end;
  }
  return sections;
}

/** @param {Uint8Array} wasm @param {string} name @returns {Buffer} without the custom sections of this name */
function without(wasm, name) {
  const kept = sections_of(wasm).filter((section) => section.id !== 0 || section.name !== name);
  return Buffer.concat([wasm.subarray(0, 8), ...kept.map(({ start, end }) => wasm.subarray(start, end))]);
}

/** @param {Uint8Array} wasm @param {string} build */
function marked(wasm, build) {
  const body = [k_build_section.length, ...Buffer.from(k_build_section), ...Buffer.from(build)];
  return Buffer.concat([wasm, Buffer.from([0, body.length, ...body])]);
}

/** @param {Section | undefined} section */
function imported_functions(section) {
  if (!section) return 0;
  const { body } = section;
  const limits = () => [...Array(body.byte() & 1 ? 2 : 1)].forEach(() => body.number());
  const kinds = body.list(() => {
    body.text();
    body.text();
    const kind = body.byte();
    if (kind === 0) body.number();
    else if (kind === 3) body.at += 2;
    else {
      if (kind === 1) body.byte();
      limits();
    }
    return kind;
  });
  return kinds.filter((kind) => kind === 0).length;
}

/** @param {Section | undefined} section @returns {Map<number, string>} */
function names_in(section) {
  const names = new Map();
  if (!section) throw new Error('the module was linked without names (--profiling-funcs)');
  while (section.body.at < section.end) {
    const kind = section.body.byte();
    const end = section.body.number() + section.body.at;
    if (kind === 1) section.body.list(() => names.set(section.body.number(), section.body.text()));
    section.body.at = end;
  }
  return names;
}

/** @param {Section | undefined} section @returns {number[]} the functions of the table */
function table_of(section) {
  if (!section) return [];
  const { body } = section;
  return body
    .list(() => {
      if (body.number() !== 0 || body.byte() !== 0x41) throw new Error('a table segment of a kind that is not expected');
      body.number();
      body.byte(); // end of the offset
      return body.list(() => body.number());
    })
    .flat();
}

/** @param {Section | undefined} section @returns {number[]} functions */
function exports_of(section) {
  if (!section) return [];
  const { body } = section;
  const all = body.list(() => (body.text(), { kind: body.byte(), at: body.number() }));
  return all.filter(({ kind }) => kind === 0).map(({ at }) => at);
}

/** @param {string} wasm path @returns {Map<string, string[]>} whom each function calls, by name */
function calls_in(wasm) {
  const dot = execFileSync(tool('wasm-opt'), [...k_features, wasm, '--print-call-graph', '-o', '/dev/null'], { encoding: 'utf8', maxBuffer: 1 << 28 });
  const unescaped = (/** @type {string} */ text) => text.replace(/\\([0-9a-f]{2})/g, (_, hex) => String.fromCharCode(parseInt(hex, 16)));
  /** @type {Map<string, string[]>} */
  const calls = new Map();
  for (const [, from, to] of dot.matchAll(/^\s*"(.*?)" -> "(.*?)"/gm)) {
    const list = calls.get(unescaped(from)) ?? [];
    list.push(unescaped(to));
    calls.set(unescaped(from), list);
  }
  return calls;
}

/** Beside emcc where it is not on the path. @param {string} name */
function tool(name) {
  try {
    execFileSync(name, ['--version'], { stdio: 'ignore' });
    return name;
  } catch {
    return join(execFileSync('em-config', ['BINARYEN_ROOT'], { encoding: 'utf8' }).trim(), 'bin', name);
  }
}

/**
 * @param {string[]} roots
 * @param {Map<string, string[]>} calls
 * @param {(name: string) => boolean} is_cut
 */
function reached(roots, calls, is_cut) {
  const seen = new Set();
  const open = roots.filter((name) => !is_cut(name));
  for (let name = open.pop(); name !== undefined; name = open.pop()) {
    if (seen.has(name)) continue;
    seen.add(name);
    for (const next of calls.get(name) ?? []) if (!is_cut(next)) open.push(next);
  }
  return seen;
}

/** The functions by which the later part is entered. @param {string[]} names of the module's functions @returns {Set<string>} */
function entries_among(names) {
  const listed = [...readFileSync(k_table, 'utf8').matchAll(/^ATLAS_LATER_(?:ROOM\(\w+, |PART\()(\w+)\)/gm)].map(([, name]) => `atlas::${name}(`);
  const entries = ['atlas::web::later::', ...listed].map((start) => {
    const found = names.filter((name) => name.startsWith(start));
    if (found.length === 0) throw new Error(`the module has no function ${start}…: does ${k_table} still name what there is?`);
    return found;
  });
  return new Set(entries.flat());
}

/** The defined functions that can wait, by their place among the defined ones. @param {string} path @param {Uint8Array} wasm */
function functions_that_wait(path, wasm) {
  const sections = sections_of(wasm);
  const find = (/** @type {number} */ id) => sections.find((section) => section.id === id);
  const names = names_in(sections.find(({ id, name }) => id === 0 && name === 'name'));
  const first = imported_functions(find(k_section.imports));
  const code = find(k_section.code);
  if (!code) throw new Error('a module without code');
  const sizes = code.body.list(() => {
    const size = code.body.number();
    code.body.at += size;
    return size;
  });
  const index = new Map([...names].map(([at, name]) => [name, at]));
  const entries = entries_among([...names.values()]);
  const is_later = (/** @type {string} */ name) => entries.has(name) || (k_owned.test(name) && sizes[(index.get(name) ?? 0) - first] >= k_owned_bytes);
  const roots = [...table_of(find(k_section.elements)), ...exports_of(find(k_section.exports))].map((at) => names.get(at) ?? '');
  const kept = reached(roots, calls_in(path), is_later);
  const waiting = [...names].filter(([at, name]) => at >= first && !kept.has(name)).map(([at]) => at - first);
  if (waiting.length < entries.size) throw new Error(`the cut found ${entries.size} entries and ${waiting.length} functions`);
  return waiting;
}

/**
 * @param {string} path of the linked module, with names
 * @returns {{whole: Buffer, first: Buffer, later: Buffer}} without names; `first` and `later` are of one build
 */
export function split_module(path) {
  const named = readFileSync(path);
  const whole = without(named, 'name');
  const build = createHash('sha256').update(whole).digest('hex').slice(0, 16);
  const folder = mkdtempSync(join(tmpdir(), 'atlas-split-'));
  try {
    const [input, list, first, later] = ['whole.wasm', 'later.txt', 'first.wasm', 'rest.wasm'].map((name) => join(folder, name));
    writeFileSync(input, whole);
    writeFileSync(list, `${functions_that_wait(path, named).join('\n')}\n`);
    execFileSync(tool('wasm-split'), [...k_features, input, '-o1', first, '-o2', later, `--split-funcs=@${list}`]);
    return { whole, first: marked(readFileSync(first), build), later: marked(readFileSync(later), build) };
  } finally {
    rmSync(folder, { recursive: true });
  }
}
