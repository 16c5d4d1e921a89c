// What an atlas shows: canvas, twin, text fields, and what draws them. Draws on demand, only while somebody can see it.

import { Input } from './input.js';
import { Keys } from './keys.js';
import { Logo } from './logo.js';
import { Loop } from './loop.js';
import { holds, parse_outline } from './outline.js';
import { DateBox } from './date_box.js';
import { SearchBox } from './search_box.js';
import { SizeWatcher, VisibilityWatcher } from './size.js';
import { is_whole_page, read_environment, watch_preferences } from './surroundings.js';
import { Twin } from './twin.js';
import { TwinPace } from './twin_pace.js';
import { say } from './words.js';
import { TextSizeWatcher, zoom_of } from './zoom.js';

/** @typedef {import('../cluster-atlas').State} State */
/** @typedef {import('./core.js').Core} Core */
/** @typedef {import('./shell.js').Shell} Shell */
/** @typedef {import('./outline.js').Outline} Outline */
/** @typedef {import('./twin_node.js').TwinNode} TwinNode */

/**
 * @typedef {object} Settings
 * @property {'cooperative' | 'greedy' | 'auto'} gestures auto: greedy where the atlas is the whole page
 * @property {'explore' | 'kiosk'} mode
 * @property {string} link where links, citations and QR codes lead
 * @property {string} [reportUrl] where errors are reported
 * @property {import('../cluster-atlas').Part[]} [parts] what is shown; all
 * @property {import('../cluster-atlas').Locked} [locked] what the atlas is limited to
 * @property {string} [heading] in place of the data's title
 * @property {string} [logo] address of the host's own mark
 * @property {string} [accent] CSS colour
 * @property {boolean} [attract] the kiosk waits for somebody
 * @property {boolean} whole the code of every room is here
 */

/**
 * @typedef {object} StageHost what the stage asks of the atlas
 * @property {(action: object) => void} act
 * @property {() => State} state
 * @property {() => void} drawn after each frame
 * @property {(error: unknown) => void} failed
 * @property {(name: string) => void} emit
 * @property {() => void} touched somebody looks closer
 * @property {() => void} waits for a room whose code is not here
 * @property {() => HTMLElement[]} words what can be read where nothing is drawn
 * @property {() => void} outlined what is shown is another, or takes another place
 */

const k_tallest_text_px = 3000; // a few screens: the whole text is seventy
const k_hint_pace_ms = 1200;
/** Without WebGL the outline is laid out tall enough to hold every row. */
const k_flat_size = { width: 900, height: 6000, pixelRatio: 1 };

export class Stage {
  /** @type {Core} */ #core;
  /** @type {Shell} */ #shell;
  /** @type {Settings} */ #settings;
  /** @type {StageHost} */ #host;
  /** @type {Twin} */ #twin;
  /** @type {SearchBox} */ #search;
  /** @type {DateBox} */ #date;
  /** @type {Loop} */ #loop;
  /** @type {SizeWatcher | undefined} */ #size_watcher;
  /** @type {VisibilityWatcher | undefined} */ #visibility;
  /** @type {TextSizeWatcher | undefined} */ #text_size;
  #abort = new AbortController();
  #size = { width: 0, height: 0, pixelRatio: 1 };
  #zoom = 1;
  #is_visible = false;
  #is_shown = false;
  #is_lost = false;
  #outline_text = '';
  /** @type {Logo} */ #logo;
  #pace = new TwinPace(() => this.#core.has_failed || this.#sync_twin());
  #is_playing = false;
  /** @type {Input} */ #input;
  #hint_time = -Infinity;
  /** @type {Keys} */ #keys;
  /** @type {AbortController | null} */ #tooltip = null;

  /**
   * @param {{core: Core, shell: Shell, settings: Settings, has_webgl: boolean}} parts
   * @param {StageHost} host
   */
  constructor({ core, shell, settings, has_webgl }, host) {
    this.#core = core;
    this.#shell = shell;
    this.#settings = settings;
    this.#host = host;
    this.#twin = new Twin({
      activate: (id) => host.act({ type: 'activate', node: id }),
      focus: (id) => host.act({ type: 'focus', node: id }),
      scroll: (zone, top) => host.act({ type: 'scroll', zone, top }),
      edit: (id, text) => host.act({ type: 'searchInFacet', facet: id.split('/').at(-1), text }),
      opened: () => opened_in(host.state()),
    });
    this.#search = new SearchBox((action) => host.act(action));
    this.#date = new DateBox({ dispatch: (action) => host.act(action), leave: (slider) => this.#twin.focus_id(slider) });
    this.#loop = new Loop((now) => this.#frame(now));
    shell.root.append(this.#twin.element);
    this.#logo = new Logo(shell.root, () => this.refresh());
    this.#keys = this.#keys_of(host);
    this.#input = this.#listen(shell, this.#abort.signal);
    if (!has_webgl) this.#lie_flat();
    else if (shell.has_lost_context) this.#lost();
    this.watch();
    watch_preferences(() => this.refresh(), this.#abort.signal);
  }

  /** Frames are being drawn, so that events may wait for the next one. */
  get is_drawing() {
    return this.#is_visible && !this.#twin.is_flat;
  }

  get is_shown() {
    return this.#is_shown;
  }

  stop() {
    this.#abort.abort();
    this.#tooltip?.abort();
    this.#pace.stop();
    this.#loop.stop();
    this.#stop_watching();
    this.#twin.stop();
    this.#twin.element.remove();
    this.#logo.stop();
  }

  /** Size and visibility in the document that the atlas stands in. */
  watch() {
    const { root } = this.#shell;
    this.#stop_watching();
    this.#size_watcher = new SizeWatcher(root, (size) => this.#resized(size));
    this.#size = this.#size_watcher.measure();
    this.#visibility = new VisibilityWatcher(root, (is_visible) => this.#seen(is_visible));
    this.#text_size = new TextSizeWatcher(root, () => zoom_of(this.#settings, this.#size, root) !== this.#zoom && this.refresh());
  }

  #stop_watching() {
    this.#size_watcher?.stop();
    this.#visibility?.stop();
    this.#text_size?.stop();
  }

  /** Something changed: a frame, soon. */
  ask() {
    this.#loop.ask();
  }

  /** The next outline is another one even if its text is the same. */
  forget_outline() {
    this.#outline_text = '';
  }

  /** Reads the surroundings again: sizes, preferences, colours. */
  refresh() {
    if (this.#core.has_failed) return;
    this.#zoom = zoom_of(this.#settings, this.#size, this.#shell.root);
    this.#twin.scale(this.#zoom);
    this.#logo.show(this.#settings.logo);
    const host = { inks: this.#core.inks, logo: this.#logo.width };
    this.#core.environment(read_environment(this.#shell.root, this.#canvas_size(), { ...this.#settings, ...host }));
    this.#shell.root.classList.toggle('greedy', this.#is_greedy());
    this.#loop.ask();
  }

  /** Nothing is to be drawn soon, and the twin says what is seen. */
  get is_at_rest() {
    return !this.#loop.is_waiting && !this.#pace.is_behind && !this.#twin.has_news;
  }

  /** In CSS px; of what is text alone, all of it up to what a page can bear: the rest scrolls. */
  get natural_height() {
    const { root } = this.#shell;
    if (this.#twin.is_flat) return Math.min(root.scrollHeight, k_tallest_text_px);
    return Math.ceil(Number(this.#core.query('height')) * this.#zoom);
  }

  /** Draws now if there is anything to see, so that the first picture does not wait for an observer. */
  first_frame() {
    const can_see = this.#size.width > 0 && this.#size.height > 0 && document.visibilityState === 'visible';
    if (this.#is_lost) this.#first_shown(); // as words
    else if (can_see || this.#twin.is_flat) this.#frame(performance.now());
  }

  /** Without WebGL nothing is drawn, but the outline is laid out like a frame. */
  update_flat() {
    if (this.#twin.is_flat) this.#frame(performance.now());
  }

  /** The canvas as it is now; drawn again in the same task, so that its pixels are still there. */
  picture() {
    const { canvas } = this.#shell;
    this.#core.frame(performance.now());
    return new Promise((/** @type {(blob: Blob | null) => void} */ resolve) => canvas.toBlob(resolve));
  }

  /** The same at once, as another canvas. */
  copy() {
    const copy = document.createElement('canvas');
    [copy.width, copy.height] = [this.#shell.canvas.width, this.#shell.canvas.height];
    this.#core.frame(performance.now());
    copy.getContext('2d')?.drawImage(this.#shell.canvas, 0, 0);
    return copy;
  }

  /** @param {number} now @returns {number} ms until the next frame, or -1 */
  #frame(now) {
    if (this.#is_lost || this.#core.has_failed || !this.#core.has_data) return -1;
    const { width, height, pixelRatio } = this.#canvas_size();
    if (width <= 0 || height <= 0) return -1;
    this.#fit_canvas(Math.round(width * pixelRatio), Math.round(height * pixelRatio));
    try {
      this.#input.flush();
      const wait = this.#core.frame(now);
      this.#pace.follow(now, this.#is_playing || (wait >= 0 && wait <= 20) || this.#input.is_moving(now));
      this.#shell.show_canvas();
      if (!this.#is_shown) this.#first_shown();
      if (!this.#twin.is_flat) this.#host.drawn();
      return wait;
    } catch (error) {
      this.#host.failed(error);
      return -1;
    }
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
    if (this.#twin.is_flat) return;
    if (canvas.width !== width) canvas.width = width;
    if (canvas.height !== height) canvas.height = height;
  }

  #first_shown() {
    this.#is_shown = true;
    if (this.#is_lost) this.#shell.cover(this.#host.words());
    if (this.#twin.is_flat) this.#shell.tell(say('no_webgl', this.#host.state().lang));
    // a task later, so that whoever awaited mount() listens already
    setTimeout(() => this.#abort.signal.aborted || this.#host.emit('ready'));
  }

  #sync_twin() {
    const text = this.#core.query('outline');
    if (text === this.#outline_text) return;
    this.#outline_text = text;
    const outline = parse_outline(text);
    if (this.#settings.mode === 'kiosk') for (const zone of outline.zones) for (const node of zone.nodes) delete node.href;
    this.#twin.update(text, outline);
    this.#search.update(outline, (x, y) => this.#section_at(x, y));
    this.#date.update(outline, (x, y) => this.#section_at(x, y));
    for (const field of [this.#search.input, this.#date.input]) this.#twin.set_aside(field);
    this.#dress(outline);
    this.#logo.place(outline, this.#zoom);
    this.#watch_tooltip(outline.tooltip);
    this.#is_playing = outline.playing;
    if (outline.waits) this.#host.waits();
    if (this.#twin.is_flat && this.#settings.whole) this.#shell.show_text(this.#host.words());
    this.#keys.go_on(outline.choosing);
    this.#host.outlined();
  }

  /** The topmost zone at a point. @param {number} x @param {number} y */
  #section_at(x, y) {
    return [...this.#twin.zones.values()].reverse().find(({ zone }) => holds(zone.rect, x, y))?.section ?? null;
  }

  /** Language, name and theme of what lies over the canvas. @param {Outline} outline */
  #dress(outline) {
    const { root } = this.#shell;
    const { theme } = this.#host.state();
    if (root.lang !== outline.lang) root.lang = outline.lang; // set anew it would restyle everything below
    if (outline.title && root.getAttribute('aria-label') !== outline.title) root.setAttribute('aria-label', outline.title);
    root.classList.toggle('dark', theme === 'dark');
    root.classList.toggle('auto', theme === 'auto');
  }

  /**
   * While a tooltip is there, Escape takes it away wherever the focus is, without moving the pointer (WCAG 1.4.13). The
   * key is only overheard: it stays the page's.
   * @param {boolean} is_shown
   */
  #watch_tooltip(is_shown) {
    if (is_shown === (this.#tooltip !== null)) return;
    this.#tooltip?.abort();
    this.#tooltip = is_shown ? new AbortController() : null;
    if (!this.#tooltip) return;
    document.addEventListener('keydown', (event) => event.key === 'Escape' && this.#host.act({ type: 'dismiss' }), { signal: this.#tooltip.signal });
  }

  /** @param {StageHost} host */
  #keys_of(host) {
    return new Keys(this.#twin, {
      dispatch: (action) => host.act(action),
      state: () => host.state(),
      can_dismiss: () => this.#keys.is_choosing || this.#tooltip !== null || this.#twin.zones.has('sheet') || opened_in(host.state()) !== '' || this.#twin.find('story/title') !== null,
      type_date: (slider, zone) => this.#date.open(slider, zone.section),
    });
  }

  /** @param {Shell} shell @param {AbortSignal} signal */
  #listen({ root, canvas, host }, signal) {
    root.addEventListener('keydown', (event) => this.#keys.handle(event), { signal });
    const input_host = {
      core: () => (this.#core.has_failed || this.#twin.is_flat ? null : this.#core),
      is_greedy: () => this.#is_greedy(),
      zoom: () => this.#zoom,
      changed: () => this.#loop.ask(),
      hint: (/** @type {'wheel' | 'touch'} */ kind) => this.#hint(kind),
      focus_at: (/** @type {HTMLElement} */ section, /** @type {number} */ x, /** @type {number} */ y) => this.#focus_at(section, x, y),
    };
    const input = new Input(root, input_host, signal);
    for (const type of ['pointermove', 'pointerdown', 'keydown', 'focusin']) {
      root.addEventListener(type, () => this.#host.touched(), { once: true, passive: true, signal });
    }
    host.addEventListener('fullscreenchange', () => this.refresh(), { signal });
    canvas.addEventListener('webglcontextlost', () => this.#lost(), { signal });
    canvas.addEventListener('webglcontextrestored', () => this.#restored(), { signal });
    return input;
  }

  #is_greedy() {
    const { gestures, mode } = this.#settings;
    if (gestures === 'greedy' || mode === 'kiosk' || document.fullscreenElement !== null) return true;
    return gestures === 'auto' && is_whole_page(this.#shell.root);
  }

  /** @param {'wheel' | 'touch'} kind */
  #hint(kind) {
    const now = performance.now();
    if (now - this.#hint_time < k_hint_pace_ms) return;
    this.#hint_time = now;
    const { lang } = this.#host.state();
    const key = /Mac|iPhone|iPad/.test(navigator.platform) ? '⌘' : 'Ctrl';
    const message = kind === 'wheel' ? say('ctrl_wheel', lang, key) : say('two_fingers', lang);
    this.#host.act({ type: 'notice', message });
  }

  /** @param {HTMLElement} section @param {number} x @param {number} y */
  #focus_at(section, x, y) {
    const zone = this.#twin.zones.get(section.dataset.zone ?? '');
    if (!zone) return;
    const area = (/** @type {TwinNode} */ view) => view.node.rect[2] * view.node.rect[3];
    const hit = zone.focusable().filter(({ node }) => holds(node.rect, x, y));
    hit.sort((a, b) => area(a) - area(b));
    this.#twin.focus_quietly(zone, hit[0] ?? zone.current);
  }

  /** @param {import('./size.js').Size} size */
  #resized(size) {
    this.#size = size;
    this.refresh();
  }

  /** @param {boolean} is_visible */
  #seen(is_visible) {
    this.#is_visible = is_visible;
    this.#shell.seen(is_visible);
    this.#loop.show(is_visible);
  }

  /** The state lives in the core: only device objects are gone. In their place there is something to read. */
  #lost() {
    this.#is_lost = true;
    if (this.#core.has_failed) return;
    this.#core.context_lost();
    if (this.#is_shown) this.#shell.cover(this.#host.words());
    if (!this.#shell.gave_context_back) this.#host.emit('contextlost');
  }

  #restored() {
    if (this.#core.has_failed) return;
    this.#core.context_restored();
    this.#is_lost = false;
    this.#loop.ask();
    if (!this.#shell.gave_context_back) this.#host.emit('contextrestored');
  }

  /** No WebGL: the twin itself becomes the page. */
  #lie_flat() {
    const { root } = this.#shell;
    this.#twin.is_flat = true;
    root.classList.add('flat');
  }
}

/** Whose card or profile is open. @param {State} state */
function opened_in({ selected, profile }) {
  return selected ?? profile ?? '';
}
