import { expect, it } from 'vitest';
import { changesOf, defineProjection, type ProjectionBuilder } from '../../src/kernel/index.ts';
import { JarsByMarbles, MarblesAdded, type JarTables } from '../toy/marbles.ts';
import { contentsOf, openBench, type Bench } from './read-models.ts';
import { eventually } from './eventually.ts';

const added = (jar: string, count = 1) => MarblesAdded({ jar, count });
const { jars, totals } = changesOf<JarTables>()('jars', 'totals');

/** What the projection chokes on: marbles of a jar, in such a number. */
interface Poison {
  jar?: string | RegExp | undefined;
  count?: number | undefined;
}

/** Remembers the number of each event of a jar, in order. */
const fussy = (poison: Poison, version = 1): ProjectionBuilder<JarTables> =>
  defineProjection<JarTables>({
    name: 'jars',
    version,
    tables: { jars: { key: 'jar', indexes: ['marbles'] }, totals: { key: 'name' } },
    derive: {
      jars: (before, after) => [
        totals('all', (row) => ({
          name: 'all',
          marbles: (row?.marbles ?? 0) + (after?.marbles ?? 0) - (before?.marbles ?? 0),
        })),
      ],
    },
  }).on(MarblesAdded, ({ data: { jar, count } }) => [
    jars(jar, (row) => {
      if (poison.jar !== undefined && new RegExp(poison.jar).test(jar) && count === (poison.count ?? count))
        throw new Error(`${jar} is poison`);
      return { jar, marbles: (row?.marbles ?? 0) * 10 + count };
    }),
  ]);

const rowsOf = async ({ book }: Bench, generation = 1) => {
  const { jars: rows = [], parked = [] } = await contentsOf(`${book}-view:jars@${String(generation)}`);
  return {
    parked,
    jars: Object.fromEntries(
      (rows as { jar: string; marbles: number }[]).map(({ jar, marbles }) => [jar, marbles]),
    ),
  };
};

/** A jar's second event is poison: it is parked, with the third behind it. */
const withPoison = async () => {
  const bench = await openBench();
  const poison: Poison = { jar: 'bad', count: 2 };
  const projector = bench.project([fussy(poison)]);
  bench.feed.append([added('a'), added('bad', 1), added('bad', 2), added('bad', 3), added('a', 2)]);
  await eventually(() => expect(projector.status()[0]).toMatchObject({ state: 'parked', parked: 1 }));
  return { bench, poison, projector };
};

it('tries three times, then parks the stream and lets all others flow', async () => {
  const { bench, projector } = await withPoison();
  expect(await rowsOf(bench)).toMatchObject({
    jars: { a: 12, bad: 1 },
    parked: [
      {
        stream: 'jar-bad',
        position: 3,
        type: 'MarblesAdded',
        error: { name: 'Error', message: 'bad is poison' },
        attempts: 3,
        waiting: 1,
      },
    ],
  });
  bench.feed.append([added('bad', 4), added('b', 7)]);
  const { answer, stale } = await bench.readSide.query(JarsByMarbles, {}, { atLeast: 7, timeoutMs: 60_000 });
  expect([stale, answer.rows.map(({ jar }) => jar)]).toEqual([false, ['a', 'b', 'bad']]);
  expect((await rowsOf(bench)).parked).toMatchObject([{ waiting: 2 }]);
  expect(projector.status()[0]).toMatchObject({ lagEvents: 0, attempts: 0 });
});

it('takes in what was kept back, in its order, when it is tried again, and puts all into order by a rebuild', async () => {
  const { bench, poison, projector } = await withPoison();
  const retry = () => projector.repair({ do: 'retry', view: 'jars', stream: 'jar-bad' }, 'ann');
  await expect(retry()).rejects.toThrow('It still can’t be taken in.');
  expect((await rowsOf(bench)).parked).toMatchObject([{ attempts: 4, waiting: 1 }]);
  poison.jar = undefined;
  await retry();
  expect(await rowsOf(bench)).toMatchObject({ jars: { bad: 123 }, parked: [] });
  await eventually(() => expect(projector.status()[0]).toMatchObject({ state: 'live', generation: 2 }));
  expect(await rowsOf(bench, 2)).toEqual({ jars: { a: 12, bad: 123 }, parked: [] });
});

it('goes on without an event that is skipped, now and in every rebuild, and says why', async () => {
  const { bench, projector } = await withPoison();
  const skip = { do: 'skip', view: 'jars', stream: 'jar-bad', reason: 'Entered twice' } as const;
  await projector.repair(skip, 'ann');
  expect(await rowsOf(bench)).toEqual({ jars: { a: 12, bad: 13 }, parked: [] });
  expect(await bench.registry.skips.toArray()).toMatchObject([{ reason: 'Entered twice', actor: 'ann' }]);
  await eventually(() => expect(projector.status()[0]).toMatchObject({ state: 'live', generation: 2 }));
  expect(await rowsOf(bench, 2)).toEqual({ jars: { a: 12, bad: 13 }, parked: [] });
});

it('tries what was skipped again once other code folds, and takes it in when that is mended', async () => {
  const { bench, poison, projector } = await withPoison();
  const skip = { do: 'skip', view: 'jars', stream: 'jar-bad', reason: 'Beyond repair' } as const;
  await projector.repair(skip, 'ann');
  await eventually(() => expect(projector.status()[0]).toMatchObject({ state: 'live', generation: 2 }));
  await projector.stop();

  const unmended = bench.project([fussy(poison)], bench.feed, 'second');
  await eventually(() => expect(unmended.status()[0]).toMatchObject({ state: 'live', generation: 3 }));
  expect(await rowsOf(bench, 3)).toEqual({ jars: { a: 12, bad: 13 }, parked: [] });
  await unmended.stop();

  poison.jar = undefined;
  const mended = bench.project([fussy(poison)], bench.feed, 'third');
  await eventually(() => expect(mended.status()[0]).toMatchObject({ state: 'live', generation: 4 }));
  expect(await rowsOf(bench, 4)).toEqual({ jars: { a: 12, bad: 123 }, parked: [] });
});

it('is as far after a kill: what is parked stays so, and is tried once more with the next start', async () => {
  const { bench, poison, projector } = await withPoison();
  await projector.stop();
  const next = bench.project([fussy(poison)]);
  await eventually(async () => expect((await rowsOf(bench)).parked).toMatchObject([{ attempts: 4 }]));
  await next.stop();
  poison.jar = undefined;
  const last = bench.project([fussy(poison)]);
  await eventually(() => expect(last.status()[0]).toMatchObject({ state: 'live', generation: 2 }));
  expect(await rowsOf(bench, 2)).toEqual({ jars: { a: 12, bad: 123 }, parked: [] });
});

it('flows on by itself when the projection comes in a new version', async () => {
  const { bench, projector } = await withPoison();
  await projector.stop();
  const next = bench.project([fussy({}, 2)]);
  await eventually(() => expect(next.status()[0]).toMatchObject({ state: 'live', parked: 0 }));
  expect(await rowsOf(bench, 2)).toEqual({ jars: { a: 12, bad: 123 }, parked: [] });
});

it('parks in a rebuild what it parked before, and finds its rows to be right', async () => {
  const { bench, projector } = await withPoison();
  await projector.repair({ do: 'rebuild', view: 'jars' }, 'ann');
  await eventually(() => expect(projector.status()[0]).toMatchObject({ state: 'parked', generation: 2 }));
  expect(await rowsOf(bench, 2)).toMatchObject({ jars: { a: 12, bad: 1 }, parked: [{ waiting: 1 }] });
});

it('stops a projection that parks too many, and goes on when fewer are parked', async () => {
  const bench = await openBench();
  const poison: Poison = { jar: /^bad/ };
  const projector = bench.project([fussy(poison)]);
  bench.feed.append([
    added('a'),
    ...Array.from({ length: 27 }, (_, n) => added(`bad-${String(n)}`)),
    added('b'),
  ]);
  await eventually(() =>
    expect(projector.status()[0]).toMatchObject({
      state: 'failed',
      parked: 25,
      position: 26,
      error: expect.stringMatching(/TooManyParked/) as string,
    }),
  );
  poison.jar = undefined;
  await projector.repair({ do: 'retry', view: 'jars', stream: 'jar-bad-0' }, 'ann');
  await eventually(() => expect(projector.status()[0]).toMatchObject({ position: 29, state: 'live' }));
});
