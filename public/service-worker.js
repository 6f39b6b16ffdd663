/*
 * Stands between this origin's pages and the network for the simulated API alone: everything else
 * bypasses it, and nothing of the API ever passes on to the network, where it could leave the
 * browser. The answers come from the page (mockServiceWorker.js, as MSW ships it).
 */
const API = '/gateway/api/';
const network = self.fetch.bind(self);

function isApi(url) {
  const { origin, pathname } = new URL(url);
  return origin === self.location.origin && pathname.startsWith(API);
}

/** Says "nobody answered": it lacks the backend's marker, so the page answers itself. */
function unanswered() {
  return new Response(null, { status: 204 });
}

self.fetch = (input, init) => {
  const url = input instanceof Request ? input.url : new URL(input, self.location).href;
  return isApi(url) ? Promise.resolve(unanswered()) : network(input, init);
};

self.addEventListener('fetch', (event) => {
  if (!isApi(event.request.url)) event.stopImmediatePropagation();
});

// A page that was reloaded past its worker asks to be served again.
self.addEventListener('message', (event) => {
  if (event.data === 'CLAIM') event.waitUntil(self.clients.claim());
});

importScripts('./mockServiceWorker.js');

// Reached only by requests of the API that MSW leaves to the network.
self.addEventListener('fetch', (event) => event.respondWith(unanswered()));
