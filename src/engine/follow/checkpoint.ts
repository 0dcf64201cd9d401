import { CHECKPOINT, type Checkpoint } from '../reading/generation.ts';
import type { Dexie, Table } from 'dexie';
import type { LogFeed } from '../feed.ts';

export { CHECKPOINT, type Checkpoint };

/** The event up to which something was folded. */
export type Mark = Pick<Checkpoint, 'position' | 'eventId'>;

export class LostCheckpointError extends Error {
  override readonly name = 'LostCheckpointError';
}

export const checkpointTable = (db: Dexie): Table<Checkpoint, string> => db.table(CHECKPOINT);

/** @throws LostCheckpointError when the database lost it: nobody knows then what the rows know. */
export const readCheckpoint = async (db: Dexie): Promise<Checkpoint> => {
  const at = await checkpointTable(db).get('at');
  if (!at) throw new LostCheckpointError(`${db.name} has no checkpoint`);
  return at;
};

/** Whether the log holds the very event that was folded last; not so after the log was lost or restored. */
export const isOfThisLog = async (feed: LogFeed, { position, eventId }: Mark): Promise<boolean> => {
  if (position === 0) return true;
  const [event] = await feed.read(position - 1, 1);
  return event?.position === position && event.id === eventId;
};

/**
 * Runs `write` and moves the checkpoint, in one transaction, if it still stands where the caller folded from.
 * If another follower moved it meanwhile (a hand-over that overlaps), nothing is written.
 * Gives the position that the database then stands at. `write` may await nothing but Dexie (promises.md, fact 8).
 */
export const moveCheckpoint = (
  db: Dexie,
  from: number,
  to: Mark,
  events: number,
  write: () => Promise<void>,
): Promise<number> =>
  db.transaction('rw', db.tables, async () => {
    const at = await readCheckpoint(db);
    if (at.position !== from) return at.position;
    await write();
    await checkpointTable(db).put({ id: 'at', ...to, events: at.events + events });
    return to.position;
  });
