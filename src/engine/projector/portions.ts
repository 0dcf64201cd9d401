import Dexie, { type Collection } from 'dexie';

/** So many rows of each table are in memory at once: some tens of megabytes at most. */
const PORTION = 10_000;

/** The keys of tables cut into stretches that can be held in memory one after another, and leave no gap. */
export class Portions {
  readonly #db: Dexie;
  /** The last key of each stretch but the last. */
  readonly #ends: ReadonlyMap<string, readonly string[]>;
  readonly count: number;

  private constructor(db: Dexie, ends: ReadonlyMap<string, readonly string[]>) {
    this.#db = db;
    this.#ends = ends;
    this.count = 1 + Math.max(0, ...[...ends.values()].map(({ length }) => length));
  }

  static async of(db: Dexie, tables: readonly string[]): Promise<Portions> {
    const ends = await Promise.all(
      tables.map(async (table) => {
        const keys = (await db.table(table).toCollection().primaryKeys()) as string[];
        return [table, keys.filter((_, n) => n % PORTION === PORTION - 1)] as const;
      }),
    );
    return new Portions(db, new Map(ends));
  }

  holds(n: number, table: string, key: string): boolean {
    const { from, to } = this.#bounds(n, table);
    return (from === undefined || key > from) && (to === undefined || key <= to) && !this.#isPast(n, table);
  }

  rows(n: number, table: string): Promise<readonly unknown[]> {
    if (this.#isPast(n, table)) return Promise.resolve([]);
    const { from, to } = this.#bounds(n, table);
    const stretch: Collection = this.#db
      .table(table)
      .where(':id')
      .between(from ?? Dexie.minKey, to ?? Dexie.maxKey, from === undefined, true);
    return stretch.toArray();
  }

  /** Shorter tables have come to their end before. */
  #isPast(n: number, table: string): boolean {
    return n > (this.#ends.get(table)?.length ?? 0);
  }

  #bounds(n: number, table: string): { from: string | undefined; to: string | undefined } {
    const ends = this.#ends.get(table) ?? [];
    return { from: n === 0 ? undefined : ends[n - 1], to: ends[n] };
  }
}
