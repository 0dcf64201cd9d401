import { describe, expect, it } from 'vitest';
import { CurrencyCode, Discount, TaxRate } from '../../../domain/pricing/index.ts';
import { priceTyped, problemOf, type Terms } from './pricing.ts';
import { shortages } from './stock.ts';
import { emptyOrder, type TypedLine } from './typed-order.ts';

const terms: Terms = {
  currency: CurrencyCode.parse('EUR'),
  taxMode: 'inclusive',
  rounding: 'perLine',
  shippingRate: TaxRate.parse(0),
  productRate: TaxRate.parse(0),
};
const line = (more: Partial<TypedLine> = {}): TypedLine => ({
  ...{ lineId: 'a', productId: 'p', name: 'Jar', unit: 'pcs', taxRate: TaxRate.parse(0) },
  ...{ quantity: 2_000, unitPrice: 50_000 },
  ...more,
});
const off = (amount: number) => Discount.parse({ kind: 'amount', amount });

describe('the totals of a form', () => {
  it('leave a line out while it can not be read', () => {
    const order = { ...emptyOrder, lines: [line(), line({ lineId: 'b', quantity: null })], shipping: 300 };
    expect(priceTyped(order, terms).totals).toMatchObject({ subtotal: 1_000, total: 1_300 });
  });

  it('stand while a discount that is too large is typed, and name it', () => {
    const { totals, refusal } = priceTyped({ ...emptyOrder, lines: [line()], discount: off(1_001) }, terms);
    expect(totals.total).toBe(0);
    expect(refusal?.code).toBe('order-discount-exceeds-subtotal');
  });
});

it('says what a line lacks', () => {
  expect(problemOf(line(), terms.currency)).toBeUndefined();
  expect(problemOf(line({ quantity: 0 }), terms.currency)).toBe('quantity-needed');
  expect(problemOf(line({ unitPrice: null }), terms.currency)).toBe('price-needed');
  expect(problemOf(line({ discount: off(1_001) }), terms.currency)).toBe('discount-exceeds-line');
});

describe('stock for the lines of a form', () => {
  it('goes to the lines in order, and what is short is told per line', () => {
    const lines = [line({ quantity: 2_000 }), line({ lineId: 'b', quantity: 2_000 })];
    const found = shortages(lines, [{ productId: 'p' as never, available: 3_000, policy: 'warn' }]);
    expect([...found]).toEqual([['b', { available: 1_000, short: 1_000, blocks: false }]]);
  });

  it('is none below zero, and says when the product is not sold beyond it', () => {
    const found = shortages([line()], [{ productId: 'p' as never, available: -5_000, policy: 'block' }]);
    expect(found.get('a')).toEqual({ available: 0, short: 2_000, blocks: true });
  });

  it.each(['allow', 'uncounted'] as const)('is not asked for where the policy is to %s', (policy) => {
    expect(shortages([line()], [{ productId: 'p' as never, available: 0, policy }]).size).toBe(0);
  });
});
