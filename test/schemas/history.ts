import { upcast, type EventEnvelope } from '../../src/kernel/index.ts';
import { projections } from '../../src/views/index.ts';
import { fc } from '../spec/fc.ts';
import { fullBook } from '../spec/full-book.ts';
import { rarely } from '../spec/rare-deeds.ts';
import { trading, tradingHistory } from '../spec/trading.ts';
import { shapesOf, tradeEvents } from './lock.ts';
import { membersIn, membersOf } from './members.ts';

/** What happened in some books, as it was stored: read models are held to what they make of it. */
export type History = readonly (readonly EventEnvelope[])[];

const handled = new Set(projections.flatMap(({ handles }) => [...handles]));
const looksAt = Object.entries(shapesOf(tradeEvents.filter(({ type }) => handled.has(type)))).flatMap(
  ([event, shape]) => [event, ...membersOf(shape).map((member) => event + member)],
);

const saidIn = (book: readonly EventEnvelope[]): readonly string[] =>
  book.flatMap(({ type, schemaVersion, data }) => {
    const event = `${type}@${String(schemaVersion)}`;
    return [event, ...membersIn(data).map((member) => event + member)];
  });

/** What some read model may look at and is never said here: events as `Name@version`, and members of their data. */
export const lacking = (history: History): readonly string[] => {
  const said = new Set(history.flatMap(saidIn));
  return [...new Set(looksAt)].filter((one) => !said.has(one));
};

/** A book told in full, one of rare deeds, and those of sixty by chance, always the same, that it takes to say everything. */
export const madeHistory = async (): Promise<History> => {
  const lives = fc.sample(fc.array(trading, { minLength: 6, maxLength: 6 }), { numRuns: 60, seed: 1 });
  const books = await Promise.all(lives.map((deeds) => tradingHistory(deeds.flat())));
  const candidates = books.map((book) => ({ book, said: new Set(saidIn(book)) }));
  const longest = (history: History): History => {
    const left = lacking(history);
    const news = ({ said }: { said: ReadonlySet<string> }) => left.filter((one) => said.has(one)).length;
    const best = candidates.reduce((a, b) => (news(b) > news(a) ? b : a));
    return news(best) === 0 ? history : longest([...history, best.book]);
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
