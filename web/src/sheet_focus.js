// A sheet is a dialog: while it is open everything else is inert, Tab goes round inside it, and the focus goes to its
// heading and back to where it was opened from, also when that has been drawn anew since.

/** @typedef {import('./twin_zone.js').TwinZone} TwinZone */
/** @typedef {{id: string, zone: string}} Held a node that has the focus */

const k_stops = 'button:not(:disabled), input:not(:disabled), a[href], [tabindex="0"]';

export class SheetFocus {
  /** Keys of the zones that belong to it. @type {Set<string>} */ #zones_inside = new Set();
  /** Where it was opened from; null: no sheet is open. @type {Held | null} */ #opener = null;

  /** After the zones changed. @param {Map<string, TwinZone>} zones @param {Held | null} held before that @returns {Held | 'heading' | null} where the focus belongs now */
  follow(zones, held) {
    const is_open = zones.has('sheet');
    for (const { section, zone } of zones.values()) section.inert = is_open && !zone.dialog;
    if (is_open) this.#zones_inside = new Set([...zones].filter(([, { zone }]) => zone.dialog).map(([key]) => key));
    if (is_open && !this.#opener) {
      this.#opener = held ?? { id: '', zone: '' };
      return held && 'heading';
    }
    if (is_open || !this.#opener) return null;
    const opener = this.#opener;
    this.#opener = null;
    return held && this.#zones_inside.has(held.zone) && opener.id ? opener : null;
  }
}

/** The box of all zones of a sheet. */
export function dialog_box() {
  const box = document.createElement('div');
  box.setAttribute('role', 'dialog');
  box.setAttribute('aria-modal', 'true');
  box.addEventListener('keydown', (event) => event.key === 'Tab' && go_round(event, box));
  return box;
}

/** @param {KeyboardEvent} event @param {HTMLElement} box */
function go_round(event, box) {
  const stops = [...box.querySelectorAll(k_stops)].filter((stop) => stop instanceof HTMLElement && stop.tabIndex >= 0);
  const root = /** @type {ShadowRoot} */ (box.getRootNode());
  const at = root.activeElement ? stops.indexOf(root.activeElement) : -1;
  const is_end = event.shiftKey ? at <= 0 : at === stops.length - 1;
  const next = stops.at(event.shiftKey ? -1 : 0);
  if (!is_end || !(next instanceof HTMLElement)) return;
  event.preventDefault();
  next.focus({ preventScroll: true });
}

/**
 * Drawn last, read first: the title, the buttons beside it, what stands while the rest scrolls.
 * @template {{role: string, id: string, level?: number, fixed?: boolean}} Node
 * @param {Node[]} nodes
 */
export function in_reading_order(nodes) {
  const rank = (/** @type {Node} */ { role, id, level, fixed }) => {
    if (role === 'heading' && level === 2) return 0;
    return /\/(close|next|previous)$/.test(id) ? 1 : fixed ? 2 : 3;
  };
  return [...nodes].sort((a, b) => rank(a) - rank(b));
}
