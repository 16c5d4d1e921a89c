// The atlas's own pages speak its language and bear its title: in the tab, and as the heading of all.

const element = /** @type {HTMLElement} */ (document.querySelector('cluster-atlas'));
/** A page that was saved has its heading already. */
const heading = document.querySelector('main > h1.unseen') ?? Object.assign(document.createElement('h1'), { className: 'unseen' });
const observer = new MutationObserver(follow);

function follow() {
  const root = element.shadowRoot?.querySelector('.atlas');
  const title = root?.getAttribute('aria-label');
  const lang = root?.getAttribute('lang');
  if (lang) document.documentElement.lang = lang;
  if (!title) return;
  document.title = `${title} – Cluster Atlas`;
  heading.textContent = title;
}

/** In a low window the page scrolls, so that what takes the focus is seen: this window only, and nothing inside the atlas. */
function reveal() {
  const box = element.shadowRoot?.activeElement?.getBoundingClientRect();
  if (!box) return;
  const by = box.top < 0 ? box.top : Math.max(0, Math.min(box.bottom - innerHeight, box.top));
  if (by) scrollBy(0, by);
}

/** A kiosk that starts again has another root. */
function begin() {
  const root = element.shadowRoot?.querySelector('.atlas');
  if (!heading.isConnected) element.before(heading);
  observer.disconnect();
  if (root) observer.observe(root, { attributeFilter: ['lang', 'aria-label'] });
  follow();
}

element.addEventListener('focusin', reveal);
element.addEventListener('ready', begin);
if (Reflect.get(element, 'atlas')) begin();
