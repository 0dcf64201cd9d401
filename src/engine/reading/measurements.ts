import type { SpanKind } from '@opentelemetry/api';

/** How this device measures: no part of the book. */
export interface TelemetrySettings {
  readonly on: boolean;
  /** Where to, by OTLP over HTTP: what stands before `/v1/traces`. Empty: nowhere. */
  readonly endpoint: string;
}

/** Why nothing arrives there. */
export type ExportTrouble =
  /** Nobody answered, or not in time, or it asked to come again later. */
  | 'unreachable'
  /** The page may not send there until it is loaded anew. */
  | 'not-allowed'
  /** The other side answered that it does not take this. */
  | 'refused';

export interface ExportStatus {
  /** Batches that were taken, ever since this worker began. */
  readonly taken: number;
  /** ISO instant of the last attempt. */
  readonly at?: string;
  /** What came of the last attempt, if it failed; with the HTTP status where there was one. */
  readonly trouble?: ExportTrouble;
  readonly status?: number;
}

export interface TelemetryStatus extends TelemetrySettings {
  /** Of this tab's engine; both stay as they begin while nothing is exported. */
  readonly traces: ExportStatus;
  readonly metrics: ExportStatus;
}

/** Upper bounds in seconds of the classes that durations are counted in; the last class has none. */
export const BOUNDS = [
  0.000_1, 0.000_25, 0.000_5, 0.001, 0.002_5, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10,
] as const;

export const MEASURED_STAGES = ['decide', 'append', 'project'] as const;
export type MeasuredStage = (typeof MEASURED_STAGES)[number];

/** What was counted so far, as of a moment; since this worker began to measure. */
export interface Sample {
  /** Milliseconds since 1970. */
  readonly at: number;
  /** By command type, how many ended so. */
  readonly commands: Readonly<Record<string, { readonly committed: number; readonly refused: number }>>;
  /** By the code of the refusal. */
  readonly refusals: Readonly<Record<string, number>>;
  /** How many took so long, by the classes of `BOUNDS`. */
  readonly stages: Readonly<Record<MeasuredStage, readonly number[]>>;
  /** By read model; empty in a tab that follows another one's. */
  readonly lag: Readonly<Record<string, { readonly events: number; readonly ms: number }>>;
  readonly deadLetters: number;
  /** Commands that wait to be decided, and commands of processes that were not answered yet. */
  readonly queue: { readonly commands: number; readonly reactions: number };
}

/** A span that has ended; no payload, nothing personal: types, ids, counts and codes. */
export interface FinishedSpan {
  readonly traceId: string;
  readonly spanId: string;
  readonly parentId?: string;
  readonly name: string;
  readonly kind: SpanKind;
  /** Milliseconds since 1970, and milliseconds, both with fractions. */
  readonly start: number;
  readonly duration: number;
  readonly failed: boolean;
  readonly attributes: Readonly<Record<string, string | number | boolean>>;
  readonly place: 'page' | 'worker';
}
