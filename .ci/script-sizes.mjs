// What the page and the worker load before the first room shows. Run after a build it prints that, and fails over a limit.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

const ASSETS = join('dist', 'assets');
const KILOBYTE = 1000;

/** Bytes, gzipped: of the page with the room that it opens with, and of the worker. */
export const LIMITS = { today: 120 * KILOBYTE, beginning: 120 * KILOBYTE, worker: 85 * KILOBYTE };

/** A script and all that it imports before it runs. @returns {Set<string>} */
function withImports(/** @type {string} */ file, /** @type {Set<string>} */ found = new Set()) {
  if (found.has(file)) return found;
  found.add(file);
  const text = readFileSync(join(ASSETS, file), 'utf8');
  for (const [, imported = ''] of text.matchAll(
    /(?:^|[;}\s])(?:import|export)\s*(?:[^'"()]*?from\s*)?["']\.\/([^'"]+\.js)["']/g,
  ))
    withImports(imported, found);
  return found;
}

const gzipped = (/** @type {Iterable<string>} */ files) =>
  [...files].reduce((sum, file) => sum + gzipSync(readFileSync(join(ASSETS, file)), { level: 9 }).length, 0);

const named = (/** @type {string} */ name) => {
  const file = readdirSync(ASSETS).find((one) => one.startsWith(`${name}-`) && one.endsWith('.js'));
  if (file === undefined) throw new Error(`There is no script “${name}” in ${ASSETS}: build first.`);
  return file;
};

/** Bytes, gzipped: the page by itself, with Today or the first run on it, and the worker before it takes commands. */
export function scriptSizes() {
  const html = readFileSync(join('dist', 'index.html'), 'utf8');
  /** @type {Set<string>} */
  const page = new Set();
  for (const [, file = ''] of html.matchAll(/<script[^>]*\ssrc="\.\/assets\/([^"]+)"/g))
    withImports(file, page);
  const withRoom = (/** @type {string} */ room) => gzipped(withImports(named(room), new Set(page)));
  return {
    page: gzipped(page),
    today: withRoom('Today'),
    beginning: withRoom('FirstRun'),
    worker: gzipped(withImports(named('engine.worker'))),
  };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const sizes = scriptSizes();
  for (const [what, bytes] of Object.entries(sizes)) {
    const limit = LIMITS[/** @type {keyof typeof LIMITS} */ (what)];
    const over = limit !== undefined && bytes > limit;
    if (over) process.exitCode = 1;
    const told = limit === undefined ? '' : `, ${over ? 'OVER' : 'within'} ${String(limit / KILOBYTE)} kB`;
    console.log(`${what}: ${(bytes / KILOBYTE).toFixed(1)} kB${told}`);
  }
}
