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
  /** How often a stream was set aside or taken in again; what was known of them before is then out of date. */
  readonly partings?: number;
  /** Ids of events that could not be taken in and that these rows do without. */
  readonly without?: readonly string[];
  /** Events were taken in later than their place in the log: rows may lack what other streams did meanwhile. */
  readonly outOfOrder?: true;
}

/** A stream whose next event a read model can't take in; it and what follows it wait. Points into the log, holds nothing of it. */
export interface ParkedStream {
  readonly stream: string;
  /** The event that can't be taken in. */
  readonly position: number;
  readonly eventId: string;
  readonly type: string;
  readonly error: { readonly name: string; readonly message: string; readonly stack: string };
  readonly attempts: number;
  /** Later events of the stream that are kept back behind it. */
  readonly waiting: number;
  /** ISO instants. */
  readonly since: string;
  readonly lastTried: string;
}

export const CHECKPOINT = 'checkpoint';
export const PARKED = 'parked';
/** The engine's own tables in the database of a generation, as opposed to the read model's. */
export const ENGINE_TABLES: ReadonlySet<string> = new Set([CHECKPOINT, PARKED]);

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
