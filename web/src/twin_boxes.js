// What nodes of a zone stand in together: a table under its heads, a list, a group under its legend, a list of proposals.

/** @typedef {import('./outline.js').OutlineNode} OutlineNode */

export class TwinBoxes {
  #proposals = ''; // legend of the first of them this time
  /** By kind and legend. @type {Map<string, HTMLElement>} */ #boxes = new Map();

  /**
   * The boxes that hold a node, the outermost first.
   * @param {OutlineNode} node
   * @param {string} zone_name what a list without a legend is called
   */
  of(node, zone_name) {
    if (node.role === 'columnheader') return [this.#box('table', 'table'), this.#box('head', 'row')];
    if (node.role === 'row') return [node.cells ? this.#table(node) : this.#box('list', 'list', zone_name)];
    if (node.role === 'option') return [this.#listbox(node.group), this.#box(`proposals ${node.group}`, 'group', node.group)];
    return node.group ? [this.#box(`group ${node.group}`, 'group', node.group)] : [];
  }

  /** @param {{has: (box: HTMLElement) => boolean}} used what held something this time */
  drop_unused(used) {
    this.#proposals = '';
    for (const [key, box] of this.#boxes) {
      if (used.has(box)) continue;
      box.remove();
      this.#boxes.delete(key);
    }
  }

  /** Of its rows only some are there. @param {OutlineNode} row */
  #table({ group = '', max = 0 }) {
    const table = this.#box('table', 'table', group);
    const count = String(max + 1); // and the heads
    if (max && table.getAttribute('aria-rowcount') !== count) table.setAttribute('aria-rowcount', count);
    return table;
  }

  /** The search field names it as what it opens; it is called as its first group is. @param {string} [legend] of an option's group */
  #listbox(legend) {
    this.#proposals ||= legend ?? '';
    const box = this.#box('listbox', 'listbox', this.#proposals);
    box.id = 'proposals';
    return box;
  }

  /** @param {string} key @param {string} role @param {string} [name] */
  #box(key, role, name) {
    const box = this.#boxes.get(key) ?? document.createElement('div');
    this.#boxes.set(key, box);
    if (box.getAttribute('role') !== role) box.setAttribute('role', role);
    if (name && box.getAttribute('aria-label') !== name) box.setAttribute('aria-label', name);
    return box;
  }
}
