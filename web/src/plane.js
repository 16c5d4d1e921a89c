// Where a point of the window lies on the atlas, however the page has bent it: scaled, turned, mirrored, in perspective.
// Four points at the corners say where the browser shows them; the projection through them (P. Heckbert, "Fundamentals
// of Texture Mapping and Image Warping", 1989, §2.2.3) is turned round.

const k_corners = [[0, 0], [1, 0], [1, 1], [0, 1]];
const k_steps_per_px = 1024; // an unbent page gets back the very numbers that it put in

export class Plane {
  /** @type {HTMLElement} */ #root;
  /** @type {HTMLElement[]} */ #corners;

  /** @param {HTMLElement} root @param {AbortSignal} signal takes the corners away */
  constructor(root, signal) {
    this.#root = root;
    this.#corners = k_corners.map(([x, y]) => {
      const corner = Object.assign(document.createElement('div'), { className: 'corner' });
      corner.style.left = `${x * 100}%`;
      corner.style.top = `${y * 100}%`;
      return corner;
    });
    root.append(...this.#corners);
    signal.addEventListener('abort', () => this.#corners.forEach((corner) => corner.remove()));
  }

  /** In px of the root, as it was before it was bent. @param {{clientX: number, clientY: number}} point */
  place({ clientX: x, clientY: y }) {
    const [a, b, c, d, e, f, g, h] = this.#projection();
    const depth = (d * h - e * g) * x + (b * g - a * h) * y + (a * e - b * d);
    if (!depth) return { x: 0, y: 0 }; // seen from the side
    const across = ((e - f * h) * x + (c * h - b) * y + (b * f - c * e)) / depth;
    const down = ((f * g - d) * x + (a - c * g) * y + (c * d - a * f)) / depth;
    const { clientWidth, clientHeight } = this.#root;
    return { x: whole(across * clientWidth), y: whole(down * clientHeight) };
  }

  /** Of the unit square to the window: x = (au + bv + c) / (gu + hv + 1), y = (du + ev + f) / (gu + hv + 1). */
  #projection() {
    const [one, two, three, four] = this.#corners.map((corner) => corner.getBoundingClientRect());
    const [dx1, dx2, dx3] = [two.x - three.x, four.x - three.x, one.x - two.x + three.x - four.x];
    const [dy1, dy2, dy3] = [two.y - three.y, four.y - three.y, one.y - two.y + three.y - four.y];
    const area = dx1 * dy2 - dx2 * dy1 || 1;
    const g = (dx3 * dy2 - dx2 * dy3) / area;
    const h = (dx1 * dy3 - dx3 * dy1) / area;
    return [two.x - one.x + g * two.x, four.x - one.x + h * four.x, one.x, two.y - one.y + g * two.y, four.y - one.y + h * four.y, one.y, g, h];
  }
}

/** @param {number} px */
function whole(px) {
  return Math.round(px * k_steps_per_px) / k_steps_per_px;
}
