import { expect, it } from 'vitest';
import { changesOf, defineProjection, defineQuery } from '../../src/kernel/index.ts';
import { createReadSide } from '../../src/engine/reading/index.ts';
import { JarsByMarbles, MarblesAdded } from '../toy/marbles.ts';
import { databases, openBench, takeOverRegistry } from './read-models.ts';
import { eventually } from './eventually.ts';

const added = (jar: string, count = 1) => MarblesAdded({ jar, count });
const soon = { timeoutMs: 100 };

it('waits for the position that it was asked for', async () => {
  const { feed, readSide, project } = await openBench();
  project();
  const asked = readSide.query(JarsByMarbles, {}, { atLeast: 2, timeoutMs: 60_000 });
  feed.append([added('a')]);
  feed.append([added('a')]);
  expect(await asked).toMatchObject({ answer: { total: 2 }, position: 2, stale: false });
});

it('gives the newest answer, called stale, when the position does not come in time', async () => {
  const { feed, readSide, project } = await openBench();
  feed.append([added('a')]);
  project();
  await readSide.query(JarsByMarbles, {}, { atLeast: 1, timeoutMs: 60_000 });
  expect(await readSide.query(JarsByMarbles, {}, { atLeast: 9, ...soon })).toMatchObject({
    answer: { total: 1 },
    position: 1,
    stale: true,
  });
});

it('waits for rows that are there, however long the first reading takes', async () => {
  const { feed, readSide, project } = await openBench();
  feed.append([added('a')]);
  project();
  await readSide.query(JarsByMarbles, {}, { atLeast: 1, timeoutMs: 60_000 });
  const slow: typeof JarsByMarbles = {
    ...JarsByMarbles,
    run: async (tables: never, params) => {
      const { jars } = tables as { jars: { count(range: object): Promise<number> } };
      for (const end = performance.now() + 600; performance.now() < end;) await jars.count({});
      return JarsByMarbles.run(tables, params);
    },
  };
  expect(await readSide.query(slow, {}, soon)).toMatchObject({ answer: { total: 1 }, stale: false });
});

it('answers for a view that nobody has built yet with nothing, called stale, and makes no database for it', async () => {
  const { book, readSide } = await openBench();
  const answered = await readSide.query(JarsByMarbles, {}, soon);
  expect(answered).toEqual({ answer: { rows: [], total: 0 }, position: 0, stale: true });
  expect(await databases(book)).toEqual([`${book}-engine`]);
});

it('waits, on a registry that names a database which is not there, and makes none', async () => {
  const { book, registry, readSide } = await openBench();
  const serving = { number: 4, version: 1, stores: { jars: 'jar', totals: 'name' } };
  await registry.generations.put({ view: 'jars', serving });
  expect(await readSide.query(JarsByMarbles, {}, soon)).toMatchObject({ position: 0, stale: true });
  expect(await databases(book)).toEqual([`${book}-engine`]);
});

it('names what is wrong with the parameters', async () => {
  const { readSide } = await openBench();
  const wrong = { limit: 'many' };
  await expect(readSide.query(JarsByMarbles, wrong)).rejects.toMatchObject({
    name: 'BadParamsError',
    message: expect.stringMatching(/^JarsByMarbles .*limit: /) as string,
  });
  expect(() => readSide.live(JarsByMarbles, wrong)).toThrow(/limit/);
});

it('gives the error of a question that fails, but not before another generation might have answered', async () => {
  const { readSide, project } = await openBench();
  project();
  const failing = { ...JarsByMarbles, run: () => Promise.reject(new Error('no such shelf')) };
  await expect(readSide.query(failing, {}, soon)).rejects.toThrow('no such shelf');
});

it('keeps a live answer true, and is not woken by events that change no row of it', async () => {
  const { feed, readSide, project } = await openBench();
  const totals: number[] = [];
  const positions: number[] = [];
  const leave = readSide.live(JarsByMarbles, {}).subscribe(({ total }) => totals.push(total));
  readSide.checkpoint('jars').subscribe((position) => positions.push(position));
  project();
  await eventually(() => expect(totals).toEqual([0]));
  feed.append([added('a', 2)]);
  await eventually(() => expect(totals).toEqual([0, 2]));
  feed.append([{ ...added('a'), type: 'MarblesPolished' }]);
  await eventually(() => expect(positions.at(-1)).toBe(2));
  feed.append([added('b', 3)]);
  await eventually(() => expect(totals.at(-1)).toBe(5));
  expect(totals).toEqual([0, 2, 5]);
  leave();
  feed.append([added('c', 4)]);
  await readSide.query(JarsByMarbles, {}, { atLeast: 4, timeoutMs: 60_000 });
  expect(totals).toEqual([0, 2, 5]);
});

it('goes on with a live question after an error', async () => {
  const { feed, readSide, project } = await openBench();
  project();
  let broken = true;
  const touchy = {
    ...JarsByMarbles,
    run: (tables: never, params: { limit: number }) =>
      broken ? Promise.reject(new Error('touched')) : JarsByMarbles.run(tables, params),
  };
  const errors: string[] = [];
  const totals: number[] = [];
  readSide.live(touchy, {}).subscribe(
    ({ total }) => totals.push(total),
    ({ message }) => errors.push(message),
  );
  await eventually(() => expect(errors).toEqual(['touched']));
  broken = false;
  feed.append([added('a', 7)]);
  await eventually(() => expect(totals).toEqual([7]));
});

it('sees what a projector in a worker writes', async () => {
  const { book, readSide } = await openBench();
  const worker = new Worker(new URL('./projecting.worker.ts', import.meta.url), { type: 'module' });
  const totals: number[] = [];
  readSide.live(JarsByMarbles, {}).subscribe(({ total }) => totals.push(total));
  worker.postMessage({ book, count: 3 });
  await eventually(() => expect(totals.at(-1)).toBe(3));
  worker.postMessage({ book, count: 4 });
  expect((await readSide.query(JarsByMarbles, {}, { atLeast: 7, timeoutMs: 60_000 })).answer.total).toBe(7);
  await eventually(() => expect(totals.at(-1)).toBe(7));
  worker.terminate();
});

it('goes on with the lists when the browser takes its connection away', async () => {
  const { book, feed, readSide, project } = await openBench();
  project();
  feed.append([added('a')]);
  const totals: number[] = [];
  readSide.live(JarsByMarbles, {}).subscribe(({ total }) => totals.push(total));
  await eventually(() => expect(totals.at(-1)).toBe(1));
  await takeOverRegistry(book, 'but fails');
  feed.append([added('a')]);
  await eventually(() => expect(totals.at(-1)).toBe(2));
  expect((await readSide.query(JarsByMarbles, {}, { atLeast: 2, timeoutMs: 60_000 })).answer.total).toBe(2);
});

it('says that it is lost when another version takes the registry over', async () => {
  const { book, registry, readSide } = await openBench();
  await readSide.query(JarsByMarbles, {}, soon);
  registry.close();
  await takeOverRegistry(book);
  await eventually(() =>
    expect(readSide.query(JarsByMarbles, {}, soon)).rejects.toMatchObject({ name: 'ReadSideLostError' }),
  );
});

it('says so too when another version had taken it over before', async () => {
  const { book, registry } = await openBench();
  registry.close();
  await takeOverRegistry(book);
  const readSide = createReadSide({ book });
  await eventually(() =>
    expect(readSide.query(JarsByMarbles, {}, soon)).rejects.toMatchObject({ name: 'ReadSideLostError' }),
  );
});

interface ShelfTables {
  books: { id: string; shelf: string; place: number; words: readonly string[] };
}
const { books } = changesOf<ShelfTables>()('books');
const shelves = defineProjection<ShelfTables>({
  name: 'shelves',
  version: 1,
  tables: { books: { key: 'id', indexes: [['shelf', 'place'], 'place', '*words'] } },
}).on(MarblesAdded, ({ data: { jar, count } }) => [
  books(jar, () => ({
    id: jar,
    shelf: count > 5 ? 'high' : 'low',
    place: count,
    words: [`w${count}`, `w${count + 1}`],
  })),
]);

it('reads every kind of stretch as the tables in memory do', async () => {
  const { feed, readSide, project } = await openBench();
  const { memoryView } = await import('../spec/memory-tables.ts');
  const z = await import('zod/mini');
  project([shelves]);
  feed.append(Array.from({ length: 40 }, (_, n) => added(`b${(n * 7) % 40}`, 1 + ((n * 5) % 11))));
  const memory = memoryView(shelves);
  memory.apply(feed.events);
  const inStretch = defineQuery<ShelfTables>()({
    name: 'BooksInStretch',
    view: 'shelves',
    params: z.any(),
    permission: 'shelf.see',
    run: async (tables, range: never) => ({
      rows: await tables.books.range(range),
      count: await tables.books.count(range),
      some: await tables.books.getMany(['b3', 'none', 'b1']),
      one: await tables.books.get('b2'),
    }),
  });
  const stretches = ['shelf+place', 'place', 'words', undefined].flatMap((index) => {
    const compound = index === 'shelf+place';
    const bounds = index === 'words' ? ['w3', 'w7'] : index === undefined ? ['b13', 'b3'] : [3, 7];
    const ends = [{}, { from: bounds[0] }, { to: bounds[1] }, { from: bounds[0], to: bounds[1] }];
    return ends
      .flatMap((end) => [end, { ...end, fromOpen: true }, { ...end, toOpen: true }])
      .flatMap((range) => [range, { ...range, limit: 4 }])
      .flatMap((range) => [range, { ...range, reverse: true }])
      .map((range) => ({ ...(index && { index }), ...(compound && { prefix: ['low'] }), ...range }));
  });
  const all = [...stretches, { index: 'shelf+place', prefix: ['low', 5] }, { index: 'place', prefix: [5] }];
  for (const range of all) {
    const { answer } = await readSide.query(inStretch, range, { atLeast: 40, timeoutMs: 60_000 });
    const expected = await inStretch.run(memory.tables as never, range);
    // In memory a row stands at its first word; IndexedDB says as much, but for the way back.
    const rows = 'reverse' in range && range.index === 'words' ? answer.rows.length : answer.rows;
    const wanted = typeof rows === 'number' ? expected.rows.length : expected.rows;
    expect({ range, ...answer, rows }).toEqual({ range, ...expected, rows: wanted });
  }
});
