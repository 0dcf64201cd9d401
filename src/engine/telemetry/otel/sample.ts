import { DataPointType, type Histogram, type MetricData } from '@opentelemetry/sdk-metrics';
import { BOUNDS, type MeasuredStage, type Sample } from '../../reading/measurements.ts';
import { FIGURES } from './instruments.ts';

interface Point<Value> {
  readonly labels: Readonly<Record<string, unknown>>;
  readonly value: Value;
}

const NONE = BOUNDS.map(() => 0).concat(0);

const added = (one: readonly number[], other: readonly number[]): readonly number[] =>
  one.map((count, n) => count + (other[n] ?? 0));

/** Sums points of one label's value: `{ SubmitOrder: 3 }`. */
const by = (label: string, points: readonly Point<number>[]): Record<string, number> => {
  const sums: Record<string, number> = {};
  for (const { labels, value } of points) {
    const name = String(labels[label]);
    sums[name] = (sums[name] ?? 0) + value;
  }
  return sums;
};

/** One reading of all instruments, small enough that hundreds of them are kept. `at`: milliseconds since 1970. */
export const sampleOf = (metrics: readonly MetricData[], at: number): Sample => {
  const figures = (name: string): readonly Point<number>[] =>
    metrics.flatMap((metric) =>
      metric.descriptor.name === name &&
      (metric.dataPointType === DataPointType.SUM || metric.dataPointType === DataPointType.GAUGE)
        ? metric.dataPoints.map(({ attributes, value }) => ({ labels: attributes, value }))
        : [],
    );
  const spreads = (name: string): readonly Point<Histogram>[] =>
    metrics.flatMap((metric) =>
      metric.descriptor.name === name && metric.dataPointType === DataPointType.HISTOGRAM
        ? metric.dataPoints.map(({ attributes, value }) => ({ labels: attributes, value }))
        : [],
    );
  const counted = (points: readonly Point<Histogram>[]): readonly number[] =>
    points.map(({ value }) => value.buckets.counts).reduce(added, NONE);
  const stage = (name: MeasuredStage) =>
    counted(spreads(FIGURES.stage).filter(({ labels }) => labels['stage'] === name));

  const commands = figures(FIGURES.commands);
  const ended = (outcome: string) =>
    by(
      'type',
      commands.filter(({ labels }) => labels['outcome'] === outcome),
    );
  const [committed, refused] = [ended('committed'), ended('rejected')];
  const types = new Set(commands.map(({ labels }) => String(labels['type'])));
  const [lag, age, parked, queues] = [
    by('view', figures(FIGURES.lagEvents)),
    by('view', figures(FIGURES.lagAge)),
    by('view', figures(FIGURES.deadLetters)),
    by('queue', figures(FIGURES.queue)),
  ];
  const { commands: waiting = 0, ...outboxes } = queues;
  const total = (of: Readonly<Record<string, number>>) =>
    Object.values(of).reduce((sum, each) => sum + each, 0);
  return {
    at,
    commands: Object.fromEntries(
      [...types].map((type) => [type, { committed: committed[type] ?? 0, refused: refused[type] ?? 0 }]),
    ),
    refusals: by('code', figures(FIGURES.refusals)),
    stages: {
      decide: stage('decide'),
      append: stage('append'),
      project: counted(spreads(FIGURES.project)),
    },
    lag: Object.fromEntries(
      Object.entries(lag).map(([view, events]) => [
        view,
        { events, ms: Math.round((age[view] ?? 0) * 1_000) },
      ]),
    ),
    deadLetters: total(parked),
    queue: { commands: waiting, reactions: total(outboxes) },
  };
};
