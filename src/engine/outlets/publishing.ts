import type { Dexie } from 'dexie';
import type { EventEnvelope, Process } from '../../kernel/index.ts';
import type { LogFeed } from '../feed.ts';
import type { Mark } from '../follow/checkpoint.ts';
import type { Following } from '../follow/following.ts';
import { standOf, takeSteps } from '../processes/process-store.ts';
import { floorOf } from './queue.ts';
import type { OutletStore } from './store.ts';

/** Notes what the world outside is to be told: the messages of a batch and the checkpoint are written together. */
export class Publishing implements Following {
  readonly handles: ReadonlySet<string>;
  readonly #process: Process;
  readonly #db: Dexie;
  readonly #feed: LogFeed;
  readonly #store: OutletStore;
  readonly #onNoted: () => void;

  constructor(
    process: Process,
    ports: {
      readonly db: Dexie;
      readonly feed: LogFeed;
      readonly store: OutletStore;
      /** Messages were noted. */
      readonly onNoted: () => void;
    },
  ) {
    this.handles = process.handles;
    this.#process = process;
    this.#db = ports.db;
    this.#feed = ports.feed;
    this.#store = ports.store;
    this.#onNoted = ports.onNoted;
  }

  open(): Promise<number> {
    return standOf(this.#db, this.#feed);
  }

  async take(from: number, events: readonly EventEnvelope[], to: Mark): Promise<number> {
    const floor = (await floorOf(this.#store))?.position ?? Number.POSITIVE_INFINITY;
    const process: Process = {
      ...this.#process,
      // What was before any outlet is folded, and told nobody.
      step: (state, event) => {
        const step = this.#process.step(state, event);
        return event.position >= floor ? step : { ...step, effects: [] };
      },
    };
    const position = await takeSteps(this.#db, process, { from, events, to });
    if (events.length > 0) this.#onNoted();
    return position;
  }

  caughtUp(): Promise<void> {
    return Promise.resolve();
  }

  close(): void {
    // The outlets read from the same database: it is closed with them.
  }
}
