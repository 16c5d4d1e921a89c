// `cluster-atlas check` names what a keeper of the data should look at again: each kind of doubt, brought about once.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));
const program = process.env.CLUSTER_ATLAS ?? join(root, 'build/native/bin/cluster-atlas');
const bundled = readFileSync(join(root, 'data/snapshot.json'), 'utf8');
const folder = mkdtempSync(join(tmpdir(), 'cluster-atlas-'));
after(() => rmSync(folder, { recursive: true }));

/** @typedef {Record<string, any>} Json */

/** What check says of the bundled snapshot with one thing changed. @param {(snapshot: Json) => void} change */
function said(change) {
  const snapshot = JSON.parse(bundled);
  change(snapshot);
  const path = join(folder, 'changed.json');
  writeFileSync(path, JSON.stringify(snapshot));
  return execFileSync(program, ['--lang', 'en', 'check', path], { encoding: 'utf8' });
}

/** @param {Json} snapshot @param {string} id @returns {Json} */
const cluster = (snapshot, id) => snapshot.clusters.find((/** @type {Json} */ each) => each.id === id);

test('a label term that has run out, explained or not', () => {
  assert.match(said(() => {}), /enter: the term of the label has run out, a note says so \(2025-03-27\)/);
  const bare = said((snapshot) => delete cluster(snapshot, 'enter').labels[0].terms[0].note);
  assert.match(bare, /enter: the term of the label has run out \(2025-03-27\)/);
  assert.doesNotMatch(bare, /axelera: the term/);
});

test('a fact older than its cluster’s newest event', () => {
  assert.match(said((snapshot) => (cluster(snapshot, 'nextmove').president.date = '2019')), /nextmove: the president is older than the newest event \(2021-01-07\)/);
});

test('a seat outside its cluster’s regions', () => {
  assert.match(said((snapshot) => (cluster(snapshot, 'axelera').regions = ['53'])), /axelera: the seat is outside the cluster’s regions \(Auvergne-Rhône-Alpes\)/);
});

test('a source that nothing cites', () => {
  assert.match(said((snapshot) => snapshot.sources.push({ id: 'nobody-cites-me', title: 'x' })), /nobody-cites-me: no fact cites this source/);
  assert.doesNotMatch(said(() => {}), /no fact cites/);
});

test('a text longer than its place', () => {
  const long = 'long words '.repeat(20);
  assert.match(said((snapshot) => (cluster(snapshot, 'axelera').focus = { fr: long, en: long })), /axelera: this text is longer than its place \(small card, fr\)/);
  assert.doesNotMatch(said(() => {}), /longer than its place/);
});

test('colours of domains that a theme moves, or that are hard to tell apart', () => {
  const colour = (/** @type {string[]} */ ...colours) => said((snapshot) => colours.forEach((each, i) => (snapshot.domains[i].colour = each)));
  const [first, second] = JSON.parse(bundled).domains.map((/** @type {Json} */ each) => each.id);
  assert.match(colour('#ffff00'), new RegExp(`${first}: the colour can’t be read as it is and is shown darker or lighter \\(light theme\\)`));
  assert.match(colour('#7a1fa2', '#7c20a4'), new RegExp(`${second}: the colour is hard to tell from another \\(${first}, light theme\\)`));
  assert.doesNotMatch(colour('#b00020'), /light theme/);
  assert.doesNotMatch(said(() => {}), /the colour/);
});
