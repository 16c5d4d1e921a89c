// The schema and the loader agree: over a corpus of files with one fault each, both refuse, or the reason why only the loader
// can is written down. The loader is the native cluster-atlas; CLUSTER_ATLAS names it when it is not in build/native.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { fine, gone, seenByBoth, seenByLoader } from '../corpus/mutations.mjs';

const root = fileURLToPath(new URL('../../', import.meta.url));
const program = process.env.CLUSTER_ATLAS ?? join(root, 'build/native/bin/cluster-atlas');
const schema = JSON.parse(readFileSync(join(root, 'data/snapshot.schema.json'), 'utf8'));
const validate = new Ajv2020({ allErrors: true, strict: true, strictRequired: false, strictTypes: false }).compile(schema);
const base = readFileSync(join(root, 'tests/corpus/base.json'), 'utf8');
const folder = mkdtempSync(join(tmpdir(), 'cluster-atlas-'));
after(() => rmSync(folder, { recursive: true }));

/** @param {unknown} list @param {string} step */
function place(list, step) {
  if (!Array.isArray(list) || (/^\d$/.test(step) && !list.some(x => String(x?.phase) === step))) return step;
  const found = list.findIndex(x => [x.id, x.code, x.date, x.phase].some(key => String(key) === step));
  assert.notEqual(found, -1, `no ${step} in the base file`);
  return found;
}

/** The JSON pointer that a path of the corpus stands for. @param {string} path */
function pointer(path) {
  let at = JSON.parse(base);
  let out = '';
  for (const step of path.split('/').slice(1)) {
    const key = place(at, step);
    out += `/${key}`;
    at = at?.[key];
  }
  return out;
}

/** The base file with one thing changed. @param {string} path @param {any} value */
function mutated(path, value) {
  const file = JSON.parse(base);
  const steps = path.split('/').slice(1);
  const last = /** @type {string} */ (steps.pop());
  let at = file;
  for (const step of steps) at = at[place(at, step)];
  const key = place(at, last);
  if (value === gone) {
    assert.ok(key in at, `${path} is not in the base file`);
    delete at[key];
  } else if (value?.[gone] !== undefined) {
    at[key].push(value[gone]);
  } else {
    at[key] = value;
  }
  return file;
}

/** What the loader says about a file. @param {unknown} file */
function load(file) {
  const path = join(folder, 'file.json');
  writeFileSync(path, JSON.stringify(file));
  try {
    execFileSync(program, ['--lang', 'en', 'check', path], { stdio: 'pipe' });
    return { ok: true, says: '' };
  } catch (error) {
    const { status, stderr } = /** @type {{ status: number, stderr: Buffer }} */ (error);
    assert.equal(status, 1, `${program} ended with ${status}: ${stderr}`);
    return { ok: false, says: String(stderr) };
  }
}

test('what ships is valid', () => {
  for (const path of ['data/snapshot.json', 'data/examples/three_organisations.json', 'data/examples/wallonie.json', 'data/examples/spitzencluster.json', 'tests/corpus/base.json']) {
    const file = JSON.parse(readFileSync(join(root, path), 'utf8'));
    assert.ok(validate(file), `${path}: ${JSON.stringify(validate.errors?.slice(0, 3))}`);
    assert.ok(load(file).ok, path);
  }
});

test(`${seenByBoth.length} faults that both see`, async t => {
  for (const [why, path, value] of seenByBoth) {
    await t.test(why, () => {
      const file = mutated(path, value);
      assert.equal(validate(file), false, 'the schema lets it pass');
      const { ok, says } = load(file);
      assert.equal(ok, false, 'the loader lets it pass');
      assert.match(says, /file\.json:\d+:\d+: error: /);
      const parent = pointer(path).replace(/\/[^/]*$/, '');
      const isOfTheFile = String(value).length > 65536;
      const isNear = [...says.matchAll(/error: (\/\S*): /g)].some(match => match[1].startsWith(parent));
      assert.ok(isNear || isOfTheFile || parent === '', `${pointer(path)} is not in ${says}`);
    });
  }
});

test(`${seenByLoader.length} faults that only the loader can see`, async t => {
  for (const [why, path, value, reason] of seenByLoader) {
    await t.test(`${why} (${reason})`, () => {
      const file = mutated(path, value);
      assert.equal(validate(file), true, `the schema sees it: ${JSON.stringify(validate.errors?.[0])}`);
      assert.equal(load(file).ok, false, 'the loader lets it pass');
    });
  }
});

test('what neither minds', async t => {
  for (const [why, path, value] of fine) {
    await t.test(why, () => {
      const file = mutated(path, value);
      assert.equal(validate(file), true, JSON.stringify(validate.errors?.[0]));
      const { ok, says } = load(file);
      assert.ok(ok, says);
    });
  }
});

test('every field of the schema is described', () => {
  /** @param {any} node @param {string} path */
  const walk = (node, path) => {
    for (const [name, property] of Object.entries(node.properties ?? {})) {
      const described = property.description ?? schema.$defs[String(property.$ref).split('/').pop() ?? '']?.description ??
        schema.$defs[String(property.anyOf?.[0]?.$ref).split('/').pop() ?? '']?.description;
      const isCondition = /\/(if|then|else)\//.test(path + '/');
      if (!isCondition) assert.ok(described, `${path}/${name} has no description`);
    }
    for (const [key, child] of Object.entries(node)) if (child && typeof child === 'object') walk(child, `${path}/${key}`);
  };
  walk(schema, '');
});
