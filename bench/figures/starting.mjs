import { median, pairedRatio, turns } from '../statistics.mjs';
import { EMPTY, ROW } from '../selectors.mjs';

/** Starts a browser on the book's profile. @returns milliseconds from the navigation's start to the first row or empty state */
const startOnce = async (open, address) => {
  const browser = await open();
  try {
    const page = await browser.openBlank();
    await page.goto(`${address}#/orders`, { waitUntil: 'commit' });
    const painted = await page.evaluate((row) => globalThis.bench.painted(row), `${ROW}, ${EMPTY}`);
    // It leaves in good order, as it would if a person closed it a little later.
    await page.evaluate(() => globalThis.bench.settled());
    return painted;
  } finally {
    await browser.close();
  }
};

/** Cold starts of every book in each round; the first book is the empty one. */
export const measureStarting = async (books, address, sizes) => {
  const times = new Map(books.map(({ orders }) => [orders, []]));
  for (let round = 0; round <= sizes.starts; round += 1)
    for (const { orders, open } of turns(books, round)) {
      const painted = await startOnce(open, address);
      if (round > 0) times.get(orders).push(painted);
    }
  const empty = times.get(books[0].orders);
  return books.map(({ orders }) => ({
    orders,
    painted: median(times.get(orders)),
    toEmpty: pairedRatio(times.get(orders), empty),
  }));
};
