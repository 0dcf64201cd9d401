import type { AnyChange, EventEnvelope, Projection } from '../../kernel/index.ts';
import { purely } from './fold.ts';

type Rows = Map<string, unknown>;

/** Whether a row of a table is looked at in this pass. */
type Looks = (table: string, key: string) => boolean;

/**
 * What the rows of a read model must be, folded in memory straight from the log, by nothing of the code that writes
 * them: each row by its own changes in order, and what follows from rows once, from how they are in the end. That
 * both ways agree is what a projection promises (`Derive`). Rows that nobody `looks` at are left out.
 * @throws FoldError
 */
export class Expected {
  readonly #projection: Projection;
  readonly #looks: Looks;
  readonly #tables = new Map<string, Rows>();

  constructor(projection: Projection, looks: Looks) {
    this.#projection = projection;
    this.#looks = looks;
  }

  fold(events: readonly EventEnvelope[]): void {
    purely(() => {
      for (const event of events) for (const change of this.#projection.changes(event)) this.apply(change);
    });
  }

  apply(change: AnyChange): void {
    const { table, key } = change;
    if (!this.#looks(table, key)) return;
    const rows = this.#tables.get(table) ?? new Map<string, unknown>();
    this.#tables.set(table, rows);
    const row = change.update(rows.get(key));
    if (row === undefined) rows.delete(key);
    else rows.set(key, row);
  }

  /** What follows from the rows as they are now. */
  derived(): readonly AnyChange[] {
    return purely(() =>
      [...this.#tables].flatMap(([table, rows]) =>
        [...rows.values()].flatMap((row) => this.#projection.derived(table, undefined, row)),
      ),
    );
  }

  /** The rows of a table, in the order of their keys. */
  rows(table: string): readonly unknown[] {
    return [...(this.#tables.get(table) ?? [])].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, row]) => row);
  }
}
