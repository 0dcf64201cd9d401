import { expect, it } from 'vitest';
import type { EventEnvelope } from '../../kernel/index.ts';
import type { EventLog, LogRecord } from '../ports.ts';
import { createFeed } from './feed.ts';

const EVENTS = 10;

/** A log of so many records, each of ten events; counts how often each is read. */
const logOf = (count: number) => {
  const records = Array.from(
    { length: count },
    (_, n) => ({ position: n * EVENTS + 1, next: (n + 1) * EVENTS + 1 }) as LogRecord,
  );
  const read = new Map<number, number>();
  const log = {
    records: (after: number, limit: number) => {
      const found = records.filter(({ next }) => next > after + 1).slice(0, limit);
      for (const { position } of found) read.set(position, (read.get(position) ?? 0) + 1);
      return Promise.resolve(found);
    },
  } as Partial<EventLog> as EventLog;
  const hydrate = ({ position, next }: LogRecord) =>
    Promise.resolve(
      Array.from({ length: next - position }, (_, n) => ({ position: position + n }) as EventEnvelope),
    );
  return { feed: createFeed(log, hydrate, count * EVENTS), timesRead: () => [...read.values()] };
};

const readAll = async (
  feed: ReturnType<typeof createFeed>,
  atOnce: number,
  between: () => Promise<unknown> = () => Promise.resolve(),
): Promise<readonly number[]> => {
  const positions: number[] = [];
  for (;;) {
    const events = await feed.read(positions.length, atOnce);
    if (events.length === 0) return positions;
    positions.push(...events.map(({ position }) => position));
    await between();
  }
};

it('reads each record of the log once for whoever reads through it, however little is taken at once', async () => {
  const { feed, timesRead } = logOf(200);
  const positions = await readAll(feed, 7);
  expect(positions).toEqual(Array.from({ length: 2_000 }, (_, n) => n + 1));
  expect(timesRead()).toHaveLength(200);
  expect(Math.max(...timesRead())).toBe(1);
});

it('gives two readers at different places each its own events', async () => {
  const { feed } = logOf(200);
  const positions = await readAll(feed, 7, async () => {
    expect((await feed.read(1_500, 3)).map(({ position }) => position)).toEqual([1_501, 1_502, 1_503]);
  });
  expect(positions).toHaveLength(2_000);
});
