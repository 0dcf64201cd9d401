import type { OwnStub } from '../orders/own-stubs.svelte.ts';
import { priceTyped, type Terms } from './pricing.ts';
import type { TypedOrder } from './typed-order.ts';

/** The stub of an order that was written just now; `at` is an ISO instant. */
export const stubOf = (id: string, order: TypedOrder, terms: Terms, at: string): OwnStub => ({
  id,
  customer: order.customer,
  firstLine: order.lines[0]?.name,
  lineCount: order.lines.length,
  total: priceTyped(order, terms).totals.total,
  currency: terms.currency,
  at,
});
