import type { EventEnvelope } from '../../kernel/index.ts';
import type { LogFeed } from '../feed.ts';
import type { DeadLetter } from '../host/api.ts';
import { openGeneration, PARKED, type ParkedStream } from '../reading/generation.ts';
import { generationName } from '../reading/names.ts';
import type { GenerationRow, Registry } from '../registry/index.ts';

/** Of the generation that serves; nothing where it is just being replaced. */
const parkedOf = async (book: string, { view, serving }: GenerationRow): Promise<readonly DeadLetter[]> => {
  if (serving?.stores[PARKED] === undefined) return [];
  try {
    const name = generationName(book, view, serving.number);
    const db = await openGeneration(name, serving.stores, { create: false, onClosed: () => undefined });
    try {
      const parked = await db.table<ParkedStream, string>(PARKED).toArray();
      return parked.map((one) => ({ ...one, view }));
    } finally {
      db.close();
    }
  } catch {
    return [];
  }
};

/** What read models have parked, the oldest first. Any worker may look: it only reads. */
export const deadLetters = async (book: string, registry: Registry): Promise<readonly DeadLetter[]> => {
  const rows = await registry.generations.toArray();
  const parked = (await Promise.all(rows.map((row) => parkedOf(book, row)))).flat();
  return parked.sort((a, b) => (a.since < b.since ? -1 : 1));
};

/** The event that a dead letter points at. */
export const eventOf = async (feed: LogFeed, letter: DeadLetter): Promise<EventEnvelope | undefined> => {
  const events = await feed.stream(letter.stream, letter.position - 1);
  return events.find(({ id }) => id === letter.eventId);
};
