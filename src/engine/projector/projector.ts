import type { Projection } from '../../kernel/index.ts';
import { Follower, type FollowerState, type Progress } from '../follow/follower.ts';
import { coalesced } from '../follow/coalesced.ts';
import type { Clock } from '../ports.ts';
import { Listeners } from '../reading/observable.ts';
import { drop, generationsOnDisk } from './databases.ts';
import type { ViewPorts } from './open-view.ts';
import { View } from './view.ts';

/** How a read model is doing. `position` is what its readers see; it is `live` only when nothing is left to do. */
export interface ViewStatus extends Omit<Progress, 'state'> {
  readonly view: string;
  /** Of the projection. */
  readonly version: number;
  readonly generation: number;
  readonly state: FollowerState | 'rebuilding';
}

export interface ProjectorPorts extends ViewPorts {
  readonly projections: readonly Projection[];
  readonly clock: Clock;
}

export interface Projector {
  start(): void;
  /** Ends after the batches that are under way. */
  stop(): Promise<void>;
  /** A person was forgotten: every read model that may show persons is built anew. */
  forget(): void;
  status(): readonly ViewStatus[];
  /** Told of each change, some twenty times a second at most. */
  subscribe(listener: (status: readonly ViewStatus[]) => void): () => void;
}

const TELL_MS = 50;

const statusOf = (view: View, follower: Follower): ViewStatus => {
  const progress = follower.progress();
  const rebuilding = progress.state !== 'failed' && view.rebuilding;
  return {
    ...progress,
    view: view.projection.name,
    version: view.projection.version,
    generation: view.generation,
    state: rebuilding ? 'rebuilding' : progress.state,
  };
};

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
  const followers = ports.projections.map((projection) => {
    const view = new View(projection, ports);
    return { view, follower: new Follower(view, { ...ports, onProgress: telling.soon }) };
  });
  const status = (): readonly ViewStatus[] => followers.map(({ view, follower }) => statusOf(view, follower));
  return {
    start: () => {
      // What this leaves undone the next start does.
      dropUnknown(ports).catch(() => undefined);
      for (const { follower } of followers) follower.start();
    },
    stop: async () => {
      await Promise.all(followers.map(({ follower }) => follower.stop()));
      telling.cancel();
    },
    forget: () => {
      for (const { view, follower } of followers)
        if ([...view.handles].some((type) => ports.personal.types.has(type))) follower.restart();
    },
    status,
    subscribe: (listener) => listeners.add(listener),
  };
};
