/** How much of everything is measured. `quick` says whether something is badly wrong, `full` what the README may say. */
export const SIZES = {
  quick: {
    name: 'quick',
    rounds: 3,
    /** Dispatches of one sequential round. */
    block: 60,
    concurrent: 1000,
    concurrentRounds: 2,
    writesRead: 60,
    ordersSeen: 15,
    imports: [1000, 5000],
    importRounds: 1,
    /** Orders in the books that are listed and started; the last is twice the largest import. */
    books: [500, 2000, 10_000],
    pages: 20,
    starts: 3,
    /** Rounds of everything that is pressed. */
    interactions: 1,
    rebuilds: 1,
    /** Of one stock item, and how often it is loaded. */
    movements: 10_000,
    loads: 2,
  },
  full: {
    name: 'full',
    rounds: 5,
    block: 200,
    concurrent: 1000,
    concurrentRounds: 3,
    writesRead: 150,
    ordersSeen: 30,
    imports: [5000, 50_000],
    importRounds: 2,
    books: [1000, 10_000, 100_000],
    pages: 20,
    starts: 3,
    interactions: 2,
    rebuilds: 1,
    movements: 10_000,
    loads: 7,
  },
};
