// The demo site's own script: makes it work without a network once it was visited.
if ('serviceWorker' in navigator && window === top) {
  navigator.serviceWorker.register('service_worker.js').catch((error) => console.warn('no offline copy:', error));
}
