import type { KeptOutcome } from '../ports.ts';

/** Which entries of the log are asked for. All that is given has to hold. */
export interface EntriesAsked {
  /** One stream. */
  readonly stream?: string | undefined;
  /** All streams of this kind: `order` for `order-0192…`. */
  readonly category?: string | undefined;
  readonly type?: string | undefined;
  readonly actor?: string | undefined;
  /** ISO instants, of when they were written; both included. */
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  /** Only those that this version of the app does not know. */
  readonly unknown?: boolean | undefined;
  /** Positions below this one; from the newest on when left out. */
  readonly before?: number | undefined;
  /** Positions above this one. */
  readonly after?: number | undefined;
  readonly limit: number;
}

/** An event without its data: all that a list shows, and nothing that is personal. */
export interface Entry {
  readonly position: number;
  readonly id: string;
  readonly stream: string;
  readonly version: number;
  readonly type: string;
  readonly schemaVersion: number;
  /** This version of the app knows its type and its shape. */
  readonly known: boolean;
  readonly actor: string;
  /** ISO instants. */
  readonly recordedAt: string;
  readonly occurredAt: string;
  readonly commandId: string;
  readonly command: string;
  readonly correlationId: string;
  readonly causationId: string;
}

/** The newest first. `next`: where to go on looking, though this page may be empty; undefined at the end. */
export interface EntriesPage {
  readonly entries: readonly Entry[];
  readonly next?: number;
  /** Position of the newest entry of the log. */
  readonly head: number;
}

/** What an event or a command holds. `hidden`: why some of it is not shown. */
export interface Shown {
  readonly value: unknown;
  readonly hidden?: 'sealed' | 'forgotten' | 'secret';
}

/** What was refused, and why; `hidden`: why some of it is not shown. */
export interface ShownRefusal extends Omit<KeptOutcome, 'sealed'> {
  readonly hidden?: Shown['hidden'];
}

export interface OpenedEntry {
  readonly entry: Entry;
  readonly data: Shown;
  readonly payload: Shown;
  /** SHA-256 (hex) of the commit before the one that it belongs to. */
  readonly previous: string;
}

/** A command and what came of it. */
export interface CausedCommand {
  readonly commandId: string;
  readonly type: string;
  readonly actor: string;
  /** ISO instant. */
  readonly at: string;
  /** Position of the event that it reacts to; undefined for the first. */
  readonly cause?: number;
  /** Code of the refusal, if it was refused. */
  readonly refused?: string;
  readonly entries: readonly Entry[];
}

/** What belongs together: the command at its beginning first, every other one after its cause. */
export interface Causes {
  readonly correlationId: string;
  readonly commands: readonly CausedCommand[];
  /** It was cut off: there is more than is shown. */
  readonly more: boolean;
}

/** A database of the book, as large as a sample of its rows makes it. */
export interface StoredDatabase {
  readonly name: string;
  readonly kind: 'log' | 'keys' | 'view' | 'process' | 'other';
  /** Of which view or process; the last part of its name otherwise. */
  readonly of: string;
  readonly generation?: number;
  readonly rows: number;
  /** About so many. */
  readonly bytes: number;
}
