/** The third door: keeps every file of one build, so that the app opens without a network. */
import { addPlugins, cleanupOutdatedCaches, precacheAndRoute } from 'workbox-precaching';
import { NavigationRoute, registerRoute } from 'workbox-routing';
import { SECURITY_HEADERS } from './shell/headers.ts';

declare const self: ServiceWorkerGlobalScope & { __WB_MANIFEST: { url: string; revision: string | null }[] };

// Before any route: nothing this app does leaves its origin.
self.addEventListener('fetch', (event) => {
  if (new URL(event.request.url).origin !== self.location.origin) event.respondWith(Response.error());
});

self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));

// A new build waits until the person chooses it.
self.addEventListener('message', (event) => {
  const data: unknown = event.data;
  if (typeof data === 'object' && data !== null && 'type' in data && data.type === 'SKIP_WAITING') {
    void self.skipWaiting();
  }
});

addPlugins([
  {
    cachedResponseWillBeUsed: ({ cachedResponse }) =>
      Promise.resolve(cachedResponse && withSecurityHeaders(cachedResponse)),
  },
]);
cleanupOutdatedCaches();
precacheAndRoute(self.__WB_MANIFEST, { ignoreURLParametersMatching: [/.*/] });

// Rooms live behind the `#`. Any other address in our folder opens the book; a missing asset stays missing.
const openTheBook = () => Promise.resolve(Response.redirect(self.registration.scope));
registerRoute(new NavigationRoute(openTheBook, { denylist: [/\/assets\//] }));

function withSecurityHeaders(response: Response): Response {
  const headers = new Headers(response.headers);
  for (const [name, value] of Object.entries(SECURITY_HEADERS)) headers.set(name, value);
  return new Response(response.body, { status: response.status, statusText: response.statusText, headers });
}
