import type { OpenedEntry, Shown } from '../browsing/shapes.ts';

/** A row of a read model as it stands. */
export interface StandingRow {
  readonly table: string;
  readonly key: string;
  readonly value: unknown;
}

/** The rows that a stream's events have changed, the latest first. `more`: than are shown; `hidden`: why none is shown. */
export interface Standing {
  readonly rows: readonly StandingRow[];
  readonly more: boolean;
  readonly hidden?: Shown['hidden'];
}

/** The entry that a parked stream waits with, and what the read model has of the stream. */
export interface OpenedLetter extends OpenedEntry {
  readonly standing: Standing;
}
