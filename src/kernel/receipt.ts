import type { Rejection } from './rejection.ts';

/** What a command's sender is told. Never data: to see the effect, query at least at `position`. */
export type Receipt =
  | Committed
  | { readonly status: 'rejected'; readonly commandId: string; readonly rejection: Rejection }
  /** This command id was decided before: `original` is what was answered then. */
  | { readonly status: 'duplicate'; readonly commandId: string; readonly original: Outcome }
  /** An asynchronous command was taken on as a job; follow it in the jobs listing. */
  | { readonly status: 'accepted'; readonly commandId: string; readonly jobId: string }
  /** Nobody can say yet whether it was written. Ask again with the same command id; never with a new one. */
  | { readonly status: 'in-doubt'; readonly commandId: string; readonly reason: string };

export interface Committed {
  readonly status: 'committed';
  readonly commandId: string;
  /** Position of its last event; the head at that time when there was nothing to do. */
  readonly position: number;
  /** New version of each stream that it wrote to. */
  readonly streams: Readonly<Record<string, number>>;
}

/** The receipts that end a command's life. */
export type Outcome = Extract<Receipt, { status: 'committed' | 'rejected' }>;
