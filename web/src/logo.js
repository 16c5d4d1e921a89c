// The host's own mark: an image over the place that the header keeps for it.

const k_height = 32; // px of the core, as its header draws
const k_most = 200;

export class Logo {
  #image = Object.assign(new Image(), { className: 'logo', alt: '', hidden: true, draggable: false });
  /** @type {string | undefined} */ #address;

  /** @param {HTMLElement} root @param {() => void} loaded */
  constructor(root, loaded) {
    this.#image.addEventListener('load', loaded);
    this.#image.addEventListener('error', () => console.warn('cluster-atlas:', `logo: ${this.#address} is no image that can be shown`));
    root.append(this.#image);
  }

  /** How wide it is, in px of the core; 0: none, or not yet. */
  get width() {
    const { naturalWidth, naturalHeight } = this.#image;
    return this.#address && naturalHeight > 0 ? Math.min(k_most, (k_height * naturalWidth) / naturalHeight) : 0;
  }

  /** @param {string | undefined} address */
  show(address) {
    if (address === this.#address) return;
    this.#address = address;
    if (address) this.#image.src = address;
    else this.#image.removeAttribute('src');
  }

  /** Not over a sheet that lies over the header. @param {import('./outline.js').Outline} outline @param {number} zoom */
  place(outline, zoom) {
    const node = outline.zones.flatMap(({ nodes }) => nodes).find(({ id }) => id === 'header/logo');
    this.#image.hidden = !node || outline.zones.some(({ zone }) => zone === 'sheet');
    if (!node) return;
    const [left, top, width, height] = node.rect.map((px) => `${px * zoom}px`);
    Object.assign(this.#image.style, { left, top, width, height });
  }

  stop() {
    this.#image.remove();
  }
}
