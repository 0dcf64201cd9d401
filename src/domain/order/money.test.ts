import { describe, it } from 'vitest';
import { given } from '../../../test/spec/decision.ts';
import { draft, eur, line, openOrder, orderId, paymentId, TEA } from '../../../test/spec/shop.ts';
import { minorUnits } from '../pricing/index.ts';
import { DraftDiscarded, OrderCancelled, PaymentRecorded, RecordPayment } from './index.ts';

const paid = { paymentId: paymentId(1), method: 'card', amount: eur(5) } as const;
const payment = { orderId: orderId(1), ...paid };
const order = openOrder(1, [line(1, TEA, 2)]);

describe('recording a payment', () => {
  it.each([
    ['an open order', order],
    ['a draft, as a deposit', draft(1, [line(1, TEA, 2)])],
    ['a cancelled order', openOrder(1, [line(1, TEA, 2)], OrderCancelled({ reason: 'changed her mind' }))],
  ])('is possible for %s', (_, state) =>
    given(state).when(RecordPayment, payment).then(PaymentRecorded(paid)),
  );

  it('happens once', () =>
    given(order).when(RecordPayment, payment).again().thenRejected('payment-exists', { amount: 500 }));

  it('may exceed what is due: the balance then shows a refund due', () =>
    given(order)
      .when(RecordPayment, { ...payment, amount: eur(100) })
      .then(PaymentRecorded({ ...paid, amount: eur(100) })));

  it('works out the change of cash', () =>
    given(order)
      .when(RecordPayment, { ...payment, method: 'cash', tendered: eur(20), reference: '' })
      .then(PaymentRecorded({ ...paid, method: 'cash', tendered: eur(20), change: eur(15) })));

  it('gives no change for the exact amount', () =>
    given(order)
      .when(RecordPayment, { ...payment, method: 'cash', tendered: eur(5) })
      .then(PaymentRecorded({ ...paid, method: 'cash', tendered: eur(5), change: minorUnits(0) })));

  it('is refused when less cash is handed over', () =>
    given(order)
      .when(RecordPayment, { ...payment, method: 'cash', tendered: eur(4.99) })
      .thenRejected('tendered-too-small', { tendered: 499, amount: 500 }));

  it('is refused when a card hands over cash', () =>
    given(order)
      .when(RecordPayment, { ...payment, tendered: eur(20) })
      .thenRejected('only-cash-is-tendered', { method: 'card' }));

  it('is refused for a draft that was discarded', () =>
    given(draft(1, [], DraftDiscarded({})))
      .when(RecordPayment, payment)
      .thenRejected('draft-discarded'));

  it('is refused for an order that does not exist', () =>
    given().when(RecordPayment, payment).thenRejected('unknown-order'));

  it.each([0, -5, 4.5, Number.NaN])('is no payment of %d', (amount) =>
    given(order)
      .when(RecordPayment, { ...payment, amount })
      .thenMalformed('amount'),
  );
});
