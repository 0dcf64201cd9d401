import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** Installs exactly what package-lock.json says, unless it is there already. Needs nothing but Node and npm. */
export function installPackages() {
  if (isInstalled()) return;
  console.log('Installing packages…');
  const { status } = spawnSync('npm', ['ci', '--include=dev', '--no-audit', '--no-fund'], {
    stdio: 'inherit',
  });
  if (status !== 0) process.exit(status ?? 1);
}

// npm writes down what it has installed, last of all: a torn installation has no such list.
function isInstalled() {
  const wanted = packagesIn('package-lock.json');
  const present = packagesIn('node_modules/.package-lock.json');
  return Object.entries(wanted).every(
    ([path, { version, optional }]) => path === '' || optional || present[path]?.version === version,
  );
}

/** @returns {Record<string, { version: string, optional?: boolean }>} */
function packagesIn(lock) {
  try {
    return JSON.parse(readFileSync(lock, 'utf8')).packages;
  } catch {
    return {};
  }
}
