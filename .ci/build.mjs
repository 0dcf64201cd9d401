import { spawnSync } from 'node:child_process';
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

const BUILT_LAST = 'dist/service-worker.js';
const SOURCES = ['src', 'public', 'index.html', 'package.json', 'package-lock.json', 'vite.config.ts'];
const GENERATED = join('src', 'ui', 'words', 'compiled');

/** Builds the app unless the last build is newer than all of its sources. Needs nothing but Node and npm. */
export function buildWhenOutdated() {
  if (Math.max(...SOURCES.map(lastChange)) <= lastChange(BUILT_LAST)) return;
  console.log('Building…');
  const { status } = spawnSync('npm', ['run', 'build'], { stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
}

/** When a file, or the newest thing in a folder, was last changed; 0 if it isn't there. */
function lastChange(path) {
  const entry = statSync(path, { throwIfNoEntry: false });
  if (entry === undefined || path === GENERATED) return 0;
  if (!entry.isDirectory()) return entry.mtimeMs;
  return Math.max(entry.mtimeMs, ...readdirSync(path).map((name) => lastChange(join(path, name))));
}
