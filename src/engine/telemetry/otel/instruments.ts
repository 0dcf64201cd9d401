import type { Meter } from '@opentelemetry/api';
import type { Receipt } from '../../../kernel/index.ts';
import { BOUNDS } from '../../reading/measurements.ts';
import type { Stage, Taker } from '../port.ts';

/** How everything stands at the moment of asking; read models and processes only in the worker that leads. */
export interface Standing {
  readonly waiting: number;
  readonly views: readonly {
    readonly view: string;
    readonly lagEvents: number;
    readonly lagMs: number;
    readonly parked: number;
  }[];
  readonly processes: readonly { readonly process: string; readonly outbox: number }[];
}

/** Names of what is measured, by which everybody outside knows it. */
export const FIGURES = {
  commands: 'counterfoil.commands',
  refusals: 'counterfoil.refusals',
  stage: 'counterfoil.stage.duration',
  project: 'counterfoil.project.duration',
  react: 'counterfoil.react.duration',
  lagEvents: 'counterfoil.lag.events',
  lagAge: 'counterfoil.lag.age',
  deadLetters: 'counterfoil.dead_letters',
  queue: 'counterfoil.queue.depth',
} as const;

export type Instruments = ReturnType<typeof createInstruments>;

/** What is counted and timed. Labels are names of the trade's own; nothing that anybody typed. */
export const createInstruments = (meter: Meter, standing: () => Standing) => {
  const commands = meter.createCounter(FIGURES.commands, {
    description: 'Commands that ended, by type and outcome.',
  });
  const refusals = meter.createCounter(FIGURES.refusals, { description: 'Refused commands, by code.' });
  const histogram = (name: string, description: string) =>
    meter.createHistogram(name, {
      ...{ description, unit: 's' },
      advice: { explicitBucketBoundaries: [...BOUNDS] },
    });
  const durations = {
    stage: histogram(FIGURES.stage, 'Time that a command spends in a stage of its way.'),
    project: histogram(FIGURES.project, 'Time that a read model takes for a batch of events.'),
    react: histogram(FIGURES.react, 'Time that a process takes for a batch of events and its commands.'),
  };
  const gauge = (name: string, description: string, unit?: string) =>
    meter.createObservableGauge(name, { description, ...(unit !== undefined && { unit }) });
  const lagEvents = gauge(FIGURES.lagEvents, 'Events that a read model has not taken in yet.');
  const lagAge = gauge(FIGURES.lagAge, 'How long the oldest of them has waited.', 's');
  const deadLetters = gauge(FIGURES.deadLetters, 'Streams that a read model has parked.');
  const queue = gauge(FIGURES.queue, 'Commands that wait: to be decided, or in the outbox of a process.');
  meter.addBatchObservableCallback(
    (to) => {
      const { waiting, views, processes } = standing();
      to.observe(queue, waiting, { queue: 'commands' });
      for (const { process, outbox } of processes) to.observe(queue, outbox, { queue: process });
      for (const { view, ...lag } of views) {
        to.observe(lagEvents, lag.lagEvents, { view });
        to.observe(lagAge, lag.lagMs / 1_000, { view });
        to.observe(deadLetters, lag.parked, { view });
      }
    },
    [lagEvents, lagAge, deadLetters, queue],
  );
  return {
    ended: (type: string, receipt: Receipt): void => {
      commands.add(1, { type, outcome: receipt.status });
      if (receipt.status === 'rejected') refusals.add(1, { code: receipt.rejection.code });
    },
    /** Milliseconds. */
    passed: (stage: Stage, ms: number): void => {
      durations.stage.record(ms / 1_000, { stage });
    },
    took: ({ kind, name }: Taker, ms: number): void => {
      durations[kind].record(ms / 1_000, kind === 'project' ? { view: name } : { process: name });
    },
  };
};
