// One atlas on a page: answers the page, and joins the core with its stage. The page hears of changes in the microtask
// after the frame, or at once when nothing is drawn.

import { warn_once } from './attributes.js';
import { AtlasError, refuse } from './error.js';
import { Emitter } from './emitter.js';
import { first_paint } from './first_paint.js';
import { lend_fonts } from './font.js';
import { extras } from './later.js';
import { follow } from './link.js';
import { configure } from './live_options.js';
import { Loads } from './loads.js';
import { text_elements } from './markup.js';
import { News } from './news.js';
import { k_message_bounds, plain_json } from './plain_json.js';
import { watch_printing } from './print.js';
import { accept_drops, link_of, report, serve } from './services.js';
import { without_map } from './map_source.js';
import { patient_of, Revival } from './revival.js';
import { SecondPart } from './second_part.js';
import { Speech } from './speech.js';
import { unknown_ids } from './unknown_ids.js';
import { Stage } from './stage.js';
import { adopt_styles } from './styles.js';
import { Tickets } from './tickets.js';
import { tell_unmet } from './wishes.js';
import { say, version_in } from './words.js';

/** @typedef {import('../cluster-atlas').State} State */
/** @typedef {import('./core.js').Core} Core */
/** @typedef {import('./shell.js').Shell} Shell */
/** @typedef {import('./stage.js').Settings} Settings */

export class Atlas {
  /** @type {Core} */ #core;
  /** @type {Shell} */ #shell;
  /** @type {Settings} */ #settings;
  /** @type {Emitter} */ #emitter;
  /** @type {Stage} */ #stage;
  /** @type {News} */ #news;
  /** @type {SecondPart} */ #second;
  /** @type {Speech} */ speech;
  #abort = new AbortController();
  #is_destroyed = false;
  #leave_html = false;
  #snapshot_json = '';
  /** The bytes of the map file that is shown; null: a plain map. @type {Uint8Array | null} */
  map = null;
  #tickets = new Tickets();
  loads = new Loads({
    signal: this.#abort.signal,
    tickets: this.#tickets,
    core: () => this.#alive(),
    whole: () => Promise.all([this.complete(), this.speech.arriving]),
    show: (text, map) => this.#show(text, map),
  });
  /** @type {Revival} */ #revival;
  /** @type {Set<() => void>} */ #height_listeners = new Set();
  /** Counted by the iframe page's message protocol. */
  ignored_messages = 0;
  restarts = 0; // of the kiosk that this atlas belongs to
  is_address_due = false; // the page's address is about to follow the state

  /** @param {{core: Core, rest: (() => Promise<void>) | null, again: () => Promise<import('./module.js').Module>, shell: Shell, settings: Settings, has_webgl: boolean, lang: string, target: EventTarget | null}} parts */
  constructor({ core, rest, again, shell, settings, has_webgl, lang, target }) {
    this.#core = core;
    this.#second = new SecondPart(rest, () => this.#is_destroyed || this.#completed());
    this.#shell = shell;
    this.#settings = settings;
    this.#emitter = new Emitter(target);
    this.speech = new Speech(lang, {
      learn: (words) => this.#learn(words),
      fail: (error, again) => this.#is_destroyed || report(this, error, again),
    });
    this.#news = new News(core, this.#emitter, {
      is_over: () => this.#is_destroyed,
      state: () => this.state,
      before: () => this.#stage.update_flat(),
      noted: (state) => {
        this.#revival.remember(JSON.stringify(state));
        this.speech.speak(state.lang);
      },
      serve: (ask) => void serve(this, ask),
    });
    this.#stage = new Stage({ core, shell, settings, has_webgl }, {
      act: (action) => this.#act(action),
      state: () => this.state,
      drawn: () => this.#news.soon(),
      failed: (error) => this.#core.has_failed || this.give_up(error),
      emit: (name) => this.#emitter.emit(name),
      touched: () => this.expect_rest(),
      words: () => (this.#settings.whole ? [text_elements(this.text_html())] : first_paint(this.#snapshot_json, this.state.lang)),
      waits: () => this.#need_rest(),
      outlined: () => this.#height_listeners.forEach((listener) => listener()),
    });
    this.#revival = new Revival(patient_of(this, { core, again, second: this.#second, stage: this.#stage }));
    lend_fonts(core, document, this.#abort.signal);
    watch_printing(this, shell.root);
    this.#stage.refresh();
  }

  /** @returns {State} */
  get state() {
    return JSON.parse(this.#alive().query('state'));
  }

  /** The page's own lang follows a moment later, but can be asked for when there is no module. */
  get lang() {
    return this.#core.has_failed ? this.root.lang : this.state.lang;
  }

  /** @returns {import('../cluster-atlas').Result} */
  get result() {
    return JSON.parse(this.#alive().query('result'));
  }

  /** @returns {import('../cluster-atlas').Stats} */
  get stats() {
    return { ...JSON.parse(this.#alive().query('stats')), atRest: this.#stage.is_at_rest, ignoredMessages: this.ignored_messages, restarts: this.restarts + this.#revival.count };
  }

  /** @param {object} partial merged key by key into the state @returns {{ignored: string[]}} what the snapshot does not hold */
  setState(partial) {
    const json = plain_json(partial, 'state', k_message_bounds);
    refuse(this.#alive().set(json), 'state');
    this.#tickets.changed(() => void this.#core.set(json));
    this.#changed();
    const ignored = unknown_ids(JSON.parse(json), { state: this.state, result: () => this.result });
    if (ignored.length > 0) warn_once(`setState: the snapshot does not hold ${ignored.join(', ')}`);
    return { ignored };
  }

  /** @param {object} action */
  dispatch(action) {
    const json = plain_json(action, 'action', k_message_bounds);
    refuse(this.#alive().dispatch(json), 'action');
    this.#changed();
  }

  /** @param {import('../cluster-atlas').SnapshotSource} [source] absent: the one beside the module */
  async load(source) {
    this.#alive();
    const answer = await this.loads.load(source);
    await this.speech.arriving; // the data's own words
    return answer;
  }

  /** @param {string} text @param {Uint8Array | null} map */
  #show(text, map) {
    const snapshot = without_map(text);
    const warnings = this.#alive().load(snapshot, map);
    this.#snapshot_json = snapshot;
    this.map = map;
    this.speech.follow_data(snapshot);
    this.#stage.forget_outline();
    this.#changed();
    return { warnings };
  }

  /** The snapshot's text as it was loaded. */
  get snapshot_json() {
    return this.#snapshot_json;
  }

  /** @param {import('../cluster-atlas').ExportKind} kind @returns {Promise<Blob>} */
  async export(kind) {
    this.#alive();
    const [{ export_blob }] = await Promise.all([extras(), this.complete(), this.speech.arriving]);
    return export_blob(this.#alive(), kind, { address: link_of(this), picture: () => this.#stage.picture() });
  }

  /** What the atlas would fetch when somebody touches it: the other rooms, exports, files of one's own. */
  async preload() {
    await Promise.all([this.complete(), extras()]);
  }

  /** The module's second part, once; a failed attempt can be repeated. @returns {Promise<void>} */
  complete() {
    return this.#second.complete();
  }

  #completed() {
    this.#stage.forget_outline();
    this.adjust({ whole: true });
  }

  /** A reader waits for it. */
  #need_rest() {
    this.complete().catch((error) => report(this, error, () => this.#need_rest()));
  }

  /** The same before anybody needs it: a failure is told to who does. */
  expect_rest() {
    this.complete().catch(() => {});
  }

  permalink() {
    return this.#alive().query('permalink');
  }

  /** @param {string} permalink */
  open(permalink) {
    const answer = follow(this.#alive(), permalink);
    this.#tickets.changed(() => void follow(this.#core, permalink));
    this.#changed();
    return answer;
  }

  /** @param {import('../cluster-atlas').EventName} name @param {(detail: unknown) => void} listener */
  on(name, listener) {
    return this.#emitter.on(name, listener);
  }

  destroy() {
    if (this.#is_destroyed) return;
    this.#is_destroyed = true;
    this.#abort.abort();
    this.#stage.stop();
    this.#emitter.clear();
    try {
      this.#core.destroy();
    } catch {
      // a module that stopped on an error has nothing left to free
    }
    this.#shell.release_context();
    if (!this.#leave_html) this.#shell.destroy();
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

  get settings() {
    return this.#settings;
  }

  /** The element that full screen is asked of. */
  get host() {
    return this.#shell.host;
  }

  /** The element stands in another document now, with its canvas, state and listeners. */
  move_house() {
    if (this.#is_destroyed) return;
    adopt_styles(this.#shell.shadow);
    lend_fonts(this.#core, this.root.ownerDocument, this.signal);
    this.#stage.watch();
  }

  /** The box that holds canvas and twin. */
  get root() {
    return this.#shell.root;
  }

  /** Everything in words, as HTML of the core's own; whole atlases only. @param {number} [level] of its title */
  text_html(level = 2) {
    return this.#alive().query(`document:${level}`);
  }

  /** The canvas as it is now, as another canvas. */
  copy_canvas() {
    return this.#stage.copy();
  }

  /** The current picture as vectors. */
  svg() {
    return this.#alive().query(`export:svg ${link_of(this)}`);
  }

  /** Options after the start; undefined gives a default back. @param {Partial<import('../cluster-atlas').LiveOptions>} options */
  async configure(options) {
    this.#alive();
    await configure(this, options);
  }

  /** @param {Partial<Settings>} settings */
  adjust(settings) {
    Object.assign(this.#settings, settings);
    this.#stage.refresh();
    this.tell_host();
    this.#changed();
  }

  tell_host() {
    tell_unmet(this.#settings, this.#core);
  }

  /** How tall a box of this width would show what is open without anything inside having to scroll, in CSS px. */
  get natural_height() {
    return this.#stage.natural_height;
  }

  /** Told when that, or what is read, may have changed. @param {() => void} listener */
  watch_height(listener) {
    this.#height_listeners.add(listener);
    return () => this.#height_listeners.delete(listener);
  }

  /** Everything as at the start, in this language. @param {import('../cluster-atlas').Lang} lang */
  reset(lang) {
    const initial = JSON.parse(this.#alive().query('initial'));
    this.setState({ ...initial, lang, theme: this.state.theme });
  }

  /** As for a new reader, without anything of the one before. @param {Pick<State, 'lang' | 'theme'>} kept */
  start_over(kept) {
    this.#shell.clear_alert();
    this.setState(kept);
    this.dispatch({ type: 'startOver' });
  }

  /** Takes dropped files: for pages that are the atlas's own. */
  accept_files() {
    accept_drops(this, this.root, this.signal);
  }

  /** One line at the bottom of the view; the outline's status reads it out. @param {string} message */
  notice(message) {
    this.#act({ type: 'notice', message });
  }

  /** A box over the map that stays until it is closed. @param {string} text @param {() => void} [retry] */
  alert(text, retry) {
    this.#shell.alert(text, this.say('close'), retry && { name: this.say('retry'), act: retry });
  }

  /** @param {import('./words.js').Word} word @param {...(string | number)} values */
  say(word, ...values) {
    return say(word, this.lang, ...values);
  }

  first_frame() {
    this.#stage.first_frame();
  }

  /** Ends with an error that nobody here can mend: say so, keep the page alive, let listeners decide. @param {unknown} error */
  give_up(error) {
    if (this.#is_destroyed) return;
    this.#shell.cover(first_paint(this.#snapshot_json, this.root.lang));
    this.#shell.tell(say('failed', this.root.lang));
    this.#emitter.emit('error', { error, fatal: true });
  }

  #alive() {
    if (this.#is_destroyed) throw new AtlasError('destroyed', 'this atlas was destroyed');
    return this.#core;
  }

  /** An action of the interface itself: a refusal is no error of the page. @param {object} action */
  #act(action) {
    if (this.#is_destroyed || this.#core.has_failed) return;
    try {
      const refusal = this.#core.dispatch(JSON.stringify(action));
      if (refusal) console.warn('cluster-atlas:', version_in(refusal, 'en'));
      this.#changed();
    } catch (error) {
      if (!this.#core.has_failed) throw error; // the revival hears of the others
    }
  }

  #changed() {
    this.#stage.ask();
    if (!this.#stage.is_drawing) this.#news.soon();
  }

  /** @param {string} words of one more language */
  #learn(words) {
    if (this.#is_destroyed || this.#core.has_failed) return;
    this.#core.learn(words);
    this.#changed();
  }
}
