import { Dexie } from 'dexie';
import type { Process } from '../../kernel/index.ts';
import { readCheckpoint } from '../follow/checkpoint.ts';
import { timedCommand } from './derived-command.ts';
import { tablesOf, type Outgoing } from './process-store.ts';
import { timersTable, waitingTimers, type SetTimer } from './timers.ts';

const AT_ONCE = 200;

/** A number that no other command of this position has, whether it is still to be sent or was refused. */
const nextNumber = async (db: Dexie, position: number): Promise<number> => {
  const { outbox, refused } = tablesOf(db);
  const last = await Promise.all(
    [outbox, refused].map((table) =>
      table.where(':id').between([position, Dexie.minKey], [position, Dexie.maxKey]).last(),
    ),
  );
  return Math.max(-1, ...last.flatMap((row) => (row ? [row.n] : []))) + 1;
};

/**
 * Fires what is due at `now` (ISO instant), the earliest first: that it fired and what it wants done are written in one
 * transaction, so that a crash at any point neither loses a timer nor fires it twice.
 */
export const fireTimers = (db: Dexie, { name, timers }: Process, now: string): Promise<void> =>
  db.transaction('rw', db.tables, async () => {
    if (!timers) return;
    const due = await waitingTimers(db, now).limit(AT_ONCE).toArray();
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
          position,
          n: n++,
          command: timedCommand(name, instance, { key, due: timer.due, ...facts }, setBy, effect, nth),
        }),
      );
      return { ...timer, state: 'fired', ...facts };
    });
    await timersTable(db).bulkPut(fired);
    await outbox.bulkAdd(outgoing);
  });
