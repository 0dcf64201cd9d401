import type { Aggregate, ProvedSnapshots } from '../../kernel/index.ts';
import type { LogFeed } from '../feed.ts';
import type { EventLog, Snapshot } from '../ports.ts';
import { rowText } from '../projector/row-text.ts';
import type { Streams } from './4-load.ts';
import type { Folded } from './snapshots.ts';

const foldedTo = async (
  feed: Pick<LogFeed, 'stream'>,
  aggregate: Aggregate,
  { stream, position }: Snapshot,
): Promise<Folded> =>
  (await feed.stream(stream, 0))
    .filter((event) => event.position <= position)
    .reduce<Folded>(
      ({ state }, event) => ({ version: event.version, state: aggregate.evolve(state, event) }),
      {
        version: 0,
        state: aggregate.initial,
      },
    );

/**
 * Folds anew what is kept folded of long streams by this very code. Nothing else would find a wrong one: commands are
 * decided on it, and the stream's events are not read again. It is put right, and what was loaded from it is let go of.
 */
export const proveSnapshots = async (
  {
    log,
    feed,
    streams,
  }: {
    readonly log: Pick<EventLog, 'snapshots' | 'keepSnapshot'>;
    readonly feed: Pick<LogFeed, 'stream'>;
    readonly streams: Pick<Streams, 'clear'>;
  },
  aggregates: readonly Aggregate[],
  shape: string | undefined,
): Promise<ProvedSnapshots> => {
  const kept = [...(await log.snapshots()).values()].filter((snapshot) => snapshot.shape === shape);
  const mended: string[] = [];
  for (const snapshot of kept) {
    const { stream, version, state } = snapshot;
    const aggregate = aggregates.find(({ category }) => stream.startsWith(`${category}-`));
    if (!aggregate) continue;
    const folded = await foldedTo(feed, aggregate, snapshot);
    if (rowText([version, state]) === rowText([folded.version, folded.state])) continue;
    await log.keepSnapshot({ ...snapshot, ...folded });
    mended.push(stream);
  }
  if (mended.length > 0) streams.clear();
  return { streams: kept.length, mended };
};
