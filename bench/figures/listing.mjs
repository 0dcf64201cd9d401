import { median, pairedRatio, turns } from '../statistics.mjs';
import { ELSEWHERE, ROW } from '../selectors.mjs';
import { heapsOf } from './weighing.mjs';

const LIMIT = 50;

/** One reading of everything about one book: the door's answer, the raw page's, and the room painted anew. */
const readOnce = async ({ app, raw }, place, rounds) => {
  const options = { rounds, limit: LIMIT };
  const go = (...at) => app.evaluate(([room, row]) => globalThis.bench.go(room, row), at);
  const asked = await app.evaluate((of) => globalThis.bench.askPage(of), options);
  const rawAsked = await raw.evaluate((of) => globalThis.raw[of.place]('readPage', of.options), {
    place,
    options,
  });
  // A tab behind another one is not painted.
  await app.bringToFront();
  await go('#/engine', ELSEWHERE);
  return { asked: median(asked), raw: median(rawAsked), painted: await go('#/orders', ROW) };
};

const openBoth = async ({ orders, open }) => {
  const browser = await open();
  const app = await browser.openApp('#/orders');
  const raw = await browser.openRaw();
  await raw.evaluate((count) => globalThis.raw.page('fillTo', { count }), orders);
  return { orders, app, raw, close: browser.close };
};

/** The first page of the order list in each book; in each round all books, and a raw store of as many records. */
export const measureListing = async (books, place, sizes) => {
  const opened = [];
  for (const book of books) opened.push(await openBoth(book));
  const readings = new Map(books.map(({ orders }) => [orders, []]));
  for (let round = 0; round <= sizes.rounds; round += 1)
    for (const book of turns(opened, round)) {
      const reading = await readOnce(book, place, sizes.pages);
      if (round > 0) readings.get(book.orders).push(reading);
    }
  const heaps = await heapsOf(opened.at(-1).app);
  await Promise.all(opened.map(({ close }) => close()));

  const of = ({ orders }, member) => readings.get(orders).map((reading) => reading[member]);
  return {
    heaps,
    books: books.map((book) => ({
      orders: book.orders,
      asked: median(of(book, 'asked')),
      raw: median(of(book, 'raw')),
      painted: median(of(book, 'painted')),
      toRaw: pairedRatio(of(book, 'asked'), of(book, 'raw')),
      toSmallest: pairedRatio(of(book, 'asked'), of(books[0], 'asked')),
      paintedToSmallest: pairedRatio(of(book, 'painted'), of(books[0], 'painted')),
    })),
  };
};
