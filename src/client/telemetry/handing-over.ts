import type { SpanProcessor } from '@opentelemetry/sdk-trace-web';
import type { FinishedSpan } from '../../engine/reading/measurements.ts';
import { finished } from '../../engine/reading/tracing.ts';

const EACH_MS = 250;
/** What waits while the engine does not answer. */
const MOST = 1_000;

/** Hands spans over to the engine, which alone may send and keeps them at hand. */
export const handingOver = (send: (spans: readonly FinishedSpan[]) => Promise<void>): SpanProcessor => {
  let waiting: FinishedSpan[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;
  const flush = async (): Promise<void> => {
    clearTimeout(timer);
    timer = undefined;
    const spans = waiting;
    waiting = [];
    // The engine is gone, and with it whoever would take them.
    if (spans.length > 0) await send(spans).catch(() => undefined);
  };
  return {
    onStart: () => undefined,
    onEnd: (span) => {
      if (waiting.length < MOST) waiting.push(finished(span, 'page'));
      timer ??= setTimeout(() => void flush(), EACH_MS);
    },
    forceFlush: flush,
    shutdown: flush,
  };
};
