// The keyboard inside the atlas. Only keys that were used are consumed; Tab and everything else stay the page's. Nothing
// listens outside the shadow root.

/** @typedef {import('./twin.js').Twin} Twin */
/** @typedef {import('./twin_zone.js').TwinZone} TwinZone */
/** @typedef {import('./twin_node.js').TwinNode} TwinNode */
/** @typedef {import('../cluster-atlas').State} State */

/**
 * @typedef {object} KeyHost
 * @property {(action: object) => void} dispatch
 * @property {() => State} state
 * @property {() => boolean} can_dismiss whether Escape would close something
 * @property {(slider: string, zone: TwinZone) => void} type_date opens the field in which the slider's date can be typed
 */

const k_arrows = /** @type {Record<string, [number, number]>} */ ({
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
});
/** How far an arrow key moves the map at zoom 1, in degrees. */
const k_pan_lng_deg = 1.2;
const k_pan_lat_deg = 0.8;
const k_area_step = 5; // with Shift
const k_day_ms = 86_400_000;
const k_pin = 'map/pin/';
const k_area = 'map/area'; // the button
const k_tip = 'map/tooltip/'; // beside the pin that it belongs to, for the pointer

export class Keys {
  /** @type {Twin} */ #twin;
  /** @type {KeyHost} */ #host;
  /** @type {{id: string, step: number} | null} a step past the rows that were there, from this node */ #pending = null;
  is_choosing = false; // an area, by its corners
  #waits_for_card = ''; // id of the pin, which keeps the focus until then

  /** @param {Twin} twin @param {KeyHost} host */
  constructor(twin, host) {
    this.#twin = twin;
    this.#host = host;
  }

  /** @param {KeyboardEvent} event */
  handle(event) {
    if (event.defaultPrevented || event.altKey || event.isComposing) return;
    if (!this.#use(event)) return;
    event.preventDefault();
    event.stopPropagation();
  }

  /** @param {KeyboardEvent} event @returns {boolean} whether the key was used */
  #use(event) {
    if (event.ctrlKey || event.metaKey) return this.#use_history(event);
    const found = this.#twin.held_node();
    if (!found) return event.key === 'Escape' && this.#dismiss();
    const { zone, view } = found;
    if (event.key === 'Escape') return this.#escape(zone, view);
    if (view.node.role === 'slider') return this.#use_slider(event, zone, view);
    if (view.node.role === 'surface') return this.#use_surface(event, zone, view);
    return this.#use_pin(event, zone, view) || this.#walk(event, zone, view);
  }

  /** Page keys follow the list, R the region, D the domain, C goes to the card and comes back. @param {KeyboardEvent} event @param {TwinZone} zone @param {TwinNode} view */
  #use_pin(event, zone, view) {
    const key = event.key.toLowerCase();
    if (key === 'c' && zone.zone.zone === 'card') return this.#twin.focus_id(k_pin + this.#host.state().selected);
    if (!is_pin(view)) return false;
    if (key === 'c') return this.#to_card(view);
    const alike = /** @type {Record<string, 'region' | 'domain'>} */ ({ r: 'region', d: 'domain' })[key];
    if (!alike && !key.startsWith('page')) return false;
    const is_back = key === 'pageup' || (alike && event.shiftKey);
    this.#twin.focus(zone, pin_after(zone.focusable(), view, is_back ? -1 : 1, alike));
    return true;
  }

  /** Opens it where it is not open, and goes there when it has been drawn. @param {TwinNode} view */
  #to_card(view) {
    this.#waits_for_card = view.node.id;
    if (!view.node.selected) this.#host.dispatch({ type: 'activate', node: view.node.id });
    else this.go_on(this.is_choosing);
    return true;
  }

  /** @param {KeyboardEvent} event */
  #use_history(event) {
    if (event.key.toLowerCase() !== 'z' || event.target instanceof HTMLInputElement && ['search', 'date'].includes(event.target.type)) return false;
    this.#host.dispatch({ type: event.shiftKey ? 'redo' : 'undo' });
    return true;
  }

  #dismiss() {
    if (!this.#host.can_dismiss()) return false;
    this.#host.dispatch({ type: 'dismiss' });
    return true;
  }

  /** From a pin back to the map; then what a dismissal closes. @param {TwinZone} zone @param {TwinNode} view */
  #escape(zone, view) {
    if (this.#dismiss()) return true;
    const surface = surface_of(zone);
    if (!surface || surface === view) return false;
    this.#twin.focus(zone, surface);
    return true;
  }

  /** @param {KeyboardEvent} event @param {TwinZone} zone @param {TwinNode} view */
  #use_slider(event, zone, view) {
    if (event.key === 'Enter') {
      this.#host.type_date(view.node.id, zone);
      return true;
    }
    const action = slider_action(event, view);
    if (action) this.#host.dispatch(action);
    return action !== null;
  }

  /** @param {KeyboardEvent} event @param {TwinZone} zone @param {TwinNode} view */
  #use_surface(event, zone, view) {
    const { camera } = this.#host.state();
    const arrow = k_arrows[event.key];
    if (this.is_choosing && (arrow || event.key === 'Enter')) return this.#use_area(event);
    if (arrow) {
      const lng = camera.lng + (arrow[0] * k_pan_lng_deg) / camera.zoom;
      const lat = camera.lat - (arrow[1] * k_pan_lat_deg) / camera.zoom;
      this.#host.dispatch({ type: 'moveCamera', camera: { lng, lat, zoom: camera.zoom } });
      return true;
    }
    const factor = event.key === '+' || event.key === '=' ? 1.5 : event.key === '-' ? 1 / 1.5 : 0;
    if (factor) {
      this.#host.dispatch({ type: 'zoomAbout', place: { lng: camera.lng, lat: camera.lat }, factor, animate: true });
      return true;
    }
    if (event.key === '0') {
      this.#host.dispatch({ type: 'home' });
      return true;
    }
    return event.key === 'Enter' && this.#enter(zone, view);
  }

  /** Arrows lead to a corner, Enter sets it. @param {KeyboardEvent} event */
  #use_area({ key, shiftKey }) {
    const [east, south] = k_arrows[key] ?? [0, 0];
    const step = shiftKey ? k_area_step : 1;
    this.#host.dispatch(key === 'Enter' ? { type: 'setCorner' } : { type: 'stepArea', east: east * step, north: -south * step });
    return true;
  }

  /** To the pin nearest to the middle of the map. @param {TwinZone} zone @param {TwinNode} surface */
  #enter(zone, surface) {
    const all = places_of(zone);
    const pins = all.filter(is_pin);
    const middle = centre(surface);
    const [first] = (pins.length > 0 ? pins : all).sort((a, b) => distance(centre(a), middle) - distance(centre(b), middle));
    this.#twin.focus(zone, first);
    return first !== undefined;
  }

  /** @param {KeyboardEvent} event @param {TwinZone} zone @param {TwinNode} view */
  #walk(event, zone, view) {
    const all = zone.focusable();
    if (event.key === 'Home' || event.key === 'End') {
      this.#twin.focus(zone, event.key === 'Home' ? all[0] : all.at(-1));
      return true;
    }
    const arrow = k_arrows[event.key];
    if (!arrow) return false;
    const surface = surface_of(zone);
    const next = surface ? next_place(places_of(zone), view, arrow) : all[all.indexOf(view) + arrow[0] + arrow[1]];
    const waits = next && is_cut(view, next, arrow[0] + arrow[1]);
    if (next && !waits) this.#twin.focus(zone, next);
    else if (!surface) this.#scroll_on(zone, view, arrow[0] + arrow[1]);
    if (waits) this.#pending = { id: view.node.id, step: arrow[0] + arrow[1] };
    return next !== undefined || zone.zone.scroll !== '';
  }

  /** Past the last node that is there: scroll, then go on when there are more. @param {TwinZone} zone @param {TwinNode} view @param {number} step */
  #scroll_on(zone, view, step) {
    const { section } = zone;
    const before = section.scrollTop;
    section.scrollTop = before + step * Math.max(24, view.node.rect[3]);
    if (section.scrollTop !== before) this.#pending = { id: view.node.id, step };
  }

  /** Its code may have to be fetched first. */
  #enter_card() {
    const card = this.#twin.zones.get('card');
    const { id, selected } = this.#twin.held_node()?.view.node ?? {};
    const is_elsewhere = id !== this.#waits_for_card;
    const is_there = card !== undefined && selected === true;
    if (!is_elsewhere && is_there) this.#twin.focus_heading(card);
    if (is_elsewhere || is_there) this.#waits_for_card = '';
  }

  /** From the button that begins it to the map, where arrows and Escape belong to it. */
  #enter_area() {
    const held = this.#twin.held_node();
    if (held?.view.node.id === k_area) this.#twin.focus(held.zone, surface_of(held.zone));
  }

  /** The twin has followed: takes the pending step, unless the focus went elsewhere meanwhile. @param {boolean} is_choosing */
  go_on(is_choosing) {
    if (this.#waits_for_card) this.#enter_card();
    if (is_choosing && !this.is_choosing) this.#enter_area();
    this.is_choosing = is_choosing;
    const pending = this.#pending;
    const held = pending && this.#twin.held_node();
    this.#pending = null;
    if (!held || held.view.node.id !== pending.id) return;
    const all = held.zone.focusable();
    const next = all[all.indexOf(held.view) + pending.step];
    if (next && !is_cut(held.view, next, pending.step)) this.#twin.focus(held.zone, next);
  }
}

/**
 * @param {KeyboardEvent} event
 * @param {TwinNode} view
 * @returns {object | null}
 */
function slider_action(event, view) {
  const { node } = view;
  const sheet = k_grabbers[node.id];
  if (sheet) return grabber_action(event, sheet);
  const is_compare = /compare/i.test(node.id);
  const months = { ArrowRight: 1, ArrowUp: 1, ArrowLeft: -1, ArrowDown: -1 }[event.key] ?? 0;
  if (months) {
    const step = months * (event.shiftKey ? 12 : 1);
    return is_compare ? set_compare(add_months(node.number ?? 0, step), node) : { type: 'stepMonths', months: step };
  }
  const phases = { PageUp: -1, PageDown: 1 }[event.key] ?? 0;
  if (phases) {
    return is_compare ? set_compare(add_months(node.number ?? 0, phases * 12), node) : { type: 'stepPhase', step: phases };
  }
  if (event.key !== 'Home' && event.key !== 'End') return null;
  const day = (event.key === 'Home' ? node.min : node.max) ?? 0;
  return is_compare ? set_compare(day, node) : { type: 'setDate', date: iso_day(day) };
}

const k_grabbers = /** @type {Record<string, string>} */ ({ 'card/grabber': 'card', 'list/grabber': 'list' });

/** A phone's sheet goes from stop to stop. @param {KeyboardEvent} event @param {string} sheet @returns {object | null} */
function grabber_action(event, sheet) {
  const step = { ArrowUp: 1, ArrowRight: 1, PageUp: 1, ArrowDown: -1, ArrowLeft: -1, PageDown: -1, Home: -2, End: 2 }[event.key] ?? 0;
  return step ? { type: 'stepSheet', sheet, step } : null;
}

/** @param {number} day @param {{min?: number, max?: number}} node */
function set_compare(day, node) {
  return { type: 'setCompare', date: iso_day(Math.min(node.max ?? day, Math.max(node.min ?? day, day))) };
}

/** Days since 1970 to "YYYY-MM-DD". @param {number} day */
function iso_day(day) {
  return new Date(Math.round(day) * k_day_ms).toISOString().slice(0, 10);
}

/** @param {number} day @param {number} months */
function add_months(day, months) {
  const date = new Date(day * k_day_ms);
  const last = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + months + 1, 0)).getUTCDate();
  return Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + months, Math.min(date.getUTCDate(), last)) / k_day_ms;
}

/**
 * Whether rows that are not drawn lie between a row and the node that follows it.
 * @param {TwinNode} view @param {TwinNode} next @param {number} step
 */
function is_cut({ node }, next, step) {
  const { number, max } = node;
  if (node.role !== 'row' || next.node.role === 'row' || !number || !max) return false;
  return step > 0 ? number < max : number > 1;
}

/** @param {TwinZone} zone */
function surface_of(zone) {
  return [...zone.nodes.values()].find((view) => view.node.role === 'surface' && view.is_focusable);
}

/** @param {TwinNode} view */
function is_pin({ node }) {
  return node.id.startsWith(k_pin);
}

/** Pins and regions of the map. @param {TwinZone} zone */
function places_of(zone) {
  return zone.focusable().filter(({ node }) => node.role !== 'surface' && !node.id.startsWith(k_tip));
}

/** @param {TwinNode} view @returns {[number, number]} */
function centre({ node: { rect } }) {
  return [rect[0] + rect[2] / 2, rect[1] + rect[3] / 2];
}

/** @param {[number, number]} a @param {[number, number]} b */
function distance(a, b) {
  return Math.hypot(a[0] - b[0], a[1] - b[1]);
}

/**
 * Pins lead to pins, regions to regions, and to the others where none of their own lies that way.
 * @param {TwinNode[]} places
 * @param {TwinNode} from
 * @param {[number, number]} direction
 */
function next_place(places, from, direction) {
  const alike = places.filter((view) => is_pin(view) === is_pin(from));
  return nearest(alike, from, direction) ?? nearest(places, from, direction);
}

/**
 * The next node in that direction: the first of those in the quarter round the arrow. Whatever quarter another node lies
 * in, a step that way leads no further from it, so that arrows alone reach every one.
 * @param {TwinNode[]} all
 * @param {TwinNode} from
 * @param {[number, number]} direction
 * @returns {TwinNode | undefined}
 */
export function nearest(all, from, [dx, dy]) {
  const here = centre(from);
  let best;
  let best_along = Infinity;
  for (const view of all) {
    const there = centre(view);
    const along = (there[0] - here[0]) * dx + (there[1] - here[1]) * dy;
    const across = (there[1] - here[1]) * dx - (there[0] - here[0]) * dy;
    if (view === from || along < Math.abs(across) || across === along || along >= best_along) continue; // one edge of the quarter is the neighbour's
    best = view;
    best_along = along;
  }
  return best;
}

/**
 * The pin before or after in the order of the list, all round; or of those that are alike.
 * @param {TwinNode[]} all
 * @param {TwinNode} from
 * @param {number} step
 * @param {'region' | 'domain'} [alike]
 */
function pin_after(all, from, step, alike) {
  const pins = all.filter((view) => is_pin(view) && (!alike || view.node[alike] === from.node[alike]));
  return pins.at((pins.indexOf(from) + step) % pins.length);
}
