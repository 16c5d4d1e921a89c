// cluster-atlas tables FROM TO: a snapshot to tables, or tables to a snapshot, by the names of both.
import { writeFileSync } from 'node:fs';
import { speak } from '../../web/desk/words.js';
import { why_unread } from '../../web/desk/why_unread.js';
import { tables_of } from '../../web/tables/tables.js';
import { k_losses, snapshot_of } from '../../web/tables/snapshot.js';
import { k_exit, k_spoken, say, tell } from './console.mjs';
import { asked_core } from './core.mjs';
import { is_snapshot, k_layouts, read_snapshot, read_tables, write_tables } from './files.mjs';

/** @param {string[]} args @returns {number} */
export function tables(args) {
  const [from, to] = args;
  if (args.length !== 2 || is_snapshot(from) === is_snapshot(to)) {
    tell(say('usage : cluster-atlas tables DE VERS ; l’un des deux est un .json', 'usage: cluster-atlas tables FROM TO; one of them is a .json'));
    return k_exit.usage;
  }
  try {
    const code = is_snapshot(from) ? to_tables(from, to) : to_snapshot(from, to);
    if (code === k_exit.good && is_snapshot(to)) console.log(to);
    return code;
  } catch (error) {
    tell(error instanceof Error ? error.message : String(error)); // of writing
    return k_exit.bad;
  }
}

/** @param {string} from @param {string} to */
function to_tables(from, to) {
  const { code, err } = asked_core(['check', from]);
  if (code !== k_exit.good) {
    process.stderr.write(err);
    return code;
  }
  for (const file of write_tables(to, tables_of(read_snapshot(from), k_layouts))) console.log(file);
  return k_exit.good;
}

/** The snapshot is written, also where it has faults: each is told by its cell. @param {string} from @param {string} to @returns {number} */
export function to_snapshot(from, to) {
  const read = tables_from(from);
  if (!read) return k_exit.bad;
  const { snapshot, problems, places } = snapshot_of(read, k_layouts);
  for (const { table, row, column, reason, value } of problems) tell(`${from}: ${cell_name({ table, row, column })}: ${k_reasons[reason]()} ${value.slice(0, 80)}`);
  writeFileSync(to, `${JSON.stringify(snapshot, null, 1)}\n`);
  const { code, err } = asked_core(['check', to]);
  for (const line of err.split('\n').filter(Boolean)) tell(`${from}: ${in_cells(line, places)}`);
  return code === k_exit.good && problems.some(({ reason }) => k_losses.has(reason)) ? k_exit.bad : code;
}

/** @param {string} from @returns {import('../../web/tables/tables.js').Tables | null} none: why is told */
function tables_from(from) {
  try {
    return read_tables(from);
  } catch (error) {
    speak(k_spoken) || speak('en');
    const is_there = !(error instanceof Error && 'code' in error && error.code === 'ENOENT');
    tell(`${from}: ${say('lecture impossible', 'can’t be read')}: ${is_there ? why_unread(error) : say('il n’y est pas', 'it is not there')}`);
    return null;
  }
}

const k_reasons = {
  table_unknown: () => say('table inconnue, laissée :', 'unknown table, left out:'),
  column_unknown: () => say('colonne inconnue, laissée :', 'unknown column, left out:'),
  column_twice: () => say('colonne écrite deux fois, la première compte :', 'column written twice, the first counts:'),
  owner_unknown: () => say('cette ligne n’appartient à rien :', 'this row belongs to nothing:'),
  no_json: () => say('pas de JSON :', 'no JSON:'),
};

/** "clusters, row 3, seat.lat", as a spreadsheet counts. @param {{table: string, row: number, column: string}} place */
function cell_name({ table, row, column }) {
  return [table, `${say('ligne', 'row')} ${row + 2}`, column].filter(Boolean).join(', ');
}

/** @param {string} line of check @param {import('../../web/tables/snapshot.js').Places} places */
function in_cells(line, places) {
  const found = /:\d+:\d+: ([^:]+: )(\/\S*): (.*)$/.exec(line);
  const place = found && places.cell(found[2]);
  return found && place ? `${cell_name(place)}: ${found[1]}${found[3]}` : line;
}
