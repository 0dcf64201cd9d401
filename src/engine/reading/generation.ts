import type { Dexie } from 'dexie';
import { hardened } from './hardened.ts';

/** How far a read model is: moved in the transaction that writes its rows, never apart from them. */
export interface Checkpoint {
  readonly id: 'at';
  /** Position of the last event that the rows know of. */
  readonly position: number;
  /** Its id, to tell this log from another one; empty at position 0. */
  readonly eventId: string;
  /** How many events were looked at so far. */
  readonly events: number;
}

export const CHECKPOINT = 'checkpoint';

export const AT_START: Checkpoint = { id: 'at', position: 0, eventId: '', events: 0 };

export class MissingGenerationError extends Error {
  override readonly name = 'MissingGenerationError';
}

/**
 * Opens a database of rows and their checkpoint. Unless it may `create`, one that does not exist stays so: the
 * creation is aborted from within, which leaves no window in which an empty one could be seen or filled.
 * @throws MissingGenerationError
 */
export const openGeneration = async (
  name: string,
  stores: Readonly<Record<string, string>>,
  options: { readonly create: boolean; onClosed(db: Dexie): void },
): Promise<Dexie> => {
  const db = hardened(name, () => {
    options.onClosed(db);
  });
  db.version(1).stores({ ...stores, [CHECKPOINT]: 'id' });
  db.on('populate', (transaction) => {
    if (!options.create) throw new MissingGenerationError(`${name} does not exist`);
    void transaction.table<Checkpoint>(CHECKPOINT).add(AT_START);
  });
  await db.open();
  return db;
};
