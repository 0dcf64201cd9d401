import type { Message } from '../host/bus.ts';
import { channelName } from './names.ts';
import type { Observable } from './observable.ts';

/** A message may be lost, or the tab that leads may be another one meanwhile: asked again after this time. */
const ASK_MS = 1_000;

/**
 * How far each read model is: now, and as the worker that leads tells it. Nothing is told while no worker leads.
 * Cheaper than following the checkpoint of each in its own database.
 */
export const liveProgress = (book: string): Observable<ReadonlyMap<string, number>> => ({
  subscribe: (next) => {
    const channel = new BroadcastChannel(channelName(book));
    channel.onmessage = ({ data }: MessageEvent<Message>) => {
      if (data.kind === 'status') next(new Map(data.views.map(({ view, position }) => [view, position])));
    };
    const ask = () => {
      channel.postMessage({ kind: 'status?' } satisfies Message);
    };
    ask();
    const asking = setInterval(ask, ASK_MS);
    return () => {
      clearInterval(asking);
      channel.close();
    };
  },
});
