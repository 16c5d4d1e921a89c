// The facts of the five primary documents, row by row. tests/fixtures/facts.tsv was typed from the documents, not from the
// snapshot; left_out.tsv names the rows that the snapshot does not say, with the reason.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { Speaker, fold } from './spoken.mjs';

const here = (/** @type {string} */ path) => new URL(path, import.meta.url);
const snapshot = JSON.parse(readFileSync(here('../../data/snapshot.json'), 'utf8'));
const table = (/** @type {string} */ path) =>
  readFileSync(here(path), 'utf8').split('\n').filter((line) => line && !line.startsWith('#')).map((line) => line.split('\t'));
const facts = table('../fixtures/facts.tsv').map(([document, fact, record, words]) => ({ document, fact, record: record ?? '', words: (words ?? '').split(' | ').filter(Boolean) }));
const left_out = new Map(table('../fixtures/facts_left_out.tsv').map(([document, fact, reason]) => [`${document}\t${fact}`, reason]));

test('at least 99 % of the facts are in the snapshot, the others are named with the reason', (t) => {
  const speaker = new Speaker(snapshot);
  const missing = [];
  for (const { document, fact, record, words } of facts) {
    const said = speaker.of(record);
    const lacking = said === undefined ? ['the record'] : words.filter((word) => !said.includes(fold(word)));
    if (lacking.length) missing.push({ key: `${document}\t${fact}`, what: `${record} lacks ${lacking.join(', ')}` });
  }
  const share = 1 - missing.length / facts.length;
  t.diagnostic(`${facts.length - missing.length} of ${facts.length} facts, ${(share * 100).toFixed(2)} %`);
  assert.deepEqual(missing.filter(({ key }) => !left_out.has(key)).map(({ key, what }) => `${key}: ${what}`), []);
  assert.ok(share >= 0.99, `${share}`);
  const excused = new Set(missing.map(({ key }) => key));
  for (const key of left_out.keys()) assert.ok(excused.has(key), `${key} is in the snapshot now: take it off the list`);
});

test('every fact of the fixture is of a primary document, and says it once', () => {
  const seen = new Set();
  for (const { document, fact, record, words } of facts) {
    assert.equal(snapshot.sources.find((/** @type {any} */ source) => source.id === document)?.kind, 'document');
    assert.ok(words.length > 0 || record.startsWith('stories/'), fact);
    const key = [document, fact, record, ...words].join('\t');
    assert.ok(!seen.has(key), key);
    seen.add(key);
  }
});

test('every figure, text and story that rests on a primary document has a fact in the fixture', () => {
  const records = new Set(facts.map(({ record }) => record));
  const documents = new Set(facts.map(({ document }) => document));
  const unnamed = ['figures', 'policy', 'stories', 'phases'].flatMap((list) =>
    snapshot[list]
      .filter((/** @type {any} */ each) => each.source.some((/** @type {string} */ id) => documents.has(id)))
      .map((/** @type {any} */ each) => `${list}/${each.id ?? each.phase}`)
      .filter((/** @type {string} */ record) => !records.has(record)),
  );
  assert.deepEqual(unnamed, []);
});

test('a number set large in a story is printed in the manifesto’s passage', () => {
  const printed = new Set(table('../fixtures/manifesto_numbers.tsv').map(([story, value]) => `${story}\t${value}`));
  const shown = snapshot.stories.flatMap((/** @type {any} */ story) => (story.figures ?? []).map((/** @type {any} */ figure) => `${story.id}\t${[figure.value].flat().join('-')}`));
  assert.deepEqual(shown.filter((/** @type {string} */ number) => !printed.has(number)), []);
});
