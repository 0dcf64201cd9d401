import type { Dexie, Table } from 'dexie';
import { storeFailure } from '../log/idb.ts';
import { StoreFailure } from '../ports.ts';
import { AT_START, CHECKPOINT } from '../reading/generation.ts';
import { hardened } from '../reading/hardened.ts';
import { newKey } from './cipher.ts';
import type { KeyMaterial, KeyStore } from './keyring.ts';

/** FOR EVER: the keyring's database, beside the log and never a part of it. */
const nameOf = (book: string): string => `${book}-keyring`;
const STORES = { keys: 'subject', forgotten: 'subject', meta: 'key', [CHECKPOINT]: 'id' };

interface KeyRow {
  readonly subject: string;
  readonly key: KeyMaterial;
}

export interface KeyTables {
  readonly keys: Table<KeyRow, string>;
  /** Who was forgotten, so that nobody gets a second key. */
  readonly forgotten: Table<{ readonly subject: string }, string>;
}

export const keyTables = (db: Dexie): KeyTables => ({
  keys: db.table('keys'),
  forgotten: db.table('forgotten'),
});

export interface OpenKeys extends KeyStore {
  readonly db: Dexie;
  /** Minted with the keyring, so that the log can know its own. */
  readonly id: string;
  /** How many persons were forgotten so far. */
  forgotten(): Promise<number>;
  close(): void;
}

const found = (rows: readonly (KeyRow | undefined)[]): ReadonlyMap<string, KeyMaterial> =>
  new Map(rows.flatMap((row) => (row ? [[row.subject, row.key] as const] : [])));

const idOf = async (db: Dexie, newId: () => string): Promise<string> =>
  db.transaction('rw', db.tables, async () => {
    const meta = db.table<{ key: string; value: string }, string>('meta');
    const known = await meta.get('id');
    if (known) return known.value;
    const value = newId();
    await meta.add({ key: 'id', value });
    await db.table(CHECKPOINT).add(AT_START);
    return value;
  });

/** The store's own failures, told as those of the log are. */
const failing = async <Value>(work: () => PromiseLike<Value>): Promise<Value> => {
  try {
    return await work();
  } catch (error) {
    throw storeFailure(error);
  }
};

/**
 * Opens the keys of a book. A new key is on disk, power cut or not, before anything is sealed with it.
 * @throws StoreFailure
 */
export const openKeys = async (
  book: string,
  { newId, onClosed }: { readonly newId: () => string; readonly onClosed: () => void },
): Promise<OpenKeys> => {
  let closing = false;
  const db = hardened(
    nameOf(book),
    () => {
      if (!closing) onClosed();
    },
    'strict',
  );
  db.version(1).stores(STORES);
  const { keys, forgotten } = await failing(async () => {
    await db.open();
    return keyTables(db);
  });
  const id = await failing(() => idOf(db, newId));
  return {
    db,
    id,
    read: (subjects) => failing(async () => found(await keys.bulkGet([...subjects]))),
    make: (subjects) => {
      const fresh = new Map(subjects.map((subject) => [subject, { subject, key: newKey() }]));
      return failing(() =>
        db.transaction('rw', keys, forgotten, async () => {
          const [there, gone] = await Promise.all([
            keys.bulkGet([...subjects]),
            forgotten.bulkGet([...subjects]),
          ]);
          const rows = subjects.map((subject, n) => there[n] ?? (gone[n] ? undefined : fresh.get(subject)));
          const added = rows.filter((row) => row !== undefined && fresh.get(row.subject) === row);
          if (added.length > 0) await keys.bulkAdd(added as KeyRow[]);
          return found(rows);
        }),
      );
    },
    forgotten: () => failing(() => forgotten.count()),
    close: () => {
      closing = true;
      db.close({ disableAutoOpen: true });
    },
  };
};

/**
 * The log remembers which keyring is its own: a book whose keys are gone is never taken for a book without any.
 * @throws StoreFailure `book-missing`
 */
export const pairWithLog = async (idb: IDBDatabase, keyring: string): Promise<void> => {
  const transaction = idb.transaction('meta', 'readwrite', { durability: 'strict' });
  const meta = transaction.objectStore('meta');
  const known = await new Promise<string>((resolve, reject) => {
    const asked = meta.get('keyring');
    asked.onsuccess = () => {
      const row = asked.result as { value: string } | undefined;
      if (!row) meta.put({ key: 'keyring', value: keyring });
      resolve(row?.value ?? keyring);
    };
    asked.onerror = () => {
      reject(storeFailure(asked.error));
    };
  });
  if (known !== keyring)
    throw new StoreFailure('book-missing', new Error('The keys of this book are not there.'));
};
