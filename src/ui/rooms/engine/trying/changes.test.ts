import { expect, it } from 'vitest';
import { changesOf } from './changes.ts';

it('tells member by member what would be otherwise in each list, and how many rows more', () => {
  const many = Array.from({ length: 14 }, (_, n) => ({
    ...{ view: 'stock', table: 'levels', key: String(n) },
    before: { id: String(n), onHand: 1 },
    after: { id: String(n), onHand: 2 },
  }));
  const [orders, stock] = changesOf([
    {
      view: 'orders',
      table: 'rows',
      key: 'a',
      before: { id: 'a', tags: ['x'], due: 5 },
      after: { id: 'a', tags: [], due: 5 },
    },
    { view: 'orders', table: 'rows', key: 'b', after: { id: 'b' } },
    ...many,
    { view: 'orders', table: 'rows', key: 'c', before: { id: 'c' } },
  ]);
  expect(
    orders?.changes.map(({ row, kind, member, before, after }) => [row, kind, member, before, after]),
  ).toEqual([
    ['rows a', 'changed', 'tags', '["x"]', '[]'],
    ['rows b', 'new', 'id', undefined, 'b'],
    ['rows c', 'gone', 'id', 'c', undefined],
  ]);
  expect(orders?.more).toBe(0);
  expect([stock?.changes.length, stock?.more]).toEqual([12, 2]);
});
