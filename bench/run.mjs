// `npm run bench`: measures the production build in Chromium. `npm run bench -- --quick` for a first look.
import { join } from 'node:path';
import { buildWhenOutdated } from '../.ci/build.mjs';
import { scriptSizes } from '../.ci/script-sizes.mjs';
import { makeShelf } from './books.mjs';
import { measureDispatching } from './figures/dispatching.mjs';
import { FIRST_NUMBER, measureImports } from './figures/importing.mjs';
import { measureInteracting } from './figures/interacting.mjs';
import { measureLoading } from './figures/loading.mjs';
import { measureOtherTab, measureOwnWrites } from './figures/lags.mjs';
import { measureListing } from './figures/listing.mjs';
import { measureMeasuring } from './figures/measuring.mjs';
import { measureRebuilding } from './figures/rebuilding.mjs';
import { measureSearching } from './figures/searching.mjs';
import { measureStarting } from './figures/starting.mjs';
import { publish } from './report.mjs';
import { startServers } from './servers.mjs';
import { SIZES } from './sizes.mjs';

process.chdir(join(import.meta.dirname, '..'));
const sizes = process.argv.includes('--quick') ? SIZES.quick : SIZES.full;
const begin = performance.now();
buildWhenOutdated();
const addresses = await startServers(Number(process.env['PORT'] || 4360));
const shelf = await makeShelf(addresses);
try {
  const results = { scripts: scriptSizes() };
  await say('dispatches, and how soon they are seen', async () => {
    Object.assign(results, await shelf.copyOfEmpty('dispatching').use(inAnOpenShop));
  });
  await say('imports', async () => {
    results.importing = await measureImports(shelf, sizes);
  });
  const books = sizes.books.map((orders) => shelf.bookOf(orders));
  await say('first pages', async () => {
    results.listing = await measureListing(books, results.dispatching.place, sizes);
  });
  await say('searches', async () => {
    results.searching = await measureSearching(books.at(-1), String(FIRST_NUMBER), sizes);
  });
  await say('interactions', async () => {
    results.interacting = await measureInteracting(books.at(-1), sizes);
  });
  await say('rebuilds', async () => {
    results.rebuilding = await measureRebuilding(books[0], sizes);
  });
  await say('loads of a long stream', async () => {
    results.loading = await measureLoading(shelf.copyOfEmpty('loading'), sizes);
  });
  await say('cold starts', async () => {
    results.starting = await measureStarting([shelf.empty, ...books.slice(1)], addresses.app, sizes);
  });
  publish({ sizes, results, browser: shelf.browser, minutes: (performance.now() - begin) / 60_000 });
} finally {
  await addresses.close();
  shelf.remove();
}

async function say(what, work) {
  const start = performance.now();
  process.stdout.write(`${what} … `);
  await work();
  console.log(`${((performance.now() - start) / 1000).toFixed(0)} s`);
}

async function inAnOpenShop(browser) {
  const app = await browser.openApp('#/orders');
  const raw = await browser.openRaw();
  await app.evaluate(() => globalThis.bench.stock());
  return {
    dispatching: await measureDispatching(app, raw, sizes),
    measuring: await measureMeasuring(app, sizes),
    ownWrites: await measureOwnWrites(app, sizes),
    otherTab: await measureOtherTab(app, await browser.openApp('#/orders'), sizes),
  };
}
