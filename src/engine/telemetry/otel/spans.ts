import { SpanStatusCode, TraceFlags, type HrTime } from '@opentelemetry/api';
import type { Resource } from '@opentelemetry/resources';
import type { ReadableSpan, SpanProcessor } from '@opentelemetry/sdk-trace-web';
import type { Ring } from '../ring.ts';
import { finished } from '../../reading/tracing.ts';
import type { FinishedSpan } from '../../reading/measurements.ts';

const asHrTime = (ms: number): HrTime => {
  const seconds = Math.floor(ms / 1_000);
  return [seconds, Math.round((ms - seconds * 1_000) * 1_000_000)];
};

/** A span that ended in the page, as the exporter of this worker takes it. */
export const revived = (span: FinishedSpan, resource: Resource): ReadableSpan => {
  const { traceId, spanId, parentId, name, kind, start, duration, failed, attributes } = span;
  const context = (id: string) => ({ traceId, spanId: id, traceFlags: TraceFlags.SAMPLED });
  return {
    ...{ name, kind, attributes, links: [], events: [], ended: true },
    spanContext: () => context(spanId),
    ...(parentId !== undefined && { parentSpanContext: context(parentId) }),
    ...{ startTime: asHrTime(start), endTime: asHrTime(start + duration), duration: asHrTime(duration) },
    status: { code: failed ? SpanStatusCode.ERROR : SpanStatusCode.UNSET },
    resource,
    instrumentationScope: { name: 'counterfoil.page' },
    ...{ droppedAttributesCount: 0, droppedEventsCount: 0, droppedLinksCount: 0 },
  };
};

/** Keeps the newest spans at hand. */
export const keepingIn = (ring: Ring<FinishedSpan>): SpanProcessor => ({
  onStart: () => undefined,
  onEnd: (span) => {
    ring.push(finished(span, 'worker'));
  },
  forceFlush: () => Promise.resolve(),
  shutdown: () => Promise.resolve(),
});
