// The worked example of data/README.md, "The list of phase VI arrives": its commands, on an invented list, print what it says.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { file_of, tables_of_file } from '../../web/tables/forms.js';
import { layouts_of } from '../../web/tables/layout.js';
import { root } from './support/package.mjs';
import { dist } from './support/site.mjs';

const layouts = layouts_of(JSON.parse(readFileSync(join(root, 'data/snapshot.schema.json'), 'utf8')));
const folder = mkdtempSync(join(tmpdir(), 'atlas-upkeep-'));
before(() => copyFileSync(join(root, 'data/snapshot.json'), join(folder, 'snapshot.json')));
after(() => rmSync(folder, { recursive: true, force: true }));

/** What the example says: a command and what it prints, one after the other. */
const [, example] = /^## The list of phase VI arrives$([^]*?)^## /m.exec(readFileSync(join(root, 'data/README.md'), 'utf8')) ?? [];
const steps = [...String(example).matchAll(/^ {4}\$ npx cluster-atlas (.*)\n((?: {4}(?!\$).*\n)*)/gm)].map(([, command, printed]) => ({ command, printed: printed.replace(/^ {4}/gm, '') }));

/** @param {string} command */
function run(command) {
  const { stdout, stderr } = spawnSync(process.execPath, [join(dist, 'cluster-atlas-cli.mjs'), ...command.split(' ')], { cwd: folder, encoding: 'utf8', env: { ...process.env, LC_ALL: 'C' } });
  return stderr + stdout;
}

/** @param {import('../../web/tables/tables.js').Table} table @param {Record<string, string>} cells */
function add(table, cells) {
  for (const name of Object.keys(cells)) if (!table.columns.includes(name)) (table.columns.push(name), table.rows.forEach((row) => row.push('')));
  table.rows.push(table.columns.map((name) => cells[name] ?? ''));
}

/** What a data keeper types on the day: an invented list drops one cluster, takes a new one, and keeps the rest. @param {string} right the number that was told to follow; '': not yet */
function typed(right) {
  const path = join(folder, 'phase-six.xlsx');
  const tables = tables_of_file(readFileSync(path));
  const { clusters, labels, meta } = tables;
  const place = (/** @type {string} */ name) => labels.columns.indexOf(name);
  const count = tables.counts.rows.at(-1) ?? [];
  const value = tables.counts.columns.indexOf('value');
  if (right) {
    count[value] = right;
    writeFileSync(path, file_of(tables, layouts, 'xlsx'));
    return;
  }
  const [dropped] = labels.rows.filter((row) => row[place('to')] === '').map((row) => row[place('cluster')]);
  for (const row of labels.rows) if (row[place('cluster')] === dropped && row[place('to')] === '') row[place('to')] = '2027-01-01';
  add(tables.sources, { id: 'list2027', title: 'Liste de la phase VI (inventée)', kind: 'document', date: '2027-01-01' });
  add(tables.rosters, { id: '2027', date: '2027', 'title.fr': 'Liste de 2027', 'title.en': 'List of 2027', source: 'list2027' });
  add(clusters, { id: 'pole-invente', name: 'Pôle Inventé', sectors: clusters.rows[0][clusters.columns.indexOf('sectors')].split('|')[0], 'rosters.2027': 'true' });
  add(labels, { cluster: 'pole-invente', from: '2027-01-01', source: 'list2027' });
  add(tables.events, { kind: 'not-renewed', date: '2027-01-01', from: dropped, source: 'list2027' });
  add(tables.events, { kind: 'labelled', date: '2027-01-01', to: 'pole-invente', source: 'list2027' });
  add(tables.counts, { date: '2027-01-01', value: String(Number(count[value]) + 1), kind: 'official', source: 'list2027' });
  for (const row of meta.rows) if (row[0] === 'default_date') row[1] = '2027-01';
  writeFileSync(path, file_of(tables, layouts, 'xlsx'));
}

/** The row of the snapshot's counts that the day is written into, and how many clusters it has, are no rule. @param {string} text */
const timeless = (text) => text.replace(/row \d+/g, 'row #').replace(/is \d+, not \d+/g, 'is #, not #');

test('the example has its five steps', () => assert.equal(steps.length, 5, JSON.stringify(steps)));

test('its commands print what it says', () => {
  steps.forEach(({ command, printed }, i) => {
    const said = run(command);
    assert.equal(timeless(said), timeless(printed), command);
    if (i === 0) typed('');
    if (i === 1) typed(/is (\d+), not/.exec(said)?.[1] ?? '');
  });
});
