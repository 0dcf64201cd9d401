import { DataPointType, type MetricData } from '@opentelemetry/sdk-metrics';

/** How Prometheus writes units out, at the end of a name. */
const UNITS = new Map([['s', '_seconds']]);

type Labels = Readonly<Record<string, unknown>>;

const nameOf = ({ descriptor, dataPointType }: MetricData): string => {
  const name = descriptor.name.replaceAll(/[^a-zA-Z0-9_]/g, '_') + (UNITS.get(descriptor.unit) ?? '');
  return dataPointType === DataPointType.SUM ? `${name}_total` : name;
};

const escaped = (text: string): string => text.replaceAll('\\', '\\\\').replaceAll('\n', '\\n');

const labelled = (name: string, labels: Labels, value: number): string => {
  const pairs = Object.entries(labels).map(
    ([label, of]) =>
      `${label.replaceAll(/[^a-zA-Z0-9_]/g, '_')}="${escaped(String(of)).replaceAll('"', '\\"')}"`,
  );
  return `${name}${pairs.length > 0 ? `{${pairs.join(',')}}` : ''} ${String(value)}`;
};

const histogram = (name: string, metric: Extract<MetricData, { dataPointType: DataPointType.HISTOGRAM }>) =>
  metric.dataPoints.flatMap(({ attributes, value: { buckets, count, sum = 0 } }) => {
    let below = 0;
    return [
      ...buckets.boundaries.map((bound, n) => {
        below += buckets.counts[n] ?? 0;
        return labelled(`${name}_bucket`, { ...attributes, le: bound }, below);
      }),
      labelled(`${name}_bucket`, { ...attributes, le: '+Inf' }, count),
      labelled(`${name}_sum`, attributes, sum),
      labelled(`${name}_count`, attributes, count),
    ];
  });

const linesOf = (metric: MetricData): readonly string[] => {
  const name = nameOf(metric);
  const head = (type: string) => [
    `# HELP ${name} ${escaped(metric.descriptor.description)}`,
    `# TYPE ${name} ${type}`,
  ];
  const plain = (points: readonly { readonly attributes: Labels; readonly value: number }[]) =>
    points.map(({ attributes, value }) => labelled(name, attributes, value));
  switch (metric.dataPointType) {
    case DataPointType.SUM:
      return [...head('counter'), ...plain(metric.dataPoints)];
    case DataPointType.GAUGE:
      return [...head('gauge'), ...plain(metric.dataPoints)];
    case DataPointType.HISTOGRAM:
      return [...head('histogram'), ...histogram(name, metric)];
    case DataPointType.EXPONENTIAL_HISTOGRAM:
      return [];
  }
};

/** What was measured in the text format of Prometheus, version 0.0.4. */
export const prometheusText = (metrics: readonly MetricData[]): string =>
  metrics.flatMap((metric) => linesOf(metric).map((line) => `${line}\n`)).join('');
