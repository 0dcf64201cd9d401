import { OTLPMetricExporter } from '@opentelemetry/exporter-metrics-otlp-http';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { watchPolicy } from '../../outlets/policy.ts';
import type { ExportStatus } from '../../reading/measurements.ts';

type Told = Parameters<Parameters<OTLPTraceExporter['export']>[1]>[0];
type Signal = 'traces' | 'metrics';

interface Exporter {
  export(batch: never, callback: (result: Told) => void): void;
}

/** In which the exporter says what the other side answered. */
const STATUS = /status (\d{3})/;

/** Sends to what takes OTLP over HTTP, as JSON, and says how that goes. `now`: an ISO instant. */
export const createExporting = (endpoint: string, now: () => string) => {
  const base = endpoint.replace(/\/+$/, '');
  const policy = watchPolicy(base);
  const statuses: Record<Signal, ExportStatus> = { traces: { taken: 0 }, metrics: { taken: 0 } };

  const failed = async (signal: Signal, error: Error | undefined): Promise<void> => {
    const { taken } = statuses[signal];
    const [, status] = STATUS.exec(error?.message ?? '') ?? [];
    const trouble = status === undefined ? 'unreachable' : 'refused';
    statuses[signal] = {
      ...{ taken, at: now() },
      trouble: (await policy.forbade()) ? 'not-allowed' : trouble,
      ...(status !== undefined && { status: Number(status) }),
    };
  };

  /** Watches what becomes of each batch. */
  const watched = <Kind extends Exporter>(signal: Signal, exporter: Kind): Kind => {
    const send = exporter.export.bind(exporter);
    exporter.export = (batch, callback) => {
      send(batch, (result) => {
        const { code }: { readonly code: number } = result;
        if (code === 0) statuses[signal] = { taken: statuses[signal].taken + 1, at: now() };
        else void failed(signal, result.error);
        callback(result);
      });
    };
    return exporter;
  };

  return {
    traces: watched('traces', new OTLPTraceExporter({ url: `${base}/v1/traces` })),
    metrics: watched('metrics', new OTLPMetricExporter({ url: `${base}/v1/metrics` })),
    status: (): Readonly<Record<Signal, ExportStatus>> => ({ ...statuses }),
    end: (): void => {
      policy.end();
    },
  };
};
