// Keeps a copy of the site, so that it opens with the server stopped. The list and its version are written by the
// build. A copy is whole: a new version is fetched beside the old one, waits until a page that has just been opened lets
// it in (page.js), and only then takes the old one's place; no page ever gets files of two versions.
/* global self, caches, clients */

const k_version = '<!--atlas:version-->';
const k_files = JSON.parse('<!--atlas:files-->');
const k_cache = `cluster-atlas-${k_version}`;

self.addEventListener('install', (event) => {
  const fresh = k_files.map((file) => new Request(file, { cache: 'reload' }));
  event.waitUntil(caches.open(k_cache).then((cache) => cache.addAll(fresh)));
});

self.addEventListener('message', (event) => {
  if (event.data === 'take over') event.waitUntil(self.skipWaiting());
});

self.addEventListener('activate', (event) => {
  const is_old = (name) => name.startsWith('cluster-atlas-') && name !== k_cache;
  event.waitUntil(
    caches
      .keys()
      .then((names) => Promise.all(names.filter(is_old).map((name) => caches.delete(name))))
      .then(() => clients.claim()),
  );
});

self.addEventListener('fetch', (event) => {
  const url = new URL(event.request.url);
  if (event.request.method !== 'GET' || url.origin !== self.location.origin) return;
  const kept = caches.open(k_cache).then((cache) => cache.match(event.request, { ignoreSearch: true }));
  event.respondWith(kept.then((response) => response ?? fetch(event.request)));
});
