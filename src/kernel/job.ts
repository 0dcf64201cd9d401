import type * as z from 'zod/mini';
import type { Encoding, TextReading } from './encoding.ts';
import type { CommandMessage } from './message.ts';
import type { Json } from './json.ts';
import type { QueryType } from './query.ts';
import type { Receipt } from './receipt.ts';
import type { Rejection } from './rejection.ts';
import type { Result } from './result.ts';

/** A command inside a job: its id is derived from the source, so that doing it again adds nothing. */
export interface PlannedCommand extends CommandMessage {
  readonly commandId: string;
  /** ISO instant, where the source dates it. */
  readonly occurredAt?: string;
  /** What ties it to the others of its job, where that is to be known afterwards. */
  readonly correlationId?: string;
}

export interface JobProgress {
  readonly done: number;
  readonly total: number;
}

/** Up to where the chain of the log was recomputed, and the hash that stood there. */
export interface ChainPoint {
  readonly position: number;
  readonly hash: string;
}

/** What came of a stretch of the chain: whole up to a point, or where it is not. */
export type ChainStretch =
  | { readonly whole: true; readonly at: ChainPoint; readonly commits: number; readonly end: boolean }
  | { readonly whole: false; readonly position: number; readonly problem: string };

/** How the rows of a read model compare with a fold of the log. Without `rows` they could not be compared now. */
export interface ComparedView {
  readonly rows?: number;
  readonly problem?: string;
}

/** Of so many streams, these were kept folded wrongly. */
export interface ProvedSnapshots {
  readonly streams: number;
  readonly mended: readonly string[];
}

/** The book looked at from below: whether it is what was written into it. */
export interface Inspection {
  head(): number;
  /** Recomputes the next stretch of the log's chain, from its first entry on when no point is given. */
  chain(after: ChainPoint | undefined): Promise<ChainStretch>;
  /** Folds anew what is kept folded of long streams; what is not what the log says is put right. */
  snapshots(): Promise<ProvedSnapshots>;
  views(): readonly string[];
  /** Compares the rows that a read model answers from with a fold of the log. */
  view(name: string): Promise<ComparedView>;
}

/** How far the writing of a backup is. `written`: of one that is whole, and was read again and proved. */
export interface BackupStep {
  /** To be handed back for the next step. */
  readonly cursor: Json;
  readonly progress: JobProgress;
  readonly written?: {
    readonly bytes: number;
    /** Whether a passphrase opens it. */
    readonly sealed: boolean;
    readonly head: { readonly position: number; readonly hash: string };
  };
}

/** What a job may do between two chunks. */
export interface JobContext {
  /**
   * Text of a file handed over with the job, Unicode unless a person has said otherwise; or why it is none: `empty-file`,
   * `not-text`, `not-utf8` with the first `row` that is not, `missing-file`.
   */
  readText(fileId: string, encoding?: Encoding): Promise<Result<string, Rejection>>;
  /** The ways in which a file that is not Unicode can be read, for a person to tell which of them is right. */
  readings(fileId: string): Promise<readonly TextReading[]>;
  /** Sends commands together, in order; relaxed durability until the job's end. */
  dispatch(commands: readonly PlannedCommand[]): Promise<readonly Receipt[]>;
  /** Decides commands on a branch in memory that this job keeps while it lives; nothing is written. */
  rehearse(commands: readonly PlannedCommand[]): Promise<readonly Receipt[]>;
  /** Asks a read model; the answer knows of everything that was written before it was asked. */
  readonly query: <Params, Answer>(
    query: QueryType<string, Params, Answer>,
    params: unknown,
  ) => Promise<Answer>;
  /** Keeps a part of the job's result file; written again under the same number, it is the same part. */
  writePart(number: number, text: string): Promise<void>;
  readonly inspection: Inspection;
  /**
   * Writes the next piece of a backup of the whole book into the job's result file, and in the end reads all of it again.
   * `about`: what the backup says of the book, for people, before it is opened. No cursor: from the start.
   */
  writeBackup(about: Json, cursor?: Json): Promise<Result<BackupStep, Rejection>>;
  /** The id under which the job was accepted. */
  readonly jobId: string;
  /** ISO instant at which the job was accepted. */
  readonly startedAt: string;
}

/** One chunk's outcome: where to go on from (kept across a reload), how far it is, and the result so far. */
export interface JobChunk<Cursor, Report> {
  readonly cursor: Cursor;
  readonly progress: JobProgress;
  readonly report: Report;
  readonly finished: boolean;
}

/** An asynchronous command: accepted at once, then done in chunks, with progress, cancel and resume. */
export interface JobType<Type extends string = string, Payload = unknown, Cursor = Json, Report = Json> {
  readonly type: Type;
  readonly payload: z.ZodMiniType<Payload>;
  readonly permission: string;
  readonly start: Cursor;
  readonly emptyReport: Report;
  /**
   * Does one chunk. `memory` lives only as long as the worker (parsed files, say): rebuild it when it is empty.
   */
  chunk(
    payload: Payload,
    at: { readonly cursor: Cursor; readonly report: Report; readonly memory: Map<string, unknown> },
    context: JobContext,
  ): Promise<Result<JobChunk<Cursor, Report>, Rejection>>;
}

export const defineJob = <Type extends string, Payload, Cursor, Report>(
  job: JobType<Type, Payload, Cursor, Report>,
): JobType<Type, Payload, Cursor, Report> => job;
