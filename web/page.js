// The script of the site's own pages, the kiosk among them: they work without a network once one was visited. A newer
// copy that waits since the last visit takes over now, while nothing is lost by starting again: what is shown is in the
// address, and a kiosk starts its tour.

async function keep_a_copy() {
  const workers = navigator.serviceWorker;
  const had_copy = workers.controller !== null;
  const registration = await workers.register('service_worker.js');
  if (!had_copy || !registration.waiting) return;
  workers.addEventListener('controllerchange', () => location.reload(), { once: true });
  registration.waiting.postMessage('take over');
}

if ('serviceWorker' in navigator && window === top) {
  keep_a_copy().catch((error) => console.warn('no offline copy:', error));
}
