import type { Dexie } from 'dexie';
import { StoreFailure, type StoreFault } from '../ports.ts';
import { hardened } from '../reading/hardened.ts';
import { storeFailure } from './idb.ts';

/** FOR EVER: stores and indexes of the log. `position` is the lock; command ids and beginnings are unique for all time. */
const STORES = {
  log: 'position, *streams, &*commandIds, &*begins',
  // What was refused, by when: what was not has no such code, and so no entry (decisions/0023).
  outcomes: 'commandId, recordedAt, [recordedAt+outcome.rejection.code]',
  snapshots: 'stream',
  meta: 'key',
};
const logName = (book: string): string => `${book}-log`;
/** Raised when the stores change. An index that is new is made of what is there while the book is opened. */
const LAYOUT = 2;
/** More than the versions of all event types will ever sum up to. */
const EPOCHS = 100_000;

export interface OpenedStore {
  readonly idb: IDBDatabase;
  /** Minted when the book was made; the same for as long as it lives. */
  readonly installId: string;
  readonly fresh: boolean;
  readonly close: () => void;
}

/**
 * Whether the browser holds the log of this book. `Dexie.exists` would make and delete a database to find out, and nothing
 * that looks for a book may ever delete one.
 */
export const isLogThere = async (book: string): Promise<boolean> =>
  (await indexedDB.databases()).some(({ name }) => name === logName(book));

/** In one transaction: two tabs may make a book at the same moment. */
const installIdOf = (db: Dexie, newId: () => string): Promise<{ installId: string; fresh: boolean }> =>
  db.transaction('rw', 'meta', async () => {
    const meta = db.table<{ key: string; value: string }>('meta');
    const known = await meta.get('install');
    if (known) return { installId: known.value, fresh: false };
    const installId = newId();
    await meta.add({ key: 'install', value: installId });
    return { installId, fresh: true };
  });

/**
 * Opens the log's database so that it can neither come back empty nor be used under a newer version
 * (promises.md, facts 2 and 3; M5): no auto-open, own `versionchange`, real version and stores checked.
 * The version holds the epoch of the events' shapes, so an app that writes newer ones takes the connection away from all
 * older ones before its first event, and they can't come back (rows 20 and 21; decisions/0010).
 * `witness` is the install id that another place remembers: a store that does not carry it is not our book.
 * @throws StoreFailure `newer-version`, `book-missing`, `store-broken`
 */
export const openStore = async (
  book: string,
  options: {
    readonly newId: () => string;
    readonly epoch: number;
    readonly witness?: string | undefined;
    readonly onLost: (fault: StoreFault) => void;
  },
): Promise<OpenedStore> => {
  if (options.witness !== undefined && !(await isLogThere(book)))
    throw new StoreFailure(
      'book-missing',
      new Error('The witness knows a book that the browser no longer holds.'),
    );
  let closing = false;
  const db = hardened(logName(book), () => {
    // What took it away, an upgrade, a deletion or an eviction, shows when it is opened again.
    if (!closing) options.onLost('connection-lost');
  });
  const close = () => {
    closing = true;
    db.close({ disableAutoOpen: true });
  };
  const version = LAYOUT * EPOCHS + options.epoch;
  db.version(version).stores(STORES);
  try {
    await db.open();
    const idb = db.backendDB();
    // Dexie multiplies its versions by ten on disk.
    if (idb.version !== version * 10) throw new StoreFailure('newer-version', new Error(String(idb.version)));
    if (Object.keys(STORES).some((store) => !idb.objectStoreNames.contains(store)))
      throw new StoreFailure('store-broken', new Error('A store of the log is missing.'));
    const { installId, fresh } = await installIdOf(db, options.newId);
    if (options.witness !== undefined && options.witness !== installId)
      throw new StoreFailure(
        'book-missing',
        new Error('The browser holds another book than the witness knows.'),
      );
    return { idb, installId, fresh, close };
  } catch (error) {
    close();
    throw storeFailure(error);
  }
};
