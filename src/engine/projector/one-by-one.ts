import type { EventEnvelope, Projection } from '../../kernel/index.ts';
import { asError } from '../reading/observable.ts';
import { foldBatch, FoldError, keyMember, keyOf, type Load, type TableWrites } from './fold.ts';

/** A row that the database could not keep is found before it is handed over, while it is known whose fault it is. */
const keepable = (writes: ReadonlyMap<string, TableWrites>): void => {
  try {
    for (const { puts } of writes.values()) structuredClone(puts);
  } catch (thrown) {
    throw new FoldError(asError(thrown));
  }
};

/**
 * Folds events one by one, each wholly or not at all, over what those before it have done: so that an event that
 * can't be taken in is known as such and leaves no trace.
 */
export class OneByOne {
  readonly #projection: Projection;
  readonly #load: Load;
  /** Rows as the events so far have left them. */
  readonly #rows = new Map<string, Map<string, unknown>>();

  constructor(projection: Projection, load: Load) {
    this.#projection = projection;
    this.#load = load;
  }

  /** Why the event can't be taken in; undefined when it was. What the store throws passes through. */
  async take(event: EventEnvelope): Promise<Error | undefined> {
    try {
      const writes = await foldBatch(this.#projection, [event], (table, keys) => this.#read(table, keys));
      keepable(writes);
      for (const [table, changed] of writes) this.#keep(table, changed);
      return undefined;
    } catch (error) {
      if (error instanceof FoldError) return error;
      throw error;
    }
  }

  /** What all of them did. */
  writes(): ReadonlyMap<string, TableWrites> {
    return new Map(
      [...this.#rows].map(([table, rows]) => [
        table,
        {
          puts: [...rows.values()].filter((row) => row !== undefined),
          deletes: [...rows].flatMap(([key, row]) => (row === undefined ? [key] : [])),
        },
      ]),
    );
  }

  async #read(table: string, keys: readonly string[]): Promise<readonly unknown[]> {
    const known = this.#rows.get(table);
    const missing = keys.filter((key) => known?.has(key) !== true);
    const loaded = await this.#load(table, missing);
    const found = new Map(missing.map((key, n) => [key, loaded[n]]));
    return keys.map((key) => (known?.has(key) === true ? known.get(key) : found.get(key)));
  }

  #keep(table: string, { puts, deletes }: TableWrites): void {
    const rows = this.#rows.get(table) ?? new Map<string, unknown>();
    const member = keyMember(this.#projection, table);
    for (const row of puts) rows.set(keyOf(row, member) as string, row);
    for (const key of deletes) rows.set(key, undefined);
    this.#rows.set(table, rows);
  }
}
