// One zone of the outline as one <section> over the canvas. Scrolling zones are real scroll containers with a spacer of
// the content's height, so that wheel, touch and scroll chaining are the browser's own. One Tab stop: the roving node.

import { in_reading_order } from './sheet_focus.js';
import { TwinBoxes } from './twin_boxes.js';
import { TwinNode } from './twin_node.js';

/** @typedef {import('./outline.js').OutlineZone} OutlineZone */
/** @typedef {import('./outline.js').OutlineNode} OutlineNode */

export class TwinZone {
  section = document.createElement('section');
  /** @type {OutlineZone} */ zone;
  /** @type {Map<string, TwinNode>} */ nodes = new Map();
  /** @type {HTMLElement | null} */ #spacer = null;
  #boxes = new TwinBoxes();
  #current = '';
  #top_from_core = 0;
  #top_sent = 0;

  /**
   * @param {OutlineZone} zone
   * @param {(name: string, top: number) => void} scrolled
   */
  constructor(zone, scrolled) {
    this.zone = zone;
    this.section.dataset.zone = zone.key;
    this.section.addEventListener('scroll', () => {
      const top = this.section.scrollTop;
      if (!this.zone.scroll || Math.abs(top - this.#top_sent) < 0.5) return;
      this.#top_sent = top;
      scrolled(this.zone.scroll, top);
    });
  }

  /** The node that Tab reaches. */
  get current() {
    const known = this.nodes.get(this.#current);
    return known?.is_focusable ? known : this.focusable()[0];
  }

  /** @returns {TwinNode[]} */
  focusable() {
    const views = this.zone.nodes.map((node) => this.nodes.get(node.id)); // in reading order
    return /** @type {TwinNode[]} */ (views.filter((view) => view?.is_focusable));
  }

  /** @param {OutlineZone} zone */
  update(zone) {
    zone.nodes = in_reading_order(zone.nodes);
    this.zone = zone;
    const { section } = this;
    const name = zone.dialog ? '' : (zone.name ?? ''); // the dialog has it
    if (section.getAttribute('aria-label') !== name) section.setAttribute('aria-label', name);
    if (section.dataset.wheel !== (zone.wheel ?? '')) section.dataset.wheel = zone.wheel ?? '';
    const [x, y, width, height] = zone.rect;
    Object.assign(section.style, { left: `${x}px`, top: `${y}px`, width: `${width}px`, height: `${height}px` });
    this.#update_scroll(zone);
    this.#update_nodes(zone);
    this.rove(this.#current);
  }

  /** Makes this node the zone's Tab stop. @param {string} id */
  rove(id) {
    const before = this.nodes.get(this.#current);
    this.#current = id;
    const { current } = this;
    if (before && before !== current) before.control.tabIndex = -1;
    if (!current) return;
    this.#current = current.node.id;
    if (this.zone.dialog) for (const { control } of this.focusable()) control.tabIndex = 0; // a dialog has a stop for each
    if (current.control.tabIndex !== 0) current.control.tabIndex = 0;
  }

  /** Scrolls the zone itself, never the page, until the node is inside. @param {TwinNode} view */
  reveal(view) {
    if (!this.zone.scroll) return;
    const top = view.node.rect[1] - this.zone.rect[1] + this.#top_from_core;
    const { section } = this;
    if (view.node.fixed) return;
    const head = this.zone.fixed ?? 0;
    if (top - head < section.scrollTop) section.scrollTop = top - head;
    const bottom = top + view.node.rect[3] - section.clientHeight;
    if (bottom > section.scrollTop) section.scrollTop = bottom;
  }

  /** @param {OutlineZone} zone */
  #update_scroll(zone) {
    const is_scrolling = Boolean(zone.scroll);
    this.section.classList.toggle('scrolls', is_scrolling);
    if (!is_scrolling) {
      this.#spacer?.remove();
      this.#spacer = null;
      return;
    }
    this.#spacer ??= this.section.appendChild(Object.assign(document.createElement('div'), { className: 'spacer' }));
    this.#spacer.style.height = `${zone.height ?? 0}px`;
    const top = zone.top ?? 0;
    const is_new = top !== this.#top_from_core && Math.abs(top - this.#top_sent) > 1;
    this.#top_from_core = top;
    if (is_new && Math.abs(this.section.scrollTop - top) > 1) {
      this.#top_sent = top;
      this.section.scrollTop = top;
    }
  }

  /** @param {OutlineZone} zone */
  #update_nodes(zone) {
    const x = zone.rect[0];
    const y = zone.rect[1] - (zone.scroll ? (zone.top ?? 0) : 0);
    const wanted = new Set(zone.nodes.map((node) => node.id));
    for (const [id, view] of this.nodes) {
      if (wanted.has(id)) continue;
      view.element.remove();
      this.nodes.delete(id);
    }
    /** What stands in what, in order. @type {Map<HTMLElement, Set<HTMLElement>>} */
    const order = new Map([[this.section, new Set()]]);
    for (const node of zone.nodes) {
      const view = this.#view_of(node);
      view.update(node, x, y);
      let parent = this.section;
      for (const child of [...this.#boxes.of(node, zone.name ?? ''), view.element]) {
        if (!order.has(parent)) order.set(parent, new Set());
        order.get(parent)?.add(child);
        parent = child;
      }
    }
    for (const [parent, children] of order) arrange(parent, [...children]);
    this.#boxes.drop_unused(order);
  }

  /** @param {OutlineNode} node */
  #view_of(node) {
    const known = this.nodes.get(node.id);
    if (known?.fits(node)) return known;
    known?.element.remove();
    const view = new TwinNode(node);
    this.nodes.set(node.id, view);
    return view;
  }
}

/**
 * Puts the elements in order, after anything else that the parent holds, without ever moving the one that has the focus:
 * a moved element loses it.
 * @param {HTMLElement} parent
 * @param {HTMLElement[]} elements
 */
function arrange(parent, elements) {
  const root = /** @type {ShadowRoot | Document} */ (parent.getRootNode());
  const focused = elements.findIndex((element) => element.contains(root.activeElement));
  if (focused < 0) {
    let after = /** @type {Element | null} */ (null);
    for (const element of elements) {
      const at = after ? after.nextElementSibling : first_ordered(parent, elements);
      if (at !== element) parent.insertBefore(element, at);
      after = element;
    }
    return;
  }
  const anchor = /** @type {HTMLElement} */ (elements[focused]);
  for (let i = 0; i < focused; ++i) {
    const element = /** @type {HTMLElement} */ (elements[i]);
    const next = elements[i + 1];
    if (element.nextElementSibling !== next || i + 1 === focused) parent.insertBefore(element, anchor);
  }
  let after = anchor;
  for (const element of elements.slice(focused + 1)) {
    if (after.nextElementSibling !== element) parent.insertBefore(element, after.nextElementSibling);
    after = element;
  }
}

/** @param {HTMLElement} parent @param {HTMLElement[]} elements */
function first_ordered(parent, elements) {
  const known = new Set(elements);
  for (const child of parent.children) if (known.has(/** @type {HTMLElement} */ (child))) return child;
  return null;
}
