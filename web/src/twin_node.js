// One outline node as one native element. Drawn by the canvas, so the element itself is transparent; it is there for the
// keyboard, assistive technology, find-in-page and as the fallback without WebGL.

import { is_safe_link } from './outline.js';

/** @typedef {import('./outline.js').OutlineNode} OutlineNode */

const k_always_focusable = new Set(['slider', 'surface', 'checkbox', 'search']);

export class TwinNode {
  /** @type {OutlineNode} */ node;
  /** @type {HTMLElement} in the section */ element;
  /** @type {HTMLElement} what takes the focus; the element itself or a button in it */ control;
  #said = '';
  #placed = '';

  /** @param {OutlineNode} node */
  constructor(node) {
    this.node = node;
    [this.element, this.control] = create(node);
    this.element.classList.add('node');
    this.control.dataset.id = node.id;
  }

  get is_focusable() {
    const { node } = this;
    // a surface without a name is only there for the pointer
    const is_named = node.role !== 'surface' || Boolean(node.name);
    return !node.disabled && is_named && (node.active === true || k_always_focusable.has(node.role));
  }

  /** Two nodes with the same id but another role need another element. @param {OutlineNode} node */
  fits(node) {
    return kind_of(node) === kind_of(this.node);
  }

  /**
   * @param {OutlineNode} node
   * @param {number} x of the section's content
   * @param {number} y
   */
  update(node, x, y) {
    this.node = node;
    const [left, top, width, height] = [node.rect[0] - x, node.rect[1] - y, node.rect[2], node.rect[3]];
    const place = `${left} ${top} ${width} ${height}`;
    if (place !== this.#placed) {
      this.#placed = place;
      const { style } = this.element;
      style.left = `${left}px`;
      style.top = `${top}px`;
      style.width = `${width}px`;
      style.height = `${height}px`;
    }
    const said = JSON.stringify({ ...node, rect: null });
    if (said !== this.#said) {
      this.#said = said;
      describe(this.control, this.element, node);
      if (this.is_focusable && !this.control.hasAttribute('tabindex')) this.control.tabIndex = -1;
    }
  }
}

/** @param {OutlineNode} node @returns {[HTMLElement, HTMLElement]} */
function create(node) {
  switch (node.role) {
    case 'row':
      return node.cells ? table_row() : boxed_button('listitem');
    case 'columnheader':
      return node.active ? boxed_button('columnheader') : alone(with_role('columnheader'));
    case 'option':
      return alone(with_role('option'));
    case 'checkbox':
      return alone(Object.assign(document.createElement('input'), { type: 'checkbox' }));
    case 'link':
      return alone(document.createElement(node.href && is_safe_link(node.href) ? 'a' : 'button'));
    case 'heading':
      return alone(document.createElement(`h${Math.min(6, Math.max(1, node.level || 2))}`));
    case 'search':
      return alone(Object.assign(document.createElement('input'), { type: 'search', className: 'search' }));
    case 'slider':
    case 'surface':
    case 'image':
      return alone(document.createElement('div'));
    default:
      if (node.active && node.level) return boxed_button('heading');
      return alone(document.createElement(node.active ? 'button' : 'p'));
  }
}

/** What decides the element: a change of it needs another one. @param {OutlineNode} node */
function kind_of(node) {
  return [node.role, Boolean(node.href), Boolean(node.active), Boolean(node.cells), node.level ?? 0].join();
}

/** @param {HTMLElement} element @returns {[HTMLElement, HTMLElement]} */
function alone(element) {
  if (element instanceof HTMLButtonElement) element.type = 'button';
  return [element, element];
}

/** @param {string} role */
function with_role(role) {
  const element = document.createElement('div');
  element.setAttribute('role', role);
  return element;
}

/** @param {string} role of the box @returns {[HTMLElement, HTMLElement]} */
function boxed_button(role) {
  const box = with_role(role);
  return [box, box.appendChild(Object.assign(document.createElement('button'), { type: 'button' }))];
}

/** The name is what is used, and the head of the row. @returns {[HTMLElement, HTMLElement]} */
function table_row() {
  const row = with_role('row');
  const [head, button] = boxed_button('rowheader');
  row.append(head);
  return [row, button];
}

/** @param {HTMLElement} element @param {OutlineNode} node */
function describe_row(element, node) {
  if (!node.cells) {
    set(element, 'aria-posinset', node.number ? String(node.number) : null);
    set(element, 'aria-setsize', node.max ? String(node.max) : null);
    return;
  }
  set(element, 'aria-rowindex', node.number ? String(node.number + 1) : null); // the heads are the first
  const others = node.cells.slice(1);
  while (element.children.length > others.length + 1) element.lastElementChild?.remove();
  while (element.children.length < others.length + 1) element.append(with_role('cell'));
  for (const [i, words] of others.entries()) {
    const cell = /** @type {Element} */ (element.children[i + 1]);
    if (cell.textContent !== words) cell.textContent = words;
  }
}

/**
 * @param {HTMLElement} control
 * @param {HTMLElement} element
 * @param {OutlineNode} node
 */
function describe(control, element, node) {
  set(control, 'aria-description', node.hint || null);
  set(control, 'aria-expanded', flag(node.expanded));
  set(control, 'aria-disabled', node.disabled ? 'true' : null);
  set(control, 'aria-current', node.current || node.selected ? (node.role === 'tab' ? 'page' : 'true') : null);
  set(element, 'lang', node.lang ?? null);
  if (node.role === 'row') describe_row(element, node);
  if (node.role === 'columnheader') set(element, 'aria-sort', sort_of(node));
  if (node.role === 'option') describe_option(control, node);
  if (element !== control && node.level) set(element, 'aria-level', String(node.level));
  element.classList.toggle('drag', node.cursor === 'ns-resize' || node.cursor === 'ew-resize');
  if (control instanceof HTMLInputElement) {
    if (node.role === 'search') return describe_search(control, node);
    control.checked = node.checked ?? false;
    set(control, 'aria-label', name_and_value(node));
    return;
  }
  if (node.role === 'slider') return describe_slider(control, node);
  if (node.role === 'surface' || node.role === 'image') {
    set(control, 'aria-hidden', node.name ? null : 'true');
    set(control, 'role', node.role === 'image' ? 'img' : 'group');
    set(control, 'aria-label', name_and_value(node));
    return;
  }
  set(control, 'aria-pressed', node.role === 'button' || node.role === 'radio' ? flag(node.checked) : null);
  if (control instanceof HTMLAnchorElement) {
    control.href = node.href ?? '';
    control.target = '_blank';
    control.rel = 'noopener noreferrer';
  }
  control.textContent = node.cells ? node.name : name_and_value(node);
}

/** @param {OutlineNode} node */
function sort_of({ active, descending }) {
  if (descending === undefined) return active ? 'none' : null;
  return descending ? 'descending' : 'ascending';
}

/** The search field points at it by its id. @param {HTMLElement} control @param {OutlineNode} node */
function describe_option(control, node) {
  control.id = node.id;
  if (!control.hasAttribute('aria-selected')) control.setAttribute('aria-selected', 'false');
}

/** @param {HTMLInputElement} control @param {OutlineNode} node */
function describe_search(control, node) {
  control.placeholder = node.name;
  set(control, 'aria-label', node.name);
  if (!control.matches(':focus')) control.value = node.value ?? '';
}

/** @param {HTMLElement} control @param {OutlineNode} node */
function describe_slider(control, node) {
  set(control, 'role', 'slider');
  set(control, 'aria-label', node.name);
  set(control, 'aria-valuetext', node.value ?? '');
  set(control, 'aria-valuenow', String(node.number ?? 0));
  set(control, 'aria-valuemin', String(node.min ?? 0));
  set(control, 'aria-valuemax', String(node.max ?? 0));
}

/** @param {OutlineNode} node */
function name_and_value(node) {
  return [node.name, node.value].filter(Boolean).join(', ');
}

/** @param {boolean | undefined} value */
function flag(value) {
  return value === undefined || value === null ? null : String(value);
}

/** @param {Element} element @param {string} name @param {string | null} value */
function set(element, name, value) {
  if (value === null) element.removeAttribute(name);
  else if (element.getAttribute(name) !== value) element.setAttribute(name, value);
}
