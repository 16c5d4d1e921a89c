// All of the atlas in words and tables, in the place of the picture until it is closed. It follows the state: what is chosen
// in it, or elsewhere, is read anew.

import { text_elements } from './markup.js';
import { adopt_text_styles } from './text_styles.js';
import { say } from './words.js';

/** @typedef {import('./atlas.js').Atlas} Atlas */

class TextVersion {
  #page = Object.assign(document.createElement('div'), { className: 'page reading' });
  #back = Object.assign(document.createElement('button'), { type: 'button', className: 'back' });
  /** @type {HTMLElement | null} */ #article = null;
  /** @type {Atlas} */ #atlas;
  #html = '';
  #selected = '';
  /** @type {Array<() => void>} */ #offs;

  /** @param {Atlas} atlas */
  constructor(atlas) {
    this.#atlas = atlas;
    this.#page.append(this.#back);
    adopt_text_styles(/** @type {ShadowRoot} */ (atlas.root.getRootNode()));
    this.#page.addEventListener('keydown', (event) => event.key === 'Escape' && this.close(event));
    this.#back.addEventListener('click', (event) => this.close(event));
    this.#offs = [atlas.on('statechange', () => this.#read()), atlas.watch_height(() => this.#read())]; // words of a language come later than it
    this.#selected = atlas.state.selected ?? '';
    this.#read();
    this.#set_aside(true);
    atlas.root.append(this.#page);
    this.focus();
  }

  /** The title is read first. */
  focus() {
    focus_on(this.#page.querySelector('h2'));
  }

  #read() {
    const { lang, selected } = this.#atlas.state;
    const html = this.#atlas.text_html();
    this.#back.textContent = say('text_back', lang);
    if (html && html !== this.#html) { // none while the module is made anew
      const top = this.#page.scrollTop;
      const article = text_elements(html);
      const had_focus = this.#article?.matches(':focus-within');
      if (this.#article) this.#article.replaceWith(article);
      else this.#page.append(article);
      this.#article = article;
      this.#html = html;
      this.#page.scrollTop = top;
      if (had_focus) this.focus();
    }
    const is_another = Boolean(selected) && selected !== this.#selected;
    this.#selected = selected ?? '';
    if (is_another) focus_on(this.#page.querySelector('#text-card :is(h2, h3)'));
  }

  /** What lies under it takes no focus and is not read. @param {boolean} is_aside */
  #set_aside(is_aside) {
    for (const child of this.#atlas.root.children) if (child !== this.#page) /** @type {HTMLElement} */ (child).inert = is_aside;
  }

  /** @param {Event} event */
  close(event) {
    event.stopPropagation();
    for (const off of this.#offs) off();
    open.delete(this.#atlas);
    this.#page.remove();
    this.#set_aside(false);
    /** @type {HTMLElement | null} */ (this.#atlas.root.querySelector('[data-id="header/text"]'))?.focus({ preventScroll: true });
  }
}

/** @type {WeakMap<Atlas, TextVersion>} */
const open = new WeakMap();

/** @param {Atlas} atlas */
export async function show_text(atlas) {
  atlas.dispatch({ type: 'openSheet', sheet: 'none' }); // it may have been asked for in one
  await atlas.complete();
  const shown = open.get(atlas);
  if (shown) shown.focus();
  else open.set(atlas, new TextVersion(atlas));
}

const k_gap_px = 12; // room for the ring of focus

/** Scrolls the text itself, never the page round the atlas. @param {Element | null} element */
function focus_on(element) {
  if (!(element instanceof HTMLElement)) return;
  element.tabIndex = -1;
  element.focus({ preventScroll: true });
  const box = /** @type {HTMLElement | null} */ (element.closest('.reading, .flat, .first'));
  const bar = box?.querySelector('.back')?.clientHeight ?? 0;
  if (box) box.scrollTop += element.getBoundingClientRect().top - box.getBoundingClientRect().top - bar - k_gap_px;
}

/** A part of the text, or another state of the atlas. @param {Element} link @param {Atlas} atlas */
export function follow(link, atlas) {
  const href = link.getAttribute('href') ?? '';
  const root = /** @type {ShadowRoot} */ (link.getRootNode());
  if (href.startsWith('#v')) atlas.open(href);
  else focus_on(root.getElementById(href.slice(1))?.querySelector('h1, h2, h3') ?? null);
}
