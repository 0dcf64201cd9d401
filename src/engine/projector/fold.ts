import type { AnyChange, EventEnvelope, Projection } from '../../kernel/index.ts';
import { asError } from '../reading/observable.ts';

/** Rows as they stood, in the order of the keys. */
export type Load = (table: string, keys: readonly string[]) => Promise<readonly unknown[]>;

/** What a batch did to one table. */
export interface TableWrites {
  readonly puts: readonly unknown[];
  readonly deletes: readonly string[];
}

/** The projection can't take an event in, as opposed to a store that can't read or write. Says why as the cause does. */
export class FoldError extends Error {
  override readonly name: string;
  constructor(cause: Error) {
    super(cause.message, { cause });
    this.name = cause.name;
    if (cause.stack !== undefined) this.stack = cause.stack;
  }
}

/** What the projection's own code does: pure, and the only part that an event can make fail. */
export const purely = <Answer>(work: () => Answer): Answer => {
  try {
    return work();
  } catch (thrown) {
    throw new FoldError(asError(thrown));
  }
};

export class MisfiledRowError extends Error {
  override readonly name = 'MisfiledRowError';
}

interface Touched {
  readonly before: unknown;
  now: unknown;
}

/** The rows of a batch in memory: each is read once before its first change. */
class Rows {
  readonly #load: Load;
  readonly tables = new Map<string, Map<string, Touched>>();

  constructor(load: Load) {
    this.#load = load;
  }

  async change(changes: readonly AnyChange[]): Promise<void> {
    await this.#fetch(changes);
    purely(() => {
      for (const change of changes) {
        const touched = this.tables.get(change.table)?.get(change.key);
        if (touched) touched.now = change.update(touched.now);
      }
    });
  }

  async #fetch(changes: readonly AnyChange[]): Promise<void> {
    const missing = new Map<string, Set<string>>();
    for (const { table, key } of changes) {
      if (this.tables.get(table)?.has(key) === true) continue;
      const keys = missing.get(table) ?? new Set();
      missing.set(table, keys.add(key));
    }
    await Promise.all([...missing].map(([table, keys]) => this.#fetchFrom(table, [...keys])));
  }

  async #fetchFrom(table: string, keys: readonly string[]): Promise<void> {
    const rows = await this.#load(table, keys);
    const known = this.tables.get(table) ?? new Map<string, Touched>();
    keys.forEach((key, n) => known.set(key, { before: rows[n], now: rows[n] }));
    this.tables.set(table, known);
  }
}

const derivedChanges = (projection: Projection, rows: Rows): AnyChange[] =>
  [...rows.tables].flatMap(([table, touched]) =>
    [...touched.values()].flatMap(({ before, now }) =>
      before === now ? [] : projection.derived(table, before, now),
    ),
  );

/** The member of a table's rows that is their key. */
export const keyMember = ({ tables }: Projection, table: string): string => tables[table]?.key ?? '';

export const keyOf = (row: unknown, member: string): unknown =>
  (row as Readonly<Record<string, unknown>>)[member];

const writesOf = (member: string, touched: ReadonlyMap<string, Touched>): TableWrites => {
  const puts: unknown[] = [];
  const deletes: string[] = [];
  for (const [key, { before, now }] of touched) {
    if (now === before) continue;
    if (now === undefined) deletes.push(key);
    else if (keyOf(now, member) === key) puts.push(now);
    else throw new MisfiledRowError(`the row filed under ${key} names another key in ${member}`);
  }
  return { puts, deletes };
};

/**
 * Folds events into rows: direct changes in order, then once per changed row what follows from it.
 * Pure but for `load`. The answer has each changed row once, as it shall be.
 * @throws FoldError when the projection can't; what `load` throws passes through.
 */
export const foldBatch = async (
  projection: Projection,
  events: readonly EventEnvelope[],
  load: Load,
): Promise<ReadonlyMap<string, TableWrites>> => {
  const rows = new Rows(load);
  await rows.change(purely(() => events.flatMap((event) => projection.changes(event))));
  await rows.change(purely(() => derivedChanges(projection, rows)));
  return purely(
    () =>
      new Map(
        [...rows.tables].map(([table, touched]) => [table, writesOf(keyMember(projection, table), touched)]),
      ),
  );
};
