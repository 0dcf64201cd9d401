import type { Projection } from '../../kernel/index.ts';
import type { LogFeed } from '../feed.ts';
import { ViewThen } from './answer-then.ts';
import { logUntil, type Moment } from './until.ts';

/** How far a pass over the log has come; `total` is the newest event, where it ends at the latest. */
export interface Counted {
  readonly done: number;
  readonly total: number;
}

/** Everybody who asked has turned away before the answer was there. */
export class AbandonedError extends Error {
  override readonly name = 'AbandonedError';
}

/** One way through the log up to a moment, on which every read model that was asked for by then is built. */
export class Pass {
  readonly then: Moment;
  /** Somebody who asked and still waits, and how they are told how far it is. */
  readonly waiting = new Map<string, ((counted: Counted) => void) | undefined>();
  readonly #feed: Pick<LogFeed, 'read' | 'head'>;
  readonly #views = new Map<string, ViewThen>();
  /** The newest event when it ended, if no later one says that the moment was over. */
  #openAt: number | undefined;
  #begun = false;
  #position = 0;

  constructor(then: Moment, feed: Pick<LogFeed, 'read' | 'head'>) {
    this.then = then;
    this.#feed = feed;
  }

  /** What it built, or will, is what the book held then: nothing was written since that belongs to it. */
  get holds(): boolean {
    return this.#openAt === undefined || this.#openAt === this.#feed.head();
  }

  /** The position of the last event of then. */
  get position(): number {
    return this.#position;
  }

  /** False when it is under way already without this read model. */
  takes(projection: Projection): boolean {
    if (this.#views.has(projection.name)) return true;
    if (this.#begun) return false;
    this.#views.set(projection.name, new ViewThen(projection));
    return true;
  }

  view(name: string): ViewThen | undefined {
    return this.#views.get(name);
  }

  /** @throws StoreFailure, AbandonedError, FoldError */
  async run(): Promise<void> {
    this.#begun = true;
    const total = this.#feed.head();
    let isOver = false;
    for await (const { events, last } of logUntil(this.#feed, this.then)) {
      if (this.waiting.size === 0) throw new AbandonedError('nobody waits for it any more');
      for (const view of this.#views.values()) await view.take(events);
      this.#position = events.at(-1)?.position ?? this.#position;
      isOver = last;
      for (const tell of this.waiting.values()) tell?.({ done: this.#position, total });
    }
    if (!isOver) this.#openAt = this.#feed.head();
  }
}
