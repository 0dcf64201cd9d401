import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { chromium, test as base, type Browser, type BrowserContext, type Page } from '@playwright/test';
import { chromiumPath } from '../chromium.mjs';
import { atTheDoor } from './own-book.ts';

/** A browser process of our own on a profile that outlives it: it can be killed without a word, and started again. */
export class RealBrowser {
  readonly profile = mkdtempSync(join(tmpdir(), 'counterfoil-profile-'));
  #process: ChildProcess | undefined;
  #browser: Browser | undefined;

  async open(): Promise<BrowserContext> {
    const portFile = join(this.profile, 'DevToolsActivePort');
    rmSync(portFile, { force: true });
    this.#process = spawn(
      chromiumPath(),
      [
        '--headless=new',
        '--no-sandbox',
        '--no-first-run',
        '--disable-gpu',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        '--window-size=1440,900',
        '--remote-debugging-port=0',
        `--user-data-dir=${this.profile}`,
        'about:blank',
      ],
      { detached: true, stdio: 'ignore' },
    );
    while (!existsSync(portFile) || !readFileSync(portFile, 'utf8').includes('\n')) await pause(50);
    const [port] = readFileSync(portFile, 'utf8').split('\n');
    this.#browser = await chromium.connectOverCDP(`http://127.0.0.1:${port ?? ''}`);
    const [context] = this.#browser.contexts();
    if (!context) throw new Error('the browser has no context');
    context.setDefaultTimeout(20_000);
    return context;
  }

  /** `kill -9` for the whole process group: no handler runs, nothing is flushed. */
  async kill(): Promise<void> {
    const browser = this.#process;
    if (browser?.pid === undefined || browser.exitCode !== null || browser.signalCode !== null) return;
    const gone = new Promise<void>((resolve) => {
      browser.once('exit', () => {
        resolve();
      });
    });
    process.kill(-browser.pid, 'SIGKILL');
    await gone;
    await this.#browser?.close().catch(() => undefined);
  }

  async remove(): Promise<void> {
    await this.kill();
    rmSync(this.profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
}

/** A fixture, so that the process goes even when the test runs out of time. */
export const test = base.extend<{ realBrowser: RealBrowser }>({
  // eslint-disable-next-line no-empty-pattern -- Playwright reads what a fixture needs from here
  realBrowser: async ({}, use) => {
    const browser = new RealBrowser();
    await use(browser);
    await browser.remove();
  },
});

/** Starts the browser, and opens the app in it. */
export const openApp = async (browser: RealBrowser, address = ''): Promise<Page> => {
  const page = await (await browser.open()).newPage();
  await page.goto(address);
  await atTheDoor(page);
  return page;
};
