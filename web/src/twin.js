// The twin: the outline as native HTML over the canvas, rebuilt only when the outline's text changed and compared by id,
// so that focus is never lost. When the focused node goes away, the focus moves to its neighbour; when a sheet opens it
// goes in, when the sheet closes it comes back.

import { SheetFocus, dialog_box } from './sheet_focus.js';
import { TwinZone } from './twin_zone.js';

/** @typedef {import('./outline.js').Outline} Outline */
/** @typedef {import('./twin_node.js').TwinNode} TwinNode */
/** @typedef {import('./sheet_focus.js').Held} Held */

/**
 * @typedef {object} TwinHost what the twin tells
 * @property {(id: string) => void} activate
 * @property {(id: string) => void} focus the node that shows the focus ring; empty: none
 * @property {(zone: string, top: number) => void} scroll
 * @property {(id: string, text: string) => void} edit a text field of the scene
 * @property {() => string} opened whose card or profile is open
 */

export class Twin {
  element = Object.assign(document.createElement('div'), { className: 'twin' });
  /** @type {Map<string, TwinZone>} */ zones = new Map();
  /** @type {TwinHost} */ #host;
  /** @type {HTMLElement} */ #status;
  #dialog = dialog_box();
  #story_opener = ''; // id of what the story was opened from
  #card_opener = /** @type {Held | null} */ (null); // of a card or a profile
  #opened = ''; // whose it is
  #status_timer = 0;
  #told = ''; // the outline's last status
  #text = '';
  #is_quiet = false;
  #is_pressed = false; // by a pointer
  #sheet_focus = new SheetFocus();
  /** Nodes are visible and clicked for real: no WebGL. */
  is_flat = false;

  /** @param {TwinHost} host */
  constructor(host) {
    this.#host = host;
    this.#status = Object.assign(document.createElement('div'), { className: 'unseen' });
    this.#status.setAttribute('role', 'status');
    this.element.append(this.#status);
    this.element.addEventListener('pointerdown', () => (this.#is_pressed = true));
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

  /** Something is about to be said. */
  get has_news() {
    return this.#status_timer !== 0;
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

  /** What lies over the canvas beside the zones can't be used under a dialog. @param {HTMLElement} field */
  set_aside(field) {
    field.inert = this.#dialog.isConnected && !this.#dialog.contains(field);
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

  /** @param {string} id @returns {boolean} whether it is there */
  focus_id(id) {
    const found = this.find(id);
    if (found) this.focus(found.zone, found.view);
    return found !== null;
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
    /** Of the page and of the dialog: what came last. @type {Map<Element, Element>} */
    const last = new Map();
    const sheet = outline.zones.find(({ dialog }) => dialog);
    if (sheet) this.#open_dialog(sheet.name ?? '');
    const is_head = (/** @type {Outline['zones'][0]} */ { zone }) => zone === 'sheet'; // what belongs to the sheet comes under its title
    for (const zone of [...outline.zones.filter(is_head), ...outline.zones.filter((each) => !is_head(each))]) {
      const view = this.zones.get(zone.key) ?? new TwinZone(zone, (name, top) => this.#host.scroll(name, top));
      this.zones.set(zone.key, view);
      const box = zone.dialog ? this.#dialog : this.element;
      const before = last.get(box);
      if (view.section.parentElement !== box) box.insertBefore(view.section, before ? before.nextElementSibling : box.firstElementChild);
      view.update(zone);
      last.set(box, view.section);
    }
    if (!sheet) this.#dialog.remove();
  }

  /** @param {string} name */
  #open_dialog(name) {
    if (this.#dialog.ariaLabel !== name) this.#dialog.ariaLabel = name;
    if (!this.#dialog.isConnected) this.#status.before(this.#dialog);
  }

  #held() {
    const root = /** @type {ShadowRoot} */ (this.element.getRootNode());
    const active = /** @type {HTMLElement | null} */ (root.activeElement);
    const id = active?.dataset.id;
    const section = active?.closest('section');
    return id && section ? { id, zone: section.dataset.zone ?? '' } : null;
  }

  /** What a card was opened from, whatever led on from it inside the card; with nothing held, its pin. @param {Held | null} held before the update @returns {Held | null} where the focus of a card that has been closed belongs to */
  #follow_card(held) {
    const is_open = this.zones.has('card');
    const is_inside = held?.zone === 'card';
    const opened = is_open ? this.#host.opened() : '';
    if (is_open && opened !== this.#opened && !is_inside) this.#card_opener = held ?? { id: `map/pin/${opened}`, zone: 'map' };
    this.#opened = opened;
    return is_inside && !is_open ? this.#card_opener : null;
  }

  /** @param {Held | null} held before the update */
  #keep_focus(held) {
    const place = this.#sheet_focus.follow(this.zones, held);
    const opener = this.#follow_card(held);
    const sheet = this.zones.get('sheet');
    if (sheet && (place === 'heading' || (held && !this.#held()))) return this.focus_heading(sheet);
    if (this.#follow_story(held)) return;
    const back = typeof place === 'object' && place ? place : (opener ?? held);
    if (!back || (!place && this.#held())) return;
    const found = this.find(back.id);
    const zone = found?.zone ?? this.zones.get(back.zone) ?? this.zones.values().next().value;
    if (zone) this.focus(zone, found?.view ?? zone.current);
  }

  /** A story takes the place of what it was opened from: into its title, and back. @param {Held | null} held */
  #follow_story(held) {
    const story = this.find('story/title');
    const is_inside = held?.id.startsWith('story/') ?? false;
    if (!held || this.#held() || Boolean(story) === is_inside) return false;
    const opener = this.find(this.#story_opener);
    if (story) {
      this.#story_opener = held.id;
      this.focus_heading(story.zone);
    } else if (opener) this.focus(opener.zone, opener.view);
    return story !== null || opener !== null;
  }

  /** @param {TwinZone} sheet */
  focus_heading(sheet) {
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

  /**
   * A click of the keyboard or of assistive technology, which in Firefox looks like the mouse's; the pointer's own began
   * with a press that went through the canvas.
   * @param {MouseEvent} event
   */
  #clicked(event) {
    const is_pressed = this.#is_pressed;
    this.#is_pressed = false;
    if (event.detail > 0 && is_pressed && !this.is_flat) return;
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
    this.#status_timer = window.setTimeout(() => {
      this.#status_timer = 0;
      this.#status.textContent = status;
    }, 400);
  }
}
