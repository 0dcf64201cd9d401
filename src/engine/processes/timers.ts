import { Dexie, type Table } from 'dexie';
import type { EventEnvelope, Process, Timer } from '../../kernel/index.ts';
import { setByOf } from './derived-command.ts';
import type { LeftOut, SetBy } from './shapes.ts';

/** A timer of one instance. One that has fired, or was cancelled, stays until the state names it no more: so it fires once, or not. */
export interface SetTimer extends Timer {
  readonly instance: string;
  readonly state: 'waiting' | 'fired' | 'cancelled';
  readonly setBy: SetBy;
  /** ISO instant, and how many milliseconds that was after `due`. */
  readonly firedAt?: string;
  readonly late?: number;
  /** Of one that was cancelled. */
  readonly leftOut?: LeftOut;
}

type Key = [instance: string, key: string];

export const TIMERS = { timers: '[instance+key], instance, state, [state+due]' };

export const timersTable = (db: Dexie): Table<SetTimer, Key> => db.table('timers');

/** Those waiting whose instant is not after `until`, the earliest first. */
export const waitingTimers = (db: Dexie, until: unknown) =>
  timersTable(db).where('[state+due]').between(['waiting', Dexie.minKey], ['waiting', until], true, true);

/** ISO instant of the earliest that waits. */
export const nextDue = async (db: Dexie): Promise<string | undefined> =>
  (await waitingTimers(db, Dexie.maxKey).first())?.due;

/** Brings the timers of these instances to what their new states name; in the transaction that writes the states. */
export const resetTimers = async (
  db: Dexie,
  { timers }: Process,
  states: readonly { readonly id: string; readonly state: unknown }[],
  causes: ReadonlyMap<string, EventEnvelope>,
): Promise<void> => {
  if (!timers) return;
  const table = timersTable(db);
  const kept = await table
    .where('instance')
    .anyOf(states.map(({ id }) => id))
    .toArray();
  const idOf = ({ instance, key, due }: Pick<SetTimer, 'instance' | 'key' | 'due'>) =>
    JSON.stringify([instance, key, due]);
  const wanted = states.flatMap(({ id: instance, state }) =>
    timers.of(state).map(({ key, due }) => ({ instance, key, due })),
  );
  const named = new Set(wanted.map(idOf));
  const known = new Set(kept.map(idOf));
  await table.bulkDelete(
    kept.filter((timer) => !named.has(idOf(timer))).map(({ instance, key }): Key => [instance, key]),
  );
  await table.bulkPut(
    wanted.flatMap((timer): SetTimer[] => {
      const cause = causes.get(timer.instance);
      return cause && !known.has(idOf(timer)) ? [{ ...timer, state: 'waiting', setBy: setByOf(cause) }] : [];
    }),
  );
};
