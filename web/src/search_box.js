// The real <input type="search"> over the drawn frame: accents, input methods, mobile keyboards and the clipboard just
// work. The core holds the text; while somebody types, theirs wins.

/** @typedef {import('./outline.js').Outline} Outline */

const k_suggestion = 'filters/suggest/';

export class SearchBox {
  input = Object.assign(document.createElement('input'), { type: 'search', className: 'search' });
  #is_composing = false;

  /** Ids of the suggestions under the field, best first. @type {string[]} */
  #suggestions = [];
  #chosen = -1;

  /** @param {(action: object) => void} dispatch */
  constructor(dispatch) {
    const { input } = this;
    input.setAttribute('role', 'combobox');
    input.setAttribute('aria-autocomplete', 'list');
    input.setAttribute('autocomplete', 'off');
    input.setAttribute('spellcheck', 'false');
    input.setAttribute('enterkeyhint', 'search');
    const send = () => {
      if (this.#is_composing) return;
      this.#chosen = -1;
      dispatch({ type: 'setText', text: input.value });
    };
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
    this.#suggestions = outline.zones.flatMap(({ nodes }) => nodes.map(({ id }) => id).filter((id) => id.startsWith(k_suggestion)));
    const { input } = this;
    this.#tell_proposals();
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

  /** Which proposals there are and which one is meant: the focus stays in the field. */
  #tell_proposals() {
    const { input } = this;
    const is_open = this.#suggestions.length > 0;
    if (this.#chosen >= this.#suggestions.length) this.#chosen = -1;
    const chosen = this.#suggestions[this.#chosen] ?? '';
    input.setAttribute('aria-expanded', String(is_open));
    for (const [name, value] of Object.entries({ 'aria-controls': is_open ? 'proposals' : '', 'aria-activedescendant': chosen })) {
      if (value) input.setAttribute(name, value);
      else input.removeAttribute(name);
    }
    const root = /** @type {ShadowRoot | Document} */ (input.getRootNode());
    for (const id of this.#suggestions) root.querySelector(`[id="${id}"]`)?.setAttribute('aria-selected', String(id === chosen));
  }

  /**
   * Arrows move through the suggestions, Enter opens one, Escape empties a full field and lets go of an empty one.
   * @param {KeyboardEvent} event
   * @param {(action: object) => void} dispatch
   */
  #keydown(event, dispatch) {
    if (event.isComposing) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key] ?? 0;
    const count = this.#suggestions.length;
    if (step && count) {
      this.#chosen = Math.min(count - 1, Math.max(-1, this.#chosen + step));
      this.#tell_proposals();
      dispatch({ type: 'focus', node: this.#suggestions[this.#chosen] ?? '' });
    } else if (event.key === 'Enter' && count) {
      dispatch({ type: 'activate', node: this.#suggestions[Math.max(0, this.#chosen)] });
    } else if (event.key === 'Escape' && this.input.value) {
      this.#chosen = -1;
      dispatch({ type: 'setText', text: '' });
    } else return;
    event.preventDefault();
    event.stopPropagation();
  }
}
