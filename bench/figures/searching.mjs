import { median, percentile } from '../statistics.mjs';

const letterByLetter = (words) => Array.from(words, (_, end) => words.slice(0, end + 1)).slice(1);
const TYPED = [...['company 17', 'product 3', 'town 5', '10000002'].flatMap(letterByLetter), 'prodct 3'];

/** Searches a book: until the oldest order is found after opening, and until each letter typed has its answer. */
export const measureSearching = async ({ orders, use }, oldest, sizes) =>
  use(async (browser) => {
    const app = await browser.openApp('#/orders');
    await app.evaluate(() => globalThis.bench.settled());
    await app.bringToFront();
    const opening = await app.evaluate((options) => globalThis.bench.openSearch(options), { oldest });
    const answers = [];
    for (let round = 0; round < sizes.rounds; round += 1)
      answers.push(...(await app.evaluate((texts) => globalThis.bench.searchFor(texts), TYPED)));
    return {
      ...opening,
      orders,
      answer: { p50: median(answers), p95: percentile(answers, 0.95) },
    };
  });
