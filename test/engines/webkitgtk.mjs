import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { playwright } from '@vitest/browser-playwright';

/**
 * Vitest's browser provider for WebKitGTK: it only opens Vitest's page, which then talks to Vitest by itself.
 * Started as a plain browser and not by WebDriver, whose sessions keep IndexedDB in memory: here it is on disk.
 * @param {string} miniBrowser path of WebKitGTK's MiniBrowser
 */
export const webkitgtk = (miniBrowser) => ({
  ...playwright(),
  name: 'webkitgtk',
  supportedBrowser: ['webkit'],
  providerFactory: () => new WebKitGtk(miniBrowser),
});

class WebKitGtk {
  name = 'webkitgtk';
  supportsParallelism = false;
  #miniBrowser;
  #display;
  #browser;
  #profile = mkdtempSync(join(tmpdir(), 'counterfoil-webkitgtk-'));

  constructor(miniBrowser) {
    this.#miniBrowser = miniBrowser;
  }

  getCommandsContext() {
    return {};
  }

  async openPage(_session, url) {
    await end(this.#browser);
    this.#display ??= await startDisplay();
    this.#browser = spawn(this.#miniBrowser, [url], {
      stdio: 'ignore',
      env: {
        ...process.env,
        DISPLAY: this.#display.name,
        // Painting by the graphics driver crashes now and then where there is no graphics card.
        WEBKIT_SKIA_ENABLE_CPU_RENDERING: '1',
        // The whole profile: nothing of the machine's user is read or written.
        HOME: this.#profile,
        XDG_CACHE_HOME: join(this.#profile, 'cache'),
        XDG_CONFIG_HOME: join(this.#profile, 'config'),
        XDG_DATA_HOME: join(this.#profile, 'data'),
      },
    });
    await once(this.#browser, 'spawn');
  }

  async close() {
    await end(this.#browser);
    await end(this.#display?.server);
    // Its helpers end a moment after it, and write until then.
    rmSync(this.#profile, { recursive: true, force: true, maxRetries: 20 });
  }
}

/** WebKitGTK has no headless mode: a screen in memory, under the first number that is free. */
async function startDisplay() {
  const options = ['-displayfd', '1', '-screen', '0', '1280x800x24', '-nolisten', 'tcp'];
  const server = spawn('Xvfb', options, { stdio: ['ignore', 'pipe', 'ignore'] });
  const [number] = await once(server.stdout, 'data');
  return { server, name: `:${String(number).trim()}` };
}

async function end(child) {
  if (!child || child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill();
  await ended;
}
