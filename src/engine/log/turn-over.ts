import { completed, isChromium, resultOf } from './idb.ts';

/** Chromium begins a new file of its log after 4 MiB. */
const BYTES = 5 * 2 ** 20;
/** Larger values are kept in files of their own, and not in the log. */
const PIECE = 60_000;
/** Written in one go: others take their turn in between. */
const PIECES = 16;

const STORE = 'ballast';
const nameOf = (book: string): string => `${book}~${STORE}`;

const opened = (name: string): Promise<IDBDatabase> => {
  const request = indexedDB.open(name, 1);
  request.onupgradeneeded = () => request.result.createObjectStore(STORE);
  return resultOf(request);
};

/**
 * Has Chromium begin a new file of its log, in which it writes down what goes into IndexedDB. A browser that is killed in
 * the midst of writing leaves half an entry at the end of it: the next start leaves that out, and writes on behind it; the
 * one after that finds it in the middle, takes all for spoilt, and deletes every database (decisions/0022). So after a
 * start as much is written as makes it put that file away, and deleted. Other browsers keep no such log.
 * @throws StoreFailure, DOMException
 */
export const turnOver = async (book: string): Promise<void> => {
  if (!isChromium()) return;
  const db = await opened(nameOf(book));
  try {
    // What can be pressed together would not fill it.
    const piece = crypto.getRandomValues(new Uint8Array(PIECE));
    for (let written = 0; written < BYTES; written += PIECES * PIECE) {
      const transaction = db.transaction(STORE, 'readwrite', { durability: 'relaxed' });
      for (let n = 0; n < PIECES; n += 1) transaction.objectStore(STORE).put(piece, n);
      await completed(transaction);
    }
  } finally {
    db.close();
    indexedDB.deleteDatabase(nameOf(book));
  }
};
