// The atlas's own pages speak its language and bear its title: in the tab, and as the heading of all.

const element = /** @type {HTMLElement} */ (document.querySelector('cluster-atlas'));

const heading = Object.assign(document.createElement('h1'), { className: 'unseen' });

function follow() {
  const root = element.shadowRoot?.querySelector('.atlas');
  const title = root?.getAttribute('aria-label');
  const lang = root?.getAttribute('lang');
  if (lang) document.documentElement.lang = lang;
  if (!title) return;
  document.title = `${title} – Cluster Atlas`;
  heading.textContent = title;
}

/** In a low window the page scrolls, and nobody else's page is moved: what takes the focus is shown. */
function reveal() {
  element.shadowRoot?.activeElement?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
}

function begin() {
  const root = element.shadowRoot?.querySelector('.atlas');
  element.before(heading);
  if (root) new MutationObserver(follow).observe(root, { attributeFilter: ['lang', 'aria-label'] });
  element.addEventListener('focusin', reveal);
  follow();
}

if (Reflect.get(element, 'atlas')) begin();
else element.addEventListener('ready', begin, { once: true });
