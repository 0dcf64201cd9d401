import type { EventEnvelope } from '../../kernel/index.ts';
import type { LogFeed } from '../feed.ts';
import type { Clock } from '../ports.ts';
import { asError } from '../reading/observable.ts';
import { BatchSize } from './batch-size.ts';
import type { Mark } from './checkpoint.ts';
import { Lag } from './lag.ts';
import { Pace } from './pace.ts';
import { backoff, Bell, pause } from './pause.ts';
import { Throughput } from './throughput.ts';

/** A longer way to go is gone without pauses. */
const FAR_BEHIND = 10_000;
/** When nothing else comes, a checkpoint that only passed over events is written after this time. */
const SETTLE_MS = 20;
/** And at the latest after this time. */
const UNWRITTEN_MS = 250;
/** The log was said to hold more than it gives: ask again after this time. */
const ASK_AGAIN_MS = 100;

/** Something that follows the log with a checkpoint of its own. */
export interface Following {
  readonly handles: ReadonlySet<string>;
  /** Makes itself ready, again after each failure. Gives the position that it durably stands at. */
  open(): Promise<number>;
  /**
   * Takes over events, all that it handles up to `to` (maybe none), if it still stands at `from`.
   * `seen` is how many events were passed in all. Gives the position that it durably stands at now.
   */
  take(from: number, events: readonly EventEnvelope[], to: Mark, seen: number): Promise<number>;
  /** It has taken over all there is. */
  caughtUp(): Promise<void>;
  /** Milliseconds after which it wants to hear again that it is caught up, if nothing comes before. */
  restFor?(): number | undefined;
  close(): void;
}

export type FollowerState = 'new' | 'catching-up' | 'live' | 'failed';

/** How far a follower is behind the log: in events, and in milliseconds since it last was not. */
export interface Progress {
  readonly state: FollowerState;
  readonly position: number;
  readonly head: number;
  readonly lagEvents: number;
  readonly lagMs: number;
  readonly eventsPerSecond: number;
  /** Failures in a row. */
  readonly attempts: number;
  readonly error?: string;
}

export interface FollowerPorts {
  readonly feed: LogFeed;
  readonly clock: Clock;
  readonly onProgress: () => void;
}

/** Brings one thing up to the log's head and keeps it there; fails, waits and tries again by itself. */
export class Follower {
  readonly #following: Following;
  readonly #ports: FollowerPorts;
  readonly #bell = new Bell();
  readonly #stop = new AbortController();
  readonly #size = new BatchSize();
  readonly #throughput = new Throughput();
  readonly #lag = new Lag();
  readonly #pace = new Pace();
  #done: Promise<void> = Promise.resolve();
  #opened = false;
  #anew = false;
  /** Durably. */
  #position = 0;
  /** In memory: events up to here were passed, of which the last `#passed` are not written as such. */
  #seen: Mark = { position: 0, eventId: '' };
  #passed = 0;
  #writtenAt = 0;
  #failures = 0;
  #error: Error | undefined;

  constructor(following: Following, ports: FollowerPorts) {
    this.#following = following;
    this.#ports = ports;
  }

  start(): void {
    const leave = this.#ports.feed.subscribe((head) => {
      this.#lag.announced(head, this.#now());
      this.#bell.ring();
    });
    this.#stop.signal.addEventListener('abort', leave);
    this.#done = this.#run();
  }

  /** Ends after the batch that is under way. */
  async stop(): Promise<void> {
    this.#stop.abort();
    this.#bell.ring();
    await this.#done;
  }

  /** Opens anew after what is under way: what it stands on is no good any more. */
  restart(): void {
    this.#anew = true;
    this.#bell.ring();
  }

  progress(): Progress {
    const head = Math.max(this.#ports.feed.head(), this.#position);
    const lagEvents = head - this.#position;
    return {
      state: this.#state(lagEvents),
      position: this.#position,
      head,
      lagEvents,
      lagMs: this.#lag.at(this.#now()),
      eventsPerSecond: this.#throughput.perSecond,
      attempts: this.#failures,
      ...(this.#error && { error: `${this.#error.name}: ${this.#error.message}` }),
    };
  }

  #state(lagEvents: number): FollowerState {
    if (this.#error) return 'failed';
    if (!this.#opened) return 'new';
    return lagEvents === 0 ? 'live' : 'catching-up';
  }

  get #stopped(): boolean {
    return this.#stop.signal.aborted;
  }

  #now(): number {
    return this.#ports.clock.elapsed();
  }

  async #run(): Promise<void> {
    while (!this.#stopped) {
      try {
        this.#anew = false;
        this.#moveTo(await this.#following.open());
        this.#opened = true;
        this.#lag.announced(this.#ports.feed.head(), this.#now());
        await this.#follow();
      } catch (error) {
        this.#fail(asError(error));
      }
      this.#following.close();
      if (this.#error) await pause(backoff(this.#failures), this.#stop.signal);
    }
  }

  async #follow(): Promise<void> {
    const { feed } = this.#ports;
    while (!this.#stopped && !this.#anew) {
      if (feed.head() > this.#seen.position) await this.#pass();
      else if (this.#seen.position > this.#position) await this.#settle();
      else await this.#rest();
    }
  }

  /** Takes over the next events; those that mean nothing to it are only remembered as passed. */
  async #pass(): Promise<void> {
    const { feed } = this.#ports;
    if (feed.head() - this.#seen.position < FAR_BEHIND) await this.#lull();
    const begin = this.#now();
    const events = await feed.read(this.#seen.position, this.#size.now);
    const last = events.at(-1);
    if (!last) {
      await this.#bell.heard(ASK_AGAIN_MS);
      return;
    }
    this.#seen = { position: last.position, eventId: last.id };
    this.#passed += events.length;
    const handled = events.filter((event) => this.#following.handles.has(event.type));
    if (handled.length > 0 || begin - this.#writtenAt > UNWRITTEN_MS) await this.#write(handled);
    const took = this.#now() - begin;
    this.#pace.passed(begin, took);
    this.#size.took(events.length, took);
    this.#throughput.did(events.length, took);
    this.#ports.onProgress();
  }

  /** Commands come first, but not for ever: waits while more of them come, or wait themselves. */
  async #lull(): Promise<void> {
    const { feed } = this.#ports;
    const quiet = this.#pace.quiet(this.#now());
    const until = this.#now() + this.#pace.patience;
    for (let more = true; more && !feed.bulk() && this.#now() < until && !this.#stopped;)
      more = (await this.#bell.rungWithin(quiet)) || feed.busy();
  }

  /** Nothing more came for a moment: readers may be waiting for a position that held nothing for this follower. */
  async #settle(): Promise<void> {
    if (!(await this.#bell.heard(SETTLE_MS))) await this.#write([]);
  }

  async #rest(): Promise<void> {
    await this.#following.caughtUp();
    this.#failures = 0;
    this.#error = undefined;
    this.#ports.onProgress();
    await this.#bell.heard(this.#following.restFor?.());
  }

  async #write(events: readonly EventEnvelope[]): Promise<void> {
    this.#moveTo(await this.#following.take(this.#position, events, this.#seen, this.#passed));
    this.#failures = 0;
    this.#error = undefined;
  }

  #moveTo(position: number): void {
    this.#position = position;
    this.#seen = { position, eventId: '' };
    this.#passed = 0;
    this.#writtenAt = this.#now();
    this.#lag.reached(position);
  }

  #fail(error: Error): void {
    this.#failures += 1;
    this.#error = error;
    this.#size.failed();
    this.#ports.onProgress();
  }
}
