import Dexie from 'dexie';
import { completed, storeFailure } from '../log/idb.ts';
import { isLogThere, openStore, type OpenedStore } from '../log/open.ts';
import { StoreFailure } from '../ports.ts';
import { deleteCopies } from '../reading/copies.ts';
import { readShelf, rootOf } from '../reading/shelf.ts';
import { fromBase64 } from '../sealing/cipher.ts';
import { keyTables, openKeys, pairWithLog, type OpenKeys } from '../sealing/dexie-keys.ts';
import { readFrames } from './frames.ts';
import { Inspection, type Proved } from './inspect.ts';
import { keepLastBackup } from './last.ts';
import { backupKeyOf } from './lock.ts';
import { BackupProblem } from './problem.ts';
import type { BackupAbout, PlainKey } from './content.ts';

/** Bytes of the largest file that is looked into. */
const MOST_BYTES = 8 * 1024 ** 3;
const KEY_BYTES = 32;

interface World {
  /** Base name of the present book's databases. */
  readonly book: string;
  readonly epoch: number;
  readonly newId: () => string;
  /** Holds a lock of this name for as long as this worker lives. */
  readonly hold: (name: string) => Promise<void>;
}

/** Held by the worker that stages it: no other may sweep it away. */
const stagedName = (book: string): string => `${book}-staged`;

const lost = () => undefined;

/** Books that were staged and never put in place, by whoever was killed or thought better of it. */
const sweep = async (root: string): Promise<void> => {
  const { present, before } = await readShelf(root);
  const kept = [present, before?.book];
  const held = new Set((await navigator.locks.query()).held?.map(({ name }) => name));
  for (const name of await Dexie.getDatabaseNames()) {
    const book = name.startsWith(`${root}~`) ? /^(.+?~[0-9a-f-]{36})-/.exec(name)?.[1] : undefined;
    if (book !== undefined && !kept.includes(book) && !held.has(stagedName(book))) await Dexie.delete(name);
  }
};

/** Deletes all databases of a book, and its second copy. */
export const deleteBook = async (book: string): Promise<void> => {
  for (const name of await Dexie.getDatabaseNames())
    if (name.startsWith(`${book}-`)) await Dexie.delete(name);
  await deleteCopies(book);
};

const keyRow = ([subject, text]: PlainKey) => {
  let key: Uint8Array<ArrayBuffer>;
  try {
    key = fromBase64(text);
  } catch {
    throw new BackupProblem('backup-damaged', 'a key is none');
  }
  if (key.length !== KEY_BYTES) throw new BackupProblem('backup-damaged', 'a key is none');
  return { subject, key };
};

/** A backup, taken into databases of its own beside the present book, which it never touches. */
export interface Staged {
  readonly about: BackupAbout;
  /** Base name of the databases that it is taken into. */
  readonly book: string;
  /** Takes in one more piece; `ready` once all is there and proved. @throws BackupProblem, StoreFailure */
  next(): Promise<{ readonly done: number; readonly total: number; readonly ready: boolean }>;
  /** Whether what was taken in is still there. */
  isThere(): Promise<boolean>;
  /** Deletes what was taken in. */
  drop(): Promise<void>;
}

/** Looks into a backup, no further than its first frame. @throws BackupProblem */
export const openBackup = async (
  file: Blob,
  passphrase: string | undefined,
  { book: present, epoch, newId, hold }: World,
): Promise<Staged> => {
  if (file.size > MOST_BYTES) throw new BackupProblem('backup-too-large');
  const frames = readFrames(file, await backupKeyOf(file, passphrase));
  const inspection = new Inspection(epoch);
  const first = await frames.next();
  if (first === undefined) throw new BackupProblem('backup-truncated');
  const opening = inspection.take(first);
  if (opening.kind !== 'about') throw new BackupProblem('backup-damaged');
  const { about } = opening;
  const root = rootOf(present);
  const book = `${root}~${newId()}`;
  let stores: { readonly log: OpenedStore; readonly keys: OpenKeys } | undefined;
  let ready = false;

  const made = async () => {
    if (stores) return stores;
    await hold(stagedName(book));
    await sweep(root);
    const log = await openStore(book, { newId: () => about.installId, epoch, onLost: lost });
    const keys = await openKeys(book, { newId, onClosed: lost });
    await pairWithLog(log.idb, keys.id);
    return (stores = { log, keys });
  };
  const close = () => {
    stores?.log.close();
    stores?.keys.close();
    stores = undefined;
  };

  const addAll = async (store: 'log' | 'outcomes', rows: readonly unknown[]): Promise<void> => {
    const { log } = await made();
    const transaction = log.idb.transaction(store, 'readwrite', { durability: 'relaxed' });
    const target = transaction.objectStore(store);
    for (const row of rows) target.add(row);
    await completed(transaction);
  };

  const write = async (proved: Proved): Promise<void> => {
    switch (proved.kind) {
      case 'log':
        return addAll('log', proved.records);
      case 'outcomes':
        return addAll('outcomes', proved.outcomes);
      case 'forgotten': {
        const { forgotten } = keyTables((await made()).keys.db);
        await forgotten.bulkAdd(proved.subjects.map((subject) => ({ subject })));
        return;
      }
      case 'keys': {
        const { keys } = keyTables((await made()).keys.db);
        await keys.bulkAdd(proved.keys.map(keyRow));
        return;
      }
      case 'about':
      case 'end':
        return;
    }
  };

  /** What is twice in it never was in a book. */
  const written = async (proved: Proved): Promise<void> => {
    try {
      await write(proved);
    } catch (error) {
      if (error instanceof BackupProblem || error instanceof StoreFailure) throw error;
      const { name } = error as Error;
      if (name === 'ConstraintError' || name === 'BulkError')
        throw new BackupProblem('backup-damaged', 'something is in it twice');
      throw storeFailure(error);
    }
  };

  const finish = async (): Promise<void> => {
    inspection.finish();
    const { log } = await made();
    const told = { at: about.madeAt, position: about.head.position, about: about.about };
    // Strict, as the last write: on disk with all that was written before it.
    await keepLastBackup(log.idb, told);
    ready = true;
    close();
  };

  return {
    about,
    book,
    next: async () => {
      if (!ready) {
        const content = await frames.next();
        if (content === undefined) await finish();
        else await written(inspection.take(content));
      }
      return { done: frames.at, total: file.size, ready };
    },
    isThere: () => isLogThere(book),
    drop: async () => {
      close();
      await deleteBook(book);
    },
  };
};
