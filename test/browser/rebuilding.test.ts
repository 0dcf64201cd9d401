import { expect, it, vi } from 'vitest';
import { changesOf, defineProjection } from '../../src/kernel/index.ts';
import { memoryView } from '../spec/memory-tables.ts';
import { JarsByMarbles, jarView, MarblesAdded, MarblesTaken, type JarTables } from '../toy/marbles.ts';
import { contentsOf, openBench } from './read-models.ts';
import { added, generations, isLive, served, tamper, view } from './rebuilds.ts';
import { eventually } from './eventually.ts';

it('makes the rows anew beside those that serve, checks and swaps them, and keeps the old ones', async () => {
  const { bench, projector } = await served();
  await tamper(`${bench.book}-view:jars@1`, (db) => db.table('jars').put({ jar: 'jar-1', marbles: 999 }));
  await projector.repair({ do: 'rebuild', view }, 'ann');
  await isLive(projector, 2);
  const expected = memoryView(jarView);
  expected.apply(bench.feed.events);
  expect(await contentsOf(`${bench.book}-view:jars@2`)).toMatchObject(expected.contents());
  expect(projector.status()[0]).toMatchObject({ before: 1, verified: { rows: 51, position: 300 } });
  expect(await generations(bench)).toEqual(['jars@1', 'jars@2']);
});

it('rolls back to the rows before, brought up to date first, and forward again', async () => {
  const { bench, projector } = await served();
  await projector.repair({ do: 'rebuild', view }, 'ann');
  await isLive(projector, 2);
  bench.feed.append([added('new', 7)]);
  await bench.readSide.query(JarsByMarbles, {}, { atLeast: 301, timeoutMs: 60_000 });
  await projector.repair({ do: 'roll-back', view }, 'ann');
  await isLive(projector, 1);
  const { answer, stale } = await bench.readSide.query(
    JarsByMarbles,
    {},
    { atLeast: 301, timeoutMs: 60_000 },
  );
  expect([answer.total, stale]).toEqual([307, false]);
  expect(projector.status()[0]).toMatchObject({ before: 2 });
  await projector.repair({ do: 'roll-back', view }, 'ann');
  await isLive(projector, 2);
});

it('drops the generation before the one before', async () => {
  const { bench, projector } = await served();
  await projector.repair({ do: 'rebuild', view }, 'ann');
  await isLive(projector, 2);
  await projector.repair({ do: 'rebuild', view }, 'ann');
  await isLive(projector, 3);
  await eventually(async () => expect(await generations(bench)).toEqual(['jars@2', 'jars@3']));
});

it('goes on serving while it rebuilds: no answer is older than the one before, none lacks what was asked for', async () => {
  const { bench, projector } = await served(20_000);
  const seen: number[] = [];
  bench.readSide.live(JarsByMarbles, {}).subscribe(({ total }) => seen.push(total));
  let asked = 0;
  for (let generation = 2; generation < 5; generation += 1) {
    await projector.repair({ do: 'rebuild', view }, 'ann');
    for (let busy = true; busy; busy = projector.status()[0]?.generation !== generation) {
      const head = bench.feed.append([added('taken-meanwhile')]);
      const { answer, stale } = await bench.readSide.query(
        JarsByMarbles,
        {},
        { atLeast: head, timeoutMs: 60_000 },
      );
      expect([stale, answer.total]).toEqual([false, head]);
      asked += 1;
    }
  }
  expect(asked).toBeGreaterThan(10);
  expect(seen).toEqual([...seen].sort((a, b) => a - b));
});

it('waits, also over a restart, and goes on where it was', async () => {
  const { bench, projector } = await served(5_000);
  const read = vi.spyOn(bench.feed, 'read');
  bench.feed.gate = 1_000;
  await projector.repair({ do: 'rebuild', view }, 'ann');
  await eventually(() => expect(projector.status()[0]).toMatchObject({ rebuild: { done: 1_000 } }));
  await projector.repair({ do: 'pause', view }, 'ann');
  expect(projector.status()[0]).toMatchObject({
    state: 'paused',
    generation: 1,
    rebuild: { kind: 'rebuild', state: 'paused', generation: 2, done: 1_000, total: 5_000, by: 'ann' },
  });
  await projector.stop();
  bench.feed.gate = Number.POSITIVE_INFINITY;
  const next = bench.project();
  await eventually(() =>
    expect(next.status()[0]).toMatchObject({ state: 'paused', rebuild: { done: 1_000 } }),
  );
  read.mockClear();
  await next.repair({ do: 'resume', view }, 'ann');
  await isLive(next, 2);
  const [firstAsked = 0] = read.mock.calls
    .map(([after]) => after)
    .filter((after) => after < 4_000 && after > 0);
  expect(firstAsked).toBeGreaterThanOrEqual(999);
});

it('goes on with a rebuild that was cut off by a restart', async () => {
  const { bench, projector } = await served(5_000);
  bench.feed.gate = 1_000;
  await projector.repair({ do: 'rebuild', view }, 'ann');
  await eventually(() => expect(projector.status()[0]).toMatchObject({ rebuild: { done: 1_000 } }));
  await projector.stop();
  bench.feed.gate = Number.POSITIVE_INFINITY;
  await isLive(bench.project(), 2);
});

it('ends at a word, and leaves nothing behind', async () => {
  const { bench, projector } = await served(5_000);
  bench.feed.gate = 1_000;
  await projector.repair({ do: 'rebuild', view }, 'ann');
  await eventually(() => expect(projector.status()[0]).toMatchObject({ state: 'rebuilding' }));
  await projector.repair({ do: 'cancel', view }, 'ann');
  await isLive(projector, 1);
  await eventually(async () => expect(await generations(bench)).toEqual(['jars@1']));
  await expect(projector.repair({ do: 'cancel', view }, 'ann')).rejects.toThrow('Nothing is being rebuilt');
});

it('never swaps in rows that are not what the log says', async () => {
  const { bench, projector } = await served(5_000);
  bench.feed.gate = 4_000;
  await projector.repair({ do: 'rebuild', view }, 'ann');
  await eventually(() => expect(projector.status()[0]).toMatchObject({ rebuild: { done: 4_000 } }));
  await tamper(`${bench.book}-view:jars@2`, (db) => db.table('totals').put({ name: 'all', marbles: 1 }));
  bench.feed.gate = Number.POSITIVE_INFINITY;
  await eventually(() =>
    expect(projector.status()[0]).toMatchObject({
      generation: 1,
      gaveUp: { why: expect.stringContaining('totals: 1 rows, with other contents') as string },
    }),
  );
  expect(await bench.registry.generations.get('jars')).not.toHaveProperty('building');
  await eventually(async () => expect(await generations(bench)).toEqual(['jars@1']));
});

it('tells of rows too many and too few by their number', async () => {
  const { bench, projector } = await served(5_000);
  bench.feed.gate = 4_000;
  await projector.repair({ do: 'rebuild', view }, 'ann');
  await eventually(() => expect(projector.status()[0]).toMatchObject({ rebuild: { done: 4_000 } }));
  await tamper(`${bench.book}-view:jars@2`, (db) => db.table('jars').put({ jar: 'nobodys', marbles: 0 }));
  bench.feed.gate = Number.POSITIVE_INFINITY;
  await eventually(() => expect(projector.status()[0]?.gaveUp?.why).toContain('51 rows instead of 50'));
});

it('lets two projectors that overlap do one rebuild', async () => {
  const { bench, projector } = await served(5_000);
  const other = bench.project();
  await projector.repair({ do: 'rebuild', view }, 'ann');
  await other.repair({ do: 'rebuild', view }, 'bob');
  await Promise.all([isLive(projector, 2), isLive(other, 2)]);
  bench.feed.append([added('a')]);
  expect(
    (await bench.readSide.query(JarsByMarbles, {}, { atLeast: 5_001, timeoutMs: 60_000 })).answer.total,
  ).toBe(5_001);
});

it('forgets the kept generation when the projection changes', async () => {
  const { bench, projector } = await served();
  await projector.repair({ do: 'rebuild', view }, 'ann');
  await isLive(projector, 2);
  await projector.stop();
  const next = bench.project([{ ...jarView, version: 2 }]);
  await isLive(next, 3);
  await eventually(async () => expect(await generations(bench)).toEqual(['jars@3']));
  await expect(next.repair({ do: 'roll-back', view }, 'ann')).rejects.toThrow('No former one is kept');
});

it('rebuilds by itself when the projection looks at other events', async () => {
  const { bench, projector } = await served();
  bench.feed.append([MarblesTaken({ jar: 'jar-1', count: 1 })]);
  await projector.stop();
  const { jars } = changesOf<JarTables>()('jars');
  const base = defineProjection<JarTables>({ name: 'jars', version: 1, tables: jarView.tables as never });
  const next = bench.project([
    base.on(MarblesTaken, ({ data: { jar, count } }) => [jars(jar, () => ({ jar, marbles: -count }))]),
  ]);
  await isLive(next, 2);
  expect(await contentsOf(`${bench.book}-view:jars@2`)).toMatchObject({
    jars: [{ jar: 'jar-1', marbles: -1 }],
  });
});

it('rebuilds by itself, beside the rows that serve, when other code folds: once, without a version being raised', async () => {
  const { bench, projector } = await served();
  await projector.stop();
  const { jars } = changesOf<JarTables>()('jars');
  const base = defineProjection<JarTables>({ name: 'jars', version: 1, tables: jarView.tables as never });
  const doubled = base
    .on(MarblesAdded, ({ data: { jar, count } }) => [
      jars(jar, (row) => ({ jar, marbles: (row?.marbles ?? 0) + 2 * count })),
    ])
    .on(MarblesTaken, () => []);
  const next = bench.project([doubled], bench.feed, 'second');
  await isLive(next, 2);
  expect(next.status()[0]).toMatchObject({ before: 1, verified: { position: 300 } });
  expect(await contentsOf(`${bench.book}-view:jars@2`)).toMatchObject({
    jars: expect.arrayContaining([{ jar: 'jar-1', marbles: 12 }]) as unknown,
  });
  await next.stop();
  const again = bench.project([doubled], bench.feed, 'second');
  await isLive(again, 2);
});

it('checks rows in portions that fit into memory, and tables that follow from others whole', async () => {
  const bench = await openBench();
  bench.feed.append(Array.from({ length: 25_000 }, (_, n) => added(`jar-${n}`)));
  const projector = bench.project();
  await eventually(() => expect(projector.status()[0]?.state).toBe('live'));
  await projector.repair({ do: 'rebuild', view }, 'ann');
  await eventually(() => expect(projector.status()[0]).toMatchObject({ verified: { rows: 25_001 } }));
});
