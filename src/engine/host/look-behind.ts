import { createDexieLog } from '../log/dexie-log.ts';
import { storeFailure } from '../log/idb.ts';
import { outcomeOf } from '../pipeline/3-deduplicate.ts';
import type { Outcome } from '../../kernel/index.ts';

/** Opens a database as it is, whatever its version, and makes none where there is none. @throws StoreFailure */
const openAsItIs = (name: string): Promise<IDBDatabase> =>
  new Promise((resolve, reject) => {
    const request = indexedDB.open(name);
    request.onupgradeneeded = () => request.transaction?.abort();
    request.onsuccess = () => {
      resolve(request.result);
    };
    request.onerror = () => {
      reject(storeFailure(request.error));
    };
  });

/**
 * How a command ended in a book that a newer version has taken over: whether it was written before that. Layout and
 * indexes of the log are for ever, so an older version may read it; whatever is not in it was not booked.
 * @throws StoreFailure
 */
export const lookBehind = async (book: string, commandId: string): Promise<Outcome | undefined> => {
  const idb = await openAsItIs(`${book}-log`);
  const close = () => {
    idb.close();
  };
  idb.onversionchange = close;
  try {
    const log = createDexieLog({ idb, close, installId: '', fresh: false });
    const found = (await log.commits([commandId])).get(commandId);
    return found && outcomeOf(found);
  } finally {
    close();
  }
};
