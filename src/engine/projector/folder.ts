import type { Dexie, Table } from 'dexie';
import type { EventEnvelope, Projection } from '../../kernel/index.ts';
import { moveCheckpoint, type Mark, type Moved } from '../follow/checkpoint.ts';
import type { Clock } from '../ports.ts';
import type { Checkpoint } from '../reading/generation.ts';
import { foldBatch, FoldError, type TableWrites } from './fold.ts';
import { OneByOne } from './one-by-one.ts';
import { keepBack, MOST_PARKED, parkedAt, parkedTable, TooManyParkedError } from './parked.ts';

/** So often an event is tried where it stands, with the follower's pauses in between, before its stream is parked. */
const TRIES = 3;

export interface FolderPorts {
  readonly db: Dexie;
  readonly projection: Projection;
  readonly clock: Clock;
  /** Ids of events that this read model shall do without where it can't take them in. */
  readonly skips: ReadonlySet<string>;
  /** How often each event was tried in vain; outlives the folder, which is made anew after each failure. */
  readonly tries: Map<string, number>;
}

/** Events that can be kept back can't make the database fail: what its bulk writes say of a row, the row is guilty of. */
const blamesRow = (error: unknown): boolean =>
  error instanceof FoldError ||
  (error instanceof Error && ['DataCloneError', 'DataError', 'BulkError'].includes(error.name));

export const writeRows = async (db: Dexie, writes: ReadonlyMap<string, TableWrites>): Promise<void> => {
  const write = async (table: Table<unknown, string>, { puts, deletes }: TableWrites): Promise<void> => {
    if (puts.length > 0) await table.bulkPut([...puts]);
    if (deletes.length > 0) await table.bulkDelete([...deletes]);
  };
  await Promise.all([...writes].map(([table, changed]) => write(db.table(table), changed)));
};

/**
 * Folds events into the rows of one generation. An event that the projection can't take in is tried again a few times
 * where it stands; then its stream is parked: it and all later ones of the stream are kept back, and the rest goes on.
 */
export class Folder {
  readonly #ports: FolderPorts;
  /** Streams that are parked, as of so many partings. */
  #parked: ReadonlySet<string> = new Set();
  #partings: number | undefined;

  constructor(ports: FolderPorts) {
    this.#ports = ports;
  }

  /** How many streams are parked, as far as is known. */
  get parked(): number {
    return this.#parked.size;
  }

  /** Looks how many streams are parked. */
  async look(): Promise<void> {
    this.#parked = new Set(await parkedTable(this.#ports.db).toCollection().primaryKeys());
  }

  /**
   * See `Following.take`. @throws FoldError for an event that is to be tried again, TooManyParkedError; what comes
   * before the event is taken in all the same.
   */
  async take(from: number, events: readonly EventEnvelope[], to: Mark): Promise<number> {
    const { db } = this.#ports;
    try {
      return await moveCheckpoint(db, from, to, (at) => this.#fold(at, events));
    } catch (error) {
      if (!blamesRow(error)) throw error;
    }
    let stopped: Error | undefined;
    const position = await moveCheckpoint(db, from, to, async (at) => {
      const { moved, failure } = await this.#foldOneByOne(at, events);
      stopped = failure;
      return moved;
    });
    await this.look();
    if (stopped) throw stopped;
    return position;
  }

  async #fold(at: Checkpoint, events: readonly EventEnvelope[]): Promise<undefined> {
    if (events.length === 0) return;
    const { db, projection } = this.#ports;
    const parked = await this.#parkedAt(at);
    const [flowing, held] = [
      events.filter(({ stream }) => !parked.has(stream)),
      events.filter(({ stream }) => parked.has(stream)),
    ];
    const writes = await foldBatch(projection, flowing, (table, keys) => db.table(table).bulkGet([...keys]));
    await writeRows(db, writes);
    await keepBack(db, held);
  }

  async #foldOneByOne(
    at: Checkpoint,
    events: readonly EventEnvelope[],
  ): Promise<{ moved: Moved; failure?: Error }> {
    const { db, projection, skips, tries, clock } = this.#ports;
    const folding = new OneByOne(projection, (table, keys) => db.table(table).bulkGet([...keys]));
    const parked = new Set(await this.#parkedAt(at));
    const before = parked.size;
    const held: EventEnvelope[] = [];
    const without = [...(at.without ?? [])];
    let moved: Moved = {};
    let failure: Error | undefined;
    for (const [n, event] of events.entries()) {
      if (parked.has(event.stream)) {
        held.push(event);
        continue;
      }
      const error = await folding.take(event);
      if (error && skips.has(event.id)) without.push(event.id);
      if (!error || skips.has(event.id)) continue;
      const attempts = (tries.get(event.id) ?? 0) + 1;
      tries.set(event.id, attempts);
      if (attempts < TRIES) failure = error;
      else if (parked.size >= MOST_PARKED)
        failure = new TooManyParkedError(
          `${String(parked.size)} streams are parked already: ${error.message}`,
        );
      if (failure) {
        // Up to the last that was taken in or kept back; the next pass begins with this one.
        const last = events[n - 1];
        if (!last) throw failure;
        moved = { position: last.position, eventId: last.id };
        break;
      }
      parked.add(event.stream);
      await parkedTable(db).put(parkedAt(event, error, { attempts, at: clock.now() }));
    }
    await writeRows(db, folding.writes());
    await keepBack(db, held);
    if (without.length > 0) moved = { ...moved, without };
    if (parked.size > before) moved = { ...moved, partings: (at.partings ?? 0) + 1 };
    return { moved, ...(failure && { failure }) };
  }

  async #parkedAt({ partings = 0 }: Checkpoint): Promise<ReadonlySet<string>> {
    if (this.#partings === partings) return this.#parked;
    await this.look();
    this.#partings = partings;
    return this.#parked;
  }
}
