import { ROOT_CONTEXT, SpanKind, SpanStatusCode, trace as traces, type Span } from '@opentelemetry/api';
import { WebTracerProvider } from '@opentelemetry/sdk-trace-web';
import type { Receipt } from '../../kernel/index.ts';
import type { FinishedSpan } from '../../engine/reading/measurements.ts';
import type { Observable } from '../../engine/reading/index.ts';
import { fineNow, traceparentOf } from '../../engine/reading/tracing.ts';
import type { PageTrace } from '../page-trace.ts';
import { handingOver } from './handing-over.ts';
import { Showing } from './showing.ts';

/** Whatever is sent as a command's type: only what looks like a name becomes one. */
const NAME = /^[A-Za-z][A-Za-z0-9]{0,60}$/;

interface PageTracingPorts {
  readonly progress: Observable<ReadonlyMap<string, number>>;
  readonly views: readonly string[];
  readonly send: (spans: readonly FinishedSpan[]) => Promise<void>;
}

const outcomeOf = (receipt: Receipt) => (receipt.status === 'duplicate' ? receipt.original : receipt);

/** The page's part of each trace: from the call of a command to its receipt, and until it is shown everywhere. */
export const startPageTracing = ({ progress, views, send }: PageTracingPorts) => {
  const provider = new WebTracerProvider({ spanProcessors: [handingOver(send)] });
  const tracer = provider.getTracer('counterfoil.page');
  const showing = new Showing(progress, views);
  const below = (span: Span) => traces.setSpan(ROOT_CONTEXT, span);
  return {
    begin: (given: string): PageTrace => {
      const type = NAME.test(given) ? given : 'unknown';
      const startTime = fineNow();
      const attributes = { 'counterfoil.command.type': type };
      const root = tracer.startSpan(`command ${type}`, { startTime, attributes }, ROOT_CONTEXT);
      const dispatch = tracer.startSpan(
        `dispatch ${type}`,
        { startTime, kind: SpanKind.CLIENT },
        below(root),
      );
      return {
        traceparent: traceparentOf(dispatch.spanContext()),
        end: (receipt) => {
          const outcome = outcomeOf(receipt);
          const received = fineNow();
          if (receipt.status === 'in-doubt') dispatch.setStatus({ code: SpanStatusCode.ERROR });
          dispatch.end(received);
          root.setAttribute('counterfoil.outcome', receipt.status);
          if (outcome.status === 'rejected') root.setAttribute('counterfoil.refusal', outcome.rejection.code);
          if (outcome.status !== 'committed') {
            root.end(received);
            return;
          }
          const show = tracer.startSpan('show', { startTime: received }, below(root));
          showing.wait(outcome.position, (isShown) => {
            const now = fineNow();
            show.setAttribute('counterfoil.shown', isShown);
            show.end(now);
            root.end(now);
          });
        },
      };
    },
    stop: (): void => {
      showing.end();
      void provider.shutdown();
    },
  };
};
