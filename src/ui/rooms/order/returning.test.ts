import { describe, expect, it } from 'vitest';
import type { OrderPage } from '../../../views/order-details/index.ts';
import { moneyStepOf } from './returning.ts';

type Told = Parameters<typeof moneyStepOf>[0];

const back = { credit: { total: 650 }, standing: 'open' } as OrderPage['returns'][number];

/** An order with one thing sent back, worth 6.50. Minor units. */
const order = (net: number, balance: number, credited = 0): Told =>
  ({
    balance: { net, balance },
    returns: [back],
    credits: credited > 0 ? [{ kind: 'credit', amount: credited }] : [],
  }) as unknown as Told;

describe('what came back is worth something', () => {
  it.each([
    ['comes off the bill of somebody who paid a part', order(500, 800), 'GrantCredit'],
    ['comes off the bill of somebody who paid nothing', order(0, 1_300), 'GrantCredit'],
    ['is given back to somebody who paid all', order(1_300, 0), 'RefundNow'],
    ['is not offered twice', order(650, 0, 650), undefined],
  ] as const)('%s', (_, told, step) => {
    expect(moneyStepOf(told, back)).toBe(step);
  });

  it('is nothing of what never came', () => {
    expect(moneyStepOf(order(1_300, 0), { ...back, standing: 'cancelled' })).toBeUndefined();
  });
});
