import type { HrTime } from '@opentelemetry/api';
import type { ReadableSpan } from '@opentelemetry/sdk-trace-web';
import type { FinishedSpan } from './measurements.ts';

/** A clock of durations stands still while the device sleeps: so far behind it is set anew, in page and worker alike. */
const STEP_MS = 1_000;

/** Milliseconds since 1970, so fine that what is nested stays nested; the same in every thread of this device. */
export const fineNow = (): number => {
  const fine = performance.timeOrigin + performance.now();
  const behind = Date.now() - fine;
  return Math.abs(behind) < STEP_MS ? fine : fine + Math.round(behind / STEP_MS) * STEP_MS;
};

/** Where in a trace something stands, as it crosses a thread wall (W3C Trace Context). */
export interface Place {
  readonly traceId: string;
  readonly spanId: string;
}

const SHAPE = /^00-([0-9a-f]{32})-([0-9a-f]{16})-[0-9a-f]{2}$/;

export const traceparentOf = ({ traceId, spanId }: Place): string => `00-${traceId}-${spanId}-01`;

/** Undefined for what is none: it comes from the page's own scripting door, too. */
export const placeOf = (traceparent: string | undefined): Place | undefined => {
  const [, traceId, spanId] = SHAPE.exec(traceparent ?? '') ?? [];
  return traceId === undefined || spanId === undefined ? undefined : { traceId, spanId };
};

/** The status code of a span that failed; its name is in a package that is loaded only while somebody measures. */
const FAILED = 2;

const milliseconds = ([seconds, nanos]: HrTime): number => seconds * 1_000 + nanos / 1_000_000;

/** What a span says, so that it survives the thread wall. */
export const finished = (span: ReadableSpan, place: FinishedSpan['place']): FinishedSpan => {
  const { traceId, spanId } = span.spanContext();
  const { code }: { readonly code: number } = span.status;
  return {
    ...{ traceId, spanId, name: span.name, kind: span.kind, place },
    ...(span.parentSpanContext && { parentId: span.parentSpanContext.spanId }),
    start: milliseconds(span.startTime),
    duration: milliseconds(span.duration),
    failed: code === FAILED,
    attributes: span.attributes as FinishedSpan['attributes'],
  };
};
