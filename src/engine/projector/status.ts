import type { LogFeed } from '../feed.ts';
import type { FollowerState, Progress } from '../follow/following.ts';
import type { Verified } from '../registry/index.ts';
import type { Kept, Rebuilds, RebuildStatus } from './rebuilds.ts';

/** How a read model is doing. `position` is what its readers see; it is `live` only when nothing is left to do. */
export interface ViewStatus extends Omit<Progress, 'state'> {
  readonly view: string;
  /** Of the projection. */
  readonly version: number;
  readonly generation: number;
  readonly state: FollowerState | 'rebuilding' | 'paused' | 'parked';
  /** Streams whose events wait, because one of them can't be taken in. */
  readonly parked: number;
  /** The generation that is being made to take the place of the one that serves. */
  readonly rebuild?: RebuildStatus;
  /** Number of the generation that is kept for a roll-back. */
  readonly before?: number;
  /** What the generation that serves was found to hold when it was swapped in. */
  readonly verified?: Verified;
  /** Why the last rebuild was given up. */
  readonly gaveUp?: { readonly at: string; readonly why: string };
}

/** A changed projection: what is followed is not what serves. */
const updateOf = ({ view, follower }: Kept, head: number): RebuildStatus | undefined => {
  if (!view.rebuilding) return undefined;
  const { state, position, error } = follower.progress();
  const { done, total } = view.checking ?? { done: position, total: head };
  return {
    kind: 'update',
    state: state === 'failed' ? 'failed' : view.checking ? 'checking' : 'building',
    ...{ generation: view.generation, done, total, by: 'engine' },
    ...(error !== undefined && { error }),
  };
};

const stateOf = (
  followed: FollowerState,
  parked: number,
  rebuild: RebuildStatus | undefined,
): ViewStatus['state'] => {
  if (followed === 'failed') return 'failed';
  if (rebuild) return rebuild.state === 'paused' ? 'paused' : 'rebuilding';
  if (parked > 0 && followed === 'live') return 'parked';
  return followed;
};

export const statusOf = (kept: Kept, rebuilds: Rebuilds, feed: LogFeed): ViewStatus => {
  const { view, follower } = kept;
  const { name, version } = view.projection;
  const progress = follower.progress();
  const rebuild = updateOf(kept, feed.head()) ?? rebuilds.statusOf(name);
  const { before, verified, gaveUp } = rebuilds.row(name) ?? {};
  return {
    ...progress,
    view: name,
    version,
    generation: view.generation,
    state: stateOf(progress.state, view.parked, rebuild),
    parked: view.parked,
    ...(rebuild && { rebuild }),
    ...(before && { before: before.number }),
    ...(verified && { verified }),
    ...(gaveUp && { gaveUp }),
  };
};
