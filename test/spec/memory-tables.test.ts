import { expect, it } from 'vitest';
import { changesOf, defineProjection, on } from '../../src/kernel/index.ts';
import { jars, JarsByMarbles, jarView, MarblesAdded, MarblesTaken } from '../toy/marbles.ts';
import { memoryView } from './memory-tables.ts';
import { fact, project, recorded } from './projection.ts';

interface ShelfTables {
  books: { id: string; shelf: string; place?: number; words: readonly string[] };
}
const { books } = changesOf<ShelfTables>()('books');
const shelves = defineProjection<ShelfTables>({
  name: 'shelves',
  version: 1,
  tables: { books: { key: 'id', indexes: [['shelf', 'place'], '*words'] } },
}).on(MarblesAdded, ({ data }) => [
  books(data.jar, () => ({
    id: data.jar,
    shelf: data.count > 2 ? 'high' : 'low',
    ...(data.count === 9 ? {} : { place: data.count }),
    words: [`w${data.count}`, `w${data.count + 1}`],
  })),
]);

const shelf = (...counts: readonly number[]) => {
  const view = memoryView(shelves);
  view.apply(
    recorded(on(jars, 'x', ...counts.map((count, n) => fact(MarblesAdded, { jar: `b${n}`, count })))),
  );
  return view.tables.books;
};
const ids = (rows: readonly { id: string }[]) => rows.map((row) => row.id);

it('ranges over a compound index within its prefix, with open ends, both ways', async () => {
  const table = shelf(3, 4, 5, 4, 1);
  const high = { index: 'shelf+place', prefix: ['high'] };
  expect(ids(await table.range(high))).toEqual(['b0', 'b1', 'b3', 'b2']);
  expect(ids(await table.range({ ...high, reverse: true, limit: 2 }))).toEqual(['b2', 'b3']);
  expect(ids(await table.range({ ...high, from: 3, fromOpen: true, to: 5, toOpen: true }))).toEqual([
    'b1',
    'b3',
  ]);
  expect(await table.count({ ...high, from: 4 })).toBe(3);
});

it('leaves a row out of an index when it lacks a member, and gives a row of several words once', async () => {
  const table = shelf(9, 1, 2);
  expect(ids(await table.range({ index: 'shelf+place' }))).toEqual(['b1', 'b2']);
  expect(ids(await table.range({ index: 'words', from: 'w2', to: 'w3' }))).toEqual(['b1', 'b2']);
});

it('derives once per row and batch, so that sums are the same in any batches', async () => {
  const { tables } = project(jarView)
    .given(
      on(jars, 'a', MarblesAdded({ jar: 'a', count: 3 }), MarblesTaken({ jar: 'a', count: 1 })),
      on(jars, 'b', MarblesAdded({ jar: 'b', count: 5 })),
    )
    .thenRow('totals', 'all', { marbles: 7 });
  await expect(JarsByMarbles.run(tables as never, { limit: 1 })).resolves.toEqual({
    rows: [{ jar: 'b', marbles: 5 }],
    total: 7,
  });
});

it('does not let a handler change a row in place', () => {
  const vandal = defineProjection<ShelfTables>({ name: 'v', version: 1, tables: shelves.tables as never }).on(
    MarblesAdded,
    ({ data }) => [
      books(data.jar, (row) => {
        if (row) row.shelf = 'gone';
        return row ?? { id: data.jar, shelf: '', words: [] };
      }),
    ],
  );
  const added = fact(MarblesAdded, { jar: 'a', count: 1 });
  expect(() => memoryView(vandal).apply(recorded(on(jars, 'a', added, added)))).toThrow(TypeError);
});
