// How large the canvas is, in CSS px and in device px, and whether anybody can see it. No window listeners: a
// ResizeObserver on the exact device pixels where there is one, and a media query on the resolution, armed again after
// each change (Safari, and monitors that differ in nothing else). An IntersectionObserver and the document's visibility say when to stop drawing.

/**
 * @typedef {object} Size
 * @property {number} width CSS px
 * @property {number} height
 * @property {number} pixelRatio device px per CSS px; the canvas gets whole device px
 */

export class SizeWatcher {
  /** @type {HTMLElement} */ #element;
  /** @type {(size: Size) => void} */ #changed;
  /** @type {ResizeObserver} */ #observer;
  /** @type {AbortController} */ #abort = new AbortController();
  #has_device_box = false;
  /** @type {Window & typeof globalThis} */ #window;

  /**
   * @param {HTMLElement} element
   * @param {(size: Size) => void} changed
   */
  constructor(element, changed) {
    this.#element = element;
    this.#changed = changed;
    this.#window = window_of(element);
    this.#observer = new this.#window.ResizeObserver((entries) => this.#observed(/** @type {ResizeObserverEntry} */ (entries.at(-1))));
    try {
      this.#observer.observe(element, { box: 'device-pixel-content-box' });
      this.#has_device_box = true;
    } catch {
      this.#observer.observe(element);
    }
    this.#arm();
  }

  stop() {
    this.#observer.disconnect();
    this.#abort.abort();
  }

  /** @returns {Size} */
  measure() {
    const { clientWidth: width, clientHeight: height } = this.#element;
    return { width, height, pixelRatio: this.#window.devicePixelRatio };
  }

  /** @param {ResizeObserverEntry} entry */
  #observed(entry) {
    const { width, height } = entry.contentRect;
    const { devicePixelRatio } = this.#window;
    const device = this.#has_device_box ? entry.devicePixelContentBoxSize?.[0] : undefined;
    // an emulated screen reports the real one's pixels here; a true box is within rounding of the ratio
    const is_true = device !== undefined && width > 0 && Math.abs(device.inlineSize - width * devicePixelRatio) < 2;
    this.#changed({ width, height, pixelRatio: is_true ? device.inlineSize / width : devicePixelRatio });
  }

  #arm() {
    const query = this.#window.matchMedia(`(resolution: ${this.#window.devicePixelRatio}dppx)`);
    const changed = () => {
      this.#changed(this.measure());
      this.#arm();
    };
    query.addEventListener('change', changed, { once: true, signal: this.#abort.signal });
  }
}

/** A moved element has another window than this script. @param {Element} element */
function window_of(element) {
  return element.ownerDocument.defaultView ?? window;
}

export class VisibilityWatcher {
  #observer;
  #abort = new AbortController();
  #is_near = false;

  /**
   * @param {Element} element
   * @param {(is_visible: boolean) => void} changed
   */
  constructor(element, changed) {
    const page = element.ownerDocument;
    const tell = () => changed(this.#is_near && page.visibilityState === 'visible');
    this.#observer = new (window_of(element).IntersectionObserver)(
      (entries) => {
        this.#is_near = entries.at(-1)?.isIntersecting ?? false;
        tell();
      },
      { rootMargin: '64px' },
    );
    this.#observer.observe(element);
    page.addEventListener('visibilitychange', tell, { signal: this.#abort.signal });
  }

  stop() {
    this.#observer.disconnect();
    this.#abort.abort();
  }
}
