import { Follower } from '../follow/follower.ts';
import { readCheckpoint } from '../follow/checkpoint.ts';
import { openGeneration } from '../reading/generation.ts';
import { generationName } from '../reading/names.ts';
import { giveUp, type GenerationRow } from '../registry/index.ts';
import { drop } from './databases.ts';
import type { ViewPorts } from './open-view.ts';
import { Rebuilding } from './rebuilding.ts';
import type { View } from './view.ts';

/** A read model that is kept up to date. */
export interface Kept {
  readonly view: View;
  readonly follower: Follower;
}

interface Running {
  readonly view: string;
  readonly number: number;
  readonly rebuilding: Rebuilding;
  readonly follower: Follower;
}

/** How a generation that was asked for is doing. */
export interface RebuildStatus {
  /** `update`: the projection has changed, or a person was forgotten; nobody asked for it. */
  readonly kind: 'rebuild' | 'roll-back' | 'update';
  readonly state: 'waiting' | 'building' | 'checking' | 'paused' | 'failed';
  readonly generation: number;
  /** In events: taken in, or, while `checking`, folded again. */
  readonly done: number;
  readonly total: number;
  /** Id of the operator who asked, or `engine`. */
  readonly by: string;
  readonly error?: string;
}

const positionOf = async (name: string, stores: Readonly<Record<string, string>>): Promise<number> => {
  try {
    const db = await openGeneration(name, stores, { create: false, onClosed: () => undefined });
    try {
      return (await readCheckpoint(db)).position;
    } finally {
      db.close();
    }
  } catch {
    // Not begun yet.
    return 0;
  }
};

/**
 * Does the rebuilds that the registry's rows ask for, one after another, so that those who work with the book hardly
 * notice. All that counts is in the rows: after a reload it goes on from there.
 */
export class Rebuilds {
  readonly #ports: ViewPorts;
  readonly #kept: ReadonlyMap<string, Kept>;
  readonly #onProgress: () => void;
  #rows: ReadonlyMap<string, GenerationRow> = new Map();
  /** Positions of those that do not run. */
  readonly #resting = new Map<string, number>();
  #running: Running | undefined;
  #looking: Promise<void> = Promise.resolve();
  #stopped = false;

  constructor(ports: ViewPorts, kept: ReadonlyMap<string, Kept>, onProgress: () => void) {
    this.#ports = ports;
    this.#kept = kept;
    this.#onProgress = onProgress;
  }

  /** Looks what the rows ask for and does it: begins, ends, goes on to the next. */
  look(): Promise<void> {
    this.#looking = this.#looking.then(() => this.#look()).catch(() => undefined);
    return this.#looking;
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    await this.#end();
    await this.#looking;
  }

  /** Ends what was asked for of a view; what is not needed any more is dropped. */
  async cancel(view: string): Promise<void> {
    const { book, registry } = this.#ports;
    const left = await giveUp(registry, view);
    await this.look();
    if (left !== undefined) drop(book, view, left);
  }

  row(view: string): GenerationRow | undefined {
    return this.#rows.get(view);
  }

  statusOf(view: string): RebuildStatus | undefined {
    const { building, rebuild } = this.#rows.get(view) ?? {};
    if (!building || !rebuild) return undefined;
    const { kind, by, paused } = rebuild;
    const of = { kind, by, generation: building.number };
    const head = this.#ports.feed.head();
    const running = this.#running?.view === view ? this.#running : undefined;
    if (!running || paused)
      return { ...of, state: paused ? 'paused' : 'waiting', done: this.#resting.get(view) ?? 0, total: head };
    const { checking } = running.rebuilding;
    if (checking) return { ...of, state: 'checking', ...checking };
    const { state, position, error } = running.follower.progress();
    return {
      ...of,
      state: state === 'failed' ? 'failed' : 'building',
      done: position,
      total: head,
      ...(error !== undefined && { error }),
    };
  }

  async #look(): Promise<void> {
    const rows = await this.#ports.registry.generations.toArray();
    this.#rows = new Map(rows.map((row) => [row.view, row]));
    const wanted = rows
      .filter(({ view, building, rebuild }) => building && rebuild && !rebuild.paused && this.#kept.has(view))
      .sort((a, b) => ((a.rebuild?.at ?? '') < (b.rebuild?.at ?? '') ? -1 : 1));
    const { view, number } = this.#running ?? {};
    if (this.#running && !wanted.some((row) => row.view === view && row.building?.number === number))
      await this.#end();
    await this.#measure(rows);
    const [next] = wanted;
    if (next && !this.#running && !this.#stopped) this.#begin(next);
    this.#onProgress();
  }

  async #measure(rows: readonly GenerationRow[]): Promise<void> {
    for (const { view, building, rebuild } of rows)
      if (building && rebuild && this.#running?.view !== view)
        this.#resting.set(
          view,
          await positionOf(generationName(this.#ports.book, view, building.number), building.stores),
        );
  }

  #begin(row: GenerationRow): void {
    const kept = this.#kept.get(row.view);
    if (!kept) return;
    const rebuilding = new Rebuilding(kept.view.projection, row, {
      ports: this.#ports,
      served: kept.follower,
      hooks: {
        onProgress: this.#onProgress,
        onEnded: (swapped) => {
          if (swapped) kept.follower.restart();
          if (this.#running?.rebuilding === rebuilding) void this.#end().then(() => this.look());
        },
      },
    });
    const follower = new Follower(rebuilding, { ...this.#ports, onProgress: this.#onProgress });
    this.#running = { view: row.view, number: rebuilding.target.number, rebuilding, follower };
    follower.start();
  }

  async #end(): Promise<void> {
    const running = this.#running;
    if (!running) return;
    running.rebuilding.end();
    await running.follower.stop();
    if (this.#running === running) this.#running = undefined;
  }
}
