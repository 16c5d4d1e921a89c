// A sheet is a dialog: while it is open everything else is inert, Tab goes round inside it, and the focus goes to its
// heading and back to where it was opened from, also when that has been drawn anew since.

/** @typedef {import('./twin_zone.js').TwinZone} TwinZone */
/** @typedef {{id: string, zone: string}} Held a node that has the focus */

const k_stops = 'button:not(:disabled), input:not(:disabled), a[href], [tabindex="0"]';

/** @param {string} key of a zone; a sheet of several panels has several */
export function is_sheet(key) {
  return key.startsWith('sheet');
}

export class SheetFocus {
  /** Where it was opened from; null: no sheet is open. @type {Held | null} */ #opener = null;

  /** After the zones changed. @param {Map<string, TwinZone>} zones @param {Held | null} held before that @returns {Held | 'heading' | null} where the focus belongs now */
  follow(zones, held) {
    const is_open = zones.has('sheet');
    for (const [key, { section }] of zones) section.inert = is_open && !is_sheet(key);
    if (is_open && !this.#opener) {
      this.#opener = held ?? { id: '', zone: '' };
      return held && 'heading';
    }
    if (is_open || !this.#opener) return null;
    const opener = this.#opener;
    this.#opener = null;
    return held && is_sheet(held.zone) && opener.id ? opener : null;
  }
}

/** @param {HTMLElement} section */
export function make_dialog(section) {
  section.setAttribute('role', 'dialog');
  section.setAttribute('aria-modal', 'true');
  section.addEventListener('keydown', (event) => event.key === 'Tab' && go_round(event, section));
}

/** @param {KeyboardEvent} event @param {HTMLElement} section */
function go_round(event, section) {
  const stops = [...section.querySelectorAll(k_stops)].filter((stop) => stop instanceof HTMLElement && stop.tabIndex >= 0);
  const root = /** @type {ShadowRoot} */ (section.getRootNode());
  const at = root.activeElement ? stops.indexOf(root.activeElement) : -1;
  const is_end = event.shiftKey ? at <= 0 : at === stops.length - 1;
  const next = stops.at(event.shiftKey ? -1 : 0);
  if (!is_end || !(next instanceof HTMLElement)) return;
  event.preventDefault();
  next.focus({ preventScroll: true });
}

/** Heading before content, close button where it is seen: drawn last, read first. @template {{role: string, id: string, level?: number}} Node @param {Node[]} nodes */
export function in_reading_order(nodes) {
  const rank = (/** @type {Node} */ { role, id, level }) => (role === 'heading' && level === 2 ? 0 : /\/(close|next|previous)$/.test(id) ? 1 : 2);
  return [0, 1, 2].flatMap((wanted) => nodes.filter((node) => rank(node) === wanted));
}
