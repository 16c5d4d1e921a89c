// The real <input type="search"> over the drawn frame: accents, input methods, mobile keyboards and the clipboard just
// work. The core holds the text; while somebody types, theirs wins.

/** @typedef {import('./outline.js').Outline} Outline */

export class SearchBox {
  input = Object.assign(document.createElement('input'), { type: 'search', className: 'search' });
  #is_composing = false;

  /** @param {(action: object) => void} dispatch */
  constructor(dispatch) {
    const { input } = this;
    input.setAttribute('autocomplete', 'off');
    input.setAttribute('spellcheck', 'false');
    input.setAttribute('enterkeyhint', 'search');
    const send = () => this.#is_composing || dispatch({ type: 'setText', text: input.value });
    input.addEventListener('input', send);
    input.addEventListener('compositionstart', () => (this.#is_composing = true));
    input.addEventListener('compositionend', () => {
      this.#is_composing = false;
      send();
    });
    input.addEventListener('keydown', (event) => this.#keydown(event, dispatch));
  }

  /**
   * @param {Outline} outline
   * @param {(x: number, y: number) => HTMLElement | null} section_at the zone that the field belongs to: it comes before it
   */
  update(outline, section_at) {
    const { search } = outline;
    const { input } = this;
    if (!search) {
      input.remove();
      return;
    }
    const [x, y, width, height] = search.rect;
    const section = section_at(x + width / 2, y + height / 2);
    const is_held = input.matches(':focus'); // moving it would lose the focus
    if (section && section.previousElementSibling !== input && !is_held) section.before(input);
    const { style } = input;
    style.left = `${x}px`;
    style.top = `${y}px`;
    style.width = `${width}px`;
    style.height = `${height}px`;
    style.fontSize = `${search.size ?? 13}px`;
    input.placeholder = search.placeholder;
    input.setAttribute('aria-label', search.name);
    const is_typing = input.matches(':focus') && this.#is_composing;
    if (!is_typing && input.value !== search.text) input.value = search.text;
  }

  /** Escape empties a full field and lets go of an empty one. @param {KeyboardEvent} event @param {(action: object) => void} dispatch */
  #keydown(event, dispatch) {
    if (event.isComposing) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key] ?? 0;
    if (step) dispatch({ type: 'stepSelection', step });
    else if (event.key === 'Enter') dispatch({ type: 'stepSelection', step: 1 });
    else if (event.key === 'Escape' && this.input.value) dispatch({ type: 'setText', text: '' });
    else return;
    event.preventDefault();
    event.stopPropagation();
  }
}
