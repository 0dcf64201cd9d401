import type { Dexie, Table } from 'dexie';
import type { EventEnvelope, Process, Rejection } from '../../kernel/index.ts';
import type { DerivedCommand, LogFeed } from '../feed.ts';
import { checkpointTable, isOfThisLog, moveCheckpoint, type Mark } from '../follow/checkpoint.ts';
import { AT_START, openGeneration } from '../reading/generation.ts';
import { derivedCommand } from './derived-command.ts';
import type { LeftOut } from './shapes.ts';
import { resetTimers, TIMERS } from './timers.ts';
import { resetWaits, WAITS } from './waits.ts';

/** A command that is to be sent, in the order of the events that caused it. */
export interface Outgoing {
  readonly position: number;
  readonly n: number;
  readonly command: DerivedCommand;
  /** Which instance wants it, and since when (ISO instant); unknown of what an earlier version noted. */
  readonly instance?: string;
  readonly since?: string;
  /** How often it was sent without success. */
  readonly attempts?: number;
}

/** A command that the domain refused: kept so that somebody sees that the process did not get its way. */
export interface Refused extends Outgoing {
  readonly rejection: Rejection;
  readonly leftOut?: LeftOut;
}

type Key = [position: number, n: number];

export interface ProcessTables {
  readonly instances: Table<{ readonly id: string; readonly state: unknown }, string>;
  readonly outbox: Table<Outgoing, Key>;
  readonly refused: Table<Refused, Key>;
}

const STORES = { instances: 'id', outbox: '[position+n]', refused: '[position+n]' };

export const processName = (book: string, name: string): string => `${book}-process:${name}`;

/**
 * Opens a process's own database. If it was lost, a new one starts from the log's first event and sends everything
 * again; the ids are the same, so that the log answers each as a duplicate: right, though slow.
 */
export const openProcess = (book: string, { name, timers, awaits }: Process, create = true): Promise<Dexie> =>
  openGeneration(
    processName(book, name),
    { ...STORES, ...(timers && TIMERS), ...(awaits && WAITS) },
    { create, onClosed: () => undefined },
  );

/** Forgets all that was folded: it was of another log, or nobody knows how far it was. */
const restart = (db: Dexie): Promise<number> =>
  db.transaction('rw', db.tables, async () => {
    await Promise.all(db.tables.map((table) => table.clear()));
    await checkpointTable(db).put(AT_START);
    return AT_START.position;
  });

/** Where the process stands in this log; 0 when it has to begin anew. */
export const standOf = async (db: Dexie, feed: LogFeed): Promise<number> => {
  const at = await checkpointTable(db).get('at');
  return at && (await isOfThisLog(feed, at)) ? at.position : restart(db);
};

export const tablesOf = (db: Dexie): ProcessTables => ({
  instances: db.table('instances'),
  outbox: db.table('outbox'),
  refused: db.table('refused'),
});

/** Steps of a batch in memory: new states per instance, and what they want done. */
const fold = async (process: Process, events: readonly EventEnvelope[], { instances }: ProcessTables) => {
  const steps = events.flatMap((event) => {
    const id = process.instance(event);
    return id === undefined ? [] : [{ id, event }];
  });
  const ids = [...new Set(steps.map(({ id }) => id))];
  const kept = await instances.bulkGet(ids);
  const before = new Map(ids.map((id, n) => [id, kept[n] ? kept[n].state : process.initial]));
  const states = new Map(before);
  const causes = new Map<string, EventEnvelope>();
  const outgoing = steps.flatMap(({ id, event }) => {
    const step = process.step(states.get(id), event);
    states.set(id, step.state);
    causes.set(id, event);
    return step.effects.map((effect, n): Outgoing => ({
      position: event.position,
      n,
      instance: id,
      since: event.meta.recordedAt,
      command: derivedCommand(process.name, id, event, effect, n),
    }));
  });
  // A process that many events say nothing new to costs no writes.
  const changed = [...states].filter(([id, state]) => state !== before.get(id));
  return { states: changed.map(([id, state]) => ({ id, state })), outgoing, causes };
};

/** Instances, their timers, outbox and checkpoint move in one transaction: no reaction is lost, and none is made up twice. */
export const takeSteps = (
  db: Dexie,
  process: Process,
  batch: {
    readonly from: number;
    readonly events: readonly EventEnvelope[];
    readonly to: Mark;
  },
): Promise<number> =>
  moveCheckpoint(db, batch.from, batch.to, async () => {
    if (batch.events.length === 0) return undefined;
    const tables = tablesOf(db);
    const { states, outgoing, causes } = await fold(process, batch.events, tables);
    await Promise.all([
      tables.instances.bulkPut(states),
      tables.outbox.bulkPut(outgoing),
      resetTimers(db, process, states, causes),
      resetWaits(db, process, states, causes),
    ]);
    return undefined;
  });
