import {
  UnknownEventError,
  type Aggregate,
  type EventEnvelope,
  type Loaded,
  type Read,
} from '../../kernel/index.ts';
import { StoreFailure, type EventLog, type LogRecord } from '../ports.ts';
import type { Hydrate } from '../log/envelopes.ts';
import { after, Snapshots, type Folded } from './snapshots.ts';

/** Streams kept folded. States never change in place, so that a branch may share them. */
const CACHED_STREAMS = 10_000;

/**
 * Stage 4, load: folds streams, from the cache or from the log. Streams asked for in the same turn are read in one
 * transaction. The cache may know of more than the head that a writer knew: the append's key finds that out.
 */
export class Streams {
  readonly #log: EventLog;
  readonly #hydrate: Hydrate;
  readonly #aggregates: ReadonlyMap<string, Aggregate>;
  readonly #folded = new Map<string, Folded>();
  readonly #snapshots: Snapshots;
  #wanted = new Map<string, Aggregate>();
  #reading: Promise<void> | undefined;
  /** Rises when the log went on elsewhere or a person was forgotten: what was being read then is read again. */
  #turn = 0;

  /** `code`: fingerprint of the code that folds; without it long streams are not kept folded. */
  constructor(
    log: EventLog,
    hydrate: Hydrate,
    aggregates: ReadonlyMap<string, Aggregate>,
    code: string | undefined,
  ) {
    this.#log = log;
    this.#hydrate = hydrate;
    this.#aggregates = aggregates;
    this.#snapshots = new Snapshots(log, code);
  }

  async read(aggregate: Aggregate, stream: string): Promise<Folded> {
    let folded = this.#folded.get(stream);
    while (!folded) {
      this.#wanted.set(stream, aggregate);
      this.#reading ??= Promise.resolve().then(() => this.#readWanted());
      await this.#reading;
      folded = this.#folded.get(stream);
    }
    return folded;
  }

  /** @throws StoreFailure */
  async version(stream: string): Promise<number> {
    const aggregate = this.#aggregateOf(stream);
    return aggregate ? (await this.read(aggregate, stream)).version : 0;
  }

  /** Whether a stream is at hand, with or without events. */
  holds(stream: string): boolean {
    return this.#folded.has(stream);
  }

  /** Brings streams to hand. @throws StoreFailure */
  async fetch(streams: readonly string[]): Promise<void> {
    await Promise.all(
      streams.map(async (stream) => {
        const aggregate = this.#aggregateOf(stream);
        if (aggregate) await this.read(aggregate, stream);
      }),
    );
  }

  /** Takes over what a writer has decided and written up to a position of the log. */
  keep(stream: string, folded: Folded, position: number): void {
    const aggregate = this.#aggregateOf(stream);
    if (aggregate) this.#snapshots.consider(aggregate, stream, folded, position);
    this.#folded.delete(stream);
    this.#folded.set(stream, folded);
    if (this.#folded.size <= CACHED_STREAMS) return;
    const [oldest] = this.#folded.keys();
    if (oldest !== undefined) this.#folded.delete(oldest);
  }

  /** Events that another tab has written: folded into what is cached, each once. */
  async apply(record: LogRecord): Promise<void> {
    const events = await this.#hydrate(record);
    this.#turn += 1;
    for (const event of events) {
      const folded = this.#folded.get(event.stream);
      const aggregate = this.#aggregateOf(event.stream);
      if (folded && aggregate && event.version === folded.version + 1)
        this.#folded.set(event.stream, next(aggregate, folded, event));
    }
  }

  /** Lets go of everything: some of it belongs to a person who was forgotten. */
  clear(): void {
    this.#turn += 1;
    this.#folded.clear();
  }

  async #readWanted(): Promise<void> {
    const wanted = this.#wanted;
    this.#wanted = new Map();
    this.#reading = undefined;
    const turn = this.#turn;
    const beginnings = await this.#snapshots.beginnings(wanted);
    const positions = new Map([...beginnings].map(([stream, { position }]) => [stream, position]));
    const found = await this.#log.streams([...wanted.keys()], positions);
    for (const [stream, aggregate] of wanted) {
      const beginning = beginnings.get(stream);
      let folded: Folded = beginning?.folded ?? { version: 0, state: aggregate.initial };
      let reached = beginning?.position ?? 0;
      for (const record of found.get(stream) ?? [])
        for (const event of after(beginning, await this.#hydrate(record))) {
          if (event.stream === stream) folded = next(aggregate, folded, event);
          reached = event.position;
        }
      if (turn !== this.#turn) return;
      // A writer may have gone further meanwhile.
      if ((this.#folded.get(stream)?.version ?? -1) < folded.version) this.keep(stream, folded, reached);
    }
  }

  #aggregateOf(stream: string): Aggregate | undefined {
    return this.#aggregates.get(stream.slice(0, stream.indexOf('-')));
  }
}

/** @throws StoreFailure `newer-version` for an event that this version does not know: nothing is decided past it. */
const next = (aggregate: Aggregate, folded: Folded, event: EventEnvelope): Folded => {
  try {
    return { version: event.version, state: aggregate.evolve(folded.state, event) };
  } catch (error) {
    throw error instanceof UnknownEventError ? new StoreFailure('newer-version', error) : error;
  }
};

/**
 * Decisions upon decisions that are not written yet: reads see them, the streams below do not. One that `assumes` takes
 * streams that a command begins to be without events: only for decisions that a write will prove. One may grow `upon`
 * another, which has to land before it.
 */
export class Branch {
  readonly #below: Streams;
  readonly #assumes: boolean;
  #upon: Branch | undefined;
  readonly #above = new Map<string, Folded>();
  /** Streams that the present decision takes to be without events, unseen. */
  readonly #assumed = new Set<string>();

  constructor(
    below: Streams,
    { assumes = false, upon }: { assumes?: boolean; upon?: Branch | undefined } = {},
  ) {
    this.#below = below;
    this.#assumes = assumes;
    this.#upon = upon;
  }

  readonly read: Read = async (aggregate, id, expected) => {
    const stream = aggregate.stream(id);
    if (expected === 'absent' && this.#unseen(stream)) this.#assumed.add(stream);
    if (this.#assumed.has(stream)) return { id, version: 0, state: aggregate.initial };
    return this.#folded(aggregate, id, stream);
  };

  /** Brings to hand what a decision will read, without deciding. */
  readonly prefetch: Read = async (aggregate, id, expected) => {
    const stream = aggregate.stream(id);
    if (expected === 'absent' && this.#unseen(stream)) return { id, version: 0, state: aggregate.initial };
    return this.#folded(aggregate, id, stream);
  };

  /**
   * Looks at the streams that the present decision has taken to be without events, but for those of `begun`, which the
   * write will prove. True when there were any: then it is to be decided again. @throws StoreFailure
   */
  async look(begun: ReadonlyMap<string, Folded>): Promise<boolean> {
    const unproved = [...this.#assumed].filter((stream) => !begun.has(stream));
    this.#assumed.clear();
    await this.#below.fetch(unproved);
    return unproved.length > 0;
  }

  /** Version of a stream with what was decided on the branch. @throws StoreFailure */
  async version(stream: string): Promise<number> {
    return this.#decided(stream)?.version ?? this.#below.version(stream);
  }

  put(stream: string, folded: Folded): void {
    this.#above.set(stream, folded);
  }

  /** Makes the branch's decisions the truth, once they are written up to a position of the log. */
  land(position: number): void {
    for (const [stream, folded] of this.#above) this.#below.keep(stream, folded, position);
    // It has landed before, and would keep all that came before it.
    this.#upon = undefined;
  }

  #decided(stream: string): Folded | undefined {
    return this.#above.get(stream) ?? (this.#upon ? this.#upon.#decided(stream) : undefined);
  }

  #unseen(stream: string): boolean {
    return this.#assumes && !this.#decided(stream) && !this.#below.holds(stream);
  }

  async #folded<State>(aggregate: Aggregate<State>, id: string, stream: string): Promise<Loaded<State>> {
    const folded = this.#decided(stream) ?? (await this.#below.read(aggregate, stream));
    return { id, version: folded.version, state: folded.state as State };
  }
}
