// Keeps a copy of the site, so that it opens with the server stopped. The list and its version are written by the
// build. A copy is whole: a new version is fetched beside the old one, waits until a page that has just been opened lets
// it in (page.js), and only then takes the old one's place; no page ever gets files of two versions.
/* global self, caches, clients */

const k_version = '<!--atlas:version-->';
const k_files = JSON.parse('<!--atlas:files-->');
const k_scope = `cluster-atlas ${self.registration.scope} `; // an origin may hold several copies of the site
const k_cache = k_scope + k_version;

/** Under the name that was asked for: a page must not be answered with a redirected response, as hosts of "/kiosk" give for "/kiosk.html". */
async function keep(cache, file) {
  const response = await fetch(new Request(file, { cache: 'reload' }));
  if (!response.ok) throw new TypeError(`${file}: ${response.status}`);
  const { status, statusText, headers } = response;
  await cache.put(file, response.redirected ? new Response(response.body, { status, statusText, headers }) : response);
}

/** Also at the address without ".html". */
async function kept(request) {
  const cache = await caches.open(k_cache);
  const found = await cache.match(request, { ignoreSearch: true });
  if (found || request.mode !== 'navigate') return found;
  const page = new URL(request.url);
  page.pathname += '.html';
  return cache.match(page, { ignoreSearch: true });
}

self.addEventListener('install', (event) => {
  event.waitUntil(caches.open(k_cache).then((cache) => Promise.all(k_files.map((file) => keep(cache, file)))));
});

self.addEventListener('message', (event) => {
  if (event.data === 'take over') event.waitUntil(self.skipWaiting());
});

self.addEventListener('activate', (event) => {
  const is_old = (name) => name.startsWith(k_scope) && name !== k_cache;
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
  event.respondWith(kept(event.request).then((response) => response ?? fetch(event.request)));
});
