import Dexie from 'dexie';
import { expect, it } from 'vitest';
import type { Projection } from '../../src/kernel/index.ts';
import { planGeneration, promote, withdraw } from '../../src/engine/registry/index.ts';
import { JarsByMarbles, jarView, MarblesAdded } from '../toy/marbles.ts';
import { ArrayFeed } from './array-feed.ts';
import { databases, openBench, type Bench } from './read-models.ts';
import { eventually } from './eventually.ts';

const added = (jar: string, count = 1) => MarblesAdded({ jar, count });
const many = (count: number) => Array.from({ length: count }, (_, n) => added(`jar-${n % 50}`));

/** The same view, in a later version of the program. */
const newer = (changes: Partial<Projection> = {}): Projection => ({ ...jarView, version: 2, ...changes });

const viewDatabases = async ({ book }: Bench): Promise<string[]> =>
  (await databases(book))
    .filter((name) => name.includes('-view:'))
    .map((name) => name.replace(`${book}-view:`, ''));

/** A book whose jars were projected, up to `count` events, by a projector that is gone. */
const projected = async (count = 3): Promise<Bench> => {
  const bench = await openBench();
  bench.feed.append(many(count));
  const projector = bench.project();
  await bench.readSide.query(JarsByMarbles, {}, { atLeast: count, timeoutMs: 60_000 });
  await projector.stop();
  return bench;
};

const totalOf = async ({ feed, readSide }: Bench): Promise<number> => {
  const { answer, stale } = await readSide.query(
    JarsByMarbles,
    {},
    { atLeast: feed.head(), timeoutMs: 60_000 },
  );
  expect(stale).toBe(false);
  return answer.total;
};

it('builds a new version beside the old one, which answers meanwhile without a gap', async () => {
  const bench = await projected(20_000);
  const totals: number[] = [];
  const errors: Error[] = [];
  bench.readSide.live(JarsByMarbles, {}).subscribe(
    ({ total }) => totals.push(total),
    (error) => errors.push(error),
  );
  await eventually(() => expect(totals).toEqual([20_000]));
  bench.feed.gate = 10_000;
  const projector = bench.project([newer()]);
  await eventually(() =>
    expect(projector.status()[0]).toMatchObject({ state: 'rebuilding', position: 10_000, generation: 2 }),
  );
  expect(await bench.registry.generations.get('jars')).toMatchObject({
    serving: { number: 1, version: 1 },
    building: { number: 2, version: 2 },
  });
  bench.feed.gate = Number.POSITIVE_INFINITY;
  await eventually(() => expect(projector.status()[0]).toMatchObject({ state: 'live', generation: 2 }));
  bench.feed.append([added('last', 1)]);
  await eventually(() => expect(totals.at(-1)).toBe(20_001));
  expect(new Set(totals)).toEqual(new Set([20_000, 20_001]));
  expect(errors).toEqual([]);
  // The page held the old one open, and made way.
  await eventually(async () => expect(await viewDatabases(bench)).toEqual(['jars@2']));
  expect(await bench.registry.generations.get('jars')).toMatchObject({ serving: { number: 2 } });
});

it('builds anew when the tables are laid out in another way', async () => {
  const bench = await projected();
  bench.project([
    { ...jarView, tables: { ...jarView.tables, totals: { key: 'name', indexes: ['marbles'] } } },
  ]);
  const ranged = {
    ...JarsByMarbles,
    run: async (tables: never) =>
      (tables as { totals: { range(range: object): Promise<unknown[]> } }).totals.range({ index: 'marbles' }),
  };
  // The old tables lack the index: the question waits for those that have it.
  expect((await bench.readSide.query(ranged, {})).answer).toEqual([{ name: 'all', marbles: 3 }]);
  await eventually(async () => expect(await viewDatabases(bench)).toEqual(['jars@2']));
});

it('goes on with a build that was cut off', async () => {
  const bench = await projected(300);
  bench.feed.gate = 100;
  const first = bench.project([newer()]);
  await eventually(() => expect(first.status()[0]?.position).toBe(100));
  await first.stop();
  const second = bench.project([newer()]);
  await eventually(() =>
    expect(second.status()[0]).toMatchObject({ state: 'rebuilding', position: 100, generation: 2 }),
  );
  bench.feed.gate = Number.POSITIVE_INFINITY;
  await eventually(() => expect(second.status()[0]).toMatchObject({ state: 'live', generation: 2 }));
  expect(await totalOf(bench)).toBe(300);
});

it('starts over under a new number when a build is for yet another version', async () => {
  const bench = await projected();
  const stores = { jars: 'jar', totals: 'name' };
  await bench.registry.generations.update('jars', { building: { number: 2, version: 7, stores } });
  bench.project([newer()]);
  await eventually(async () => expect(await viewDatabases(bench)).toEqual(['jars@3']));
  expect(await totalOf(bench)).toBe(3);
});

const afterCrash: Record<string, (bench: Bench) => Promise<unknown>> = {
  'between writing the plan and making the database': ({ registry }) =>
    registry.generations.update('jars', {
      building: { number: 2, version: 2, stores: { jars: 'jar', totals: 'name' } },
    }),
  'between the swap and dropping the old one': async ({ book }) => {
    const left = new Dexie(`${book}-view:jars@9`);
    left.version(1).stores({ jars: 'jar' });
    await left.open();
    left.close();
  },
  'with its serving database gone': ({ book }) => Dexie.delete(`${book}-view:jars@1`),
  'with its checkpoint gone': async ({ book }) => {
    const db = await new Dexie(`${book}-view:jars@1`).open();
    await db.table('checkpoint').clear();
    db.close();
  },
  'with its registry row gone': ({ registry }) => registry.generations.clear(),
  'with a row that serves nothing': ({ registry }) => registry.generations.put({ view: 'jars' }),
};

it.for(Object.entries(afterCrash))('gets up after a crash %s', async ([, crash]) => {
  const bench = await projected();
  await crash(bench);
  const projector = bench.project();
  await eventually(() => expect(projector.status()[0]?.state).toBe('live'));
  expect(await totalOf(bench)).toBe(3);
  const { generation = 0 } = projector.status()[0] ?? {};
  await eventually(async () => expect(await viewDatabases(bench)).toEqual([`jars@${generation}`]));
});

it('never serves rows of a log that was lost or restored', async () => {
  const bench = await projected(10);
  const shorter = new ArrayFeed();
  shorter.append([added('a', 5)]);
  const first = bench.project([jarView], shorter);
  await eventually(() =>
    expect(first.status()[0]).toMatchObject({ state: 'live', position: 1, generation: 2 }),
  );
  expect((await bench.readSide.query(JarsByMarbles, {})).answer.total).toBe(5);
  await first.stop();

  const longer = new ArrayFeed('another');
  longer.append(many(20));
  const second = bench.project([jarView], longer);
  await eventually(() =>
    expect(second.status()[0]).toMatchObject({ state: 'live', position: 20, generation: 3 }),
  );
  expect((await bench.readSide.query(JarsByMarbles, {})).answer.total).toBe(20);
});

it('gives a number to one generation only, also when the database that bore it is gone', async () => {
  const { registry } = await projected();
  const { serving } = (await registry.generations.get('jars')) ?? {};
  if (!serving) throw new Error('nothing serves');
  const { number, ...build } = serving;
  const numbers = [number];
  for (let n = 0; n < 2; n += 1) {
    await withdraw(registry, 'jars', numbers.at(-1) ?? 0);
    numbers.push((await planGeneration(registry, 'jars', build, [])).number);
    await promote(registry, 'jars', numbers.at(-1) ?? 0);
  }
  expect(numbers).toEqual([1, 2, 3]);
});

it('waits for a log that can not be asked, and builds nothing anew for it', async () => {
  const bench = await projected();
  bench.feed.failure = new Error('no connection');
  const projector = bench.project();
  await eventually(() => expect(projector.status()[0]?.attempts).toBeGreaterThan(1));
  bench.feed.failure = undefined;
  await eventually(() => expect(projector.status()[0]).toMatchObject({ state: 'live', generation: 1 }));
});

it('lets two projectors build one new version together', async () => {
  const bench = await projected(5_000);
  const both = [bench.project([newer()]), bench.project([newer()])];
  await eventually(() => expect(both.map((each) => each.status()[0]?.state)).toEqual(['live', 'live']));
  expect(await totalOf(bench)).toBe(5_000);
  await eventually(async () => expect(await viewDatabases(bench)).toEqual(['jars@2']));
});

it('does not wait for a frozen tab that holds the old generation open', async () => {
  const bench = await projected();
  const frozen = await new Promise<IDBDatabase>((resolve) => {
    const request = indexedDB.open(`${bench.book}-view:jars@1`);
    request.onsuccess = () => resolve(request.result);
  });
  const projector = bench.project([newer()]);
  await eventually(() => expect(projector.status()[0]).toMatchObject({ state: 'live', generation: 2 }));
  bench.feed.append([added('b')]);
  expect(await totalOf(bench)).toBe(4);
  frozen.close();
  await eventually(async () => expect(await viewDatabases(bench)).toEqual(['jars@2']));
});

it('drops what views left behind that are no more', async () => {
  const bench = await projected();
  bench.project([{ ...jarView, name: 'jugs' }]);
  await eventually(async () => expect(await viewDatabases(bench)).toEqual(['jugs@1']));
  expect(await bench.registry.generations.get('jars')).toBeUndefined();
});
