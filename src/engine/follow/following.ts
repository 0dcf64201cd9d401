import type { EventEnvelope } from '../../kernel/index.ts';
import type { LogFeed } from '../feed.ts';
import type { Clock } from '../ports.ts';
import type { Measuring, Taker } from '../telemetry/port.ts';
import type { Mark } from './checkpoint.ts';

/** Something that follows the log with a checkpoint of its own. */
export interface Following {
  readonly handles: ReadonlySet<string>;
  /** As what it is measured; not at all without. */
  readonly taker?: Taker;
  /** Makes itself ready, again after each failure. Gives the position that it durably stands at. */
  open(): Promise<number>;
  /**
   * Takes over events, all that it handles up to `to` (maybe none), if it still stands at `from`.
   * Gives the position that it durably stands at now.
   */
  take(from: number, events: readonly EventEnvelope[], to: Mark): Promise<number>;
  /** It has taken over all there is. */
  caughtUp(): Promise<void>;
  /** Milliseconds after which it wants to hear again that it is caught up, if nothing comes before. */
  restFor?(): number | undefined;
  close(): void;
}

export interface FollowerPorts {
  readonly feed: LogFeed;
  readonly clock: Clock;
  readonly onProgress: () => void;
  readonly measuring?: Measuring;
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
  /** Milliseconds since the loop last turned: it turns every two seconds, also with nothing to do, or it hangs. */
  readonly turnedMs: number;
  readonly error?: string;
}
