import type { ComparedView, Projection } from '../../kernel/index.ts';
import { Follower } from '../follow/follower.ts';
import { coalesced } from '../follow/coalesced.ts';
import { Listeners } from '../reading/observable.ts';
import { CantRepairError, type RepairOfOne } from '../registry/index.ts';
import { drop, generationsOnDisk } from './databases.ts';
import type { ViewPorts } from './open-view.ts';
import { Rebuilds, type Kept } from './rebuilds.ts';
import { Repairing } from './repairing.ts';
import { statusOf, type ViewStatus } from './status.ts';
import { View } from './view.ts';

export interface ProjectorPorts extends ViewPorts {
  readonly projections: readonly Projection[];
}

export interface Projector {
  start(): void;
  /** Ends after the batches that are under way. */
  stop(): Promise<void>;
  /** A person was forgotten: every read model that may show persons is built anew. */
  forget(): void;
  /**
   * Does what an operator asked for. Doing it twice is doing it once. Resolves when it is done or, of a rebuild, begun.
   * @throws CantRepairError
   */
  repair(repair: RepairOfOne, by: string): Promise<void>;
  /**
   * Compares what a read model answers from with a fold of the log. It goes on following until all is folded, and stands
   * still while its rows are compared.
   */
  check(view: string): Promise<ComparedView>;
  status(): readonly ViewStatus[];
  /** Told of each change, some twenty times a second at most. */
  subscribe(listener: (status: readonly ViewStatus[]) => void): () => void;
}

const TELL_MS = 50;

/** Read models of views that this version does not have any more. */
const dropUnknown = async ({ book, projections, registry }: ProjectorPorts): Promise<void> => {
  const known = new Set(projections.map(({ name }) => name));
  for (const [view, numbers] of await generationsOnDisk(book)) {
    if (known.has(view)) continue;
    await registry.generations.delete(view);
    for (const number of numbers) drop(book, view, number);
  }
};

/** Keeps every read model at the log's head, each by itself: one that fails stands still alone and tries again. */
export const createProjector = (ports: ProjectorPorts): Projector => {
  const listeners = new Listeners<[readonly ViewStatus[]]>();
  const telling = coalesced(TELL_MS, () => listeners.tell(status()));
  const onServing = ({ projection }: View): void => {
    const one = kept.get(projection.name);
    // What this leaves undone the next start does.
    if (one) repairing.afterOpening(one).catch(() => undefined);
  };
  const kept = new Map(
    ports.projections.map((projection): [string, Kept] => {
      const view = new View(projection, ports, { onServing, onProgress: telling.soon });
      return [
        projection.name,
        { view, follower: new Follower(view, { ...ports, onProgress: telling.soon }) },
      ];
    }),
  );
  const rebuilds = new Rebuilds(ports, kept, telling.soon);
  const repairing = new Repairing(ports, rebuilds);
  const status = (): readonly ViewStatus[] =>
    [...kept.values()].map((each) => statusOf(each, rebuilds, ports.feed));
  return {
    start: () => {
      dropUnknown(ports).catch(() => undefined);
      for (const { follower } of kept.values()) follower.start();
      void rebuilds.look();
    },
    stop: async () => {
      await rebuilds.stop();
      await Promise.all([...kept.values()].map(({ follower }) => follower.stop()));
      telling.cancel();
    },
    forget: () => {
      for (const { view, follower } of kept.values())
        if ([...view.handles].some((type) => ports.personal.types.has(type))) follower.restart();
    },
    repair: async (repair, by) => {
      const one = kept.get(repair.view);
      if (!one) throw new CantRepairError(`There is no read model ${repair.view}.`);
      await repairing.repair(one, repair, by);
    },
    check: async (view) => {
      const one = kept.get(view);
      // One that is being rebuilt is checked at its end.
      return one && !rebuilds.statusOf(view) ? repairing.check(one) : {};
    },
    status,
    subscribe: (listener) => listeners.add(listener),
  };
};
