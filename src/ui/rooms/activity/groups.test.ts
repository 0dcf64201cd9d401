import { expect, it } from 'vitest';
import { groupsOf } from './groups.ts';

const entry = (position: number, orderId: string, group?: string) => ({
  ...{ key: String(position), position, orderId },
  ...(group !== undefined && { group }),
});

it('offers what was done to several things in one go at the newest of them', () => {
  const groups = groupsOf([
    entry(9, 'a', 'go'),
    entry(8, 'b'),
    entry(7, 'b', 'go'),
    entry(6, 'c', 'other'),
    entry(5, 'c', 'other'),
    entry(4, 'd'),
  ]);
  expect([...groups]).toEqual([['9', { correlationId: 'go', positions: [9, 7] }]]);
});
