import type { EventEnvelope } from '../../kernel/index.ts';
import type { LogFeed } from '../feed.ts';

/** A moment of the book: just after the event at a position, or at an ISO instant by the clock that recorded it. */
export type Moment = { readonly position: number } | { readonly instant: string };

/** Events read at once. */
const BATCH = 2_000;

/** The events that the book held then. By an instant it ends before the first event that was recorded after it. */
const heldThen = (events: readonly EventEnvelope[], then: Moment): readonly EventEnvelope[] => {
  const isLater = ({ position, meta }: EventEnvelope): boolean =>
    'position' in then ? position > then.position : Date.parse(meta.recordedAt) > Date.parse(then.instant);
  const end = events.findIndex(isLater);
  return end < 0 ? events : events.slice(0, end);
};

/** The whole log up to a moment; `last` with the events after which a later one was seen. @throws StoreFailure */
export async function* logUntil(
  feed: Pick<LogFeed, 'read'>,
  then: Moment,
): AsyncGenerator<{ readonly events: readonly EventEnvelope[]; readonly last: boolean }> {
  for (let after = 0; ;) {
    const read = await feed.read(after, BATCH);
    const events = heldThen(read, then);
    const last = events.length < read.length;
    if (read.length > 0) yield { events, last };
    const end = read.at(-1);
    if (!end || last) return;
    after = end.position;
  }
}

/** Only these streams up to a moment, in the order of the log. @throws StoreFailure */
export const streamsUntil = async (
  feed: Pick<LogFeed, 'stream'>,
  streams: readonly string[],
  then: Moment,
): Promise<readonly EventEnvelope[]> => {
  const events = await Promise.all(streams.map((stream) => feed.stream(stream, 0)));
  return heldThen(
    events.flat().sort((one, other) => one.position - other.position),
    then,
  );
};
