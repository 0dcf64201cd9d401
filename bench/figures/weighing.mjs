import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

const ASSETS = join('dist', 'assets');

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

/** A script and all that it imports before it runs. */
const withImports = (file, found = new Set()) => {
  if (found.has(file)) return found;
  found.add(file);
  const text = readFileSync(join(ASSETS, file), 'utf8');
  for (const [, imported] of text.matchAll(
    /(?:^|[;}\s])(?:import|export)\s*(?:[^'"()]*?from\s*)?["']\.\/([^'"]+\.js)["']/g,
  ))
    withImports(imported, found);
  return found;
};

const gzipped = (files) =>
  [...files].reduce((sum, file) => sum + gzipSync(readFileSync(join(ASSETS, file)), { level: 9 }).length, 0);

/** Bytes, gzipped, of the scripts that the page and the worker load before anything else. */
export const scriptSizes = () => {
  const html = readFileSync(join('dist', 'index.html'), 'utf8');
  const scripts = [...html.matchAll(/<script[^>]*\ssrc="\.\/assets\/([^"]+)"/g)].map(([, file]) => file);
  const page = new Set();
  for (const script of scripts) withImports(script, page);
  const worker = readdirSync(ASSETS).filter((file) => /^engine\.worker-.*\.js$/.test(file));
  const workers = new Set();
  for (const script of worker) withImports(script, workers);
  return { page: gzipped(page), worker: gzipped(workers) };
};
