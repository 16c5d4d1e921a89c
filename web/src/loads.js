// Where the data of an atlas come from: a snapshot is shown as it is; a table is read by the core, which needs the rest of the
// atlas, and may lie on the map that the page began with.

import { extras } from './later.js';
import { map_bytes } from './map_source.js';
import { Refresh } from './refresh.js';
import { snapshot_text } from './source.js';

/** @typedef {import('../cluster-atlas').SnapshotSource | undefined} Source */
/** @typedef {import('./source.js').Table} Table */
/** @typedef {{warnings: import('../cluster-atlas').Located[]}} Loaded */
/** @typedef {Loaded & {text: string, map: Uint8Array | null, content: string | Table}} Fetched `content`: as it came */

/**
 * @typedef {object} Target the atlas
 * @property {AbortSignal} signal ends with it
 * @property {import('./tickets.js').Tickets} tickets
 * @property {() => import('./core.js').Core} core throws when it is gone
 * @property {() => Promise<unknown>} whole once every part and word is here
 * @property {(text: string, map: Uint8Array | null) => Loaded} show
 */

export class Loads {
  /** What is shown and where it came from; null: from the reader. @type {{source: Source, content: string | Table} | null} */
  #shown = null;
  #importing = new AbortController();
  #target;
  #refresh;
  /** What a table may lie on, whatever was loaded meanwhile. @type {Uint8Array | null} */
  home_map = null;

  /** @param {Target} target */
  constructor(target) {
    this.#target = target;
    this.#refresh = new Refresh(this, target.signal);
  }

  /** Asks again after so many seconds, and so on. @param {number | undefined} seconds none: never */
  every(seconds) {
    this.#refresh.every(seconds);
  }

  /** What was shown by others comes from here. @param {Source} source @param {string | Table} content */
  remember(source, content) {
    this.#shown = { source, content };
  }

  /** A file of the reader's own is shown, which no address replaces. */
  forget_source() {
    this.#shown = null;
  }

  /** @param {Source} [source] absent: the one beside the module @param {(progress: number) => void} [progressed] of a table, 0 to 1 */
  load(source, progressed) {
    return this.#load(source, () => snapshot_text(source, this.#target.signal), { progressed });
  }

  /** Shows what the same address holds now, if that is something else, and whole; what is asked for meanwhile comes first. */
  async refresh() {
    const shown = this.#shown;
    if (!shown) return;
    const content = await snapshot_text(shown.source, this.#target.signal, { is_fresh: true });
    if (shown !== this.#shown || this.#target.tickets.is_waiting || is_same(content, shown.content)) return;
    await this.#load(shown.source, async () => content, { is_needed: true });
  }

  /**
   * Every cell that can't be taken as it stands is a warning; nothing changes when no row can.
   * @param {Table} table
   */
  load_table(table) {
    return this.#target.tickets.load(() => this.#import(table), (fetched) => this.#show(fetched));
  }

  /** A table as it is written, cell by cell, for whoever corrects it. @param {Uint8Array} bytes @returns {Promise<{columns: string[], rows: string[][]}>} */
  async cells(bytes) {
    const { core, whole } = this.#target;
    await whole();
    return JSON.parse(core().import(bytes, new Uint8Array(), { what: 'cells' }));
  }

  /** The table that is being read is no longer wanted. */
  give_up() {
    this.#importing.abort();
  }

  /** @param {Source} source @param {() => Promise<string | Table>} read @param {{progressed?: (progress: number) => void, is_needed?: boolean}} wish is_needed: its map */
  async #load(source, read, { progressed, is_needed }) {
    const { core, signal, tickets } = this.#target;
    const fetch = async () => {
      try {
        const content = await read();
        if (typeof content !== 'string') return await this.#import(content, progressed);
        return { text: content, map: await map_bytes(source, Promise.resolve(content), signal, { is_needed }), content, warnings: [] };
      } catch (error) {
        core(); // what was aborted is no news of the network
        throw error;
      }
    };
    return tickets.load(fetch, (fetched) => {
      const loaded = this.#show(fetched);
      this.remember(source, fetched.content);
      return loaded;
    });
  }

  /** @param {Fetched} fetched */
  #show({ text, map, warnings }) {
    const loaded = this.#target.show(text, map);
    return { warnings: [...warnings, ...loaded.warnings] };
  }

  /** The core reads one table at a time. @param {Table} table @param {(progress: number) => void} [progressed] @returns {Promise<Fetched>} */
  async #import(table, progressed) {
    const { core, whole } = this.#target;
    this.#importing.abort();
    const importing = (this.#importing = new AbortController());
    const is_over = () => importing.signal.aborted || this.#target.signal.aborted;
    const [{ imported }] = await Promise.all([extras(), whole()]);
    const { snapshot, warnings, is_on_map } = await imported(core, table, { map: this.home_map, is_over, progressed });
    return { text: snapshot, map: is_on_map ? this.home_map : null, content: table, warnings };
  }
}

/** @param {string | Table} a @param {string | Table} b */
function is_same(a, b) {
  if (typeof a === 'string' || typeof b === 'string') return a === b;
  return a.table.length === b.table.length && a.table.every((byte, i) => byte === b.table[i]);
}
