import type { Dexie } from 'dexie';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { EventEnvelope, Projection } from '../../kernel/index.ts';
import type { LogFeed } from '../feed.ts';
import { readCheckpoint } from '../follow/checkpoint.ts';
import type { Checkpoint } from '../reading/generation.ts';
import { Expected } from './expected.ts';
import { parkedTable } from './parked.ts';
import { Portions } from './portions.ts';
import { rowText } from './row-text.ts';

const EVENTS_AT_ONCE = 1_000;
/** So many rows are hashed before others get their turn. */
const ROWS_AT_ONCE = 250;
/** Rows of each table that are asked what follows from them, to learn which tables hold what follows. */
const SAMPLE = 50;

/** The rows of a generation are not what the log says: nobody shall read them. */
export class NotTheSameError extends Error {
  override readonly name = 'NotTheSameError';
}

export interface VerifyPorts {
  readonly db: Dexie;
  readonly projection: Projection;
  readonly feed: LogFeed;
  /** Called again and again with how far it is; throws to end it. */
  readonly onProgress: (done: number, total: number) => void;
  /** From here on nobody writes; left out where nobody does from the beginning. */
  readonly settle?: () => Promise<void>;
}

const breath = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

/** Count and hash of rows that come in the order of their keys. */
class Tally {
  rows = 0;
  readonly #hash = sha256.create();

  async add(rows: readonly unknown[]): Promise<void> {
    for (let n = 0; n < rows.length; n += ROWS_AT_ONCE) {
      for (const row of rows.slice(n, n + ROWS_AT_ONCE)) this.#hash.update(utf8ToBytes(`${rowText(row)}\n`));
      await breath();
    }
    this.rows += rows.length;
  }

  get hash(): string {
    return bytesToHex(this.#hash.clone().digest());
  }
}

/** A table turned out to hold what follows from others: it has to be kept in memory whole, from the first event on. */
class FoundDerivedError extends Error {
  readonly table: string;
  constructor(table: string) {
    super(table);
    this.table = table;
  }
}

/** A stream was set aside or taken in again meanwhile: what was folded so far is of no use. */
class PartedError extends Error {
  override readonly name = 'PartedError';
}

/** The events that the generation had taken in at a checkpoint, after a position, in pages. */
async function* takenIn(
  { db, feed }: VerifyPorts,
  { position, without = [] }: Checkpoint,
  after = 0,
): AsyncGenerator<readonly EventEnvelope[]> {
  const missing = new Set(without);
  const parkedSince = new Map(
    (await parkedTable(db).toArray()).map(({ stream, position: since }) => [stream, since]),
  );
  for (let at = after; at < position;) {
    const events = await feed.read(at, EVENTS_AT_ONCE);
    const last = events.at(-1);
    if (!last)
      throw new NotTheSameError(`the log ends at ${String(at)}, the read model at ${String(position)}`);
    at = last.position;
    yield events.filter(
      (event) =>
        event.position <= Math.min(position, (parkedSince.get(event.stream) ?? Infinity) - 1) &&
        !missing.has(event.id),
    );
  }
}

const derivedTables = async ({ db, projection }: VerifyPorts): Promise<Set<string>> => {
  const found = new Set<string>();
  for (const table of Object.keys(projection.tables))
    for (const row of await db.table(table).limit(SAMPLE).toArray())
      for (const change of projection.derived(table, undefined, row)) found.add(change.table);
  return found;
};

interface TableTallies {
  readonly table: string;
  readonly found: Tally;
  readonly expected: Tally;
}

const compare = async (
  ports: VerifyPorts,
  derived: ReadonlySet<string>,
): Promise<readonly TableTallies[]> => {
  const { db, projection, onProgress, settle } = ports;
  const tables = Object.keys(projection.tables);
  const tallies = tables.map((table) => ({ table, found: new Tally(), expected: new Tally() }));
  const portions = await Portions.of(
    db,
    tables.filter((table) => !derived.has(table)),
  );
  const whole = new Expected(projection, (table) => derived.has(table));
  let upTo = await readCheckpoint(db);
  const { position } = upTo;
  for (let n = 0; n < portions.count; n += 1) {
    const portion = new Expected(
      projection,
      (table, key) => !derived.has(table) && portions.holds(n, table, key),
    );
    for await (const events of takenIn(ports, upTo)) {
      portion.fold(events);
      if (n === 0) whole.fold(events);
      onProgress(n * position + (events.at(-1)?.position ?? 0), portions.count * position);
    }
    if (n === 0 && settle) {
      await settle();
      const now = await readCheckpoint(db);
      if (now.partings !== upTo.partings) throw new PartedError();
      for await (const events of takenIn(ports, now, position)) {
        portion.fold(events);
        whole.fold(events);
      }
      upTo = now;
    }
    const following = [...(n === 0 ? whole.derived() : []), ...portion.derived()];
    for (const change of following) {
      if (!derived.has(change.table)) throw new FoundDerivedError(change.table);
      whole.apply(change);
    }
    for (const { table, found, expected } of tallies) {
      if (derived.has(table)) continue;
      await found.add(await portions.rows(n, table));
      await expected.add(portion.rows(table));
    }
  }
  for (const { table, found, expected } of tallies) {
    if (!derived.has(table)) continue;
    await found.add(await db.table(table).toArray());
    await expected.add(whole.rows(table));
  }
  return tallies;
};

/**
 * Compares the rows of a generation with a second fold of the log, by count and content hash, table by table. While
 * this goes on nobody may write to it, or only until `settle`. The fold is in memory, so many rows at a time (decision 0011).
 * @throws NotTheSameError
 */
export const verifyRows = async (
  ports: VerifyPorts,
): Promise<{ readonly rows: number; readonly hash: string; readonly position: number }> => {
  const derived = await derivedTables(ports);
  for (;;) {
    try {
      const tallies = await compare(ports, derived);
      const wrong = tallies.filter(
        ({ found, expected }) => found.rows !== expected.rows || found.hash !== expected.hash,
      );
      if (wrong.length > 0)
        throw new NotTheSameError(
          wrong
            .map(({ table, found, expected }) =>
              found.rows === expected.rows
                ? `${table}: ${String(found.rows)} rows, with other contents`
                : `${table}: ${String(found.rows)} rows instead of ${String(expected.rows)}`,
            )
            .join('; '),
        );
      const whole = tallies.map(({ table, found }) => `${table} ${found.hash}`).join('\n');
      return {
        rows: tallies.reduce((sum, { found }) => sum + found.rows, 0),
        hash: bytesToHex(sha256(utf8ToBytes(whole))),
        position: (await readCheckpoint(ports.db)).position,
      };
    } catch (error) {
      // Nobody writes any more by then: it does not come again.
      if (error instanceof PartedError) continue;
      if (!(error instanceof FoundDerivedError)) throw error;
      derived.add(error.table);
    }
  }
};
