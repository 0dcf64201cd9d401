import type { Dexie } from 'dexie';
import type { Process } from '../../kernel/index.ts';
import { readCheckpoint } from '../follow/checkpoint.ts';
import { CantRepairError, type Intervention } from '../registry/index.ts';
import { askedAgain } from './derived-command.ts';
import { fireTimer, nextNumber } from './fire.ts';
import { tablesOf, type Outgoing } from './process-store.ts';
import type { LeftOut } from './shapes.ts';
import { timersTable } from './timers.ts';
import { waitsTable } from './waits.ts';

type Deed<Do extends Intervention['do']> = Extract<Intervention, { do: Do }>;

/** A refusal binds nothing: the same command, under the same id, is decided anew. */
const sendAgain = (db: Dexie, { position, n }: Deed<'send-again'>): Promise<void> => {
  const { outbox, refused } = tablesOf(db);
  return db.transaction('rw', outbox, refused, async () => {
    const row = await refused.get([position, n]);
    if (row) {
      const { rejection: _, leftOut: __, ...outgoing } = row;
      await outbox.put(outgoing);
      await refused.delete([position, n]);
    } else if (!(await outbox.get([position, n]))) throw new CantRepairError('It is done already.');
  });
};

const UNANSWERED = { code: 'unanswered', message: 'Nobody answered.', values: {} };

const leaveOut = (db: Dexie, { position, n }: Deed<'leave-out'>, leftOut: LeftOut): Promise<void> => {
  const { outbox, refused } = tablesOf(db);
  return db.transaction('rw', outbox, refused, async () => {
    const waiting = await outbox.get([position, n]);
    const row = (await refused.get([position, n])) ?? (waiting && { ...waiting, rejection: UNANSWERED });
    if (!row) throw new CantRepairError('It is done already.');
    await refused.put({ ...row, leftOut });
    await outbox.delete([position, n]);
  });
};

const NO_LONGER = 'It waits no longer.';

const askAgain = (db: Dexie, process: Process, { instance }: Deed<'ask-again'>, now: string): Promise<void> =>
  db.transaction('rw', db.tables, async () => {
    const { awaits } = process;
    const wait = awaits && (await waitsTable(db).get(instance));
    if (!wait) throw new CantRepairError(NO_LONGER);
    const { instances, outbox } = tablesOf(db);
    const state = (await instances.get(instance))?.state;
    const { position } = await readCheckpoint(db);
    const first = await nextNumber(db, position);
    const effects = awaits.again(state, instance);
    await outbox.bulkAdd(
      effects.map((effect, nth): Outgoing => ({
        ...{ position, instance, since: now, n: first + nth },
        command: askedAgain(process.name, wait, effect, nth),
      })),
    );
    await waitsTable(db).put({ ...wait, asked: wait.asked + 1 });
  });

const letWait = async (
  db: Dexie,
  process: Process,
  { instance }: Deed<'let-wait'>,
  leftOut: LeftOut,
): Promise<void> => {
  const found = process.awaits ? await waitsTable(db).update(instance, { leftOut }) : 0;
  if (found === 0) throw new CantRepairError(NO_LONGER);
};

const cancelTimer = (db: Dexie, { instance, key }: Deed<'cancel-timer'>, leftOut: LeftOut): Promise<void> =>
  db.transaction('rw', timersTable(db), async () => {
    const timer = await timersTable(db).get([instance, key]);
    if (timer?.state !== 'waiting') throw new CantRepairError(NO_LONGER);
    await timersTable(db).put({ ...timer, state: 'cancelled', leftOut });
  });

/**
 * Does in a process's database what an operator asked for; the process must rest meanwhile, and then look anew. What is
 * asked for twice is done once.
 * @throws CantRepairError
 */
export const intervene = async (
  db: Dexie,
  process: Process,
  deed: Intervention,
  { by, at }: Pick<LeftOut, 'by' | 'at'>,
): Promise<void> => {
  const leftOut = { by, at, reason: 'reason' in deed ? deed.reason : '' };
  switch (deed.do) {
    case 'hurry':
      return;
    case 'send-again':
      return sendAgain(db, deed);
    case 'leave-out':
      return leaveOut(db, deed, leftOut);
    case 'ask-again':
      return askAgain(db, process, deed, at);
    case 'let-wait':
      return letWait(db, process, deed, leftOut);
    case 'cancel-timer':
      if (!process.timers) throw new CantRepairError(NO_LONGER);
      return cancelTimer(db, deed, leftOut);
    case 'fire-timer':
      if (!process.timers || !(await fireTimer(db, process, deed, at))) throw new CantRepairError(NO_LONGER);
  }
};
