import { expect, it } from 'vitest';
import { creditIn, sharesOf } from './credit.ts';

const credits = [
  { id: 'one', credit: 300 },
  { id: 'two', credit: 500 },
];

it('takes the oldest credit first, and of the last no more than is needed', () => {
  expect(creditIn(credits)).toBe(800);
  expect(sharesOf(credits, 200)).toEqual([{ orderId: 'one', amount: 200 }]);
  expect(sharesOf(credits, 450)).toEqual([
    { orderId: 'one', amount: 300 },
    { orderId: 'two', amount: 150 },
  ]);
  expect(sharesOf([], 200)).toEqual([]);
});
