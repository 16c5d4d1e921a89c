// One atlas on a page: joins the core with canvas, twin, input and size, and answers the page. Draws on demand; the page
// hears of changes in the microtask after the frame, or at once when nothing is drawn.

import { AtlasError } from './error.js';
import { Emitter } from './emitter.js';
import { export_blob } from './export.js';
import { Input } from './input.js';
import { Keys } from './keys.js';
import { Loop } from './loop.js';
import { plain_json } from './options.js';
import { holds, parse_outline } from './outline.js';
import { SearchBox } from './search_box.js';
import { link_of, serve } from './services.js';
import { SizeWatcher, VisibilityWatcher } from './size.js';
import { snapshot_text } from './source.js';
import { read_environment, watch_preferences } from './surroundings.js';
import { watch_printing } from './print.js';
import { Twin } from './twin.js';
import { say } from './words.js';

/** @typedef {import('../cluster-atlas').State} State */
/** @typedef {import('../cluster-atlas').Result} Result */
/** @typedef {import('../cluster-atlas').Stats} Stats */
/** @typedef {import('../cluster-atlas').SnapshotSource} SnapshotSource */
/** @typedef {import('./core.js').Core} Core */
/** @typedef {import('./shell.js').Shell} Shell */
/** @typedef {{gestures: 'cooperative' | 'greedy', mode: 'explore' | 'kiosk', link: string, attract?: boolean}} Settings */

/** While the picture moves, the twin follows at this pace; when it stands still the twin is exact. */
const k_twin_pace_ms = 100;
const k_hint_pace_ms = 1200;
/** Without WebGL the outline is laid out tall enough to hold every row. */
const k_flat_size = { width: 900, height: 6000, pixelRatio: 1 };

const k_kiosk_width = 1920; // the attract screen is drawn for this width
const k_kiosk_zoom = 1.8; // makes the smallest target of the interface 44 px high

/** How much larger than elsewhere the kiosk draws. @param {Settings} settings @param {{width: number, height: number}} size */
function zoom_of(settings, { width, height }) {
  if (settings.mode !== 'kiosk' || width <= 0) return 1;
  if (!settings.attract) return k_kiosk_zoom;
  return Math.min(width, height * (16 / 9)) / k_kiosk_width;
}

export class Atlas {
  /** @type {Core} */ #core;
  /** @type {Shell} */ #shell;
  /** @type {Settings} */ #settings;
  /** @type {Emitter} */ #emitter;
  /** @type {Twin} */ #twin;
  /** @type {SearchBox} */ #search;
  /** @type {Loop} */ #loop;
  /** @type {SizeWatcher} */ #size_watcher;
  /** @type {VisibilityWatcher} */ #visibility;
  #abort = new AbortController();
  #size = { width: 0, height: 0, pixelRatio: 1 };
  #is_visible = false;
  #is_destroyed = false;
  #is_ready = false;
  #is_telling = false;
  #is_lost = false;
  #outline_text = '';
  #twin_time = -Infinity;
  #hint_time = -Infinity;
  #walk_on = false;
  #zoom = 1;
  #leave_html = false;
  #snapshot_json = '';
  /** Counted by the iframe page's message protocol. */
  ignored_messages = 0;

  /**
   * @param {{core: Core, shell: Shell, settings: Settings, has_webgl: boolean, target: EventTarget | null}} parts
   */
  constructor({ core, shell, settings, has_webgl, target }) {
    this.#core = core;
    this.#shell = shell;
    this.#settings = settings;
    this.#emitter = new Emitter(target);
    this.#twin = new Twin({
      activate: (id) => this.#act({ type: 'activate', node: id }),
      focus: (id) => this.#act({ type: 'focus', node: id }),
      scroll: (zone, top) => this.#act({ type: 'scroll', zone, top }),
      edit: (id, text) => this.#act({ type: 'searchInFacet', facet: id.split('/').at(-1), text }),
    });
    this.#search = new SearchBox((action) => this.#act(action));
    this.#loop = new Loop((now) => this.#frame(now));
    const { signal } = this.#abort;
    const { root, canvas } = shell;
    root.append(this.#twin.element);
    this.#listen(root, canvas, signal);
    if (!has_webgl) this.#lie_flat();
    this.#size_watcher = new SizeWatcher(root, (size) => this.#resized(size));
    this.#size = this.#size_watcher.measure();
    this.#visibility = new VisibilityWatcher(root, (is_visible) => this.#shown(is_visible));
    watch_preferences(() => this.refresh(), signal);
    watch_printing(this, root);
    this.refresh();
  }

  /** @returns {State} */
  get state() {
    return JSON.parse(this.#alive().query('state'));
  }

  /** @returns {Result} */
  get result() {
    return JSON.parse(this.#alive().query('result'));
  }

  /** @returns {Stats} */
  get stats() {
    return { ...JSON.parse(this.#alive().query('stats')), ignoredMessages: this.ignored_messages };
  }

  /** @param {object} partial merged key by key into the state */
  setState(partial) {
    const json = plain_json(partial, 'state');
    this.#refused(this.#alive().set(json), 'state');
    this.#changed();
  }

  /** @param {object} action */
  dispatch(action) {
    const json = plain_json(action, 'action');
    this.#refused(this.#alive().dispatch(json), 'action');
    this.#changed();
  }

  /** @param {SnapshotSource} source */
  async load(source) {
    this.#alive();
    const text = await snapshot_text(source, this.#abort.signal);
    return this.load_text(text);
  }

  /** @param {string} text @returns {{warnings: import('../cluster-atlas').Located[]}} */
  load_text(text) {
    const warnings = this.#alive().load(text);
    this.#snapshot_json = text;
    this.#outline_text = '';
    this.#changed();
    return { warnings };
  }

  /** The snapshot's text as it was loaded. */
  get snapshot_json() {
    return this.#snapshot_json;
  }

  /** @param {import('../cluster-atlas').ExportKind} kind @returns {Promise<Blob>} */
  async export(kind) {
    const core = this.#alive();
    return export_blob(core, kind, { address: link_of(this), picture: () => this.#picture() });
  }

  permalink() {
    const link = this.#alive().query('permalink');
    return link.startsWith('#') ? link : `#${link}`;
  }

  /** @param {string} permalink */
  open(permalink) {
    const answer = this.#alive().open(String(permalink));
    this.#changed();
    return answer;
  }

  /** The whole answer as text blocks (print, pages without WebGL). @returns {unknown} */
  get document_outline() {
    return JSON.parse(this.#alive().query('document'));
  }

  /** The current picture as vectors. */
  svg() {
    return this.#alive().query(`export:svg ${link_of(this)}`);
  }

  /** @param {import('../cluster-atlas').EventName} name @param {(detail: unknown) => void} listener */
  on(name, listener) {
    const off = this.#emitter.on(name, listener);
    if (name === 'ready' && this.#is_ready) queueMicrotask(() => listener(undefined));
    return off;
  }

  destroy() {
    if (this.#is_destroyed) return;
    this.#is_destroyed = true;
    this.#abort.abort();
    this.#loop.stop();
    this.#size_watcher.stop();
    this.#visibility.stop();
    this.#twin.stop();
    this.#emitter.clear();
    try {
      this.#core.destroy();
    } catch {
      // a module that stopped on an error has nothing left to free
    }
    this.#shell.canvas.getContext('webgl2')?.getExtension('WEBGL_lose_context')?.loseContext();
    if (this.#leave_html) this.#twin.element.remove();
    else this.#shell.destroy();
  }

  /** Ends the atlas but leaves the HTML list on the page, for a start that failed. */
  detach() {
    this.#leave_html = true;
    this.destroy();
  }

  /** Aborted by destroy(). */
  get signal() {
    return this.#abort.signal;
  }

  /** The element that full screen and focus are asked of. */
  get host() {
    return this.#shell.host;
  }

  /** @param {Partial<Settings>} settings */
  configure(settings) {
    Object.assign(this.#settings, settings);
    this.refresh();
  }

  get settings() {
    return this.#settings;
  }

  /** Reads the surroundings again: sizes, preferences, colours. */
  refresh() {
    if (this.#is_destroyed || this.#core.has_failed) return;
    this.#zoom = zoom_of(this.#settings, this.#size);
    this.#twin.scale(this.#zoom);
    this.#core.environment(read_environment(this.#shell.root, this.#canvas_size(), this.#settings));
    this.#shell.root.classList.toggle('greedy', this.#is_greedy());
    this.#changed();
  }

  /** Draws now if there is anything to see, so that the first picture does not wait for an observer. */
  first_frame() {
    if (this.#size.width > 0 && this.#size.height > 0 && document.visibilityState === 'visible') this.#frame(performance.now());
    if (this.#twin.is_flat) this.#frame(performance.now());
  }

  /** Everything as at the start, in this language. @param {'fr' | 'en'} lang */
  reset(lang) {
    const initial = JSON.parse(this.#alive().query('initial'));
    this.setState({ ...initial, lang, theme: this.state.theme });
  }

  /** A box over the map that stays until the next good news. @param {string} text */
  alert(text) {
    this.#shell.alert(text, say('close', this.#lang));
  }

  /** Ends with an error that nobody can mend: listeners decide what comes next. @param {unknown} error */
  give_up(error) {
    this.#fail(error);
  }

  /** The box that holds canvas and twin. */
  get root() {
    return this.#shell.root;
  }

  /** One line at the bottom of the map. @param {string} message */
  notice(message) {
    this.#act({ type: 'notice', message });
  }

  /** @returns {'fr' | 'en'} before there is a state, too */
  get #lang() {
    return this.#shell.root.lang === 'en' ? 'en' : 'fr';
  }

  #alive() {
    if (this.#is_destroyed) throw new AtlasError('destroyed', 'this atlas was destroyed');
    return this.#core;
  }

  /** @param {{fr: string, en: string} | null} refusal @param {string} code */
  #refused(refusal, code) {
    if (refusal) throw new AtlasError(code, refusal.en, [{ pointer: '', line: 0, column: 0, ...refusal }]);
  }

  /** An action of the interface itself: a refusal is no error of the page. @param {object} action */
  #act(action) {
    if (this.#is_destroyed || this.#core.has_failed) return;
    try {
      this.#core.dispatch(JSON.stringify(action));
    } catch (error) {
      this.#fail(error);
    }
    this.#changed();
  }

  #changed() {
    this.#loop.ask();
    if (!this.#is_visible || this.#twin.is_flat) this.#tell_soon();
  }

  #tell_soon() {
    if (this.#is_telling) return;
    this.#is_telling = true;
    queueMicrotask(() => {
      this.#is_telling = false;
      if (this.#is_destroyed || this.#core.has_failed) return;
      if (this.#twin.is_flat) this.#sync_twin();
      this.#tell();
    });
  }

  /** Hands the core's events to the page, and serves what only the page can do. */
  #tell() {
    const text = this.#core.query('events');
    if (!text || text === '[]') return;
    for (const event of JSON.parse(text)) {
      if (this.#is_destroyed) return;
      if (event.type === 'ask') void serve(this, event);
      else this.#emitter.emit(event.type, event.type === 'statechange' ? this.state : event.detail);
    }
  }

  /** @param {number} now @returns {number} */
  #frame(now) {
    if (this.#is_destroyed || this.#is_lost || this.#core.has_failed) return -1;
    const { width, height, pixelRatio } = this.#canvas_size();
    if (width <= 0 || height <= 0) return -1;
    this.#fit_canvas(Math.round(width * pixelRatio), Math.round(height * pixelRatio));
    let wait = -1;
    try {
      wait = this.#core.frame(now);
      if (wait < 0 || wait > 20 || now - this.#twin_time >= k_twin_pace_ms) this.#sync_twin(now);
    } catch (error) {
      this.#fail(error);
      return -1;
    }
    this.#tell_soon();
    if (!this.#is_ready) this.#first_shown();
    return wait;
  }

  /** In the core's px: a kiosk draws everything larger. */
  #canvas_size() {
    if (this.#twin.is_flat) return k_flat_size;
    const { width, height, pixelRatio } = this.#size;
    return { width: width / this.#zoom, height: height / this.#zoom, pixelRatio: pixelRatio * this.#zoom };
  }

  /** @param {number} width device px @param {number} height */
  #fit_canvas(width, height) {
    const { canvas } = this.#shell;
    if (canvas.width !== width) canvas.width = width;
    if (canvas.height !== height) canvas.height = height;
  }

  #first_shown() {
    this.#is_ready = true;
    this.#shell.show_canvas();
    // a task later, so that whoever awaited mount() listens already
    setTimeout(() => this.#is_destroyed || this.#emitter.emit('ready'));
  }

  /** @param {number} [now] */
  #sync_twin(now = performance.now()) {
    this.#twin_time = now;
    const text = this.#core.query('outline');
    if (text === this.#outline_text) return;
    this.#outline_text = text;
    const outline = parse_outline(text);
    if (this.#settings.mode === 'kiosk') for (const zone of outline.zones) for (const node of zone.nodes) delete node.href;
    this.#twin.update(text, outline);
    this.#search.update(outline, (x, y) => this.#place_of(x, y));
    this.#dress(outline);
    if (this.#walk_on) this.#continue_walk();
  }

  /** The topmost zone at a point, and where its content begins. @param {number} x @param {number} y */
  #place_of(x, y) {
    const zones = [...this.#twin.zones.values()].reverse();
    const hit = zones.find(({ zone }) => holds(zone.rect, x, y));
    if (!hit) return null;
    const top = hit.zone.scroll ? (hit.zone.top ?? 0) : 0;
    return { section: hit.section, left: hit.zone.rect[0], top: hit.zone.rect[1] - top };
  }

  /** Language, name and theme of what lies over the canvas. @param {import('./outline.js').Outline} outline */
  #dress(outline) {
    this.#shell.root.lang = outline.lang;
    if (outline.title) this.#shell.root.setAttribute('aria-label', outline.title);
    const { theme } = this.state;
    this.#shell.root.classList.toggle('dark', theme === 'dark' || this.#settings.mode === 'kiosk');
    this.#shell.root.classList.toggle('auto', theme === 'auto' && this.#settings.mode !== 'kiosk');
  }

  #continue_walk() {
    this.#walk_on = false;
    const held = this.#twin.held_node();
    const all = held?.zone.focusable() ?? [];
    const next = held && all[all.indexOf(held.view) + 1];
    if (held && next) this.#twin.focus(held.zone, next);
  }

  /** @param {HTMLElement} root @param {HTMLCanvasElement} canvas @param {AbortSignal} signal */
  #listen(root, canvas, signal) {
    const keys = new Keys(this.#twin, {
      dispatch: (action) => this.#act(action),
      state: () => this.state,
      can_dismiss: () => this.#twin.zones.has('sheet') || this.#twin.zones.has('card') || this.state.selected !== null,
      after_next_frame: () => (this.#walk_on = true),
    });
    root.addEventListener('keydown', (event) => keys.handle(event), { signal });
    new Input(
      root,
      {
        core: () => (this.#is_destroyed || this.#core.has_failed || this.#twin.is_flat ? null : this.#core),
        is_greedy: () => this.#is_greedy(),
        changed: () => this.#changed(),
        zoom: () => this.#zoom,
        hint: (kind) => this.#hint(kind),
        focus_at: (section, x, y) => this.#focus_at(section, x, y),
      },
      signal,
    );
    this.#shell.host.addEventListener('fullscreenchange', () => this.refresh(), { signal });
    canvas.addEventListener('webglcontextlost', (event) => this.#lost(event), { signal });
    canvas.addEventListener('webglcontextrestored', () => this.#restored(), { signal });
  }

  #is_greedy() {
    return this.#settings.gestures === 'greedy' || this.#settings.mode === 'kiosk' || document.fullscreenElement !== null;
  }

  /** @param {'wheel' | 'touch'} kind */
  #hint(kind) {
    const now = performance.now();
    if (now - this.#hint_time < k_hint_pace_ms) return;
    this.#hint_time = now;
    const lang = this.state.lang;
    const key = /Mac|iPhone|iPad/.test(navigator.platform) ? '⌘' : 'Ctrl';
    this.notice(kind === 'wheel' ? say('ctrl_wheel', lang, key) : say('two_fingers', lang));
  }

  /** @param {HTMLElement} section @param {number} x @param {number} y */
  #focus_at(section, x, y) {
    const zone = this.#twin.zones.get(section.dataset.zone ?? '');
    if (!zone) return;
    const area = (/** @type {import('./twin_node.js').TwinNode} */ view) => view.node.rect[2] * view.node.rect[3];
    const hit = zone.focusable().filter(({ node }) => holds(node.rect, x, y));
    hit.sort((a, b) => area(a) - area(b));
    this.#twin.focus(zone, hit[0] ?? zone.current);
  }

  /** @param {import('./size.js').Size} size */
  #resized(size) {
    this.#size = size;
    this.refresh();
  }

  /** @param {boolean} is_visible */
  #shown(is_visible) {
    this.#is_visible = is_visible;
    this.#loop.show(is_visible);
  }

  /** The state lives in the core: only device objects are gone. @param {Event} event */
  #lost(event) {
    event.preventDefault();
    this.#is_lost = true;
    if (!this.#core.has_failed) this.#core.context_lost();
    this.#emitter.emit('contextlost');
  }

  #restored() {
    if (this.#core.has_failed) return;
    this.#core.context_restored();
    this.#is_lost = false;
    this.#changed();
    this.#emitter.emit('contextrestored');
  }

  /** No WebGL: the twin itself becomes the page. */
  #lie_flat() {
    this.#twin.is_flat = true;
    this.#shell.root.classList.add('flat');
    this.#shell.alert(say('no_webgl', this.#lang));
  }

  /** The canvas as it is now; drawn again in the same task, so that its pixels are still there. */
  #picture() {
    const { canvas } = this.#shell;
    this.#core.frame(performance.now());
    return new Promise((/** @type {(blob: Blob | null) => void} */ resolve) => canvas.toBlob(resolve));
  }

  /** The module trapped: say so, keep the page alive. @param {unknown} error */
  #fail(error) {
    this.#loop.stop();
    this.#shell.alert(say('failed', this.#lang));
    this.#emitter.emit('error', { error, fatal: true });
  }
}
