import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

/** Finds a Chromium, or fetches one: Debian's package when we may install it, Playwright's own build otherwise. */
export async function installChromium() {
  const { findChromium } = await import('./chromium.mjs');
  const found = findChromium();
  if (found !== undefined) return console.log(`Chromium: ${found}`);
  if (process.getuid?.() === 0 && existsSync('/etc/debian_version')) {
    console.log('Installing Chromium from Debian…');
    run('apt-get update -qq && apt-get install -y -qq --no-install-recommends chromium');
    if (findChromium() !== undefined) return;
  }
  console.log('Downloading Chromium…');
  run('npx playwright install chromium');
  if (findChromium() === undefined) throw new Error('No Chromium here: set CHROMIUM_PATH to one.');
}

function run(command) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  spawnSync(command, { shell: true, stdio: 'inherit', env });
}
