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

/** What a write says of the checkpoint, where it is not just moved to where it was to go. */
export type Moved = Partial<Pick<Checkpoint, 'position' | 'eventId' | 'partings' | 'without'>>;

/**
 * Runs `write` and moves the checkpoint, in one transaction, if it still stands where the caller folded from.
 * If another follower moved it meanwhile (a hand-over that overlaps), nothing is written.
 * Gives the position that the database then stands at. `write` may await nothing but Dexie (promises.md, fact 8).
 */
export const moveCheckpoint = (
  db: Dexie,
  from: number,
  to: Mark,
  write: (at: Checkpoint) => Promise<Moved | undefined>,
): Promise<number> =>
  db.transaction('rw', db.tables, async () => {
    const at = await readCheckpoint(db);
    if (at.position !== from) return at.position;
    const moved = { ...at, ...to, ...(await write(at)) };
    // Positions are gapless: what lies between two of them was looked at.
    await checkpointTable(db).put({ ...moved, events: at.events + moved.position - from });
    return moved.position;
  });
