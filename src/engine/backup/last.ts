import type { Json } from '../../kernel/index.ts';
import { completed, resultOf, storeFailure } from '../log/idb.ts';

/** The last backup that left the app, or out of which this book came: kept with the book, beside its log. */
export interface LastBackup {
  /** When it was begun (ISO instant). */
  readonly at: string;
  /** All events up to here are in it. */
  readonly position: number;
  /** What it says of the book, in the trade's words. */
  readonly about: Json;
}

const KEY = 'backup';

export const keepLastBackup = async (idb: IDBDatabase, last: LastBackup): Promise<void> => {
  try {
    const transaction = idb.transaction('meta', 'readwrite', { durability: 'strict' });
    transaction.objectStore('meta').put({ key: KEY, ...last });
    await completed(transaction);
  } catch (error) {
    throw storeFailure(error);
  }
};

export const readLastBackup = async (idb: IDBDatabase): Promise<LastBackup | undefined> => {
  const row = (await resultOf(idb.transaction('meta').objectStore('meta').get(KEY))) as
    LastBackup | undefined;
  return row && { at: row.at, position: row.position, about: row.about };
};
