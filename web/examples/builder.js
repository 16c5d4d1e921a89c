// The embed builder: the state of the preview and a few choices become code. Everything is written as text.
import { box_of, chosen_state, policy_of, snippet_of } from './snippet.js';

const k_lockable = ['regions', 'covered', 'departments', 'domains', 'sectors', 'classes', 'roster', 'entries', 'themes', 'stories'];
const k_parts = ['header', 'tools', 'filters', 'strip', 'insets', 'rooms'];
const form = /** @type {HTMLFormElement} */ (document.getElementById('choices'));
const preview = /** @type {any} */ (document.getElementById('preview'));
form.elements.namedItem('base').value = new URL('..', location.href).href;
/** As it begins, and what is locked since the box was ticked. */
let initial = null;
let locked = {};

function choices() {
  const given = new FormData(form);
  const parts = k_parts.filter((part) => given.getAll('parts').includes(part));
  const state = initial ? chosen_state(preview.atlas.state, initial) : {};
  return {
    ...Object.fromEntries(given),
    parts: parts.length === k_parts.length ? [] : ['map', ...parts],
    accent: given.has('coloured') ? given.get('accent') : '',
    locked,
    state,
    permalink: preview.atlas?.permalink() ?? '#v1',
  };
}

function show() {
  const given = choices();
  document.getElementById('snippet').textContent = snippet_of(given);
  document.getElementById('policy').textContent = policy_of(given);
  preview.style.cssText = `display: block; ${box_of(given)}`;
}

/** What is filtered now is what the reader will not leave. */
function lock() {
  const { filter } = preview.atlas.state;
  const is_wanted = new FormData(form).has('lock');
  if (is_wanted === Object.keys(locked).length > 0) return;
  locked = is_wanted ? Object.fromEntries(k_lockable.filter((facet) => filter[facet]?.length > 0).map((facet) => [facet, filter[facet]])) : {};
}

function apply() {
  if (!preview.atlas) return;
  lock();
  const { lang, words, theme, gestures, parts, heading, accent, logo } = choices();
  const web_logo = URL.canParse(logo) ? logo : undefined;
  preview.atlas
    .configure({ lang, theme, gestures, heading: heading || undefined, logo: web_logo, accent: accent || undefined, parts: parts.length > 0 ? parts : undefined, locked })
    .then(show, show);
  if (URL.canParse(words)) preview.setAttribute('locale-src', words);
  else preview.removeAttribute('locale-src');
}

form.addEventListener('input', apply);
form.addEventListener('submit', (event) => event.preventDefault());
preview.addEventListener('ready', () => {
  initial = preview.atlas.state;
  show();
});
preview.addEventListener('statechange', show);
document.getElementById('copy').addEventListener('click', async () => {
  const said = document.getElementById('copied');
  try {
    await navigator.clipboard.writeText(document.getElementById('snippet').textContent);
    said.textContent = 'Copié';
  } catch {
    getSelection().selectAllChildren(document.getElementById('snippet'));
    said.textContent = 'Sélectionné\u202f: Ctrl + C';
  }
});
show();
