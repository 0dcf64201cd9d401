import { accessSync, constants } from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, join } from 'node:path';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/**
 * Where a Chromium is: CHROMIUM_PATH, one on the PATH, or one that Playwright has downloaded.
 * @returns {string | undefined} its absolute path, undefined when this machine has none
 */
export function findChromium() {
  const named = process.env['CHROMIUM_PATH'];
  if (named) return named;
  const folders = [...(process.env['PATH'] ?? '').split(delimiter), '/usr/bin'];
  const system = NAMES.flatMap((name) => folders.map((folder) => join(folder, name)));
  const { chromium } = createRequire(import.meta.url)('playwright-core');
  return [...system, chromium.executablePath()].find(runs);
}

/**
 * The same, for tests that can't do without.
 * @returns {string} its absolute path
 * @throws when this machine has none
 */
export function chromiumPath() {
  const path = findChromium();
  if (path === undefined) throw new Error('No Chromium here: `npm test` installs one.');
  return path;
}

/** @param {string} path */
function runs(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
