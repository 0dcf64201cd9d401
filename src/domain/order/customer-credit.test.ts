import { fc } from '../../../test/spec/fc.ts';
import { describe, expect, it } from 'vitest';
import { on, type NewEvent } from '../../kernel/index.ts';
import { given } from '../../../test/spec/decision.ts';
import { ANNA, customerId, draft, eur, line, openOrder, orderId } from '../../../test/spec/shop.ts';
import { creditId, paymentId, refundId, TEA } from '../../../test/spec/shop.ts';
import { draftFor, id } from '../../../test/spec/stall.ts';
import { tradingHistory } from '../../../test/spec/trading.ts';
import {
  amount,
  deeds,
  few,
  fresh,
  method,
  order,
  reason,
  spendCredit,
  type Deed,
} from '../../../test/spec/trading-deeds.ts';
import type { MinorUnits } from '../pricing/index.ts';
import {
  balanceOf,
  creditOn,
  CustomerAssigned,
  isVoidable,
  OrderCancelled,
  orders,
  PaymentRecorded,
  PaymentVoided,
  PayRefund,
  RecordPayment,
  RefundNow,
  RefundPaid,
  SpendCredit,
  VoidPayment,
  type OrderState,
} from './index.ts';

// Two tins of tea: 9.00.
const lines = [line(1, TEA, 2)];
const theirs = CustomerAssigned({ customerId: ANNA, name: 'Anna Berg' });
const card = PaymentRecorded({ paymentId: paymentId(1), method: 'card', amount: eur(9) });
const off = OrderCancelled({ reason: 'sold out' });

/** Paid and cancelled: 9.00 of credit. The order to be paid with it comes to 9.00 too. */
const paidAndOff = openOrder(1, lines, theirs, card, off);
const unpaid = openOrder(2, lines, theirs);
const source = { orderId: orderId(1), refundId: refundId(7), paymentId: paymentId(7), amount: eur(4) };
const asked = { orderId: orderId(2), from: [source] };

const given4 = RefundPaid({
  ...{ refundId: refundId(7), method: 'credit', amount: eur(4), reason: 'Spent on A-1002' },
  ...{ reference: 'A-1002', spentOn: orderId(2) },
});
const taken4 = PaymentRecorded({
  ...{ paymentId: paymentId(7), method: 'credit', amount: eur(4) },
  ...{ reference: 'A-1001', creditOf: orderId(1) },
});

describe('credit of a cancelled order', () => {
  it('pays for another order of the same customer: a refund there is a payment here', () =>
    given(paidAndOff, unpaid)
      .when(SpendCredit, asked)
      .then(on(orders, orderId(1), given4), on(orders, orderId(2), taken4)));

  it('is put down on a draft as well', () =>
    given(paidAndOff, draft(2, lines, theirs))
      .when(SpendCredit, asked)
      .then(
        on(
          orders,
          orderId(1),
          RefundPaid({
            ...{ refundId: refundId(7), method: 'credit', amount: eur(4), reason: 'Spent on a draft' },
            spentOn: orderId(2),
          }),
        ),
        on(orders, orderId(2), taken4),
      ));

  it('is spent once', () =>
    given(paidAndOff, unpaid)
      .when(SpendCredit, { ...asked, from: [{ ...source, amount: eur(9) }] })
      .again()
      .thenRejected('more-than-owed', { amount: 900, owed: 0 }));

  it('is no more than what was paid', () =>
    given(openOrder(1, lines, theirs, PaymentRecorded({ ...card.data, amount: eur(2) }), off), unpaid)
      .when(SpendCredit, asked)
      .thenRejected('more-than-credit', { number: 'A-1001', amount: 400, credit: 200 }));

  it('of two orders pays together, and no more than is owed', async () => {
    const other = openOrder(3, lines, theirs, card, off);
    const second = { ...source, orderId: orderId(3), paymentId: paymentId(8), amount: eur(5) };
    const [refund, payment] = [
      { ...given4.data, amount: eur(5) },
      { ...taken4.data, paymentId: paymentId(8), amount: eur(5), reference: 'A-1003', creditOf: orderId(3) },
    ];
    await given(paidAndOff, other, unpaid)
      .when(SpendCredit, { ...asked, from: [source, second] })
      .then(
        on(orders, orderId(1), given4),
        on(orders, orderId(3), RefundPaid(refund)),
        on(orders, orderId(2), taken4, PaymentRecorded(payment)),
      );
    await given(paidAndOff, other, unpaid)
      .when(SpendCredit, { ...asked, from: [{ ...source, amount: eur(5) }, second] })
      .thenRejected('more-than-owed', { amount: 1000, owed: 900 });
  });
});

describe('credit is refused', () => {
  const bobs = CustomerAssigned({ customerId: customerId(2), name: 'Bob' });
  it.each([
    ['of another customer', paidAndOff, openOrder(2, lines, bobs), 'not-their-credit'],
    ['to nobody in particular', openOrder(1, lines, card, off), openOrder(2, lines), 'not-their-credit'],
    ['of an order that owes nothing', openOrder(1, lines, theirs, card), unpaid, 'more-than-credit'],
    ['of a draft, whose deposit waits for it', draft(1, lines, theirs, card), unpaid, 'more-than-credit'],
  ])('%s', (_, from, to, code) => given(from, to).when(SpendCredit, asked).thenRejected(code));

  it('of an order that is not there, and on one', async () => {
    await given(unpaid)
      .when(SpendCredit, asked)
      .thenRejected('unknown-order', { orderId: orderId(1) });
    await given(paidAndOff)
      .when(SpendCredit, asked)
      .thenRejected('unknown-order', { orderId: orderId(2) });
  });

  it('that stands there twice', () =>
    given(paidAndOff, unpaid)
      .when(SpendCredit, { ...asked, from: [source, { ...source, paymentId: paymentId(8) }] })
      .thenMalformed('from'));

  it('to be made up by hand', async () => {
    const money = { orderId: orderId(2), method: 'credit', amount: eur(4) };
    const refund = { ...money, refundId: refundId(1), reason: 'So' };
    await given(unpaid)
      .when(RecordPayment, { ...money, paymentId: paymentId(1) })
      .thenMalformed('method');
    await given(unpaid).when(PayRefund, refund).thenMalformed('method');
    await given(unpaid)
      .when(RefundNow, { ...refund, creditId: creditId(1) })
      .thenMalformed('method');
  });
});

describe('a payment by credit that never was', () => {
  const spentOn2 = openOrder(2, lines, theirs, taken4);
  const spentOf1 = openOrder(1, lines, theirs, card, off, given4);
  const void4 = { orderId: orderId(2), paymentId: paymentId(7), reason: 'Wrong order' };
  const back = { paymentId: paymentId(7), method: 'credit', amount: eur(4), reference: 'A-1002' } as const;

  it('leaves the credit where it was', () =>
    given(spentOf1, spentOn2)
      .when(VoidPayment, void4)
      .then(
        on(
          orders,
          orderId(2),
          PaymentVoided({
            ...{ paymentId: paymentId(7), method: 'credit', amount: eur(4), reason: 'Wrong order' },
          }),
        ),
        on(orders, orderId(1), PaymentRecorded(back)),
      ));

  it('can not be undone by voiding the credit that came back', () => {
    const returned: NewEvent = PaymentRecorded(back);
    return given(openOrder(1, lines, theirs, card, off, given4, returned), spentOn2)
      .when(VoidPayment, { ...void4, orderId: orderId(1) })
      .thenRejected('credit-came-back', { amount: 400 });
  });
});

/** Three orders of one customer, on which money goes back and forth. */
const spending = fc
  .array(
    fc.oneof(
      deeds('RecordPayment', 4, fc.record({ orderId: order, paymentId: fresh, amount, method })),
      deeds('CancelOrder', 2, fc.record({ orderId: order, reason })),
      deeds('ReopenOrder', 1, fc.record({ orderId: order, reason })),
      deeds('GrantCredit', 2, fc.record({ orderId: order, creditId: fresh, amount, reason })),
      deeds('PayRefund', 1, fc.record({ orderId: order, refundId: fresh, amount, method, reason })),
      deeds('SpendCredit', 8, spendCredit),
      deeds('VoidPayment', 3, fc.record({ orderId: order, paymentId: few, reason })),
    ),
    { minLength: 10, maxLength: 30 },
  )
  .map((done): readonly Deed[] => [
    ...[21, 22, 23].flatMap((n) =>
      [
        { type: 'CreateDraft', payload: draftFor(id(n)) },
        { type: 'SubmitOrder', payload: { orderId: id(n) } },
      ].map((deed) => ({ ...deed, occurredAt: '2026-11-01T09:00:00.000Z' })),
    ),
    ...done,
  ]);

it('keeps all money whatever becomes of orders: credit only goes from one to another', async () => {
  let spent = 0;
  await fc.assert(
    fc.asyncProperty(spending, async (deeds) => {
      const states = new Map<string, OrderState>();
      for (const event of await tradingHistory(deeds))
        if (event.stream.startsWith(orders.stream('')))
          states.set(event.stream, orders.evolve(states.get(event.stream) ?? orders.initial, event));
      const of = [...states.values()];
      const sum = (amounts: readonly (readonly number[])[]) => amounts.flat().reduce((one, n) => one + n, 0);
      const byCredit = (moves: readonly { readonly method: string; readonly amount: number }[]) =>
        moves.filter(({ method }) => method === 'credit').map(({ amount }) => amount);
      const taken = sum(of.map(({ payments }) => byCredit(payments.filter(({ voided }) => !voided))));
      expect(taken).toBe(sum(of.map(({ refunds }) => byCredit(refunds))));
      spent += taken;
      for (const state of of) {
        const credit: MinorUnits = creditOn({ ...balanceOf(state), agreed: state.agreed !== undefined });
        expect(credit).toBeLessThanOrEqual(Math.max(0, balanceOf(state).net));
        for (const payment of state.payments)
          if (isVoidable(payment, balanceOf(state).net)) expect(payment.voided).toBe(false);
      }
    }),
    { numRuns: 100 },
  );
  expect(spent, 'histories in which credit is spent').toBeGreaterThan(0);
});
