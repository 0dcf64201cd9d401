import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { chromiumPath } from '../test/chromium.mjs';

/** Starts a browser process of its own on a profile. */
export const openBrowser = async (profile, addresses) => {
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: chromiumPath(),
    viewport: { width: 1440, height: 900 },
    // Else the browser waits for a quiet time of up to 20 s before it says how much memory a page takes.
    args: ['--enable-blink-features=ForceEagerMeasureMemory'],
  });
  for (const script of ['in-page.mjs', 'interactions-in-page.mjs'])
    await context.addInitScript({ path: join(import.meta.dirname, script) });
  context.setDefaultTimeout(600_000);
  let [blank] = context.pages();
  const openBlank = async () => {
    const page = blank ?? (await context.newPage());
    blank = undefined;
    return page;
  };
  return {
    version: context.browser()?.version() ?? '',
    /** A tab that has not been anywhere yet. */
    openBlank,
    /** A tab with the app, once its book is open. */
    openApp: async (room = '') => {
      const page = await openBlank();
      await page.goto(addresses.app + room);
      await page.waitForFunction(() => 'counterfoil' in globalThis);
      await page.evaluate(() => globalThis.counterfoil.health());
      return page;
    },
    openRaw: async () => {
      const page = await openBlank();
      await page.goto(addresses.raw);
      return page;
    },
    close: () => context.close(),
  };
};
