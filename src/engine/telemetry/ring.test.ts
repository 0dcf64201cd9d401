import { expect, it } from 'vitest';
import { Ring } from './ring.ts';

it('keeps the newest so many, the oldest first', () => {
  const ring = new Ring<number>(3);
  expect(ring.all()).toEqual([]);
  for (const n of [1, 2]) ring.push(n);
  expect(ring.all()).toEqual([1, 2]);
  for (const n of [3, 4, 5, 6, 7]) ring.push(n);
  expect(ring.all()).toEqual([5, 6, 7]);
});
