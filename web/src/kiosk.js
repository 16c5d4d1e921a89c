// The kiosk: a screen at a fair that nobody watches over. It shows a tour until somebody touches it, then it is theirs;
// after a while it asks whether they are still there, and starts over. Everything it does is an Action or a setState.

import { guard_page } from './kiosk_guard.js';
import { default_scenes, read_tour } from './tour.js';

/** @typedef {import('./atlas.js').Atlas} Atlas */
/** @typedef {import('../cluster-atlas').Tour} Tour */
/** @typedef {import('../cluster-atlas').TourScene} TourScene */

const k_lost_context_ms = 5000;
const k_again_seconds = 1;

/** @param {Atlas} atlas @param {Tour | undefined} given */
export function start_kiosk(atlas, given) {
  return new Kiosk(atlas, read_tour(given));
}

class Kiosk {
  /** @type {Atlas} */ #atlas;
  #tour;
  /** @type {TourScene[]} */ #scenes;
  #scene = -1;
  #timer = 0;
  #lost_timer = 0;
  #is_attracting = false;
  /** @type {HTMLElement | null} */ #warning = null;
  /** @type {WakeLockSentinel | null} */ #wake_lock = null;
  #lang;
  #theme;

  /** @param {Atlas} atlas @param {ReturnType<typeof read_tour>} tour */
  constructor(atlas, tour) {
    this.#atlas = atlas;
    this.#tour = tour;
    this.#scenes = tour.scenes.length > 0 ? tour.scenes : default_scenes(JSON.parse(atlas.snapshot_json));
    ({ lang: this.#lang, theme: this.#theme } = atlas.state);
    const { root, signal } = atlas;
    root.tabIndex = -1;
    guard_page(root, signal);
    root.addEventListener('pointerdown', (event) => this.#touched(event), { signal, capture: true });
    root.addEventListener('pointerup', () => void this.#fill_screen(), { signal });
    root.addEventListener('keydown', (event) => this.#pressed(event), { signal, capture: true });
    document.addEventListener('visibilitychange', () => void this.#stay_awake(), { signal });
    signal.addEventListener('abort', () => this.#stop());
    atlas.on('contextlost', () => (this.#lost_timer = window.setTimeout(() => atlas.give_up('WebGL context lost'), k_lost_context_ms)));
    atlas.on('contextrestored', () => clearTimeout(this.#lost_timer));
    void this.#stay_awake();
    this.#attract();
  }

  #stop() {
    clearTimeout(this.#timer);
    clearTimeout(this.#lost_timer);
    this.#clear_warning();
    void this.#wake_lock?.release().catch(() => {});
  }

  /** Back to the tour, as if nobody had been there. */
  #attract() {
    this.#clear_warning();
    this.#is_attracting = true;
    this.#atlas.start_over({ lang: this.#lang, theme: this.#theme });
    this.#atlas.adjust({ attract: true });
    this.#atlas.root.focus({ preventScroll: true });
    this.#scene = -1;
    this.#show(0);
  }

  /** @param {number} index any whole number: the tour goes round */
  #show(index) {
    const count = this.#scenes.length;
    if (count === 0) return;
    this.#scene = ((index % count) + count) % count;
    const scene = /** @type {TourScene} */ (this.#scenes[this.#scene]);
    try {
      this.#atlas.setState(scene.state);
    } catch (error) {
      console.warn('cluster-atlas: tour scene', this.#scene, error);
    }
    this.#wait(scene.seconds ?? this.#tour.sceneSeconds, () => this.#show(this.#scene + 1));
  }

  /** @param {PointerEvent} event */
  #touched(event) {
    if (this.#is_attracting) {
      if (this.#is_on_language(event)) return;
      event.stopPropagation();
      this.#explore();
    } else if (!this.#warning?.contains(/** @type {Node} */ (event.target))) {
      this.#still_here();
    }
  }

  /** Choosing a language is no visit yet. @param {PointerEvent} event */
  #is_on_language({ clientX: x, clientY: y }) {
    const switches = [...this.#atlas.root.querySelectorAll('[data-id^="kiosk/lang"]')].map((each) => each.getBoundingClientRect());
    return switches.some((box) => x >= box.left && x < box.right && y >= box.top && y < box.bottom);
  }

  /** The presenter's keys step through the tour; any other key is a visitor. @param {KeyboardEvent} event */
  #pressed(event) {
    const step = { PageDown: 1, PageUp: -1 }[event.key] ?? 0;
    if (step && this.#is_attracting) {
      event.preventDefault();
      event.stopPropagation();
      if (!event.repeat) this.#show(this.#scene + step); // a key held down would make the screen flicker
    } else if (this.#is_attracting) {
      if (!/^(Shift|Control|Alt|Meta|Tab|F\d+)/.test(event.key)) this.#explore();
    } else {
      this.#still_here();
    }
  }

  /** The screen is the visitor's: the whole map, nothing selected, nothing moving by itself. */
  #explore() {
    this.#is_attracting = false;
    this.#still_here(); // whatever comes of the rest
    this.#atlas.start_over({ lang: this.#atlas.state.lang, theme: this.#theme });
    this.#atlas.adjust({ attract: false });
  }

  #still_here() {
    this.#clear_warning();
    this.#wait(this.#tour.warnAfterSeconds, () => this.#warn());
  }

  #warn() {
    const button = Object.assign(document.createElement('button'), { type: 'button', className: 'still', textContent: this.#atlas.say('still_there') });
    button.addEventListener('click', () => this.#still_here());
    this.#warning = button;
    this.#atlas.root.append(button);
    this.#wait(this.#tour.resetAfterSeconds - this.#tour.warnAfterSeconds, () => this.#attract());
  }

  #clear_warning() {
    this.#warning?.remove();
    this.#warning = null;
  }

  /** One timer at a time; what traps is tried again, as the module is being made anew. @param {number} seconds @param {() => void} then */
  #wait(seconds, then) {
    clearTimeout(this.#timer);
    const run = () => {
      try {
        then();
      } catch (error) {
        console.warn('cluster-atlas:', error);
        this.#wait(k_again_seconds, then);
      }
    };
    this.#timer = window.setTimeout(run, seconds * 1000);
  }

  async #stay_awake() {
    if (document.visibilityState !== 'visible' || !('wakeLock' in navigator)) return;
    try {
      this.#wake_lock = await navigator.wakeLock.request('screen');
    } catch {
      // low battery, or not allowed in this frame
    }
  }

  /** Needs a touch, hence not at the start. */
  async #fill_screen() {
    if (document.fullscreenElement || !document.fullscreenEnabled) return;
    try {
      await this.#atlas.host.requestFullscreen({ navigationUI: 'hide' });
    } catch {
      // refused: the kiosk works in a window, too
    }
  }
}
