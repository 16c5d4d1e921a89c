// A host page that is not nice: its own shortcuts, focus, scroll, selection, styles that reach for everything, and
// prototypes with additions. Everything the atlas must leave alone is recorded in window.host.

/** @param {string} inner what stands in the middle @param {string} [head] */
export function host_page(inner, head = '') {
  return `<!doctype html><html lang="fr"><head><meta charset="utf-8"><link rel="icon" href="data:,"><title>Hôte</title>
<style>
* { letter-spacing: 2px; }
button, input, section, h2, canvas { position: static !important; display: inline-block !important; margin: 30px !important; color: red !important; }
body { font: 20px serif; margin: 0; }
p { margin: 20px; }
#box { width: 900px; height: 600px; margin: 0 20px; }
</style>
<script>
Object.prototype.intruder = 'x';
Array.prototype.intruder = 'x';
window.host = { keys: [], shortcuts: 0, moved: 0 };
document.addEventListener('keydown', (event) => {
  host.keys.push([event.key, event.defaultPrevented]);
  if (event.key === 'k' && event.ctrlKey) { host.shortcuts++; event.preventDefault(); }
});
window.addEventListener('scroll', () => host.moved++);
</script>${head}</head><body>
<p id="text">Un paragraphe de l’hôte que l’on peut choisir à la souris, assez long pour cela.</p>
<p><input id="before" value="hello"><button id="button-before">avant</button></p>
<div id="box">${inner}</div>
<p><input id="after"><button id="button-after">après</button></p>
<p style="height: 3000px">Fin.</p>
</body></html>`;
}

export const element_host = host_page('<cluster-atlas loading="eager" style="height: 600px"></cluster-atlas>', '<script type="module" src="/cluster-atlas.js"></script>');
export const mount_host = host_page('');

/** A page with one atlas and nothing else. @param {{lang?: string, attributes?: string, head?: string, height?: number}} [of] */
export const element_page = ({ lang = 'fr', attributes = '', head = '', height = 600 } = {}) =>
  `<!doctype html><html lang="${lang}"><meta charset="utf-8"><title>Hôte</title><link rel="icon" href="/icon.svg">${head}<script type="module" src="/cluster-atlas.js"></script><cluster-atlas loading="eager" ${attributes} style="display: block; height: ${height}px"></cluster-atlas></html>`;
