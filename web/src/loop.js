// Frames on demand: at most one requestAnimationFrame or one timer is ever waiting, and none while nothing changes.

const k_soon_ms = 1000; // a tooltip, a step of playback; a notice that goes away later disturbs nobody

export class Loop {
  /** @type {(now: number) => number} */ #draw;
  #frame = 0;
  #timer = 0;
  #is_soon = false; // the timer's end
  #is_visible = false;
  #is_stopped = false;

  /** @param {(now: number) => number} draw returns ms until the next frame is needed, or -1 */
  constructor(draw) {
    this.#draw = draw;
  }

  /** Something changed: one frame, soon. Off-screen it waits until the atlas is seen again. */
  ask() {
    if (this.#is_stopped || this.#frame !== 0 || !this.#is_visible) return;
    this.#clear_timer();
    this.#frame = requestAnimationFrame((now) => this.#run(now));
  }

  /** @param {boolean} is_visible */
  show(is_visible) {
    if (is_visible === this.#is_visible) return;
    this.#is_visible = is_visible;
    if (is_visible) this.ask();
    else this.#cancel();
  }

  /** Whether a frame is to come within a second. */
  get is_waiting() {
    return this.#frame !== 0 || (this.#timer !== 0 && this.#is_soon);
  }

  stop() {
    this.#is_stopped = true;
    this.#cancel();
  }

  /** @param {number} now */
  #run(now) {
    this.#frame = 0;
    const wait = this.#draw(now);
    if (wait < 0) return;
    if (wait < 20) this.ask();
    else {
      this.#is_soon = wait < k_soon_ms;
      this.#timer = window.setTimeout(() => this.#wake(), wait);
    }
  }

  #wake() {
    this.#timer = 0;
    this.ask();
  }

  #cancel() {
    cancelAnimationFrame(this.#frame);
    this.#frame = 0;
    this.#clear_timer();
  }

  #clear_timer() {
    clearTimeout(this.#timer);
    this.#timer = 0;
  }
}
