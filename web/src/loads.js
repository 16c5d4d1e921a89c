// Where the data of an atlas come from: a snapshot is shown as it is, that of a workbook with its faults told by their cells; a
// table is read by the core, which needs the rest of the atlas, and may lie on the map that the page began with.

import { AtlasError } from './error.js';
import { extras } from './later.js';
import { map_bytes } from './map_source.js';
import { Refresh } from './refresh.js';
import { json_of, snapshot_text } from './source.js';

/** @typedef {import('../cluster-atlas').SnapshotSource | undefined} Source */
/** @typedef {import('./source.js').Content} Content */
/** @typedef {import('./source.js').Table} Table */
/** @typedef {import('../cluster-atlas').Located} Located */
/** @typedef {{warnings: Located[]}} Loaded */
/** @typedef {Loaded & {text: string, map: Uint8Array | null, content: Content}} Fetched `content`: as it came */

/**
 * @typedef {object} Target the atlas
 * @property {AbortSignal} signal ends with it
 * @property {import('./tickets.js').Tickets} tickets
 * @property {() => import('./core.js').Core} core throws when it is gone
 * @property {() => Promise<unknown>} whole once every part and word is here
 * @property {(text: string, map: Uint8Array | null) => Loaded} show
 */

export class Loads {
  /** What is shown and where it came from; null: from the reader. @type {{source: Source, content: Content} | null} */
  #shown = null;
  #importing = new AbortController();
  #target;
  #refresh;
  /** What a table may lie on, whatever was loaded meanwhile. @type {Uint8Array | null} */
  #home_map = null;

  /** @param {Target} target */
  constructor(target) {
    this.#target = target;
    this.#refresh = new Refresh(this, target.signal);
  }

  /** Asks again after so many seconds, and so on. @param {number | undefined} seconds none: never */
  every(seconds) {
    this.#refresh.every(seconds);
  }

  /**
   * What the page begins with.
   * @param {{source: Source, content: Content, map: Uint8Array | null}} given a table may lie on the map, too
   * @param {() => void} begun at once when it is shown
   */
  async begin({ source, content, map }, begun) {
    this.#home_map = map;
    const show = (/** @type {Fetched} */ fetched) => {
      this.#show(fetched);
      this.#shown = { source, content };
      begun();
    };
    if (is_table(content)) await this.#target.tickets.load(() => this.#import(content), show);
    else show(on_map(content, map));
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

  /** @param {Source} source @param {() => Promise<Content>} read @param {{progressed?: (progress: number) => void, is_needed?: boolean}} wish is_needed: its map */
  async #load(source, read, { progressed, is_needed }) {
    const { core, signal, tickets } = this.#target;
    const fetch = async () => {
      try {
        const content = await read();
        if (is_table(content)) return await this.#import(content, progressed);
        return on_map(content, await map_bytes(source, Promise.resolve(content), signal, { is_needed }));
      } catch (error) {
        core(); // what was aborted is no news of the network
        throw error;
      }
    };
    return tickets.load(fetch, (fetched) => {
      const loaded = this.#show(fetched);
      this.#shown = { source, content: fetched.content };
      return loaded;
    });
  }

  /** @param {Fetched} fetched */
  #show({ text, map, warnings, content }) {
    const placed = typeof content === 'object' && 'placed' in content ? content.placed : (/** @type {Located} */ located) => located;
    try {
      const loaded = this.#target.show(text, map);
      return { warnings: [...warnings, ...loaded.warnings.map(placed)] };
    } catch (error) {
      if (!(error instanceof AtlasError)) throw error;
      throw new AtlasError(error.code, error.message, { errors: [...warnings, ...error.errors.map(placed)] });
    }
  }

  /** The core reads one table at a time; every cell that can't be taken as it stands is a warning, and no row at all a failure. @param {Table} table @param {(progress: number) => void} [progressed] @returns {Promise<Fetched>} */
  async #import(table, progressed) {
    const { core, whole } = this.#target;
    this.#importing.abort();
    const importing = (this.#importing = new AbortController());
    const is_over = () => importing.signal.aborted || this.#target.signal.aborted;
    const [{ imported }] = await Promise.all([extras(), whole()]);
    const { snapshot, warnings, is_on_map } = await imported(core, table, { map: this.#home_map, is_over, progressed });
    return { text: snapshot, map: is_on_map ? this.#home_map : null, content: table, warnings };
  }
}

/** @param {Content} content @returns {content is Table} */
function is_table(content) {
  return typeof content === 'object' && 'table' in content;
}

/** @param {Exclude<Content, Table>} content @param {Uint8Array | null} map @returns {Fetched} */
function on_map(content, map) {
  return { text: /** @type {string} */ (json_of(content)), map, content, warnings: typeof content === 'string' ? [] : content.warnings };
}

/** @param {Content} a @param {Content} b */
function is_same(a, b) {
  if (!is_table(a) || !is_table(b)) return json_of(a) === json_of(b);
  return a.table.length === b.table.length && a.table.every((byte, i) => byte === b.table[i]);
}
