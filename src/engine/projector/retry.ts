import type { Dexie } from 'dexie';
import type { EventEnvelope, Projection } from '../../kernel/index.ts';
import type { LogFeed } from '../feed.ts';
import { checkpointTable, readCheckpoint } from '../follow/checkpoint.ts';
import type { Clock } from '../ports.ts';
import { writeRows } from './folder.ts';
import { OneByOne } from './one-by-one.ts';
import { parkedAt, parkedTable, type ParkedStream } from './parked.ts';

export interface RetryPorts {
  readonly db: Dexie;
  readonly projection: Projection;
  readonly feed: LogFeed;
  readonly clock: Clock;
  readonly skips: ReadonlySet<string>;
}

/** `parked`: it still waits, at this event or at a later one. */
export type Retried = 'taken-in' | 'parked';

/** The first of the events that can't be taken in, with how many come after it. */
interface Stuck {
  readonly event: EventEnvelope;
  readonly error: Error;
  readonly after: number;
}

const foldAll = async (
  folding: OneByOne,
  events: readonly EventEnvelope[],
  skips: ReadonlySet<string>,
): Promise<{ readonly stuck?: Stuck; readonly without: readonly string[] }> => {
  const without: string[] = [];
  for (const [n, event] of events.entries()) {
    const error = await folding.take(event);
    if (error && !skips.has(event.id))
      return { stuck: { event, error, after: events.length - n - 1 }, without };
    if (error) without.push(event.id);
  }
  return { without };
};

const stillParked = (before: ParkedStream, { event, error, after }: Stuck, at: string): ParkedStream => {
  const again = event.id === before.eventId;
  const parked = parkedAt(event, error, { attempts: again ? before.attempts + 1 : 1, at });
  return { ...parked, waiting: after, ...(again && { since: before.since }) };
};

/** One try, in one transaction; undefined when the read model moved meanwhile. */
const tryOnce = async (ports: RetryPorts, parked: ParkedStream): Promise<Retried | undefined> => {
  const { db, projection, feed, clock, skips } = ports;
  const { position } = await readCheckpoint(db);
  const events = (await feed.stream(parked.stream, parked.position - 1)).filter(
    (event) => event.position <= position && projection.handles.has(event.type),
  );
  const at = clock.now();
  return db.transaction('rw', db.tables, async () => {
    const now = await readCheckpoint(db);
    const same = await parkedTable(db).get(parked.stream);
    if (now.position !== position || same?.eventId !== parked.eventId) return undefined;
    const folding = new OneByOne(projection, (table, keys) => db.table(table).bulkGet([...keys]));
    const { stuck, without } = await foldAll(folding, events, skips);
    await writeRows(db, folding.writes());
    if (stuck) await parkedTable(db).put(stillParked(same, stuck, at));
    else await parkedTable(db).delete(parked.stream);
    // What came of other streams since is in the rows already: only a rebuild has everything in its order.
    if (stuck?.event.id !== parked.eventId)
      await checkpointTable(db).put({
        ...now,
        without: [...(now.without ?? []), ...without],
        partings: (now.partings ?? 0) + 1,
        outOfOrder: true,
      });
    return stuck ? 'parked' : 'taken-in';
  });
};

/**
 * Tries to take in what is kept back of a stream, in its order, each event wholly or not at all. It gets as far as it
 * gets: the stream stays parked at the first event that can't be taken in. The read model may go on meanwhile.
 */
export const retryStream = async (ports: RetryPorts, stream: string): Promise<Retried> => {
  for (;;) {
    const parked = await parkedTable(ports.db).get(stream);
    if (!parked) return 'taken-in';
    const tried = await tryOnce(ports, parked);
    if (tried) return tried;
  }
};
