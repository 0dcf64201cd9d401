import { MeterProvider, MetricReader, PeriodicExportingMetricReader } from '@opentelemetry/sdk-metrics';
import { defaultResource, resourceFromAttributes } from '@opentelemetry/resources';
import { BatchSpanProcessor, WebTracerProvider } from '@opentelemetry/sdk-trace-web';
import type { Clock } from '../../ports.ts';
import { placeOf, traceparentOf } from '../../reading/tracing.ts';
import type { Telemetry } from '../port.ts';
import { Ring } from '../ring.ts';
import type { ExportStatus, FinishedSpan, Sample } from '../../reading/measurements.ts';
import { Contexts } from './contexts.ts';
import { createExporting } from './exporting.ts';
import { createInstruments, type Standing } from './instruments.ts';
import { prometheusText } from './prometheus.ts';
import { sampleOf } from './sample.ts';
import { keepingIn, revived } from './spans.ts';
import { Tracing } from './tracing.ts';

const SAMPLE_MS = 2_000;
/** A quarter of an hour. */
const SAMPLES = 450;
const SPANS = 2_000;
const EXPORT_TRACES_MS = 1_000;
const EXPORT_METRICS_MS = 5_000;

export interface MeasuringPorts {
  /** Empty: nothing leaves this device. */
  readonly endpoint: string;
  readonly clock: Clock;
  /** Of this worker, for whoever collects from many. */
  readonly instanceId: string;
  readonly commandTypes: ReadonlySet<string>;
  readonly standing: () => Standing;
  readonly share: (commandId: string, traceparent: string) => void;
}

/** What measures, while it does. */
export interface Instrument {
  readonly telemetry: Telemetry;
  /** Another worker committed a command that is traced. */
  remember(commandId: string, traceparent: string): void;
  /** Spans that ended in the page. */
  take(spans: readonly FinishedSpan[]): void;
  samples(): readonly Sample[];
  spans(): readonly FinishedSpan[];
  /** The text format of Prometheus. */
  prometheus(): Promise<string>;
  status(): Readonly<Record<'traces' | 'metrics', ExportStatus>>;
  /** Sends what is left, if that goes quickly. */
  stop(): void;
}

/** Read by ourselves, for the ring and the download. */
class OwnReader extends MetricReader {
  protected override onShutdown(): Promise<void> {
    return Promise.resolve();
  }

  protected override onForceFlush(): Promise<void> {
    return Promise.resolve();
  }
}

/** Begins to measure, with OpenTelemetry's own SDK. */
export const startMeasuring = (ports: MeasuringPorts): Instrument => {
  const { endpoint, clock, instanceId, commandTypes, standing, share } = ports;
  const resource = defaultResource().merge(
    resourceFromAttributes({ 'service.name': 'counterfoil', 'service.instance.id': instanceId }),
  );
  const exporting = endpoint === '' ? undefined : createExporting(endpoint, () => clock.now());

  const kept = new Ring<FinishedSpan>(SPANS);
  const sending =
    exporting && new BatchSpanProcessor(exporting.traces, { scheduledDelayMillis: EXPORT_TRACES_MS });
  const tracers = new WebTracerProvider({
    resource,
    spanProcessors: [keepingIn(kept), ...(sending ? [sending] : [])],
  });

  const reader = new OwnReader();
  const periodic =
    exporting &&
    new PeriodicExportingMetricReader({
      ...{ exporter: exporting.metrics, exportIntervalMillis: EXPORT_METRICS_MS },
      exportTimeoutMillis: EXPORT_METRICS_MS,
    });
  const meters = new MeterProvider({ resource, readers: [reader, ...(periodic ? [periodic] : [])] });
  const instruments = createInstruments(meters.getMeter('counterfoil'), standing);
  const collected = async () =>
    (await reader.collect()).resourceMetrics.scopeMetrics.flatMap(({ metrics }) => metrics);

  const ring = new Ring<Sample>(SAMPLES);
  const sample = async (): Promise<void> => {
    ring.push(sampleOf(await collected(), Date.parse(clock.now())));
  };
  void sample();
  const sampling = setInterval(() => void sample(), SAMPLE_MS);

  const contexts = new Contexts();
  return {
    telemetry: new Tracing({
      tracer: tracers.getTracer('counterfoil'),
      ...{ instruments, contexts, commandTypes },
      share: (commandId, place) => {
        share(commandId, traceparentOf(place));
      },
    }),
    remember: (commandId, traceparent) => {
      const place = placeOf(traceparent);
      if (place) contexts.remember(commandId, place);
    },
    take: (spans) => {
      for (const span of spans) {
        kept.push(span);
        sending?.onEnd(revived(span, resource));
      }
    },
    samples: () => ring.all(),
    spans: () => kept.all(),
    prometheus: async () => prometheusText(await collected()),
    status: () => exporting?.status() ?? { traces: { taken: 0 }, metrics: { taken: 0 } },
    stop: () => {
      clearInterval(sampling);
      void Promise.allSettled([tracers.shutdown(), meters.shutdown()]).then(() => exporting?.end());
    },
  };
};
