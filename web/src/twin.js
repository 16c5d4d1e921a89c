// The twin: the outline as native HTML over the canvas, rebuilt only when the outline's text changed and compared by id,
// so that focus is never lost. When the focused node goes away, the focus moves to its neighbour; when a sheet opens it
// goes in, when the sheet closes it comes back.

import { SheetFocus } from './sheet_focus.js';
import { say } from './words.js';
import { TwinZone } from './twin_zone.js';

/** @typedef {import('./outline.js').Outline} Outline */
/** @typedef {import('./twin_node.js').TwinNode} TwinNode */

/**
 * @typedef {object} TwinHost what the twin tells
 * @property {(id: string) => void} activate
 * @property {(id: string) => void} focus the node that shows the focus ring; empty: none
 * @property {(zone: string, top: number) => void} scroll
 * @property {(id: string, text: string) => void} edit a text field of the scene
 */

export class Twin {
  element = Object.assign(document.createElement('div'), { className: 'twin' });
  /** @type {Map<string, TwinZone>} */ zones = new Map();
  /** @type {TwinHost} */ #host;
  /** @type {HTMLElement} */ #status;
  #status_timer = 0;
  #told = ''; // the outline's last status
  #text = '';
  #is_quiet = false;
  #sheet_focus = new SheetFocus();
  /** Nodes are visible and clicked for real: no WebGL. */
  is_flat = false;

  /** @param {TwinHost} host */
  constructor(host) {
    this.#host = host;
    this.#status = Object.assign(document.createElement('div'), { className: 'unseen' });
    this.#status.setAttribute('role', 'status');
    this.element.append(this.#status);
    this.element.addEventListener('click', (event) => this.#clicked(event));
    this.element.addEventListener('change', (event) => this.#changed(event));
    this.element.addEventListener('input', (event) => this.#edited(event));
    this.element.addEventListener('focusin', (event) => this.#focused(event));
    this.element.addEventListener('focusout', () => this.#host.focus(''));
  }

  /** The twin is laid out in the core's px. @param {number} zoom */
  scale(zoom) {
    this.element.style.transform = zoom === 1 ? '' : `scale(${zoom})`;
  }

  stop() {
    clearTimeout(this.#status_timer);
  }

  /** @param {string} text of the outline; @param {Outline} outline the same, parsed */
  update(text, outline) {
    if (text === this.#text) return;
    this.#text = text;
    const held = this.#held();
    if (this.element.lang !== outline.lang) this.element.lang = outline.lang; // set anew it would restyle everything below
    this.#update_zones(outline);
    this.#keep_focus(held);
    this.#announce(outline.status);
  }

  /** The view of a node and its zone. @param {string} id */
  find(id) {
    for (const zone of this.zones.values()) {
      const view = zone.nodes.get(id);
      if (view) return { zone, view };
    }
    return null;
  }

  /** What has the focus now. */
  held_node() {
    const held = this.#held();
    return held ? this.find(held.id) : null;
  }

  /** @param {TwinZone} zone @param {TwinNode | undefined} view */
  focus(zone, view) {
    if (!view) return;
    zone.rove(view.node.id);
    zone.reveal(view);
    view.control.focus({ preventScroll: true });
  }

  /** The focus after a press: there for the next key, without a ring. @param {TwinZone} zone @param {TwinNode | undefined} view */
  focus_quietly(zone, view) {
    if (!view) return;
    zone.rove(view.node.id);
    this.#is_quiet = true;
    view.control.focus({ preventScroll: true });
    this.#is_quiet = false;
  }

  /** @param {Outline} outline */
  #update_zones(outline) {
    const wanted = new Set(outline.zones.map((zone) => zone.key));
    for (const [name, zone] of this.zones) {
      if (wanted.has(name)) continue;
      zone.section.remove();
      this.zones.delete(name);
    }
    /** @type {Element | null} */
    let after = null;
    for (const zone of outline.zones) {
      let view = this.zones.get(zone.key);
      if (!view) {
        view = new TwinZone(zone, (name, top) => this.#host.scroll(name, top));
        this.zones.set(zone.key, view);
        this.element.insertBefore(view.section, after ? after.nextElementSibling : this.element.firstElementChild);
      }
      view.update(zone, say('table', outline.lang));
      after = view.section;
    }
  }

  #held() {
    const root = /** @type {ShadowRoot} */ (this.element.getRootNode());
    const active = /** @type {HTMLElement | null} */ (root.activeElement);
    const id = active?.dataset.id;
    const section = active?.closest('section');
    return id && section ? { id, zone: section.dataset.zone ?? '' } : null;
  }

  /** @param {{id: string, zone: string} | null} held before the update */
  #keep_focus(held) {
    const place = this.#sheet_focus.follow(this.zones, held);
    const sheet = this.zones.get('sheet');
    if (sheet && (place === 'heading' || (held && !this.#held()))) return this.#focus_heading(sheet);
    const back = typeof place === 'object' && place ? place : held;
    if (!back || (!place && this.#held())) return;
    const found = this.find(back.id);
    const zone = found?.zone ?? this.zones.get(back.zone) ?? this.zones.values().next().value;
    if (zone) this.focus(zone, found?.view ?? zone.current);
  }

  /** @param {TwinZone} sheet */
  #focus_heading(sheet) {
    const heading = sheet.zone.nodes.find(({ role }) => role === 'heading');
    const view = heading && sheet.nodes.get(heading.id);
    if (!view) return this.focus(sheet, sheet.current);
    view.control.tabIndex = -1;
    view.control.focus({ preventScroll: true });
  }

  /** @param {Event} event */
  #node_id(event) {
    const target = event.target;
    return target instanceof HTMLElement ? (target.closest('[data-id]')?.getAttribute('data-id') ?? '') : '';
  }

  /** A click of the keyboard or of assistive technology; the pointer's own went through the canvas. @param {MouseEvent} event */
  #clicked(event) {
    if (event.detail > 0 && !this.is_flat) return;
    const id = this.#node_id(event);
    const found = id ? this.find(id) : null;
    if (!found || found.view.control instanceof HTMLAnchorElement || found.view.control instanceof HTMLInputElement) return;
    if (found.view.is_focusable) this.#host.activate(id);
  }

  /** @param {Event} event */
  #changed(event) {
    const found = this.find(this.#node_id(event));
    if (!found) return;
    const { control, node } = found.view;
    if (node.role === 'search') return;
    if (control instanceof HTMLInputElement) control.checked = node.checked ?? false;
    this.#host.activate(node.id);
  }

  /** @param {Event} event */
  #edited(event) {
    const { target } = event;
    const found = this.find(this.#node_id(event));
    if (found?.view.node.role === 'search' && target instanceof HTMLInputElement) this.#host.edit(found.view.node.id, target.value);
  }

  /** @param {FocusEvent} event */
  #focused(event) {
    const found = this.find(this.#node_id(event));
    if (!found) return;
    found.zone.rove(found.view.node.id);
    if (!this.#is_quiet && found.view.control.matches(':focus-visible')) this.#host.focus(found.view.node.id);
  }

  /** Said once it has stood still, so that a drag is not read out step by step. @param {string} status */
  #announce(status) {
    if (status === this.#told) return;
    this.#told = status;
    clearTimeout(this.#status_timer);
    this.#status_timer = setTimeout(() => (this.#status.textContent = status), 400);
  }
}
