// `npm start`: on a bare clone too, so only what Node has itself may be imported before the installation.
import { spawnSync } from 'node:child_process';
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { installPackages } from './install.mjs';

const BUILT_LAST = 'dist/service-worker.js';
const SOURCES = ['src', 'public', 'index.html', 'package.json', 'package-lock.json', 'vite.config.ts'];
const GENERATED = join('src', 'ui', 'words', 'compiled');

process.chdir(join(import.meta.dirname, '..'));
installPackages();
if (Math.max(...SOURCES.map(lastChange)) > lastChange(BUILT_LAST)) {
  console.log('Building…');
  const { status } = spawnSync('npm', ['run', 'build'], { stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
}

const usual = Number(process.env['PORT'] || 4173);
const { preview } = await import('vite');
const server = await preview({ preview: { port: usual, strictPort: false }, logLevel: 'warn' });
const address = server.resolvedUrls?.local[0] ?? '';
console.log(`\n  Counterfoil is open at ${address}\n`);
if (new URL(address).port !== String(usual)) {
  console.log(`  Port ${usual} is taken. A browser keeps one book per address: this is another book.\n`);
}

/** When a file, or the newest thing in a folder, was last changed; 0 if it isn't there. */
function lastChange(path) {
  const entry = statSync(path, { throwIfNoEntry: false });
  if (entry === undefined || path === GENERATED) return 0;
  if (!entry.isDirectory()) return entry.mtimeMs;
  return Math.max(entry.mtimeMs, ...readdirSync(path).map((name) => lastChange(join(path, name))));
}
