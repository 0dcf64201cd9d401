import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** Bytes of a file, or of all that is in a folder. */
export const bytesOf = (path) => {
  const entry = statSync(path, { throwIfNoEntry: false });
  if (!entry) return 0;
  return entry.isDirectory()
    ? readdirSync(path).reduce((sum, name) => sum + bytesOf(join(path, name)), 0)
    : entry.size;
};

/** Bytes that a closed profile keeps for the stores of one address. */
export const storeBytes = (profile, address) => {
  const folder = join(profile, 'Default', 'IndexedDB');
  const origin = `localhost_${new URL(address).port}`;
  return readdirSync(folder)
    .filter((name) => name.includes(origin))
    .reduce((sum, name) => sum + bytesOf(join(folder, name)), 0);
};

/** What the browser itself says that the address keeps. */
export const usageOf = async (page) => {
  const session = await page.context().newCDPSession(page);
  const { origin } = new URL(page.url());
  const { usage } = await session.send('Storage.getUsageAndQuota', { origin });
  return usage;
};

/** Bytes of the worker's and of the page's heap, after the garbage is out. */
export const heapsOf = async (page) => {
  const breakdown = await page.evaluate(() => globalThis.bench.memory());
  const bytesIn = (scope) =>
    breakdown
      .filter(({ attribution }) => attribution.some((each) => each.scope === scope))
      .reduce((sum, { bytes }) => sum + bytes, 0);
  return { worker: bytesIn('DedicatedWorkerGlobalScope'), page: bytesIn('Window') };
};
