import type { Dexie, Table } from 'dexie';
import type { EventEnvelope, Process } from '../../kernel/index.ts';
import { setByOf } from './derived-command.ts';
import type { OpenWait } from './shapes.ts';

export const WAITS = { waits: 'instance, since' };

export const waitsTable = (db: Dexie): Table<OpenWait, string> => db.table('waits');

/** Brings the waits of these instances to what their new states say; in the transaction that writes the states. */
export const resetWaits = async (
  db: Dexie,
  { awaits }: Process,
  states: readonly { readonly id: string; readonly state: unknown }[],
  causes: ReadonlyMap<string, EventEnvelope>,
): Promise<void> => {
  if (!awaits) return;
  const table = waitsTable(db);
  const kept = await table.bulkGet(states.map(({ id }) => id));
  const gone: string[] = [];
  const begun: OpenWait[] = [];
  for (const [n, { id: instance, state }] of states.entries()) {
    const wait = awaits.of(state);
    const before = kept[n];
    const cause = causes.get(instance);
    if (!wait) gone.push(instance);
    else if (cause && (before?.what !== wait.what || before.turn !== wait.turn))
      begun.push({ ...wait, instance, since: cause.meta.recordedAt, setBy: setByOf(cause), asked: 0 });
  }
  await table.bulkDelete(gone);
  await table.bulkPut(begun);
};

/** Those that have waited longer than they should at `now` (ISO instant), and nobody left so; the oldest first. */
export const overdueWaits = async (db: Dexie, { awaits }: Process, now: string): Promise<OpenWait[]> => {
  if (!awaits) return [];
  const until = new Date(Date.parse(now) - awaits.patience).toISOString();
  const rows = await waitsTable(db).where('since').belowOrEqual(until).toArray();
  return rows.filter(({ leftOut }) => leftOut === undefined);
};

/** ISO instant at which the next one that still may wait will have waited too long. */
export const nextOverdue = async (
  db: Dexie,
  { awaits }: Process,
  now: string,
): Promise<string | undefined> => {
  if (!awaits) return undefined;
  const from = new Date(Date.parse(now) - awaits.patience).toISOString();
  const next = await waitsTable(db).where('since').above(from).first();
  return next && new Date(Date.parse(next.since) + awaits.patience).toISOString();
};
