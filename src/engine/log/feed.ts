import type { EventEnvelope } from '../../kernel/index.ts';
import type { LogFeed } from '../feed.ts';
import type { EventLog, LogRecord } from '../ports.ts';
import type { Hydrate } from './envelopes.ts';

/** Records kept at hand: what was just written is projected without being read back. */
const RECENT_RECORDS = 128;
/** Records read at once when a reader is further behind. */
const READ_RECORDS = 64;

export interface WritableFeed extends LogFeed {
  /** This worker wrote a record, or read one that another tab wrote. */
  push(record: LogRecord): void;
  /** Whether commands wait in this worker. */
  setBusy(busy: boolean): void;
  /** Whether a job runs in this worker. */
  setBulk(bulk: boolean): void;
  /** Another tab says how far the log is; its records are read when somebody asks. */
  advance(head: number): void;
}

/** The log as a stream of events, for whoever follows it: read models, processes, the event browser. */
export const createFeed = (log: EventLog, hydrate: Hydrate, start: number): WritableFeed => {
  const listeners = new Set<(head: number) => void>();
  let recent: LogRecord[] = [];
  /** Read for whoever reads through the log, and not given yet: a record is larger than what is taken at once. */
  let ahead: readonly LogRecord[] = [];
  let head = start;
  let busy = false;
  let bulk = false;

  const advance = (to: number) => {
    if (to <= head) return;
    head = to;
    for (const listener of listeners) listener(head);
  };

  /** Those from the one that holds `position` on, when they reach back that far. */
  const fromOn = (records: readonly LogRecord[], position: number): readonly LogRecord[] => {
    const first = records.findIndex((record) => record.position <= position && position < record.next);
    return first < 0 ? [] : records.slice(first);
  };

  const eventsOf = async (
    records: readonly LogRecord[],
    after: number,
    limit: number,
  ): Promise<EventEnvelope[]> => {
    const events: EventEnvelope[] = [];
    for (const record of records) {
      for (const event of await hydrate(record)) if (event.position > after) events.push(event);
      if (events.length >= limit) break;
    }
    return events.slice(0, limit);
  };

  return {
    head: () => head,
    busy: () => busy,
    setBusy: (now) => {
      busy = now;
    },
    bulk: () => bulk,
    setBulk: (now) => {
      bulk = now;
    },
    push: (record) => {
      // Only an unbroken run is kept: a gap would hide another tab's events from the readers.
      const follows = recent.at(-1)?.next === record.position;
      recent = follows ? [...recent.slice(-RECENT_RECORDS + 1), record] : [record];
      advance(record.next - 1);
    },
    advance,
    read: async (after, limit) => {
      const near = fromOn(recent, after + 1);
      if (near.length > 0) return eventsOf(near, after, limit);
      const known = fromOn(ahead, after + 1);
      const records = known.length > 0 ? known : await log.records(after, READ_RECORDS);
      const events = await eventsOf(records, after, limit);
      ahead = fromOn(records, (events.at(-1)?.position ?? after) + 1);
      return events;
    },
    stream: async (name, after) => {
      const records = (await log.streams([name])).get(name) ?? [];
      const events = await Promise.all(records.map((record) => hydrate(record)));
      return events.flat().filter(({ stream, position }) => stream === name && position > after);
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
};
