import { tablesOf, type Outgoing } from '../processes/process-store.ts';
import type { Dexie } from 'dexie';
import { startAt, type OutletStore } from './store.ts';
import type { Cursor } from './shapes.ts';

type Place = Pick<Cursor, 'position' | 'n'>;

const after = (db: Dexie, { position, n }: Place) => tablesOf(db).outbox.where(':id').above([position, n]);

/**
 * The first message after the cursor that goes to this outlet, and the last one that there is. In one transaction: a
 * message that is noted between two readings would be passed over as one that goes elsewhere.
 */
export const nextMessage = (
  db: Dexie,
  cursor: Place,
  types: readonly string[],
): Promise<{ readonly next: Outgoing | undefined; readonly last: Outgoing | undefined }> => {
  const wants = ({ command }: Outgoing) => types.length === 0 || types.includes(command.type);
  return db.transaction('r', tablesOf(db).outbox, async () => {
    const next = await after(db, cursor).filter(wants).first();
    return { next, last: next ?? (await after(db, cursor).last()) };
  });
};

/** Where the outlets that are on still have to read from: nobody needs what is before. */
export const floorOf = async ({ outlets, cursors }: OutletStore): Promise<Place | undefined> => {
  const on = await outlets.filter((outlet) => outlet.on).primaryKeys();
  const places = (await cursors.bulkGet(on)).flatMap((cursor) => (cursor ? [cursor] : []));
  return places.sort((one, other) => one.position - other.position || one.n - other.n)[0];
};

/** Deletes what every outlet has. */
export const prune = async (db: Dexie, store: OutletStore): Promise<void> => {
  const floor = await floorOf(store);
  if (floor) await tablesOf(db).outbox.where(':id').belowOrEqual([floor.position, floor.n]).delete();
};

/** Moves a cursor on, if it still stands where the caller read it: two workers may overlap for a moment. */
export const moveOn = (
  { db, cursors, letters }: OutletStore,
  from: Cursor,
  to: Cursor,
  aside?: Parameters<OutletStore['letters']['put']>[0],
): Promise<void> =>
  db.transaction('rw', cursors, letters, async () => {
    const now = await cursors.get(from.id);
    if (now?.position !== from.position || now.n !== from.n) return;
    await cursors.put(to);
    if (aside) await letters.put(aside);
  });

/** A cursor of another log, of one that was restored for instance, begins at this one's head. */
export const rebase = async (
  { cursors }: OutletStore,
  isOfThisLog: (at: Cursor) => Promise<boolean>,
  head: () => Promise<{ readonly position: number; readonly eventId: string }>,
): Promise<void> => {
  for (const cursor of await cursors.toArray()) {
    if (await isOfThisLog(cursor)) continue;
    const { position, eventId } = await head();
    await cursors.put({ ...cursor, ...startAt(cursor.id, position, eventId), delivered: cursor.delivered });
  }
};
