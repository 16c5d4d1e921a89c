// The elements of one atlas in its shadow root, and what is shown in the same box before the canvas, or instead of it.

import { forget_context, keep_context, make_room } from './contexts.js';
import { first_paint } from './first_paint.js';
import { add_skip_link } from './skip_link.js';
import { adopt_styles, drop_styles } from './styles.js';
import { say } from './words.js';

/** @typedef {import('../cluster-atlas').Lang} Lang */
/** @typedef {{name: string, act: () => void}} Choice a button under a message */

const k_default_height = '560px';
const k_near_px = 64;

/** What is seen of the map while the program is on its way. */
function outline() {
  const { height, path } = ATLAS_OUTLINE;
  const make = (/** @type {string} */ name, /** @type {Record<string, string>} */ attributes) => {
    const element = document.createElementNS('http://www.w3.org/2000/svg', name);
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
    return element;
  };
  const picture = make('svg', { class: 'outline', viewBox: `-1 -1 102 ${height + 2}`, 'aria-hidden': 'true' });
  picture.append(make('path', { d: path, fill: 'none', stroke: 'currentColor', 'stroke-width': '0.6', 'stroke-linejoin': 'round' }));
  return picture;
}

export class Shell {
  /** @type {HTMLElement} the element that carries the shadow root */ host;
  /** @type {ShadowRoot} */ shadow;
  root = Object.assign(document.createElement('div'), { className: 'atlas auto', dir: 'ltr' }); // of its words, whichever way the page reads
  canvas = document.createElement('canvas');
  /** @type {HTMLElement} */ #first = Object.assign(document.createElement('div'), { className: 'first' });
  #waiting = document.createElement('p');
  /** @type {HTMLElement | null} */ #message = null;
  /** @type {HTMLElement | null} */ #text = null;
  #owns_host = false;
  #is_released = false;
  #is_lost = false;
  /** Of a context that was given back: gets it again. @type {WEBGL_lose_context | null} */ #lender = null;
  /** Somebody sees it, or soon. */
  is_seen = true;
  /** The context went because nobody saw the atlas. */
  gave_context_back = false;
  #after_alert = () => {};

  /** @param {Element | ShadowRoot} target an element gets a child with a closed shadow root; a shadow root is filled */
  constructor(target) {
    if (target instanceof ShadowRoot) {
      this.shadow = target;
      this.host = /** @type {HTMLElement} */ (target.host);
    } else {
      ({ host: this.host, shadow: this.shadow } = host_in(target));
      this.#owns_host = true;
      this.#give_height(target);
    }
    adopt_styles(this.shadow);
    this.canvas.setAttribute('aria-hidden', 'true');
    // it can go before there is a stage
    this.canvas.addEventListener('webglcontextlost', (event) => this.#lost(event));
    this.canvas.addEventListener('webglcontextrestored', () => (this.#is_lost = false));
    this.root.append(this.canvas, this.#first);
    this.shadow.append(this.root);
  }

  /** Where the box has no height of its own, once it is shown. @param {Element} box */
  #give_height(box) {
    if (this.#has_height(box)) return;
    const observer = new ResizeObserver(() => this.#has_height(box) && observer.disconnect());
    observer.observe(this.host);
  }

  /** @param {Element} box @returns {boolean} for good */
  #has_height(box) {
    const { host } = this;
    if (host.clientHeight > 0) return true;
    if (host.clientWidth === 0) return false; // not shown
    const before = box.clientHeight;
    host.style.height = k_default_height;
    if (box.clientHeight > before) return true;
    host.style.height = ''; // folded: it has one, of 0 for now
    return false;
  }

  /** @param {Lang} lang @param {boolean} is_own_map the one beside the module will be drawn */
  say_loading(lang, is_own_map) {
    this.root.lang = lang;
    add_skip_link(this.root);
    const progress = document.createElement('progress');
    progress.max = 1;
    progress.setAttribute('aria-label', say('loading', lang));
    this.#waiting.textContent = say('loading', lang);
    this.#first.append(this.#waiting, progress);
    if (this.#written) this.#first.append(document.createElement('slot'));
    else if (is_own_map) this.#first.append(outline());
  }

  /** @param {number | null} share from 0 to 1; null: not known */
  progress(share) {
    const bar = this.#first.querySelector('progress');
    if (share === null) bar?.removeAttribute('value');
    else if (bar) bar.value = share;
  }

  /** What is still awaited is read out once, how much of it is here only seen. @param {string} what @param {string} arrived */
  say_slow(what, arrived) {
    this.#waiting.setAttribute('role', 'status');
    if (this.#waiting.firstChild?.textContent !== what) this.#waiting.replaceChildren(what, Object.assign(document.createElement('span'), { ariaHidden: 'true' }));
    const seen = /** @type {Element} */ (this.#waiting.lastElementChild);
    seen.textContent = arrived && `, ${arrived}`;
  }

  /** The clusters are there to read. */
  get has_list() {
    return this.#first.querySelector('li, slot') !== null;
  }

  /** The text version that the page itself carries, written when it was built. */
  get #written() {
    return this.host.querySelector(':scope > article.text');
  }

  /** Title, summary and list, at once. @param {string} json of the snapshot @param {Lang} lang */
  paint_first(json, lang) {
    const progress = this.#first.querySelector('progress');
    if (!this.#written) this.#first.append(...first_paint(json, lang));
    if (progress && !this.#written) this.#first.append(progress);
    const title = (this.#written?.querySelector('h1') ?? this.#first.querySelector('h2'))?.textContent;
    this.root.setAttribute('role', 'region');
    if (title) this.root.setAttribute('aria-label', title);
    if (progress?.previousElementSibling) this.#first.querySelector('h2')?.before(progress);
  }

  /** Takes longer than anything else, so it may come early; webgl.js is handed the same context. */
  start_webgl() {
    // Everything is drawn anti-aliased and opaque, in painter's order: no samples, no alpha for the page, no depth. Not
    // desynchronized: what lies over the canvas must move with it. A slow GPU is enough, and changing it loses contexts.
    const wish = { alpha: false, depth: false, stencil: false, antialias: false, powerPreference: /** @type {const} */ ('low-power') };
    if (this.#is_released) return;
    this.canvas.getContext('webgl2', wish);
    this.is_seen = is_near(this.host);
    keep_context(this);
  }

  /** @param {boolean} is_seen */
  seen(is_seen) {
    this.is_seen = is_seen;
    if (!is_seen) return make_room();
    if (!this.#is_released) keep_context(this);
    this.#take_context();
  }

  give_back_context() {
    const lender = this.canvas.getContext('webgl2')?.getExtension('WEBGL_lose_context');
    if (!lender) return; // it went by itself
    this.#lender = lender;
    this.gave_context_back = true;
    lender.loseContext();
  }

  /** A context comes back only if somebody heard that it went. @param {Event} event */
  #lost(event) {
    event.preventDefault();
    this.#is_lost = true;
    setTimeout(() => this.is_seen && this.#take_context()); // not while the event is being told
  }

  #take_context() {
    if (!this.#is_lost || this.#is_released) return;
    this.#lender?.restoreContext();
    this.#lender = null;
  }

  get has_lost_context() {
    return this.canvas.getContext('webgl2')?.isContextLost() === true;
  }

  /** Pages have few contexts: none is left to the garbage collector. */
  release_context() {
    if (this.#is_released) return;
    this.#is_released = true;
    forget_context(this);
    this.canvas.getContext('webgl2')?.getExtension('WEBGL_lose_context')?.loseContext();
  }

  /** The canvas takes over, in the same box. */
  show_canvas() {
    this.#first.remove();
    this.gave_context_back = false;
  }

  /** Over the canvas while nothing can be drawn on it. @param {HTMLElement[]} elements */
  cover(elements) {
    this.#first.replaceChildren(...elements);
    this.root.append(this.#first);
  }

  /** The whole answer as text, under the controls. @param {HTMLElement[]} elements */
  show_text(elements) {
    this.#text ??= this.root.appendChild(document.createElement('div'));
    this.#text.replaceChildren(...elements);
  }

  /** The list stays, with the reason why there is nothing else. @param {string} reason @param {Choice | null} choice */
  stay_with_list(reason, choice) {
    this.release_context();
    this.#waiting.remove();
    this.#first.querySelector('progress')?.remove();
    this.#show(reason, choice ? [choice] : []);
  }

  /**
   * A box that holds the focus until it is closed.
   * @param {string} text its first line says what happened
   * @param {string} close the name of the button that takes the message away
   * @param {Choice | null} [choice] what else can be done
   */
  alert(text, close, choice = null) {
    const message = this.#show(text, [...(choice ? [choice] : []), { name: close, act: () => {} }]);
    this.#hold_focus(message);
  }

  /** What stays as long as the box does. @param {string} text */
  tell(text) {
    this.#show(text, []);
  }

  /** @param {string} text @param {Choice[]} choices each takes the message away */
  #show(text, choices) {
    this.clear_alert();
    const [head, ...lines] = text.split('\n');
    const message = Object.assign(document.createElement('p'), { className: 'message' });
    message.append(Object.assign(document.createElement('strong'), { textContent: head }), ...lines.map((line) => `\n${line}`), ...choices.map((choice) => this.#button(choice)));
    message.setAttribute('role', 'alert');
    const is_first_shown = this.#first.isConnected;
    if (is_first_shown) this.#first.prepend(message);
    else this.root.append(message);
    message.classList.toggle('flowing', is_first_shown);
    this.#message = message;
    return message;
  }

  /** @param {Choice} choice */
  #button({ name, act }) {
    const button = Object.assign(document.createElement('button'), { type: 'button', textContent: name });
    button.addEventListener('click', () => {
      this.clear_alert();
      act();
    });
    return button;
  }

  /** The box can be left by Enter or Escape alone; what was in use before is again. @param {HTMLElement} box */
  #hold_focus(box) {
    const before = /** @type {HTMLElement | null} */ (this.shadow.activeElement);
    this.#after_alert = () => before?.isConnected && before.focus({ preventScroll: true });
    box.addEventListener('keydown', (event) => {
      if (event.key !== 'Escape') return;
      event.stopPropagation();
      this.clear_alert();
    });
    box.querySelector('button')?.focus({ preventScroll: true });
  }

  clear_alert() {
    const had_focus = this.#message?.matches(':focus-within');
    this.#message?.remove();
    this.#message = null;
    if (had_focus) this.#after_alert();
  }

  destroy() {
    this.release_context();
    this.root.remove();
    drop_styles(this.shadow);
    if (this.#owns_host) this.host.remove();
  }
}

/** Until an observer knows better. @param {Element} element */
function is_near(element) {
  const { top, bottom, width } = element.getBoundingClientRect();
  return width > 0 && bottom > -k_near_px && top < innerHeight + k_near_px;
}

/**
 * A new child of the box. What a page's own snapshot kept of an earlier atlas (Turbo, htmx) is used again: a copy has no
 * shadow root, and only what has none can get one.
 * @param {Element} box
 */
function host_in(box) {
  for (const copy of box.querySelectorAll(':scope > [data-mounted]')) {
    try {
      const shadow = copy.attachShadow({ mode: 'closed' });
      const host = /** @type {HTMLElement} */ (copy);
      host.style.height = '';
      return { host, shadow };
    } catch {
      // somebody lives there
    }
  }
  const host = document.createElement('div');
  host.toggleAttribute('data-mounted', true);
  box.append(host);
  return { host, shadow: host.attachShadow({ mode: 'closed' }) };
}
