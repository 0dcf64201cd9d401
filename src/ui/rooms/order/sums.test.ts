import { describe, expect, it } from 'vitest';
import {
  balance,
  CurrencyCode,
  Discount,
  minorUnits,
  NonNegativeMinorUnits,
  priceOrder,
  Quantity,
  TaxRate,
  UnitPrice,
  type PricedOrder,
  type TaxMode,
} from '../../../domain/pricing/index.ts';
import { sumsOf } from './sums.ts';

const half = Discount.parse({ kind: 'percent', rate: 50_000 });

const priced = (taxMode: TaxMode, quantity = 2_000): PricedOrder => {
  const line = { unitPrice: UnitPrice.parse(100_000), taxRate: TaxRate.parse(20_000) };
  const order = priceOrder({
    currency: CurrencyCode.parse('EUR'),
    taxMode,
    rounding: 'perLine',
    lines: [
      { ...line, lineId: 'a', quantity: Quantity.parse(quantity), discount: half },
      { ...line, lineId: 'b', quantity: Quantity.parse(quantity) },
    ],
    orderDiscount: Discount.parse({ kind: 'percent', rate: 10_000 }),
    ...(quantity > 0 && {
      shipping: { amount: NonNegativeMinorUnits.parse(500), taxRate: TaxRate.parse(20_000) },
    }),
  });
  if (!order.ok) throw new Error(order.error.code);
  return order.value;
};

const owedOf = (totals: PricedOrder, paid: number, credited = 0, rounded = 0) => {
  const none = minorUnits(0);
  return balance({
    ...{ total: totals.total, payments: minorUnits(paid) },
    ...{ credits: minorUnits(credited), refunds: none, cashRounding: minorUnits(rounded) },
  });
};

/** Walks the steps: each result is what the steps above it come to. */
const walk = (sums: ReturnType<typeof sumsOf>) => {
  let sum = 0;
  return sums.flatMap(({ id, kind, amount }) => {
    if (kind === 'step') sum += amount;
    return kind === 'result' ? [[id, amount, sum]] : [];
  });
};

describe('the totals of an order as printed', () => {
  it.each(['inclusive', 'exclusive'] as const)('add up step by step, prices %s of tax', (taxMode) => {
    const totals = priced(taxMode);
    const sums = sumsOf({ totals, taxMode, balance: owedOf(totals, 700, 300, -2), lifecycle: 'open' });
    for (const [, amount, sum] of walk(sums)) expect(amount).toBe(sum);
    expect(sums.map(({ id }) => id)).toEqual(expect.arrayContaining(['credited', 'rounded', 'paid']));
  });

  it('show what was agreed, taken back whole, once the order is cancelled, and what is to be refunded', () => {
    const agreed = priced('inclusive');
    const totals = priced('inclusive', 0);
    const sums = sumsOf({
      ...{ totals, agreed, taxMode: 'inclusive', lifecycle: 'cancelled' },
      balance: owedOf(totals, 700),
    });
    expect(sums.find(({ id }) => id === 'cancelled')?.amount).toBe(0 - agreed.total);
    expect(sums.at(-1)).toMatchObject({ name: 'To refund', amount: 700 });
  });

  it('show what a discarded draft came to, and nothing to pay', () => {
    const agreed = priced('inclusive');
    const totals = priced('inclusive', 0);
    const sums = sumsOf({
      ...{ totals, agreed, taxMode: 'inclusive', lifecycle: 'discarded' },
      balance: owedOf(totals, 0),
    });
    expect(sums.findLast(({ kind }) => kind === 'result')).toMatchObject({
      id: 'total',
      amount: agreed.total,
    });
  });
});
