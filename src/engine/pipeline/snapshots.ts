import type { Aggregate, EventEnvelope } from '../../kernel/index.ts';
import type { EventLog } from '../ports.ts';

/** A stream, folded up to a version. */
export interface Folded {
  readonly version: number;
  readonly state: unknown;
}

/** A stream is kept folded anew when so many events have come to it. */
const EVERY = 500;

/** A stream as far as it is kept folded: what stands after `position` is still to be folded. */
export interface Beginning {
  readonly folded: Folded;
  readonly position: number;
}

/**
 * Long streams, folded, beside the log: a shop's series of numbers has an event in nearly every record, and the first
 * order after a start would read them all. Only for aggregates that allow it, and only for the very code that folded
 * them (`shape`, see decisions/0014); where that is not known, nothing is kept.
 */
export class Snapshots {
  readonly #log: EventLog;
  readonly #shape: string | undefined;
  /** Version of each stream's snapshot. */
  readonly #versions = new Map<string, number>();

  constructor(log: EventLog, shape: string | undefined) {
    this.#log = log;
    this.#shape = shape;
  }

  /** Where the folding of these streams begins; left out are those that this code has not kept folded. */
  async beginnings(wanted: ReadonlyMap<string, Aggregate>): Promise<ReadonlyMap<string, Beginning>> {
    const longLived = [...wanted].flatMap(([stream, { snapshots }]) => (snapshots ? [stream] : []));
    if (longLived.length === 0 || this.#shape === undefined) return new Map();
    const kept = await this.#log.snapshots(longLived);
    const fitting = [...kept.values()].filter(({ shape }) => shape === this.#shape);
    for (const { stream, version } of fitting) this.#versions.set(stream, version);
    return new Map(
      fitting.map(({ stream, version, state, position }) => [
        stream,
        { folded: { version, state }, position },
      ]),
    );
  }

  /** Keeps a stream that has grown since. `position`: of the log, up to which all its events are folded. */
  consider({ snapshots }: Aggregate, stream: string, folded: Folded, position: number): void {
    const { version, state } = folded;
    const shape = this.#shape;
    if (!snapshots || shape === undefined || version - (this.#versions.get(stream) ?? 0) < EVERY) return;
    this.#versions.set(stream, version);
    // Disposable: without it the stream is folded from an earlier one.
    this.#log.keepSnapshot({ stream, shape, version, position, state }).catch(() => undefined);
  }
}

/** The events that a beginning does not hold yet. */
export const after = (
  beginning: Beginning | undefined,
  events: readonly EventEnvelope[],
): readonly EventEnvelope[] =>
  beginning ? events.filter(({ position }) => position > beginning.position) : events;
