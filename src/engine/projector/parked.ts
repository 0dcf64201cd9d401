import type { Dexie, Table } from 'dexie';
import type { EventEnvelope } from '../../kernel/index.ts';
import { PARKED, type ParkedStream } from '../reading/generation.ts';

export type { ParkedStream };

/** With more streams parked than this, it isn't the streams that are wrong: the projection stops. */
export const MOST_PARKED = 25;

export class TooManyParkedError extends Error {
  override readonly name = 'TooManyParkedError';
}

export const parkedTable = (db: Dexie): Table<ParkedStream, string> => db.table(PARKED);

export const reasonOf = ({ name, message, stack = '' }: Error): ParkedStream['error'] => ({
  name,
  message,
  stack,
});

/** What is known of a stream when its event could not be taken in so many times. */
export const parkedAt = (
  event: EventEnvelope,
  error: Error,
  tried: { readonly attempts: number; readonly at: string },
): ParkedStream => ({
  stream: event.stream,
  position: event.position,
  eventId: event.id,
  type: event.type,
  error: reasonOf(error),
  attempts: tried.attempts,
  waiting: 0,
  since: tried.at,
  lastTried: tried.at,
});

/** Counts events as kept back behind what their streams wait for. */
export const keepBack = async (db: Dexie, events: readonly EventEnvelope[]): Promise<void> => {
  if (events.length === 0) return;
  const more = new Map<string, number>();
  for (const { stream } of events) more.set(stream, (more.get(stream) ?? 0) + 1);
  const parked = await parkedTable(db).bulkGet([...more.keys()]);
  await parkedTable(db).bulkPut(
    parked.flatMap((one) => (one ? [{ ...one, waiting: one.waiting + (more.get(one.stream) ?? 0) }] : [])),
  );
};
