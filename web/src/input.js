// Pointer and wheel events of the shadow root, forwarded to the core. One finger and the plain wheel belong to the page
// over the map, unless gestures are greedy (option, full screen, kiosk); two fingers and Ctrl/⌘ + wheel mean the map.

import { Plane } from './plane.js';

/** @typedef {import('./core.js').Core} Core */

/**
 * @typedef {object} InputHost
 * @property {() => Core | null} core null while there is nothing to point at
 * @property {() => boolean} is_greedy
 * @property {() => number} zoom px here per px of the core
 * @property {() => void} changed
 * @property {(hint: 'wheel' | 'touch') => void} hint
 * @property {(section: HTMLElement, x: number, y: number) => void} focus_at
 */

const k_phase = /** @type {Record<string, number>} */ ({ pointermove: 0, pointerdown: 1, pointerup: 2, pointercancel: 3, pointerleave: 4 });
const k_kind = /** @type {Record<string, number>} */ ({ mouse: 0, touch: 1, pen: 2 });
const k_cursors = ['default', 'pointer', 'grab', 'ew-resize', 'ns-resize', 'text']; // the order of core's Cursor
const k_zooming = new Set(['map', 'lanes']);
const k_wheel_rest_ms = 150; // a wheel that was still for so long has stopped
const k_line_px = 33; // one line of a wheel that counts in lines; browsers send three per notch

export class Input {
  /** @type {HTMLElement} */ #root;
  /** @type {InputHost} */ #host;
  /** Fingers that came down on the map. @type {Set<number>} */ #on_map = new Set();
  /** Pointers that are down. @type {Set<number>} */ #held = new Set();
  /** The last move of each pointer since the last frame, and whether something lies over the canvas there. @type {Map<number, {event: PointerEvent, is_own: boolean}>} */ #moves = new Map();
  #cursor = '';
  #wheel_time = -Infinity;
  /** @type {Plane} */ #plane;

  /**
   * @param {HTMLElement} root
   * @param {InputHost} host
   * @param {AbortSignal} signal removes every listener
   */
  constructor(root, host, signal) {
    this.#root = root;
    this.#host = host;
    this.#plane = new Plane(root, signal);
    for (const type of Object.keys(k_phase)) {
      root.addEventListener(type, (event) => this.#pointer(/** @type {PointerEvent} */ (event)), { signal });
    }
    root.addEventListener('lostpointercapture', (event) => this.#let_go(event), { signal });
    root.addEventListener('mousedown', (event) => this.#mousedown(event), { signal });
    root.addEventListener('wheel', (event) => this.#wheel(event), { signal, passive: false });
    for (const type of /** @type {const} */ (['touchstart', 'touchmove'])) {
      root.addEventListener(type, (event) => this.#touch(event), { signal, passive: false });
    }
    root.addEventListener('contextmenu', (event) => this.#host.is_greedy() && this.#on_canvas(event) && event.preventDefault(), { signal });
  }

  /** A hand is at work, so that more is to come. @param {number} now */
  is_moving(now) {
    return this.#held.size > 0 || now - this.#wheel_time < k_wheel_rest_ms;
  }

  /** Modifier bits: 1 Shift, 2 Ctrl, 4 ⌘. @param {MouseEvent} event */
  #modifiers(event) {
    return (event.shiftKey ? 1 : 0) | (event.ctrlKey ? 2 : 0) | (event.metaKey ? 4 : 0);
  }

  /** In px of the core. @param {MouseEvent} event */
  #place(event) {
    const { x, y } = this.#plane.place(event);
    const zoom = this.#host.zoom();
    return { x: x / zoom, y: y / zoom };
  }

  /** Links and fields get their pointer themselves. @param {Event} event */
  #on_canvas(event) {
    const target = event.target;
    return !(target instanceof Element && target.closest('a[href], input[type=search], input[type=date], .first, .message, .page, .still'));
  }

  /** @param {Event} event */
  #section(event) {
    const target = event.target;
    return target instanceof Element ? /** @type {HTMLElement | null} */ (target.closest('section')) : null;
  }

  /** @param {PointerEvent} event */
  #pointer(event) {
    if (event.type === 'pointerup' || event.type === 'pointercancel') this.#held.delete(event.pointerId);
    if (event.type === 'pointermove' && event.pointerType !== 'touch' && !(event.buttons & 1)) this.#let_go(event);
    if (!this.#host.core() || (event.type === 'pointerdown' && event.button !== 0)) return;
    const is_own = !this.#on_canvas(event);
    if (is_own && event.type !== 'pointermove' && event.type !== 'pointerleave') return;
    if (this.#is_for_page(event)) return;
    if (event.type === 'pointermove') {
      this.#moves.set(event.pointerId, { event, is_own });
    } else {
      this.flush();
      this.#forward(event, is_own);
    }
    this.#host.changed();
  }

  /** Hands over what moved since the last frame: of a pointer's moves only the last can be seen. */
  flush() {
    const moves = [...this.#moves.values()];
    this.#moves.clear();
    for (const { event, is_own } of moves) this.#forward(event, is_own);
  }

  /** @param {PointerEvent} event @param {boolean} is_own */
  #forward(event, is_own) {
    const core = this.#host.core();
    if (!core) return;
    const answer = this.#tell(core, event, event.type);
    this.#show_cursor(is_own ? '' : (k_cursors[(answer >> 8) & 15] ?? ''));
    if (event.type === 'pointerdown') this.#held.add(event.pointerId);
    if (answer & 1 && event.type === 'pointerdown') this.#capture(event);
  }

  /** @param {string} cursor */
  #show_cursor(cursor) {
    if (cursor === this.#cursor) return;
    this.#cursor = cursor;
    this.#root.style.cursor = cursor;
  }

  /** @param {Core} core @param {PointerEvent} event @param {string} type */
  #tell(core, event, type) {
    const phase = /** @type {number} */ (k_phase[type]);
    const kind = k_kind[event.pointerType] ?? 0;
    return core.pointer({ phase, kind, id: event.pointerId, ...this.#place(event), modifiers: this.#modifiers(event), time: event.timeStamp });
  }

  /** The release never came: over another window, an alert, a menu. A drag must not stick to the hand. @param {PointerEvent} event */
  #let_go(event) {
    if (!this.#held.delete(event.pointerId)) return;
    this.#on_map.delete(event.pointerId);
    const core = this.#host.core();
    if (!core) return;
    this.flush();
    this.#tell(core, event, 'pointercancel');
    this.#host.changed();
  }

  /**
   * One finger over the map is the page's unless gestures are greedy: before the browser says that it scrolls, it sends
   * moves, which must not move the map too. A second finger makes it the map's.
   * @param {PointerEvent} event
   */
  #is_for_page(event) {
    if (event.pointerType !== 'touch') return false;
    if (event.type === 'pointerdown' && this.#section(event)?.dataset.wheel === 'map') this.#on_map.add(event.pointerId);
    const is_alone = this.#on_map.has(event.pointerId) && this.#on_map.size === 1 && !this.#host.is_greedy();
    if (event.type === 'pointerup' || event.type === 'pointercancel') this.#on_map.delete(event.pointerId);
    if (event.type === 'pointercancel' && is_alone) this.#host.hint('touch');
    return event.type === 'pointermove' && is_alone;
  }

  /** @param {PointerEvent} event */
  #capture(event) {
    try {
      this.#root.setPointerCapture(event.pointerId);
    } catch {
      // the pointer is gone already, or was made by a script
    }
  }

  /** A press moves the focus to what lies there, without scrolling the page and without selecting its text. @param {MouseEvent} event */
  #mousedown(event) {
    const section = this.#section(event);
    if (!this.#host.core() || !this.#on_canvas(event) || !section) return;
    event.preventDefault();
    const { x, y } = this.#place(event);
    this.#host.focus_at(section, x, y);
  }

  /** @param {WheelEvent} event */
  #wheel(event) {
    const core = this.#host.core();
    const section = this.#section(event);
    const zooms = k_zooming.has(section?.dataset.wheel ?? '');
    if (!core || !section || !zooms) return;
    const is_greedy = this.#host.is_greedy();
    if (!is_greedy && !event.ctrlKey && !event.metaKey) {
      if (section.dataset.wheel === 'map') this.#host.hint('wheel'); // lanes scroll, which is an answer
      return;
    }
    const unit = event.deltaMode === 1 ? k_line_px : event.deltaMode === 2 ? section.clientHeight : 1;
    const wheel = { ...this.#place(event), dx: event.deltaX * unit, dy: event.deltaY * unit, captured: is_greedy, time: event.timeStamp };
    this.#wheel_time = event.timeStamp;
    this.flush();
    if (core.wheel({ ...wheel, modifiers: this.#modifiers(event) })) event.preventDefault();
    this.#host.changed();
  }

  /** Two fingers on the map are the map's: the browser must not scroll or zoom the page with them. @param {TouchEvent} event */
  #touch(event) {
    const is_map = k_zooming.has(this.#section(event)?.dataset.wheel ?? '');
    if (is_map && event.touches.length > 1 && event.cancelable) event.preventDefault();
  }
}
