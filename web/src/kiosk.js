// The kiosk: a screen at a fair that nobody watches over. It shows a tour until somebody touches it, then it is theirs;
// after a while it asks whether they are still there, and starts over. Everything it does is an Action or a setState.

import { AtlasError } from './error.js';

/** @typedef {import('./atlas.js').Atlas} Atlas */
/** @typedef {import('../cluster-atlas').Tour} Tour */
/** @typedef {import('../cluster-atlas').TourScene} TourScene */
/** @typedef {Record<string, any>} Loose */

const k_defaults = { sceneSeconds: 9, warnAfterSeconds: 45, resetAfterSeconds: 60 };
const k_max_seconds = 24 * 3600;
const k_lost_context_ms = 5000;
const k_spotlights = 12;

/** Known keys, sane numbers. @param {Tour | undefined} given @returns {Required<Omit<Tour, 'scenes'>> & {scenes: TourScene[]}} */
export function read_tour(given) {
  const tour = { ...k_defaults, scenes: /** @type {TourScene[]} */ ([]) };
  for (const [key, value] of Object.entries(given ?? {})) {
    if (key === 'scenes' && Array.isArray(value)) tour.scenes = value.filter((scene) => typeof scene?.state === 'object');
    else if (key in k_defaults && is_duration(value)) tour[/** @type {keyof typeof k_defaults} */ (key)] = value;
    else throw new AtlasError('options', `tour: "${key}" is unknown or has an impossible value`);
  }
  if (tour.warnAfterSeconds >= tour.resetAfterSeconds) throw new AtlasError('options', 'tour: the warning must come before the reset');
  return tour;
}

/** @param {unknown} value @returns {value is number} */
function is_duration(value) {
  return typeof value === 'number' && value > 0 && value <= k_max_seconds;
}

/**
 * What the tour shows when nobody says otherwise: today, each phase, and spotlights from the snapshot's own tour or on
 * clusters with a story.
 * @param {Loose} snapshot
 * @returns {TourScene[]}
 */
export function default_scenes(snapshot) {
  const whole = { selected: null, view: 'map', compare: null };
  const date = snapshot.meta?.default_date ?? snapshot.meta?.date;
  const phases = (snapshot.phases ?? []).filter((/** @type {Loose} */ phase) => phase.status === 'past' && phase.end);
  const phase_scenes = phases.map((/** @type {Loose} */ phase) => ({ state: { ...whole, date: phase.end } }));
  const stops = snapshot.meta?.tour?.length ? snapshot.meta.tour : spotlights(snapshot);
  const stop_scenes = stops.map((/** @type {Loose} */ stop) => ({ state: { ...whole, date: stop.date ?? date, selected: stop.cluster } }));
  return [{ state: { ...whole, date } }, ...phase_scenes, ...stop_scenes];
}

/** Clusters of stories with figures, evenly picked. @param {Loose} snapshot */
function spotlights(snapshot) {
  const ids = new Set();
  for (const story of snapshot.stories ?? []) if (story.figures?.length && story.clusters?.length) ids.add(story.clusters[0]);
  const all = [...ids];
  const step = Math.max(1, all.length / k_spotlights);
  return Array.from({ length: Math.min(k_spotlights, all.length) }, (_, i) => ({ cluster: all[Math.floor(i * step)] }));
}

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

  /** @param {Atlas} atlas @param {ReturnType<typeof read_tour>} tour */
  constructor(atlas, tour) {
    this.#atlas = atlas;
    this.#tour = tour;
    this.#scenes = tour.scenes.length > 0 ? tour.scenes : default_scenes(JSON.parse(atlas.snapshot_json));
    this.#lang = atlas.state.lang;
    const { root, signal } = atlas;
    root.tabIndex = -1;
    root.addEventListener('pointerdown', (event) => this.#touched(event), { signal, capture: true });
    root.addEventListener('pointerup', () => void this.#fill_screen(), { signal });
    root.addEventListener('keydown', (event) => this.#pressed(event), { signal, capture: true });
    document.addEventListener('visibilitychange', () => void this.#stay_awake(), { signal });
    signal.addEventListener('abort', () => this.#stop());
    atlas.on('contextlost', () => (this.#lost_timer = setTimeout(() => atlas.give_up('WebGL context lost'), k_lost_context_ms)));
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
    this.#atlas.reset(this.#lang);
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
      this.#show(this.#scene + step);
    } else if (this.#is_attracting) {
      if (!/^(Shift|Control|Alt|Meta|Tab|F\d+)/.test(event.key)) this.#explore();
    } else {
      this.#still_here();
    }
  }

  /** The screen is the visitor's: the whole map, nothing selected, nothing moving by itself. */
  #explore() {
    this.#is_attracting = false;
    this.#atlas.reset(this.#atlas.state.lang);
    this.#atlas.adjust({ attract: false });
    this.#still_here();
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

  /** One timer at a time. @param {number} seconds @param {() => void} then */
  #wait(seconds, then) {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(then, seconds * 1000);
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
