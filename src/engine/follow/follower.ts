import type { EventEnvelope } from '../../kernel/index.ts';
import { asError } from '../reading/observable.ts';
import { measured } from '../telemetry/port.ts';
import { BatchSize } from './batch-size.ts';
import type { Mark } from './checkpoint.ts';
import type { FollowerPorts, Following, FollowerState, Progress } from './following.ts';
import { Gate, type Release } from './gate.ts';
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
/** With nothing to do the loop turns all the same, to prove that it does. */
const HEARTBEAT_MS = 2_000;

/** Brings one thing up to the log's head and keeps it there; fails, waits and tries again by itself. */
export class Follower {
  readonly #following: Following;
  readonly #ports: FollowerPorts;
  readonly #bell = new Bell();
  readonly #stop = new AbortController();
  /** Ends the wait after a failure. */
  #patience = new AbortController();
  readonly #size = new BatchSize();
  readonly #throughput = new Throughput();
  readonly #lag = new Lag();
  readonly #pace = new Pace();
  readonly #gate = new Gate();
  #done: Promise<void> = Promise.resolve();
  #opened = false;
  #anew = false;
  /** Durably. */
  #position = 0;
  /** In memory: events up to here were passed, which may not be written as such yet. */
  #seen: Mark = { position: 0, eventId: '' };
  #writtenAt = 0;
  #turnedAt = 0;
  #failures = 0;
  #error: Error | undefined;

  constructor(following: Following, ports: FollowerPorts) {
    this.#following = following;
    this.#ports = ports;
  }

  start(): void {
    this.#turned();
    const leave = this.#ports.feed.subscribe((head) => {
      const now = this.#now();
      this.#lag.announced(head, now);
      this.#pace.appended(now);
      this.#bell.ring();
    });
    this.#stop.signal.addEventListener('abort', leave);
    this.#done = this.#run();
  }

  /** Ends after the batch that is under way. */
  async stop(): Promise<void> {
    this.#stop.abort();
    this.#patience.abort();
    this.#gate.nudge();
    this.#bell.ring();
    await this.#done;
  }

  /** Opens anew after what is under way, once nobody holds it: what it stands on is no good any more. */
  restart(): void {
    this.#anew = true;
    this.#patience.abort();
    this.#gate.nudge();
    this.#bell.ring();
  }

  /**
   * Lets what is under way end and begins nothing more until the release that this gives: whoever holds it releases it,
   * whatever happens. One holds it at a time.
   */
  hold(): Promise<Release> {
    return this.#gate.hold();
  }

  /** Durably; of a follower that is held also what its readers see. */
  get position(): number {
    return this.#position;
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
      turnedMs: this.#now() - this.#turnedAt,
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
      this.#anew = false;
      try {
        await this.#do(() => this.#open());
        await this.#follow();
      } catch (error) {
        this.#fail(asError(error));
      }
      this.#following.close();
      if (this.#error) await this.#recover();
    }
  }

  async #recover(): Promise<void> {
    if (this.#stopped || this.#anew) return;
    this.#patience = new AbortController();
    await pause(backoff(this.#failures), this.#patience.signal);
  }

  async #open(): Promise<void> {
    this.#moveTo(await this.#following.open());
    this.#opened = true;
    this.#lag.announced(this.#ports.feed.head(), this.#now());
  }

  async #follow(): Promise<void> {
    const { feed } = this.#ports;
    while (this.#wanted()) {
      if (feed.head() > this.#seen.position) {
        if (feed.head() - this.#seen.position < FAR_BEHIND) await this.#lull();
        await this.#do(() => this.#pass());
      } else if (this.#seen.position > this.#position) {
        // Nothing more came for a moment: readers may be waiting for a position that held nothing for this follower.
        if (!(await this.#bell.heard(SETTLE_MS))) await this.#do(() => this.#write([]));
      } else {
        await this.#do(() => this.#rest());
        await this.#idle();
      }
    }
  }

  /** Until something comes, or until it wants to hear again that it is caught up. */
  async #idle(): Promise<void> {
    let left = this.#following.restFor?.() ?? Infinity;
    do {
      if (await this.#bell.heard(Math.min(HEARTBEAT_MS, left))) return;
      this.#turned();
      left -= HEARTBEAT_MS;
    } while (this.#wanted() && left > 0);
  }

  /** One turn of the loop. */
  async #do(work: () => Promise<void>): Promise<void> {
    this.#turned();
    await this.#gate.pass(work, () => this.#wanted());
    this.#turned();
  }

  #wanted(): boolean {
    return !this.#stopped && !this.#anew;
  }

  #turned(): void {
    this.#turnedAt = this.#now();
  }

  /** Takes over the next events; those that mean nothing to it are only remembered as passed. */
  async #pass(): Promise<void> {
    const { feed } = this.#ports;
    const begin = this.#now();
    const events = await feed.read(this.#seen.position, this.#size.now);
    const last = events.at(-1);
    if (!last) {
      await this.#bell.heard(ASK_AGAIN_MS);
      return;
    }
    this.#seen = { position: last.position, eventId: last.id };
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

  async #rest(): Promise<void> {
    await this.#following.caughtUp();
    this.#failures = 0;
    this.#error = undefined;
    this.#ports.onProgress();
  }

  async #write(events: readonly EventEnvelope[]): Promise<void> {
    const take = () => this.#following.take(this.#position, events, this.#seen);
    this.#moveTo(await measured(this.#ports.measuring, this.#following.taker, events, take));
    this.#failures = 0;
    this.#error = undefined;
  }

  #moveTo(position: number): void {
    this.#position = position;
    this.#seen = { position, eventId: '' };
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
