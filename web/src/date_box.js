// A real <input type="date"> over the drawn date: typing, picker, screen readers and the system's own date format just
// work. It is there but not seen until it has the focus; the canvas shows the date. Enter on a date slider opens it from
// the keyboard, over the handle where no date is drawn, for either of two compared dates.

/** @typedef {import('./outline.js').Outline} Outline */
/** @typedef {import('./outline.js').OutlineNode} OutlineNode */

const k_node = 'timeline/date-input';
const k_slider = 'timeline/date';
const k_room_px = 150; // what the browser's own field needs to show a date and its button
const k_height_px = 28;

/**
 * @typedef {object} DateHost
 * @property {(action: object) => void} dispatch
 * @property {(slider: string) => void} leave the focus goes back to the slider
 */

export class DateBox {
  input = Object.assign(document.createElement('input'), { type: 'date', className: 'date' });
  /** @type {DateHost} */ #host;
  /** @type {OutlineNode[]} */ #nodes = [];
  #slider = k_slider; // whose date is typed
  #told = '';

  /** @param {DateHost} host */
  constructor(host) {
    this.#host = host;
    const { input } = this;
    input.tabIndex = -1; // its day, month and year would be Tab stops of their own; the zone has one, the slider, which leads here
    input.setAttribute('aria-hidden', 'true'); // until it is used: the slider says the date
    input.addEventListener('focus', () => input.removeAttribute('aria-hidden'));
    input.addEventListener('change', () => this.#send());
    input.addEventListener('blur', () => this.#left());
    input.addEventListener('keydown', (event) => {
      event.stopPropagation(); // the arrows are the field's own
      if (event.key !== 'Enter' && event.key !== 'Escape') return;
      event.preventDefault(); // Enter would open the picker
      if (event.key === 'Enter') this.#send();
      this.#host.leave(this.#slider);
    });
  }

  /** From the keyboard. @param {string} slider id @param {HTMLElement} section the zone it lies in */
  open(slider, section) {
    const node = this.#nodes.find((candidate) => candidate.id === slider);
    if (!node) return;
    this.#slider = slider;
    const drawn = slider === k_slider ? this.#nodes.find((candidate) => candidate.id === k_node) : undefined;
    this.#show(drawn ?? node, section);
    this.#tell(node);
    this.input.value = this.#told;
    this.input.removeAttribute('aria-hidden');
    this.input.focus({ preventScroll: true });
    this.#place(drawn ?? node, section);
  }

  /**
   * @param {Outline} outline
   * @param {(x: number, y: number) => HTMLElement | null} section_at the zone that the field belongs to: it comes before it
   */
  update(outline, section_at) {
    const { input } = this;
    this.#nodes = outline.zones.flatMap((zone) => (zone.zone === 'timeline' ? zone.nodes : []));
    const is_held = input.matches(':focus');
    const drawn = this.#nodes.find((candidate) => candidate.id === k_node);
    const slider = this.#nodes.find((candidate) => candidate.id === this.#slider);
    if (!slider || (!drawn && !is_held)) {
      input.remove();
      return;
    }
    this.#tell(slider);
    if (!is_held && input.value !== this.#told) input.value = this.#told;
    const node = drawn && this.#slider === k_slider ? drawn : slider;
    const [x, y, width, height] = node.rect;
    const section = section_at(x + width / 2, y + height / 2);
    if (section) this.#show(node, section);
  }

  /** @param {OutlineNode} node @param {HTMLElement} section */
  #show(node, section) {
    const { input } = this;
    if (section.previousElementSibling !== input && !input.matches(':focus')) section.before(input);
    this.#place(node, section);
  }

  /** Over the drawn date, or over the handle, inside the zone. @param {OutlineNode} node @param {HTMLElement} section */
  #place(node, section) {
    const { style } = this.input;
    const [x, y, width, height] = node.rect;
    const is_drawn = node.id === k_node;
    const room = is_drawn && !this.input.matches(':focus') ? width : Math.max(is_drawn ? width : 0, k_room_px);
    const start = parseFloat(section.style.left); // asking for its offset would lay everything out
    const most = start + parseFloat(section.style.width) - 4 - room;
    const left = is_drawn ? x : Math.max(start + 4, Math.min(x + width / 2 - room / 2, most));
    style.left = `${left}px`;
    style.top = `${is_drawn ? y - 4 : y}px`;
    style.width = `${room}px`;
    style.height = `${is_drawn ? height + 8 : k_height_px}px`;
  }

  /** @param {OutlineNode} slider */
  #tell(slider) {
    const { input } = this;
    const [min, max] = [day_text(slider.min), day_text(slider.max)];
    if (input.getAttribute('aria-label') !== slider.name) input.setAttribute('aria-label', slider.name);
    if (input.min !== min) input.min = min; // set anew the field is built anew
    if (input.max !== max) input.max = max;
    this.#told = day_text(slider.number);
  }

  #send() {
    const { input } = this;
    if (!input.value || input.value === this.#told || !input.validity.valid) return;
    this.#host.dispatch({ type: this.#slider === k_slider ? 'setDate' : 'setCompare', date: input.value });
  }

  /** Back to the date itself, for the next press on it. */
  #left() {
    this.#slider = k_slider;
    this.input.setAttribute('aria-hidden', 'true');
    const slider = this.#nodes.find((candidate) => candidate.id === k_slider);
    if (slider) this.#tell(slider);
    this.input.value = this.#told;
    if (!this.#nodes.some((candidate) => candidate.id === k_node)) this.input.remove();
  }
}

/** Days since 1970 as "2026-03-31". @param {number | undefined} days */
function day_text(days) {
  return days === undefined ? '' : new Date(days * 86_400_000).toISOString().slice(0, 10);
}
