// The core's outline of a frame, parsed: what is where, what it is called, what it does.

/**
 * @typedef {object} OutlineNode
 * @property {string} id
 * @property {string} role
 * @property {string} name
 * @property {string} [value]
 * @property {string} [hint]
 * @property {string} [href]
 * @property {string} [group] legend of what it stands in with others
 * @property {string} [lang] of its words, where it is not the atlas's
 * @property {string[]} [cells] of a row of a table: what it says, column by column
 * @property {string} [region] of a pin; its place in the list is the order of the pins
 * @property {string} [domain] of a pin
 * @property {boolean} [descending] of a column's head: which way the rows are sorted by it
 * @property {[number, number, number, number]} rect CSS px in the canvas: x, y, width, height
 * @property {boolean} [checked]
 * @property {boolean} [selected]
 * @property {boolean} [expanded]
 * @property {boolean} [disabled]
 * @property {boolean} [current]
 * @property {boolean} [fixed] does not scroll with its zone
 * @property {number} [level]
 * @property {number} [number] a slider's value; a row's place among all, from 1
 * @property {number} [min]
 * @property {number} [max] of a slider; the number of all rows, drawn or not
 * @property {string} [cursor] as in CSS
 * @property {boolean} [active] a click does something
 */

/**
 * @typedef {object} OutlineZone
 * @property {string} zone
 * @property {string} key the zone's name, numbered where a zone has several panels
 * @property {string} [name]
 * @property {boolean} [dialog] belongs to the open sheet
 * @property {[number, number, number, number]} rect
 * @property {string} [scroll] name of its scroll offset; absent or empty: does not scroll
 * @property {number} [fixed] height of the head under which the content scrolls
 * @property {number} [top]
 * @property {number} [height] of its content
 * @property {'page' | 'scroll' | 'map' | 'lanes'} [wheel]
 * @property {OutlineNode[]} nodes
 */

/**
 * @typedef {object} OutlineSearch
 * @property {[number, number, number, number]} rect
 * @property {string} placeholder
 * @property {string} name
 * @property {string} text
 * @property {number} [size]
 */

/**
 * @typedef {object} Outline
 * @property {OutlineZone[]} zones
 * @property {OutlineSearch | null} [search]
 * @property {import('../cluster-atlas').Lang} lang
 * @property {string} title
 * @property {string} status
 * @property {boolean} tooltip one is shown
 * @property {boolean} choosing an area by its corners
 * @property {boolean} playing the timeline plays, so that more is to come
 * @property {boolean} waits for a part of the module
 */

/** @param {string} json @returns {Outline} */
export function parse_outline(json) {
  const outline = json ? JSON.parse(json) : {};
  return {
    zones: split_panels(outline.zones ?? []),
    search: outline.search ?? null,
    lang: outline.lang ?? '',
    title: outline.title ?? '',
    status: outline.status ?? '',
    tooltip: outline.tooltip === true,
    choosing: outline.choosing === true,
    playing: outline.playing === true,
    waits: outline.waits === true,
  };
}

/**
 * A zone of several panels lists its nodes in each of them: every node goes to the last panel that holds its middle.
 * @param {OutlineZone[]} zones
 */
function split_panels(zones) {
  /** @type {Map<string, number>} */
  const counts = new Map();
  for (const zone of zones) {
    const count = counts.get(zone.zone) ?? 0;
    zone.key = count ? `${zone.zone}${count + 1}` : zone.zone;
    counts.set(zone.zone, count + 1);
  }
  for (const zone of zones) {
    const panels = zones.filter((other) => other.zone === zone.zone);
    if (panels.length > 1) zone.nodes = zone.nodes.filter((node) => home_of(node, panels) === zone);
  }
  return zones;
}

/** @param {OutlineNode} node @param {OutlineZone[]} panels */
function home_of(node, panels) {
  const [x, y, width, height] = node.rect;
  return panels.findLast((panel) => holds(panel.rect, x + width / 2, y + height / 2)) ?? panels[0];
}

/** @param {[number, number, number, number]} rect @param {number} x @param {number} y */
export function holds(rect, x, y) {
  return x >= rect[0] && x < rect[0] + rect[2] && y >= rect[1] && y < rect[1] + rect[3];
}

/** A link that may be followed: https, http and mail only; "javascript:" and the like are text. @param {string} href */
export function is_safe_link(href) {
  return /^(https?:\/\/|mailto:)[^\s]+$/i.test(href);
}
