import { describe, expect, it } from 'vitest';
import { recorded } from '../../../test/spec/projection.ts';
import {
  ANNA,
  creditId,
  eur,
  line,
  openOrder,
  orderId,
  paymentId,
  refundId,
  TEA,
} from '../../../test/spec/shop.ts';
import type { NewEvent } from '../../kernel/index.ts';
import type { PaymentStatus } from '../pricing/index.ts';
import {
  CreditGranted,
  CustomerAssigned,
  OrderCancelled,
  orders,
  PaymentRecorded,
  paymentStatusOf,
  RefundPaid,
} from './index.ts';

// Two tins of tea: 9.00, paid by card. What is credited of them pays for another order.
const lines = [line(1, TEA, 2)];
const theirs = CustomerAssigned({ customerId: ANNA, name: 'Anna Berg' });
const card = PaymentRecorded({ paymentId: paymentId(1), method: 'card', amount: eur(9) });
const off = OrderCancelled({ reason: 'sold out' });
const less = CreditGranted({ creditId: creditId(1), amount: eur(4), reason: 'Dented' });
const spent = (n: number, amount: number) =>
  RefundPaid({
    ...{ refundId: refundId(n), method: 'credit', amount: eur(amount), reason: 'Spent on A-1002' },
    ...{ reference: 'A-1002', spentOn: orderId(2) },
  });
const back = PaymentRecorded({
  paymentId: paymentId(7),
  method: 'credit',
  amount: eur(4),
  reference: 'A-1002',
});
const cash = (amount: number) =>
  RefundPaid({ refundId: refundId(9), method: 'cash', amount: eur(amount), reason: 'So' });

const statusOf = (events: readonly NewEvent[]) =>
  paymentStatusOf(
    recorded(openOrder(1, lines, theirs, ...events)).reduce(
      (state, event) => orders.evolve(state, event),
      orders.initial,
    ),
  );

describe('an order whose credit is spent on another was not refunded', () => {
  it.each<[string, readonly NewEvent[], PaymentStatus]>([
    ['while it is kept, money is due back', [card, less], 'refund-due'],
    ['part of it was credited', [card, less, spent(7, 4)], 'paid'],
    ['too much was paid', [PaymentRecorded({ ...card.data, amount: eur(13) }), spent(7, 4)], 'paid'],
    ['it came back and was spent again', [card, less, spent(7, 4), back, spent(8, 4)], 'paid'],
    ['it came back and is kept', [card, less, spent(7, 4), back], 'refund-due'],
    ['it is off, and all of it was spent', [card, off, spent(7, 9)], 'credited'],
    ['it is off, and part of it was paid out', [card, off, spent(7, 4), cash(5)], 'partly-refunded'],
    ['it came back, and all was paid out', [card, off, spent(7, 4), back, cash(9)], 'refunded'],
  ])('%s', (_, events, status) => {
    expect(statusOf(events)).toBe(status);
  });
});
