import type { Dexie } from 'dexie';
import type { EventEnvelope, Projection } from '../../kernel/index.ts';
import type { Mark } from '../follow/checkpoint.ts';
import type { Following } from '../follow/following.ts';
import type { Release } from '../follow/gate.ts';
import { giveUp, type Generation, type GenerationRow, type Verified } from '../registry/index.ts';
import { drop } from './databases.ts';
import { FoldError } from './fold.ts';
import { Folder } from './folder.ts';
import { openTrusted, swap, UnusableGenerationError, type ViewPorts } from './open-view.ts';
import { skippedOf } from './skips.ts';
import { NotTheSameError, verifyRows } from './verify.ts';
import { SupersededError, type Checking } from './view.ts';

/** What follows the generation that serves, as far as it is in the way of one that is to take its place. */
export interface Served {
  /** Ends what it has under way and begins nothing more until it is released. */
  hold(): Promise<Release>;
  /** What its readers see. */
  readonly position: number;
}

export interface RebuildingHooks {
  /** It serves now, or was given up: there is nothing more to follow. */
  readonly onEnded: (swapped: boolean) => void;
  readonly onProgress: () => void;
}

class EndedError extends Error {
  override readonly name = 'EndedError';
}

/**
 * A generation that is made beside the one that serves: folded from the first event on (or brought up to date, for a
 * roll-back), compared with a second fold of the log, and swapped in when it knows all that readers have seen.
 */
export class Rebuilding implements Following {
  readonly projection: Projection;
  readonly handles: ReadonlySet<string>;
  readonly target: Generation;
  readonly #rollsBack: boolean;
  readonly #ports: ViewPorts;
  readonly #served: Served;
  readonly #hooks: RebuildingHooks;
  readonly #tries = new Map<string, number>();
  #opened: { readonly db: Dexie; readonly folder: Folder } | undefined;
  #position = 0;
  #verified: Verified | undefined;
  #checking: Checking | undefined;
  #release: Release | undefined;
  #ended = false;

  constructor(
    projection: Projection,
    { building, rebuild }: Pick<GenerationRow, 'building' | 'rebuild'>,
    on: { readonly ports: ViewPorts; readonly served: Served; readonly hooks: RebuildingHooks },
  ) {
    if (!building || !rebuild) throw new SupersededError(`${projection.name} is not being rebuilt`);
    this.projection = projection;
    this.handles = projection.handles;
    this.target = building;
    this.#rollsBack = rebuild.kind === 'roll-back';
    this.#ports = on.ports;
    this.#served = on.served;
    this.#hooks = on.hooks;
  }

  get checking(): Checking | undefined {
    return this.#checking;
  }

  async open(): Promise<number> {
    const { projection, target } = this;
    const { registry, clock } = this.#ports;
    try {
      const { db, position } = await openTrusted(this.#ports, projection.name, target, !this.#rollsBack);
      const skips = await skippedOf(registry, projection.name);
      this.#opened = { db, folder: new Folder({ db, projection, clock, skips, tries: this.#tries }) };
      this.#position = position;
      return position;
    } catch (error) {
      if (!(error instanceof UnusableGenerationError)) throw error;
      await this.#giveUp(error);
      throw error;
    }
  }

  async take(from: number, events: readonly EventEnvelope[], to: Mark): Promise<number> {
    this.#position = await this.#open.folder.take(from, events, to);
    return this.#position;
  }

  async caughtUp(): Promise<void> {
    if (this.#isEnded()) return;
    if (!this.#rollsBack && !(await this.#verify())) return;
    this.#release ??= await this.#served.hold();
    if (this.#isEnded()) return;
    // What came meanwhile is taken in first, while the one that serves waits: nobody shall see less than before.
    if (this.#position < this.#served.position) return;
    if (await swap(this.#ports, this.projection.name, this.target.number, this.#verified)) this.#end(true);
    else this.#end(false);
  }

  /** Nothing more is begun: a check that is under way ends at its next step. */
  end(): void {
    this.#ended = true;
  }

  close(): void {
    this.#release?.();
    this.#release = undefined;
    this.#opened?.db.close();
  }

  /** Asked, not remembered: it may end while something is awaited. */
  #isEnded(): boolean {
    return this.#ended;
  }

  get #open() {
    if (!this.#opened) throw new SupersededError(`${this.projection.name} is not open`);
    return this.#opened;
  }

  /** Whether its rows are what the log says; once they were, the same code goes on as it does for one that serves. */
  async #verify(): Promise<boolean> {
    if (this.#verified) return true;
    const { feed, clock } = this.#ports;
    try {
      const found = await verifyRows({
        ...{ db: this.#open.db, projection: this.projection, feed },
        onProgress: (done, total) => {
          if (this.#ended) throw new EndedError();
          this.#checking = { done, total };
          this.#hooks.onProgress();
        },
      });
      this.#verified = { at: clock.now(), ...found };
      return true;
    } catch (error) {
      if (error instanceof NotTheSameError || error instanceof FoldError) await this.#giveUp(error);
      else if (!(error instanceof EndedError)) throw error;
      return false;
    } finally {
      this.#checking = undefined;
    }
  }

  async #giveUp(cause: Error): Promise<void> {
    const { book, registry, clock } = this.#ports;
    const view = this.projection.name;
    const failure = { at: clock.now(), why: `${cause.name}: ${cause.message}` };
    const left = await giveUp(registry, view, failure);
    this.#end(false);
    if (left === undefined) return;
    this.#opened?.db.close();
    drop(book, view, left);
  }

  #end(swapped: boolean): void {
    if (this.#ended) return;
    this.#ended = true;
    this.#hooks.onEnded(swapped);
  }
}
