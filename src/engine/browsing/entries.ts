import type { EventLog } from '../ports.ts';
import { entryOf, eventsIn, isKnown, type Found, type Types } from './entry.ts';
import type { EntriesAsked, EntriesPage, Entry } from './shapes.ts';

/** Positions that are read at once. */
const WINDOW = 1_024;
/** Positions looked at for one page: whoever looks for something rare hears often enough that it goes on. */
const AT_MOST = 16 * WINDOW;

const wants = (types: Types, asked: EntriesAsked) => {
  const { stream, category, type, actor, from = '', to = '~', unknown = false } = asked;
  return ({ commit, event }: Found): boolean =>
    (stream === undefined || event.stream === stream) &&
    (category === undefined || event.stream.startsWith(`${category}-`)) &&
    (type === undefined || event.type === type) &&
    (actor === undefined || commit.actor === actor) &&
    commit.recordedAt >= from &&
    commit.recordedAt <= to &&
    !(unknown && isKnown(types, event));
};

/**
 * One page of the log from its end backwards. It reads the stored form, in which nothing personal is open, so that
 * looking through the log decrypts nothing.
 */
export const entriesOf = async (log: EventLog, types: Types, asked: EntriesAsked): Promise<EntriesPage> => {
  const { position: head } = await log.head();
  const floor = asked.after ?? 0;
  const wanted = wants(types, asked);
  const within = ({ position }: Found, before: number) => position < before && position > floor;
  const found: Entry[] = [];
  let before = Math.min(asked.before ?? Infinity, head + 1);
  const give = (): EntriesPage => ({
    entries: found,
    head,
    ...(before - 1 > floor && { next: before }),
  });
  const take = (events: readonly Found[]): boolean => {
    for (const one of events.toReversed()) {
      if (!within(one, before) || !wanted(one)) continue;
      found.push(entryOf(types, one));
      if (found.length < asked.limit) continue;
      before = one.position;
      return true;
    }
    return false;
  };
  if (asked.stream !== undefined) {
    // A stream has an index of its own.
    const records = (await log.streams([asked.stream])).get(asked.stream) ?? [];
    if (!take(records.flatMap(eventsIn))) before = floor + 1;
    return give();
  }
  for (const last = before - AT_MOST; before - 1 > floor && before > last;) {
    const after = Math.max(floor, before - 1 - WINDOW);
    const records = await log.records(after, WINDOW, before - 1);
    if (take(records.flatMap(eventsIn).filter(({ position }) => position > after))) return give();
    before = after + 1;
  }
  return give();
};
