/** The third door: keeps every file of one build, so that the app opens without a network. */
import { addPlugins, cleanupOutdatedCaches, precacheAndRoute } from 'workbox-precaching';
import { NavigationRoute, registerRoute } from 'workbox-routing';
import { allowedOrigins } from './engine/reading/allowed.ts';
import { headersAllowing } from './shell/headers.ts';
import { SHARE_ADDRESS } from './shell/shared-files.ts';
import { receiveShared } from './shell/sharing.ts';

declare const self: ServiceWorkerGlobalScope & { __WB_MANIFEST: { url: string; revision: string | null }[] };

// Before any route: nothing this app does leaves its origin, but what the engine sends to the webhooks of the seller.
// Where to it may, its own security policy says; this one's would not let it pass, so it is not taken over here.
self.addEventListener('fetch', (event) => {
  const { request } = event;
  if (new URL(request.url).origin === self.location.origin) return;
  const isSent = request.method === 'POST' && request.destination === '' && request.mode === 'cors';
  if (!isSent) event.respondWith(Response.error());
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
    cachedResponseWillBeUsed: async ({ cachedResponse, request }) =>
      cachedResponse &&
      withSecurityHeaders(cachedResponse, isEngine(request.url) ? await allowedOrigins() : []),
  },
]);
cleanupOutdatedCaches();
precacheAndRoute(self.__WB_MANIFEST, { ignoreURLParametersMatching: [/.*/] });

// What other apps share comes as a form; it goes no further than this.
const sharedTo = new URL(SHARE_ADDRESS, self.registration.scope).href;
registerRoute(
  ({ url }) => url.href === sharedTo,
  ({ request }) => receiveShared(request, self.registration.scope),
  'POST',
);

// Rooms live behind the `#`. Any other address in our folder opens the book; a missing asset stays missing.
const openTheBook = () => Promise.resolve(Response.redirect(self.registration.scope));
registerRoute(new NavigationRoute(openTheBook, { denylist: [/\/assets\//] }));

function isEngine(url: string): boolean {
  return new URL(url).pathname.includes('/engine.worker');
}

function withSecurityHeaders(response: Response, origins: readonly string[]): Response {
  const headers = new Headers(response.headers);
  for (const [name, value] of Object.entries(headersAllowing(origins))) headers.set(name, value);
  return new Response(response.body, { status: response.status, statusText: response.statusText, headers });
}
