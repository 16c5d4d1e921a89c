// The types that pages compile against, held against the names that the core itself answers with.
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { before, describe, test } from 'node:test';
import typescript from 'typescript';
import { with_atlas } from './support/chromium.mjs';
import { dist } from './support/site.mjs';
import { with_site } from './support/stage.mjs';

const source = typescript.createSourceFile('cluster-atlas.d.ts', readFileSync(`${dist}/cluster-atlas.d.ts`, 'utf8'), typescript.ScriptTarget.Latest, true);
/** @param {string} name @returns {any} */
function declared(name) {
  const found = source.statements.find((each) => /** @type {any} */ (each).name?.text === name);
  assert.ok(found, `${name} is declared`);
  return found;
}
/** The words of a union of literals. @param {any} type @returns {string[]} */
const words = (type) => (type.types ?? [type]).flatMap((/** @type {any} */ each) => (each.literal ? [each.literal.text] : []));
/** @param {string} alias */
const alias_words = (alias) => words(declared(alias).type).sort();
/** @param {string} name */
const members = (name) => declared(name).members.map((/** @type {any} */ member) => member.name.text).sort();

/** By its type, the fields of each action and their words. */
const actions = new Map(
  declared('Action').type.types.map((/** @type {any} */ each) => {
    const fields = Object.fromEntries(each.members.map((/** @type {any} */ member) => [member.name.text, member.type]));
    return [words(fields.type)[0], fields];
  }),
);

const stage = with_site();
/** @type {import('playwright-core').Page} */ let page;
before(async () => {
  ({ page } = await stage.open());
  // the core refuses in the languages whose words it has
  await with_atlas(page, (atlas) => atlas.setState({ lang: 'en' }));
  await page.waitForFunction(() => /** @type {any} */ (document.querySelector('cluster-atlas')).shadowRoot.querySelector('.twin').textContent.includes('Stories'));
});

/** The words that the core lists when it refuses one. @param {object} action @returns {Promise<string[]>} */
async function allowed(action) {
  const sentence = await with_atlas(
    page,
    (atlas, given) => {
      try {
        atlas.dispatch(given);
        return '';
      } catch (error) {
        return /** @type {Error} */ (error).message;
      }
    },
    action,
  );
  const list = /expected ([\w, ]+)/.exec(sentence)?.[1];
  assert.ok(list, `no list in “${sentence}”`);
  return list.split(/, /).map((word) => word.trim()).sort();
}

describe('cluster-atlas.d.ts and the core', () => {
  test('the same actions', async () => assert.deepEqual([...actions.keys()].sort(), await allowed({ type: 'none-such' })));

  test('the same facets in actions, filter, counts', async () => {
    const facets = alias_words('Facet');
    assert.deepEqual(facets, await allowed({ type: 'toggleFacet', facet: 'none-such', value: 'x' }));
    const seen = await with_atlas(page, (atlas) => ({ filter: Object.keys(atlas.state.filter).sort(), counts: Object.keys(atlas.result.counts).sort() }));
    assert.deepEqual(seen.counts, facets);
    assert.deepEqual(seen.filter, [...facets, 'area', 'text'].sort());
    assert.deepEqual(members('Filter'), seen.filter);
  });

  for (const [type, field, other] of [
    ['openSheet', 'sheet', {}],
    ['sort', 'column', {}],
    ['groupLanes', 'grouping', {}],
    ['sizeSheet', 'sheet', { share: 0.5 }],
    ['stepSheet', 'sheet', {}],
  ]) {
    test(`the same words for ${field} of ${type}`, async () => {
      assert.deepEqual(words(actions.get(type)[/** @type {string} */ (field)]).sort(), await allowed({ type, [String(field)]: 'none-such', .../** @type {object} */ (other) }));
    });
  }
  for (const [alias, type, field] of [['View', 'setView', 'view'], ['Theme', 'setTheme', 'theme'], ['Service', 'ask', 'service']]) {
    test(`the same ${alias}s`, async () => assert.deepEqual(alias_words(alias), await allowed({ type, [field]: 'none-such' })));
  }

  test('the languages of data/locales, and no other', async () => {
    const files = readdirSync(`${dist}/../data/locales`).filter((name) => name.endsWith('.json'));
    assert.deepEqual(await allowed({ type: 'setLang', lang: 'none-such' }), files.map((name) => name.slice(0, -5)).sort());
  });

  test('what can be locked is what the core locks, and no other facet is taken', async () => {
    const lockable = words(declared('Locked').type.typeArguments[0].typeArguments[1]).sort();
    const seen = await with_atlas(page, async (atlas, given) => {
      const taken = [];
      for (const facet of given) {
        const [value] = Object.keys(atlas.result.counts[facet]);
        const is_taken = await atlas.configure({ locked: { [facet]: [value] } }).then(() => true, () => false);
        if (is_taken && atlas.permalink().includes('=')) taken.push(facet); // a link carries the lock
        await atlas.configure({ locked: undefined });
      }
      return taken.sort();
    }, alias_words('Facet'));
    assert.deepEqual(seen, lockable);
  });

  test('the same parts', async () => {
    const refusal = await with_atlas(page, (atlas, given) => atlas.configure({ parts: given }).then(() => atlas.configure({ parts: undefined })).then(() => 'taken'), alias_words('Part'));
    assert.equal(refusal, 'taken');
    /** @type {string[]} */
    const warnings = [];
    page.on('console', (message) => warnings.push(message.text()));
    await page.evaluate(() => document.querySelector('cluster-atlas')?.setAttribute('parts', 'map none-such'));
    await page.evaluate(() => document.querySelector('cluster-atlas')?.removeAttribute('parts'));
    const known = /known: ([\w, ]+)\)/.exec(warnings.join(' '))?.[1] ?? '';
    assert.deepEqual(known.split(', ').sort(), alias_words('Part'));
  });

  test('the same state and result', async () => {
    const seen = await with_atlas(page, (atlas) => {
      atlas.setState({ compare: '2007' });
      const { state, result } = atlas;
      atlas.setState({ compare: null });
      return { State: Object.keys(state), Camera: Object.keys(state.camera), Result: Object.keys(result), Changes: Object.keys(result.changes), Stats: Object.keys(atlas.stats) };
    });
    for (const [name, keys] of Object.entries(seen)) assert.deepEqual(members(name), keys.sort(), name);
  });

  test('the same events', async () => {
    const sentence = await with_atlas(page, (atlas) => {
      try {
        atlas.on('none-such', () => {});
      } catch (error) {
        return /** @type {Error} */ (error).message;
      }
    });
    assert.deepEqual(members('Events'), (/known: ([\w, ]+)\)/.exec(sentence)?.[1] ?? '').split(', ').sort());
  });

  test('every member that is declared is there', async () => {
    const names = members('Atlas');
    assert.deepEqual(await with_atlas(page, (atlas, given) => given.filter((/** @type {string} */ name) => !(name in atlas)), names), []);
  });
});

describe('ids that the snapshot does not hold', () => {
  test('come back, are told once, and the known ones count', async () => {
    /** @type {string[]} */
    const warnings = [];
    page.on('console', (message) => message.type() === 'warning' && warnings.push(message.text()));
    const answers = await with_atlas(page, (atlas) => {
      const partial = { filter: { domains: ['health', 'helth'], roster: '1999' }, selected: 'no-such-cluster' };
      const first = atlas.setState(partial);
      const again = atlas.setState(partial);
      const good = atlas.setState({ filter: { domains: ['health'], roster: null }, selected: 'axelera', date: '2023' });
      atlas.setState({ filter: { domains: [] }, selected: null });
      return { first, again, good };
    });
    const ignored = ['domains: helth', 'roster: 1999', 'selected: no-such-cluster'];
    assert.deepEqual(answers, { first: { ignored }, again: { ignored }, good: { ignored: [] } });
    assert.deepEqual(warnings.filter((text) => text.includes('helth')).length, 1);
  });
});
