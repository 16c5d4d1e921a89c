// Keeps a copy of the site, so that it opens with the server stopped. The list and its version are written by the
// build; a new version replaces the old copy as a whole.
/* global self, caches, clients */

const k_version = '<!--atlas:version-->';
const k_files = JSON.parse('<!--atlas:files-->');
const k_cache = `cluster-atlas-${k_version}`;

self.addEventListener('install', (event) => {
  event.waitUntil(
    caches
      .open(k_cache)
      .then((cache) => cache.addAll(k_files.map((file) => new Request(file, { cache: 'reload' }))))
      .then(() => self.skipWaiting()),
  );
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
  event.respondWith(
    caches.match(event.request, { ignoreSearch: true }).then((kept) => kept ?? fetch(event.request)),
  );
});
