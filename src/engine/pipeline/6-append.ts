import {
  LOG_FORMAT,
  StoreFailure,
  type Durability,
  type EventLog,
  type Head,
  type LogRecord,
} from '../ports.ts';

/** What came of writing a batch. */
export type Appended =
  | { readonly status: 'written' }
  /** Another tab has written since: these are its records. Nothing of ours was. */
  | { readonly status: 'head-moved'; readonly tail: readonly LogRecord[] }
  /** Some ids of the batch were decided before: these. Nothing of ours was written. */
  | { readonly status: 'decided-before'; readonly commandIds: ReadonlySet<string> }
  /** Streams that the batch would begin have begun before: these. Nothing of ours was written. */
  | { readonly status: 'begun-before'; readonly streams: readonly string[] };

const TAIL_RECORDS = 64;

/** Records written behind a head that somebody knew. @throws StoreFailure `newer-version` when newer code wrote them. */
export const tailOf = async (log: EventLog, head: Head): Promise<readonly LogRecord[]> => {
  const tail = await log.records(head.position, TAIL_RECORDS);
  const newer = tail.find((record) => record.format > LOG_FORMAT);
  if (newer)
    throw new StoreFailure('newer-version', new Error(`The log holds format ${String(newer.format)}.`));
  return tail;
};

/**
 * Stage 6, append: one transaction, whose key is the head that we knew. On a collision it finds out why and never
 * assumes: the head moved, an id of the batch is in the log already, or a stream was there that nobody had looked for.
 */
export const append = async (
  log: EventLog,
  head: Head,
  record: LogRecord,
  durability: Durability,
): Promise<Appended> => {
  if ((await log.append(record, durability)) === 'written') return { status: 'written' };
  const tail = await tailOf(log, head);
  if (tail.length > 0) return { status: 'head-moved', tail };
  const known = await log.commits(record.commandIds);
  if (known.size > 0) return { status: 'decided-before', commandIds: new Set(known.keys()) };
  const found = await log.streams(record.begins);
  const streams = record.begins.filter((stream) => found.get(stream)?.length);
  if (streams.length > 0) return { status: 'begun-before', streams };
  throw new StoreFailure('store-broken', new Error('A record collided with nothing that can be read.'));
};
