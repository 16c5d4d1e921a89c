// <cluster-atlas>: the same atlas as an element, its attributes in step with it. It starts when it comes near the window
// (loading="eager": at once), survives being moved, also into another document, and leaves nothing when removed.

import { k_attributes, option_of, warn_once } from './attributes.js';
import { AtlasError, is_overtaken } from './error.js';
import { allowed_origins, frame_attributes, holder_origin, serve_frame } from './frame.js';
import { FrameHeight } from './frame_height.js';
import { start } from './mount.js';
import { read_options } from './options.js';
import { take_locale_file } from './own_words.js';
import { k_message_bounds } from './plain_json.js';

/** @typedef {import('./atlas.js').Atlas} Atlas */

const k_near = '200px';
const k_restart_ms = 2000;
const k_next_attempt_ms = 10_000; // the network of a fair comes and goes
/** The atlas is another one with another value of these. */
const k_lasting = new Set(['mode', 'tour', 'hash', 'locale-src']);

/** Where there is no DOM, as on a server, the class can be imported but not made. @type {typeof HTMLElement} */
const BaseElement = globalThis.HTMLElement ?? class {};

export class ClusterAtlasElement extends BaseElement {
  static observedAttributes = [...Object.keys(k_attributes), 'state', 'hash'];

  /** @type {Atlas | null} */ #atlas = null;
  /** @type {AbortController | null} */ #loading = null;
  /** @type {IntersectionObserver | null} */ #near = null;
  /** Attributes that changed while the atlas was loading. @type {Set<string>} */ #late = new Set();
  /** @type {FrameHeight | null} */ #height = null;
  #has_failed = false;
  /** Of the kiosk, by itself. */
  #restarts = 0;
  #shadow = this.attachShadow({ mode: 'open' });

  /** The mounted atlas; null before `ready` and after removal. */
  get atlas() {
    return this.#atlas;
  }

  connectedCallback() {
    if (this.#is_frame) this.#height ??= new FrameHeight(parent, () => this.#natural_height);
    if (this.#atlas || this.#loading || this.#near) return;
    if (this.getAttribute('loading') === 'eager' || this.#is_kiosk) return void this.#start();
    this.#near = new IntersectionObserver((entries) => entries.some((entry) => entry.isIntersecting) && this.#start(), { rootMargin: k_near });
    this.#near.observe(this);
  }

  /** A move in the document takes the element out and puts it in again at once: only a real removal ends the atlas. */
  disconnectedCallback() {
    queueMicrotask(() => {
      if (!this.isConnected) this.#stop();
    });
  }

  adoptedCallback() {
    this.#atlas?.move_house();
  }

  /** @param {string} name @param {string | null} before @param {string | null} value */
  attributeChangedCallback(name, before, value) {
    if (before === value) return;
    if (this.#loading) this.#late.add(name);
    else if (this.#atlas) this.#apply(this.#atlas, name);
    else if (this.#has_failed) void this.#replace();
  }

  /** @param {Atlas} atlas @param {string} name */
  #apply(atlas, name) {
    if (k_lasting.has(name)) return void this.#begin_again(atlas, name);
    if (name === 'state') return this.#apply_state(atlas);
    atlas.configure(option_of(name, this.#text(name))).catch((error) => is_overtaken(error) || this.#report(error));
  }

  /** The attribute's, or a default where there is none. @param {Atlas} atlas */
  #apply_state(atlas) {
    const text = this.getAttribute('state')?.trim();
    try {
      if (!text) atlas.reset(atlas.state.lang);
      else if (text.length > k_message_bounds.bytes) throw new AtlasError('state', `the attribute "state" is longer than ${k_message_bounds.bytes} characters`);
      else if (text.startsWith('{')) atlas.setState(JSON.parse(text));
      else this.#tell_ignored(text, atlas.open(text.startsWith('#') ? text : `#${text}`));
    } catch (error) {
      this.#report(error);
    }
  }

  /** @param {string} text @param {{ignored: string[]}} answer */
  #tell_ignored(text, { ignored }) {
    if (ignored.length > 0) warn_once(`state="${text.slice(0, 80)}": not understood: ${ignored.join(', ')}`);
  }

  async #start() {
    this.#near?.disconnect();
    this.#near = null;
    const loading = new AbortController();
    this.#loading = loading;
    this.#late.clear();
    this.#has_failed = false;
    try {
      await this.#learn_own_language();
      loading.signal.throwIfAborted();
      const atlas = await start(this.#shadow, this.#options(loading.signal), this);
      this.#atlas = atlas;
      this.#loading = null;
      atlas.restarts = this.#restarts;
      if (this.getAttribute('state')) this.#apply_state(atlas);
      if (this.#is_frame) {
        atlas.watch_height(() => this.#height?.tell());
        this.#height?.tell(); // of what was shown meanwhile
        serve_frame(atlas, { parent, origins: allowed_origins(location.search, holder_origin()) });
      }
      atlas.on('error', (detail) => this.#failed(detail));
      for (const name of this.#late) this.#apply(atlas, name);
    } catch (error) {
      if (loading.signal.aborted) return;
      this.#loading = null;
      this.#has_failed = true;
      this.#height?.tell();
      this.#report(error);
      if (this.#late.size > 0) return void this.#replace();
      this.#restart(k_next_attempt_ms);
    }
  }

  /** First, so that "lang" can name it. */
  async #learn_own_language() {
    const { localeSrc } = option_of('locale-src', this.#text('locale-src'));
    if (typeof localeSrc === 'string') await take_locale_file(localeSrc);
  }

  #stop() {
    this.#near?.disconnect();
    this.#near = null;
    this.#has_failed = false;
    this.#loading?.abort();
    this.#loading = null;
    this.#atlas?.destroy();
    this.#atlas = null;
    this.#shadow.replaceChildren();
  }

  #replace() {
    this.#stop();
    return this.#start();
  }

  /** The reader's own wish after a start that failed. */
  #try_again() {
    if (this.isConnected && this.#has_failed) void this.#replace();
  }

  /** Another mode, tour or file of words: a new atlas with what the old one showed. @param {Atlas} old @param {string} name */
  async #begin_again(old, name) {
    const shown = old.settings.mode === 'kiosk' ? '' : old.permalink();
    const link = name === 'locale-src' ? shown.replace(/;lang=[^;]*/, '') : shown; // other words: their language, too
    await this.#replace();
    if (link && this.#atlas?.settings.mode === 'explore') this.#atlas.open(link);
  }

  /** A kiosk starts again by itself: nobody is there to reload the page. @param {unknown} detail */
  #failed(detail) {
    const is_fatal = /** @type {{fatal?: boolean}} */ (detail)?.fatal === true;
    if (is_fatal) this.#restart(k_restart_ms);
  }

  /** @param {number} wait ms */
  #restart(wait) {
    if (!this.#is_kiosk) return;
    setTimeout(() => {
      if (!this.isConnected) return;
      ++this.#restarts;
      void this.#replace();
    }, wait);
  }

  /** The page is a frame of somebody else's. */
  get #is_frame() {
    return this.hasAttribute('frame') && parent !== window;
  }

  /** Before there is an atlas, and without one, of the list. */
  get #natural_height() {
    return this.#atlas?.natural_height ?? this.#shadow.querySelector('.first')?.scrollHeight ?? 0;
  }

  get #is_kiosk() {
    return option_of('mode', this.#text('mode')).mode === 'kiosk';
  }

  /** The frame's address wins over the attributes. @param {string} name */
  #text(name) {
    const chosen = this.hasAttribute('frame') ? frame_attributes(location.search) : {};
    return chosen[name] ?? this.getAttribute(name);
  }

  /** @param {AbortSignal} signal */
  #options(signal) {
    const named = Object.keys(k_attributes).map((name) => option_of(name, this.#text(name)));
    return read_options(Object.assign({ hash: this.hasAttribute('hash'), signal, retry: () => this.#try_again() }, ...named));
  }

  /** @param {unknown} error */
  #report(error) {
    const known = error instanceof AtlasError ? error : new AtlasError('options', String(error));
    warn_once(known.message);
    this.dispatchEvent(new CustomEvent('error', { detail: { error: known, fatal: this.#atlas === null } }));
  }
}
