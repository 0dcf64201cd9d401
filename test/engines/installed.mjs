import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

const LIBRARIES = '/usr/lib';
const PACKAGES = ['firefox-esr', 'webkit2gtk-driver', 'xvfb'];

/** Where Debian puts an engine. @returns {{ firefox: string | undefined, webkitgtk: string | undefined }} */
export const installed = () => ({
  firefox: ['/usr/bin/firefox-esr'].find(existsSync),
  webkitgtk: existsSync('/usr/bin/Xvfb') ? miniBrowsers().find(existsSync) : undefined,
});

/** Fetches what is missing, where that is possible: as root on Debian. */
export function installMissing() {
  if (Object.values(installed()).every(Boolean)) return;
  if (process.getuid?.() !== 0 || !existsSync('/etc/debian_version'))
    return console.log(`Install them yourself (${PACKAGES.join(', ')}): this needs root on Debian.`);
  console.log(`Installing ${PACKAGES.join(', ')} from Debian…`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const install = `apt-get update -qq && apt-get install -y -qq --no-install-recommends ${PACKAGES.join(' ')}`;
  spawnSync(install, { shell: true, stdio: ['ignore', 'ignore', 'inherit'], env });
}

/** `webkit2gtk-4.0` or newer, below the folder of the machine's architecture. */
function miniBrowsers() {
  if (!existsSync(LIBRARIES)) return [];
  const architectures = readdirSync(LIBRARIES).filter((name) => name.includes('-linux-gnu'));
  return architectures.flatMap((folder) =>
    readdirSync(join(LIBRARIES, folder))
      .filter((name) => name.startsWith('webkit2gtk-') || name.startsWith('webkitgtk-'))
      .map((name) => join(LIBRARIES, folder, name, 'MiniBrowser')),
  );
}
