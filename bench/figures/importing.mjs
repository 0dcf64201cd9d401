import { median } from '../statistics.mjs';
import { ordersFile } from '../northwind-like.mjs';
import { heapsOf, storeBytes, usageOf } from './weighing.mjs';

/** The reference of the first order of each book. */
export const FIRST_NUMBER = 10_000_000;

/**
 * @returns milliseconds until the order list counts them all (`visible`) and until every read model has them, and the
 *   page's longest task meanwhile
 */
const importOrders = (app, before, orders, watched = false) =>
  app.evaluate((options) => globalThis.bench.importUntilVisible(options), {
    files: [ordersFile(FIRST_NUMBER + before, orders)],
    orders,
    watched,
  });

const summary = (orders, imports) => ({
  orders,
  imports: imports.length,
  visible: median(imports.map(({ visible }) => visible)),
  everywhere: median(imports.map(({ everywhere }) => everywhere)),
  longest: Math.max(...imports.map(({ longest }) => longest)),
  perSecond: median(imports.map(({ visible }) => (1000 * orders) / visible)),
});

/** Fills the books of the shelf, the largest by two of the large imports; weighs it. */
export const measureImports = async (shelf, sizes) => {
  const [small, large] = sizes.imports;
  const smallImports = [];
  for (let round = 0; round < sizes.importRounds; round += 1)
    await shelf.copyOfEmpty(`small-${round}`).use(async (browser) => {
      smallImports.push(await importOrders(await browser.openApp('#/import'), 0, small, true));
    });

  for (const orders of sizes.books.slice(0, -1))
    await shelf
      .bookOf(orders)
      .use(async (browser) => importOrders(await browser.openApp('#/orders'), 0, orders));

  const largest = shelf.bookOf(sizes.books.at(-1));
  const largeImports = [];
  const weight = await largest.use(async (browser) => {
    const app = await browser.openApp('#/orders');
    const usage = await usageOf(app);
    for (let before = 0; before < largest.orders; before += large)
      largeImports.push(await importOrders(app, before, large));
    return { usage: ((await usageOf(app)) - usage) / largest.orders, heaps: await heapsOf(app) };
  });
  const bytes = [shelf.empty, largest].map(({ profile, address }) => storeBytes(profile, address));
  return {
    small: summary(small, smallImports),
    large: summary(large, largeImports),
    bytesPerOrder: (bytes[1] - bytes[0]) / largest.orders,
    usagePerOrder: weight.usage,
    heapsAfterImport: weight.heaps,
  };
};
