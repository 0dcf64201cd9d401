import { expect, it } from 'vitest';
import type { OrderPage } from '../../../views/order-details/index.ts';
import { amountFormOf } from './amounts.ts';

/** What the form for a credit note begins with, for an order that is worth so much by now. */
const start = (due: number, ...left: number[]): number | null | undefined => {
  const invoices = left.map((of, n) => ({ invoiceId: `${n}`, number: `INV-${1001 + n}`, left: of }));
  const order = { invoices, balance: { due }, currency: 'EUR' } as unknown as OrderPage;
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
