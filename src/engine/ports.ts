import type { Json, Outcome } from '../kernel/index.ts';

/** Survives a power cut (`strict`) or only a crash of the browser (`relaxed`); promises.md, fact 1. */
export type Durability = 'strict' | 'relaxed';

/** A command as it reaches the pipeline, from whoever sent it. */
export interface Dispatched {
  readonly commandId: string;
  readonly type: string;
  readonly payload: unknown;
  readonly occurredAt?: string | undefined;
  readonly correlationId?: string | undefined;
  readonly causationId?: string | undefined;
  /** It may have been sent before: how it ended then counts, even if that left no event. Not kept. */
  readonly again?: boolean | undefined;
  /** Versions of streams that it was made for: with any other it is refused (`changed-meanwhile`). Not kept. */
  readonly unchanged?: Readonly<Record<string, number>> | undefined;
  /** Only if this command is committed, which was sent just before it: then both are, in one transaction. Not kept. */
  readonly after?: string | undefined;
  /** Where in a trace it was sent, while somebody measures (W3C Trace Context). It is written nowhere. */
  readonly traceparent?: string | undefined;
}

/** FOR EVER from here: books out there hold these shapes. */
/** What is personal of one person, closed with their own key (sealing/cipher.ts), taken out from where it stood. */
export interface SealedBox {
  readonly subject: string;
  readonly box: string;
}

export interface StoredCommand {
  readonly type: string;
  readonly payload: Json;
  readonly sealed?: readonly SealedBox[];
}

export interface StoredEvent {
  readonly stream: string;
  readonly version: number;
  readonly type: string;
  readonly schemaVersion: number;
  readonly data: Json;
  readonly sealed?: readonly SealedBox[];
  /** Only where it differs from the commit's. */
  readonly occurredAt?: string;
}

/** What one command did, with the command itself, so that it can be decided again later. */
export interface StoredCommit {
  readonly commandId: string;
  readonly command: StoredCommand;
  readonly actor: string;
  readonly recordedAt: string;
  readonly occurredAt: string;
  readonly correlationId: string;
  readonly causationId: string;
  /** SHA-256 (hex) of the commit before; 64 zeros before the first. */
  readonly previous: string;
  readonly events: readonly StoredEvent[];
}

/** One record of the log: the commits of one transaction. Its key is the position of its first event. */
export interface LogRecord {
  readonly position: number;
  /** Position that the next record will have. */
  readonly next: number;
  /** Version of this layout; a writer that meets a newer one stops writing (promises.md, M5). */
  readonly format: number;
  readonly commits: readonly StoredCommit[];
  /** Index entries: each stream of the commits, those of them that begin here, and each command id, once. */
  readonly streams: readonly string[];
  readonly begins: readonly string[];
  readonly commandIds: readonly string[];
  /** SHA-256 (hex) of the last commit. */
  readonly hash: string;
}
/** …FOR EVER until here. */

export interface Head {
  /** Position of the last event; 0 in an empty log. */
  readonly position: number;
  readonly hash: string;
}

/** How a command ended without an event: refused, or nothing to do. */
export interface KeptOutcome {
  readonly commandId: string;
  readonly outcome: Outcome;
  readonly command: { readonly type: string; readonly payload: Json };
  readonly actor: string;
  readonly recordedAt: string;
  /** Of the command and of the refusal, with paths from here. */
  readonly sealed?: readonly SealedBox[];
}

/** A commit found by its command id, with where its events stand. */
export interface FoundCommit {
  readonly commit: StoredCommit;
  readonly position: number;
}

/** A long stream, folded: what is read instead of the events that it holds. Disposable. */
export interface Snapshot {
  readonly stream: string;
  /** Fingerprint of the code that folded it; of other code it is none. */
  readonly shape: string;
  /** Of the stream. */
  readonly version: number;
  /** All of the stream's events up to this position of the log are in it. */
  readonly position: number;
  readonly state: unknown;
}

/**
 * The event log: append-only, gapless, the only truth. Every method fails with a `StoreFailure` when the store does.
 * One contract suite holds for each implementation (test/contract).
 */
export interface EventLog {
  /**
   * Writes the record in one transaction whose key is the lock.
   * `collided`: its key or one of its command ids is taken, or a stream that it begins has begun before; nothing was written.
   */
  append(record: LogRecord, durability: Durability): Promise<'written' | 'collided'>;
  /** Makes sure that everything written so far survives a power cut: the end of a relaxed bulk. */
  sync(): Promise<void>;
  head(): Promise<Head>;
  /**
   * Records from the one that holds position `after + 1` on, at most `limit`, in one transaction; with `until` none that
   * begins after that position.
   */
  records(after: number, limit: number, until?: number): Promise<LogRecord[]>;
  /**
   * Every record with an event of these streams, per stream, in order; all in one transaction. Of a stream in `after`
   * only those that begin after the position.
   */
  streams(
    names: readonly string[],
    after?: ReadonlyMap<string, number>,
  ): Promise<ReadonlyMap<string, readonly LogRecord[]>>;
  /** Those of these streams, or all. */
  snapshots(streams?: readonly string[]): Promise<ReadonlyMap<string, Snapshot>>;
  /** In the place of the stream's last one; survives what a relaxed write survives. */
  keepSnapshot(snapshot: Snapshot): Promise<void>;
  commits(commandIds: readonly string[]): Promise<ReadonlyMap<string, FoundCommit>>;
  keepOutcomes(outcomes: readonly KeptOutcome[]): Promise<void>;
  outcome(commandId: string): Promise<KeptOutcome | undefined>;
  /** The newest refusals first. */
  refusals(limit: number): Promise<KeptOutcome[]>;
  close(): void;
}

/** The newest layout that this code reads and writes. */
export const LOG_FORMAT = 1;
export const EMPTY_HASH = '0'.repeat(64);
/** Limits of one record, so that reading it for one stream's sake stays cheap. */
export const MAX_COMMITS = 256;
export const MAX_EVENTS = 1024;

export type StoreFault =
  /** No room: nothing more can be written until some is made. */
  | 'disk-full'
  /** The browser took the connection away (clear data, another version of the app). */
  | 'connection-lost'
  /** A newer version of the app has written: this one must not. */
  | 'newer-version'
  /** The book that this device is known to hold is not there. */
  | 'book-missing'
  /** A backup was opened: another book is the present one now. */
  | 'book-replaced'
  /** The browser cannot read or write its store. */
  | 'store-broken';

/** The store could not do it. Whether something was written is then unknown: look the command id up. */
export class StoreFailure extends Error {
  override readonly name = 'StoreFailure';
  readonly fault: StoreFault;
  constructor(fault: StoreFault, cause: unknown) {
    super(cause instanceof Error ? `${fault}: ${cause.name}: ${cause.message}` : fault, { cause });
    this.fault = fault;
  }
}

/** The world, as the engine sees it; made at the worker's door. */
export interface Clock {
  /** ISO instant. */
  now(): string;
  /** Milliseconds that never run backwards, for durations only. */
  elapsed(): number;
}
