import { Dexie } from 'dexie';
import type { Process } from '../../kernel/index.ts';
import { readCheckpoint } from '../follow/checkpoint.ts';
import { timedCommand } from './derived-command.ts';
import { tablesOf, type Outgoing } from './process-store.ts';
import { timersTable, waitingTimers, type SetTimer } from './timers.ts';

const AT_ONCE = 200;

/** A number that no other command of this position has, whether it is still to be sent or was refused. */
export const nextNumber = async (db: Dexie, position: number): Promise<number> => {
  const { outbox, refused } = tablesOf(db);
  const last = await Promise.all(
    [outbox, refused].map((table) =>
      table.where(':id').between([position, Dexie.minKey], [position, Dexie.maxKey]).last(),
    ),
  );
  return Math.max(-1, ...last.flatMap((row) => (row ? [row.n] : []))) + 1;
};

/** Fires these, in their order, and notes what they want done; in a transaction over the whole database. */
const fireAll = async (db: Dexie, { name, timers }: Process, due: readonly SetTimer[], now: string) => {
  if (!timers || due.length === 0) return;
  const { instances, outbox } = tablesOf(db);
  const states = await instances.bulkGet(due.map(({ instance }) => instance));
  const { position } = await readCheckpoint(db);
  let n = await nextNumber(db, position);
  const outgoing: Outgoing[] = [];
  const fired = due.map((timer, at): SetTimer => {
    const { instance, key, setBy } = timer;
    const late = Math.max(0, Date.parse(now) - Date.parse(timer.due));
    const facts = { firedAt: now, late };
    timers.fire(states[at]?.state, { key, due: timer.due, ...facts }, instance).forEach((effect, nth) =>
      outgoing.push({
        ...{ position, instance, since: now, n: n++ },
        command: timedCommand(name, instance, { key, due: timer.due, ...facts }, setBy, effect, nth),
      }),
    );
    return { ...timer, state: 'fired', ...facts };
  });
  await timersTable(db).bulkPut(fired);
  await outbox.bulkAdd(outgoing);
};

/**
 * Fires what is due at `now` (ISO instant), the earliest first: that it fired and what it wants done are written in one
 * transaction, so that a crash at any point neither loses a timer nor fires it twice.
 */
export const fireTimers = (db: Dexie, process: Process, now: string): Promise<void> =>
  db.transaction('rw', db.tables, async () => {
    await fireAll(db, process, await waitingTimers(db, now).limit(AT_ONCE).toArray(), now);
  });

/** Fires one that waits, whether it is due or not. False when there is none. */
export const fireTimer = (
  db: Dexie,
  process: Process,
  { instance, key }: Pick<SetTimer, 'instance' | 'key'>,
  now: string,
): Promise<boolean> =>
  db.transaction('rw', db.tables, async () => {
    const timer = await timersTable(db).get([instance, key]);
    if (timer?.state !== 'waiting') return false;
    await fireAll(db, process, [timer], now);
    return true;
  });
