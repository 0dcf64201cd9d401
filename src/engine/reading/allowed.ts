const CACHE = 'counterfoil-allowed';
const KEY = './allowed-origins';

/**
 * To which origins the engine may send, beside its own: those of the webhooks that were set up. The service worker reads
 * it and puts them into the engine's security policy, in which nobody else stands.
 */
export const allowedOrigins = async (): Promise<readonly string[]> => {
  const cache = await caches.open(CACHE);
  const kept = await cache.match(KEY);
  return kept ? ((await kept.json()) as string[]) : [];
};

/** Keeps the origins of these addresses, and says whether that is a change: then the engine has to be spawned anew. */
export const allowOriginsOf = async (urls: readonly string[]): Promise<boolean> => {
  const origins = [
    ...new Set(urls.filter((url) => URL.canParse(url)).map((url) => new URL(url).origin)),
  ].sort();
  const before = await allowedOrigins();
  if (before.join() === origins.join()) return false;
  await (await caches.open(CACHE)).put(KEY, Response.json(origins));
  return true;
};
