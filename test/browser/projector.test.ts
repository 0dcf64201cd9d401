import { fc } from '../spec/fc.ts';
import { expect, it } from 'vitest';
import type { EventEnvelope } from '../../src/kernel/index.ts';
import { changesOf, defineProjection } from '../../src/kernel/index.ts';
import { memoryView } from '../spec/memory-tables.ts';
import { JarsByMarbles, jarView, MarblesAdded, MarblesTaken, type JarTables } from '../toy/marbles.ts';
import { ArrayFeed } from './array-feed.ts';
import { contentsOf, openBench } from './read-models.ts';
import { eventually } from './eventually.ts';

const added = (jar: string, count = 1) => MarblesAdded({ jar, count });
const taken = (jar: string, count = 1) => MarblesTaken({ jar, count });

/** Counts the events of each jar; chokes on a jar as long as it is told to. */
const fussyView = (poison: { jar: string | undefined }) => {
  const { jars } = changesOf<JarTables>()('jars');
  return defineProjection<JarTables>({
    name: 'fussy',
    version: 1,
    tables: { jars: { key: 'jar', indexes: ['marbles'] }, totals: { key: 'name' } },
  }).on(MarblesAdded, ({ data: { jar } }) => {
    if (jar === poison.jar) throw new Error(`${jar} is poison`);
    return [jars(jar, (row) => ({ jar, marbles: (row?.marbles ?? 0) + 1 }))];
  });
};
const inFussy = { ...JarsByMarbles, view: 'fussy' };

it('brings what happened into rows and says when it is live', async () => {
  const { feed, readSide, project } = await openBench();
  feed.append([added('a', 3), added('b', 5), taken('b')]);
  const projector = project();
  expect(projector.status()).toMatchObject([{ view: 'jars', state: 'new', head: 3, lagEvents: 3 }]);
  expect(await readSide.query(JarsByMarbles, {}, { atLeast: 3, timeoutMs: 60_000 })).toEqual({
    answer: {
      rows: [
        { jar: 'b', marbles: 4 },
        { jar: 'a', marbles: 3 },
      ],
      total: 7,
    },
    position: 3,
    stale: false,
  });
  await eventually(() =>
    expect(projector.status()).toMatchObject([
      { state: 'live', generation: 1, version: 1, position: 3, lagEvents: 0, lagMs: 0, attempts: 0 },
    ]),
  );
  expect(projector.status()[0]?.eventsPerSecond).toBeGreaterThan(0);
});

it('goes on where it stopped, without folding anything twice', async () => {
  const { feed, readSide, project } = await openBench();
  feed.append([added('a'), added('a')]);
  const first = project();
  await readSide.query(JarsByMarbles, {}, { atLeast: 2, timeoutMs: 60_000 });
  await first.stop();
  feed.append([added('a')]);
  project();
  const { answer } = await readSide.query(JarsByMarbles, {}, { atLeast: 3, timeoutMs: 60_000 });
  expect(answer.total).toBe(3);
});

it('moves the checkpoint over events that mean nothing to a view, before who waits for them gives up', async () => {
  const { feed, readSide, project } = await openBench();
  project();
  await readSide.query(JarsByMarbles, {});
  const strange = { ...added('a'), type: 'MarblesPolished' };
  const { stale } = await readSide.query(
    JarsByMarbles,
    {},
    { atLeast: feed.append([strange, strange]), timeoutMs: 60_000 },
  );
  expect(stale).toBe(false);
});

it('lets one view try alone, folds what comes before the event, and goes on by itself', async () => {
  const { feed, readSide, project } = await openBench();
  const poison: { jar: string | undefined } = { jar: 'bad' };
  const projector = project([jarView, fussyView(poison)]);
  const tried: unknown[] = [];
  projector.subscribe(([, { state, position, error } = {}]) => {
    if (state !== 'failed') return;
    tried.push([position, error]);
    poison.jar = undefined;
  });
  feed.append([added('a'), added('b'), added('bad'), added('c')]);
  expect((await readSide.query(JarsByMarbles, {}, { atLeast: 4, timeoutMs: 60_000 })).answer.total).toBe(4);
  const { answer } = await readSide.query(inFussy, {}, { atLeast: 4, timeoutMs: 60_000 });
  expect(answer.rows).toHaveLength(4);
  expect(tried[0]).toContain('Error: bad is poison');
  await eventually(() => expect(projector.status()[1]).toMatchObject({ state: 'live', attempts: 0 }));
  expect(projector.status()[1]).not.toHaveProperty('error');
});

it('survives a log that can not be read for a while', async () => {
  const { feed, readSide, project } = await openBench();
  feed.failure = new Error('no connection');
  const projector = project();
  feed.append([added('a', 2)]);
  await eventually(() => expect(projector.status()[0]?.state).toBe('failed'));
  feed.failure = undefined;
  expect((await readSide.query(JarsByMarbles, {}, { atLeast: 1, timeoutMs: 60_000 })).answer.total).toBe(2);
  expect(projector.status()[0]?.generation).toBe(1);
});

it('refuses a row that is filed under another key than its own', async () => {
  const { feed, project } = await openBench();
  const { jars } = changesOf<JarTables>()('jars');
  const misfiling = defineProjection<JarTables>({
    name: 'm',
    version: 1,
    tables: jarView.tables as never,
  }).on(MarblesAdded, () => [jars('a', () => ({ jar: 'b', marbles: 1 }))]);
  const projector = project([misfiling]);
  feed.append([added('a')]);
  await eventually(() => expect(projector.status()[0]?.error).toContain('MisfiledRowError'));
});

it('tells of its progress, the last word included', async () => {
  const { feed, project } = await openBench();
  const projector = project();
  const told: unknown[] = [];
  projector.subscribe(([status]) => told.push(status?.position));
  for (let n = 0; n < 20; n += 1) feed.append([added('a')]);
  await eventually(() => expect(told.at(-1)).toBe(20));
  expect(told.length).toBeLessThan(10);
});

it('keeps every row right while two projectors overlap on one book', async () => {
  const { book, feed, readSide, project } = await openBench();
  // Each is told of appends at its own time, as two tabs are.
  const other = new ArrayFeed(book);
  project();
  project([jarView], other);
  for (let round = 0; round < 40; round += 1) {
    const events = Array.from({ length: 25 }, (_, n) => added(`jar-${(round * 7 + n) % 30}`, n + 1));
    (round % 2 === 0 ? [feed, other] : [other, feed]).forEach((each) => each.append(events));
    await readSide.query(
      JarsByMarbles,
      {},
      { atLeast: round % 4 === 0 ? feed.head() : 0, timeoutMs: 60_000 },
    );
  }
  await readSide.query(JarsByMarbles, {}, { atLeast: feed.head(), timeoutMs: 60_000 });
  const expected = memoryView(jarView);
  expected.apply(feed.events);
  const { checkpoint, parked: _, ...rows } = await contentsOf(`${book}-view:jars@1`);
  expect(rows).toEqual(expected.contents());
  expect(checkpoint).toMatchObject([{ position: 1_000, events: 1_000 }]);
});

/** Gives events in portions that somebody else chose. */
class PortionedFeed extends ArrayFeed {
  portions: readonly number[] = [];

  override read(after: number, limit: number): Promise<readonly EventEnvelope[]> {
    const portion = this.portions[this.reads % this.portions.length] ?? limit;
    return super.read(after, Math.min(limit, portion));
  }
}

it('holds the same rows however the events come in batches', async () => {
  const moves = fc.array(
    fc.record({
      jar: fc.constantFrom('a', 'b', 'c', 'd'),
      count: fc.integer({ min: 1, max: 9 }),
      take: fc.boolean(),
    }),
    { minLength: 1, maxLength: 60 },
  );
  const portions = fc.array(fc.integer({ min: 1, max: 70 }), { minLength: 1, maxLength: 5 });
  await fc.assert(
    fc.asyncProperty(moves, portions, async (all, sizes) => {
      const { book, readSide, project } = await openBench();
      const feed = new PortionedFeed();
      feed.portions = sizes;
      const projector = project([jarView], feed);
      feed.append(all.map(({ jar, count, take }) => (take ? taken : added)(jar, count)));
      await readSide.query(JarsByMarbles, {}, { atLeast: feed.head(), timeoutMs: 60_000 });
      await projector.stop();
      const expected = memoryView(jarView);
      for (const event of feed.events) expected.apply([event]);
      const { checkpoint, parked: _, ...rows } = await contentsOf(`${book}-view:jars@1`);
      expect(rows).toEqual(expected.contents());
      expect(checkpoint).toMatchObject([{ position: all.length }]);
    }),
    { numRuns: 12 },
  );
});
