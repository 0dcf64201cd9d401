import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openBrowser } from './browser.mjs';
import { customersFile, productsFile } from './northwind-like.mjs';

/**
 * Books that are measured, each in a browser profile of its own, thrown away at the end. All begin as a copy of the
 * empty one: open, with customers and products, without an order.
 */
export const makeShelf = async (addresses) => {
  const folder = mkdtempSync(join(tmpdir(), 'counterfoil-bench-'));
  const known = new Map();
  let version = '';

  const book = (name, orders) => {
    const profile = join(folder, name);
    const open = () => openBrowser(profile, addresses);
    return {
      orders,
      profile,
      address: addresses.app,
      open,
      /** Works in a browser that is closed in good order afterwards. */
      use: async (work) => {
        const browser = await open();
        try {
          return await work(browser);
        } finally {
          await browser.close();
        }
      },
    };
  };

  const empty = book('empty', 0);
  await empty.use(async (browser) => {
    version = browser.version;
    const app = await browser.openApp();
    await app.evaluate(() => globalThis.bench.openBook());
    const files = [customersFile(), productsFile()];
    await app.evaluate((options) => globalThis.bench.importUntilVisible(options), { files, orders: 0 });
    // From the second load on the app comes out of its own cache.
    await app.evaluate(() => navigator.serviceWorker.ready);
  });

  const copyOfEmpty = (name, orders = 0) => {
    const copy = book(name, orders);
    cpSync(empty.profile, copy.profile, { recursive: true });
    return copy;
  };

  return {
    empty,
    browser: version,
    copyOfEmpty,
    /** The book that is kept for as many orders; made when it is first asked for. */
    bookOf: (orders) => {
      const kept = known.get(orders) ?? copyOfEmpty(`of-${orders}`, orders);
      known.set(orders, kept);
      return kept;
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
};
