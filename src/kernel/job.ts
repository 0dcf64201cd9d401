import type * as z from 'zod/mini';
import type { CommandMessage } from './command.ts';
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

/** What a job may do between two chunks. */
export interface JobContext {
  /** Text of a file handed over with the job, or why it is none: `empty-file`, `not-text`, `not-utf8`, `missing-file`. */
  readText(fileId: string): Promise<Result<string, Rejection>>;
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
