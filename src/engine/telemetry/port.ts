import type { Actor, EventEnvelope, Receipt } from '../../kernel/index.ts';
import type { Dispatched } from '../ports.ts';
import { asError } from '../reading/observable.ts';

/** The named stages of a command's way; `wait`: in the queue, until the transaction before has ended. */
export type Stage = 'parse' | 'authorize' | 'deduplicate' | 'wait' | 'load' | 'decide' | 'append' | 'receipt';

/** One command's way, as it is measured. */
export interface Trace {
  /** A stage begins; what this gives is called when it has ended. */
  begin(stage: Stage): () => void;
  end(receipt: Receipt): void;
}

/** Who takes events over: a read model, or a process with what it then has done. */
export interface Taker {
  readonly kind: 'project' | 'react';
  readonly name: string;
}

/** What the engine tells of its work to whoever measures. */
export interface Telemetry {
  command(dispatched: Dispatched, actor: Actor): Trace;
  /** Events begin to be taken over; what this gives is called when they were, or with what went wrong. */
  taking(taker: Taker, events: readonly EventEnvelope[]): (error?: Error) => void;
}

const nothing = (): void => undefined;

export const NO_TRACE: Trace = { begin: () => nothing, end: nothing };

const NOBODY: Telemetry = { command: () => NO_TRACE, taking: () => nothing };

/** Whoever measures at present: nobody, unless the owner has switched it on. What measures is loaded only then. */
export class Measuring {
  #now: Telemetry = NOBODY;

  get now(): Telemetry {
    return this.#now;
  }

  by(telemetry: Telemetry | undefined): void {
    this.#now = telemetry ?? NOBODY;
  }
}

/** A stage that several commands go through together. */
export const together = async <Answer>(
  traces: readonly Trace[],
  stage: Stage,
  work: () => Promise<Answer>,
): Promise<Answer> => {
  const ends = traces.map((trace) => trace.begin(stage));
  try {
    return await work();
  } finally {
    for (const end of ends) end();
  }
};

/** Events being taken over; without any it only moves a checkpoint, which nobody measures. */
export const measured = async <Answer>(
  measuring: Measuring | undefined,
  taker: Taker | undefined,
  events: readonly EventEnvelope[],
  take: () => Promise<Answer>,
): Promise<Answer> => {
  if (!measuring || !taker || events.length === 0) return take();
  const taken = measuring.now.taking(taker, events);
  try {
    const answer = await take();
    taken();
    return answer;
  } catch (thrown) {
    taken(asError(thrown));
    throw thrown;
  }
};
