// A real <input type="date"> over the drawn date: typing, picker, screen readers and the system's own date format just
// work. It is there but not seen until it has the focus; the canvas shows the date.

/** @typedef {import('./outline.js').Outline} Outline */

const k_node = 'timeline/date-input';
const k_room_px = 150; // what the browser's own field needs to show a date and its button

export class DateBox {
  input = Object.assign(document.createElement('input'), { type: 'date', className: 'date' });
  #told = '';

  /** @param {(action: object) => void} dispatch */
  constructor(dispatch) {
    const { input } = this;
    input.tabIndex = -1; // its day, month and year would be Tab stops of their own; the zone has one, and the slider has keys
    const send = () => {
      if (input.value && input.value !== this.#told && input.validity.valid) dispatch({ type: 'setDate', date: input.value });
    };
    input.addEventListener('change', send);
    input.addEventListener('blur', () => (input.value = this.#told));
    input.addEventListener('keydown', (event) => {
      event.stopPropagation(); // the arrows are the field's own
      if (event.key === 'Enter') send();
      if (event.key === 'Escape') input.blur();
    });
  }

  /**
   * @param {Outline} outline
   * @param {(x: number, y: number) => HTMLElement | null} section_at the zone that the field belongs to: it comes before it
   */
  update(outline, section_at) {
    const { input } = this;
    const nodes = outline.zones.flatMap((zone) => (zone.zone === 'timeline' ? zone.nodes : []));
    const node = nodes.find((candidate) => candidate.id === k_node);
    if (!node) {
      input.remove();
      return;
    }
    const [x, y, width, height] = node.rect;
    const section = section_at(x + width / 2, y + height / 2);
    const is_held = input.matches(':focus');
    if (section && section.previousElementSibling !== input && !is_held) section.before(input);
    const { style } = input;
    style.left = `${x}px`;
    style.top = `${y - 4}px`;
    style.width = `${is_held ? Math.max(width, k_room_px) : width}px`;
    style.height = `${height + 8}px`;
    input.setAttribute('aria-label', node.name);
    const slider = nodes.find((candidate) => candidate.id === 'timeline/date');
    if (slider) [input.min, input.max] = [day_text(slider.min), day_text(slider.max)];
    this.#told = node.value ?? '';
    if (!is_held && input.value !== this.#told) input.value = this.#told;
  }
}

/** Days since 1970 as "2026-03-31". @param {number | undefined} days */
function day_text(days) {
  return days === undefined ? '' : new Date(days * 86_400_000).toISOString().slice(0, 10);
}
