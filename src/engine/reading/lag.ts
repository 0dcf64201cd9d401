import type { Message } from '../host/bus.ts';
import type { ViewStatus } from '../projector/index.ts';
import { channelName } from './names.ts';
import type { Observable } from './observable.ts';

/** Whoever leads may be on their way still: asked again after this time, until somebody has answered. */
const ASK_MS = 1_000;

/** How far the read model is that is furthest behind the log, in events of its way. */
export interface Lag {
  readonly done: number;
  readonly total: number;
}

/** One that failed or was paused is not on its way: the engine's own pages tell of it. */
const lagOf = ({ state, rebuild, position, head, lagEvents }: ViewStatus): readonly Lag[] => {
  // What serves meanwhile is of the release before, and takes in nothing.
  if (rebuild?.kind === 'update') return rebuild.state === 'failed' ? [] : [rebuild];
  return state === 'catching-up' && lagEvents > 0 ? [{ done: position, total: head }] : [];
};

const shareOf = ({ done, total }: Lag): number => done / Math.max(1, total);

/** Undefined where all of them follow the log. */
export const furthestBehind = (views: readonly ViewStatus[]): Lag | undefined =>
  views.flatMap(lagOf).toSorted((one, other) => shareOf(one) - shareOf(other))[0];

/** Whether read models are on their way, as the worker that leads tells it by itself. Nothing is told while none leads. */
export const liveLag = (book: string): Observable<Lag | undefined> => ({
  subscribe: (next) => {
    const channel = new BroadcastChannel(channelName(book));
    const ask = () => {
      channel.postMessage({ kind: 'status?' } satisfies Message);
    };
    const asking = setInterval(ask, ASK_MS);
    channel.onmessage = ({ data }: MessageEvent<Message>) => {
      if (data.kind !== 'status') return;
      clearInterval(asking);
      next(furthestBehind(data.views));
    };
    ask();
    return () => {
      clearInterval(asking);
      channel.close();
    };
  },
});
