// The embed builder: the state of the preview and a few choices become a snippet. Everything is written as text.
import { policy_of, size_of, snippet_of } from './snippet.js';

const form = /** @type {HTMLFormElement} */ (document.getElementById('choices'));
const preview = /** @type {any} */ (document.getElementById('preview'));
form.elements.namedItem('base').value = new URL('..', location.href).href;

function choices() {
  const given = Object.fromEntries(new FormData(form));
  return { ...given, permalink: preview.atlas?.permalink() ?? '#v1' };
}

function show() {
  const given = choices();
  document.getElementById('snippet').textContent = snippet_of(given);
  document.getElementById('policy').textContent = policy_of(given);
  preview.style.height = size_of(given.height, '560px');
  preview.style.width = size_of(given.width, '100%');
}

form.addEventListener('input', () => {
  const { lang, theme, gestures } = choices();
  preview.atlas?.setState({ lang, theme });
  preview.setAttribute('gestures', gestures);
  show();
});
form.addEventListener('submit', (event) => event.preventDefault());
preview.addEventListener('ready', show);
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
