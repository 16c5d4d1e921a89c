// <cluster-atlas src lang theme state mode gestures report-url hash link tour frame loading>: the same atlas as an element. It starts when
// it comes near the window (loading="eager": at once), survives being moved, and leaves nothing when removed.

import { AtlasError } from './error.js';
import { allowed_origins, frame_options, serve_frame } from './frame.js';
import { read_options } from './options.js';
import { start } from './mount.js';

/** @typedef {import('./atlas.js').Atlas} Atlas */

const k_near = '200px';
const k_restart_ms = 2000;
const k_next_attempt_ms = 15_000; // the network of a fair comes and goes

export class ClusterAtlasElement extends HTMLElement {
  static observedAttributes = ['src', 'lang', 'theme', 'state', 'mode', 'gestures', 'report-url'];

  /** @type {Atlas | null} */ #atlas = null;
  /** @type {AbortController | null} */ #loading = null;
  /** @type {IntersectionObserver | null} */ #near = null;
  #shadow = this.attachShadow({ mode: 'open' });

  /** The mounted atlas; null before `ready` and after removal. */
  get atlas() {
    return this.#atlas;
  }

  connectedCallback() {
    if (this.#atlas || this.#loading || this.#near) return;
    if (this.getAttribute('loading') === 'eager' || this.getAttribute('mode') === 'kiosk') return void this.#start();
    this.#near = new IntersectionObserver((entries) => entries.some((entry) => entry.isIntersecting) && this.#start(), { rootMargin: k_near });
    this.#near.observe(this);
  }

  /** A move in the document takes the element out and puts it in again at once: only a real removal ends the atlas. */
  disconnectedCallback() {
    queueMicrotask(() => {
      if (!this.isConnected) this.#stop();
    });
  }

  /** @param {string} name @param {string | null} before @param {string | null} value */
  attributeChangedCallback(name, before, value) {
    const atlas = this.#atlas;
    if (!atlas || before === value || value === null) return;
    try {
      if (name === 'src') atlas.load(value).catch((error) => this.#report(error));
      else if (name === 'state') apply_state(atlas, value);
      else if (name === 'lang' || name === 'theme') atlas.setState(read_options({ [name]: value }));
      else atlas.configure(read_options({ [name === 'report-url' ? 'reportUrl' : name]: value }));
    } catch (error) {
      this.#report(error);
    }
  }

  async #start() {
    this.#near?.disconnect();
    this.#near = null;
    const loading = new AbortController();
    this.#loading = loading;
    try {
      const atlas = await start(this.#shadow, this.#options(loading.signal), this);
      const state = this.getAttribute('state');
      if (state) apply_state(atlas, state);
      this.#atlas = atlas;
      if (this.hasAttribute('frame') && parent !== window) {
        serve_frame(atlas, { parent, origins: allowed_origins(location.search, document.referrer) });
      }
      atlas.on('error', (detail) => this.#failed(detail));
    } catch (error) {
      if (loading.signal.aborted) return;
      this.#report(error);
      this.#restart(k_next_attempt_ms);
    } finally {
      if (this.#loading === loading) this.#loading = null;
    }
  }

  #stop() {
    this.#near?.disconnect();
    this.#near = null;
    this.#loading?.abort();
    this.#loading = null;
    this.#atlas?.destroy();
    this.#atlas = null;
    this.#shadow.replaceChildren();
  }

  /** A kiosk starts again by itself: nobody is there to reload the page. @param {unknown} detail */
  #failed(detail) {
    const is_fatal = /** @type {{fatal?: boolean}} */ (detail)?.fatal === true;
    if (is_fatal) this.#restart(k_restart_ms);
  }

  /** @param {number} wait ms */
  #restart(wait) {
    if (this.getAttribute('mode') !== 'kiosk') return;
    setTimeout(() => {
      if (!this.isConnected) return;
      this.#stop();
      void this.#start();
    }, wait);
  }

  /** @param {AbortSignal} signal */
  #options(signal) {
    const chosen = this.hasAttribute('frame') ? frame_options(location.search) : {};
    const text = (/** @type {string} */ name) => chosen[name] ?? (this.getAttribute(name) || undefined);
    const [tour, link] = [text('tour'), text('link')];
    return read_options({
      snapshot: text('src'),
      lang: text('lang'),
      theme: text('theme'),
      mode: text('mode'),
      gestures: text('gestures'),
      link: link ? new URL(link, document.baseURI).href : undefined,
      reportUrl: text('report-url'),
      hash: this.hasAttribute('hash'),
      tour: tour ? JSON.parse(tour) : undefined,
      signal,
    });
  }

  /** @param {unknown} error */
  #report(error) {
    const known = error instanceof AtlasError ? error : new AtlasError('options', String(error));
    console.warn('cluster-atlas:', known.message);
    this.dispatchEvent(new CustomEvent('error', { detail: { error: known, fatal: this.#atlas === null } }));
  }
}

/** JSON of a partial state, or a permalink. @param {Atlas} atlas @param {string} text */
function apply_state(atlas, text) {
  if (text.trimStart().startsWith('{')) atlas.setState(JSON.parse(text));
  else atlas.open(text.startsWith('#') ? text : `#${text}`);
}
