import type { Dexie } from 'dexie';
import type { ComparedView } from '../../kernel/index.ts';
import type { Release } from '../follow/gate.ts';
import { askRebuild, askRollBack, CantRepairError, setPaused, type RepairOfOne } from '../registry/index.ts';
import { generationsOnDisk } from './databases.ts';
import { onServing } from './on-serving.ts';
import { buildOf, type ViewPorts } from './open-view.ts';
import { parkedTable } from './parked.ts';
import type { Kept, Rebuilds } from './rebuilds.ts';
import { retryStream, type Retried } from './retry.ts';
import { skippedOf } from './skips.ts';
import { FoldError } from './fold.ts';
import { NotTheSameError, verifyRows } from './verify.ts';
import type { View } from './view.ts';

/** Who asks when nobody does. */
const ENGINE = 'engine';

/** What operators may do to read models, and what is done by itself for the same ends. */
export class Repairing {
  readonly #ports: ViewPorts;
  readonly #rebuilds: Rebuilds;
  /** Views that were opened before in this worker. */
  readonly #opened = new Set<string>();

  constructor(ports: ViewPorts, rebuilds: Rebuilds) {
    this.#ports = ports;
    this.#rebuilds = rebuilds;
  }

  /** @throws CantRepairError */
  async repair(kept: Kept, repair: RepairOfOne, by: string): Promise<void> {
    const { view } = repair;
    const { registry, clock } = this.#ports;
    const asking = { by, at: clock.now() };
    switch (repair.do) {
      case 'rebuild':
        await this.#askRebuild(kept.view, by);
        break;
      case 'roll-back':
        await askRollBack(registry, view, await buildOf(this.#ports, kept.view.projection), asking);
        break;
      case 'pause':
      case 'resume':
        await setPaused(registry, view, repair.do === 'pause');
        break;
      case 'cancel':
        await this.#rebuilds.cancel(view);
        break;
      case 'retry':
        if ((await this.#retry(kept, repair.stream)) === 'parked')
          throw new CantRepairError('It still can’t be taken in.');
        break;
      case 'skip':
        if ((await this.#skip(kept, repair, asking)) === 'parked')
          throw new CantRepairError('It is left out, but what comes after it can’t be taken in either.');
        break;
    }
    await this.#rebuilds.look();
  }

  /**
   * With a start what was parked is tried once more: the program may be another one. What was taken in late is put into
   * its order by a rebuild: that and only that has everything where the log has it. What other code folded is folded
   * anew, whether somebody thought of raising the version or not: what was skipped is tried again with it.
   */
  async afterOpening(kept: Kept): Promise<void> {
    const { view } = kept;
    const first = !this.#opened.has(view.projection.name);
    this.#opened.add(view.projection.name);
    if (view.outOfOrder || (await this.#foldedByOtherCode(view))) await this.#askRebuild(view, ENGINE);
    if (first && view.parked > 0) {
      const streams = await this.#onServing(view.projection.name, (db) =>
        parkedTable(db).toCollection().primaryKeys(),
      );
      for (const stream of streams) await this.#retry(kept, stream);
    }
    await this.#rebuilds.look();
  }

  /** Whether the rows that are read are what the log says. */
  async check({ view: { projection }, follower }: Kept): Promise<ComparedView> {
    let release: Release | undefined;
    try {
      const { rows } = await this.#onServing(projection.name, (db) =>
        verifyRows({
          ...{ db, projection, feed: this.#ports.feed, onProgress: () => undefined },
          settle: async () => {
            release ??= await follower.hold();
          },
        }),
      );
      return { rows };
    } catch (error) {
      if (error instanceof NotTheSameError || error instanceof FoldError) return { problem: error.message };
      if (error instanceof CantRepairError) return {};
      throw error;
    } finally {
      release?.();
    }
  }

  async #foldedByOtherCode({ projection: { name }, rebuilding }: View): Promise<boolean> {
    const { registry, code } = this.#ports;
    const present = code?.[name];
    if (present === undefined || rebuilding) return false;
    return (await registry.generations.get(name))?.serving?.code !== present;
  }

  async #askRebuild({ projection }: View, by: string): Promise<void> {
    const { book, registry, clock } = this.#ports;
    const onDisk = (await generationsOnDisk(book)).get(projection.name) ?? [];
    const build = await buildOf(this.#ports, projection);
    await askRebuild(registry, projection.name, build, onDisk, { by, at: clock.now() });
  }

  async #skip(
    kept: Kept,
    { view, stream, reason }: Extract<RepairOfOne, { do: 'skip' }>,
    { by, at }: { readonly by: string; readonly at: string },
  ): Promise<Retried> {
    const eventId = await this.#onServing(view, async (db) => (await parkedTable(db).get(stream))?.eventId);
    if (eventId === undefined) return 'taken-in';
    await this.#ports.registry.skips.put({ view, eventId, reason, actor: by, at });
    return this.#retry(kept, stream);
  }

  /** The follower begins anew in any case: it counts what is parked, and one that had stopped for too many tries again. */
  async #retry({ view: { projection }, follower }: Kept, stream: string): Promise<Retried> {
    const { registry, feed, clock } = this.#ports;
    const release = await follower.hold();
    try {
      return await this.#onServing(projection.name, async (db) => {
        const skips = await skippedOf(registry, projection.name);
        return retryStream({ db, projection, feed, clock, skips }, stream);
      });
    } finally {
      follower.restart();
      release();
    }
  }

  async #onServing<Answer>(view: string, work: (db: Dexie) => Promise<Answer>): Promise<Answer> {
    const { book, registry } = this.#ports;
    return onServing(book, await registry.generations.get(view), work);
  }
}
