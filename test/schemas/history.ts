import { upcast, type EventEnvelope } from '../../src/kernel/index.ts';
import { projections } from '../../src/views/index.ts';
import { fc } from '../spec/fc.ts';
import { fullBook } from '../spec/full-book.ts';
import { rarely } from '../spec/rare-deeds.ts';
import { trading, tradingHistory } from '../spec/trading.ts';
import { keyOf, tradeEvents } from './lock.ts';

/** What happened in some books, as it was stored: read models are held to what they make of it. */
export type History = readonly (readonly EventEnvelope[])[];

const handled = new Set(projections.flatMap(({ handles }) => [...handles]));
const looksAt = tradeEvents.filter(({ type }) => handled.has(type)).map(keyOf);

const keysOf = (book: readonly EventEnvelope[]): readonly string[] =>
  book.map(({ type, schemaVersion }) => `${type}@${String(schemaVersion)}`);

/** The events that some read model looks at and that never happen here, as `Name@version`. */
export const lacking = (history: History): readonly string[] => {
  const happened = new Set(history.flatMap(keysOf));
  return looksAt.filter((key) => !happened.has(key));
};

/** A book told in full, one of rare deeds, and those of sixty by chance, always the same, that it takes for every event. */
export const madeHistory = async (): Promise<History> => {
  const lives = fc.sample(fc.array(trading, { minLength: 6, maxLength: 6 }), { numRuns: 60, seed: 1 });
  const books: History = await Promise.all(lives.map((deeds) => tradingHistory(deeds.flat())));
  const longest = (history: History): History => {
    const longer = books.map((book) => [...history, book]);
    const best = longer.reduce((a, b) => (lacking(b).length < lacking(a).length ? b : a), history);
    return best === history ? history : longest(best);
  };
  return longest([await fullBook(), await tradingHistory(rarely)]);
};

/** An event a line, so that a change can be read; each book begins at the position 1. */
export const linesOf = (history: History): string =>
  history
    .flat()
    .map((event) => `${JSON.stringify(event)}\n`)
    .join('');

export const historyIn = (lines: string): History => {
  const books: EventEnvelope[][] = [];
  for (const line of lines.split('\n').filter(Boolean)) {
    const event = JSON.parse(line) as EventEnvelope;
    if (event.position === 1) books.push([]);
    books.at(-1)?.push(event);
  }
  return books;
};

const types = new Map(tradeEvents.map((event) => [event.type, event]));

/** A book as read models are told of it: brought up to today's shapes of events. */
export const told = (book: readonly EventEnvelope[]): readonly EventEnvelope[] =>
  book.map((event) => {
    const type = types.get(event.type);
    return type ? { ...event, data: upcast(type, event.schemaVersion, event.data) } : event;
  });
