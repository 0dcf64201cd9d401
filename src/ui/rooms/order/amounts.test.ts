import { describe, expect, it } from 'vitest';
import type { OrderPage } from '../../../views/order-details/index.ts';
import { amountFormOf } from './amounts.ts';

/** What the form for a credit note begins with, for an order that is worth so much by now. */
const start = (due: number, ...left: number[]): number | null | undefined => {
  const invoices = left.map((of, n) => ({ invoiceId: `${n}`, number: `INV-${1001 + n}`, left: of }));
  const order = { invoices, returns: [], balance: { due }, currency: 'EUR' } as unknown as OrderPage;
  return amountFormOf(order, { step: 'IssueCreditNote' })?.start;
};

it('proposes for a credit note what the invoices say more than the order is worth by now', () => {
  expect(start(2_775, 3_411)).toBe(636);
  expect(start(2_775, 1_000, 2_411)).toBe(636);
});

it('proposes all that is left of the last invoice where it says no more, or none of it stands', () => {
  expect(start(3_411, 3_411)).toBe(3_411);
  expect(start(0, 3_411)).toBe(3_411);
  expect(start(0, 1_000, 2_411)).toBe(2_411);
});

describe('what came back', () => {
  const ids = ['1', '2'] as const;
  const entered = (amount: number) => ({ amount, reason: 'Bent', method: 'card', ids });
  const lines = [{ lineId: 'a', quantity: 1_000 }];
  const order = {
    invoices: [{ invoiceId: '0', number: 'INV-1001', left: 3_000, back: { lines, total: 650 } }],
    lines: [{ lineId: 'a', name: 'Tea', unit: 'tin' }],
    returns: [{ returnId: 'r', reason: 'Bent', received: lines, credit: { total: 650 } }],
    ...{ balance: { due: 2_350, net: 3_000, balance: -650 }, currency: 'EUR' },
  } as unknown as OrderPage;

  it('is named line by line on the credit note over its very worth', () => {
    const form = amountFormOf(order, { step: 'IssueCreditNote' });
    expect(form).toMatchObject({ start: 650, reason: 'Bent' });
    expect(form?.note?.(650)).toMatch(/^For what came back: 1\s*tin Tea$/);
    expect(form?.payload(entered(650))).toMatchObject({ lines });
    expect(form?.note?.(600)).toBeUndefined();
    expect(form?.payload(entered(600))).toMatchObject({ amount: 600 });
    expect(form?.payload(entered(3_000))).not.toHaveProperty('amount');
    expect(form?.payload(entered(3_000))).not.toHaveProperty('lines');
  });

  it.each(['GrantCredit', 'RefundNow'] as const)('is what %s is for, where it was asked for it', (step) => {
    const form = amountFormOf(order, { step, subject: 'r' });
    expect(form).toMatchObject({ start: 650, reason: 'Bent' });
    expect(form?.payload(entered(650))).toMatchObject({ returnId: 'r' });
    expect(amountFormOf(order, { step })?.payload(entered(650))).toMatchObject({ returnId: undefined });
  });
});
