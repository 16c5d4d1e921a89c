// mount() inside somebody's closed shadow root: no global style, id or selector is needed.
import { mount } from '../cluster-atlas.js';

class ArticleCard extends HTMLElement {
  connectedCallback() {
    const root = this.attachShadow({ mode: 'closed' });
    mount(root, { state: { filter: { domains: ['energy'] } } }).then((atlas) => {
      this.atlas = atlas;
    }, console.warn);
  }
  disconnectedCallback() {
    this.atlas?.destroy();
  }
}
customElements.define('article-card', ArticleCard);
