import { describe, expect, it } from 'vitest';
import { on, type Decided } from '../../kernel/index.ts';
import { given } from '../../../test/spec/decision.ts';
import { recorded } from '../../../test/spec/projection.ts';
import {
  creditId,
  draft,
  eur,
  line,
  openOrder,
  orderId,
  paymentId,
  refundId,
  TEA,
} from '../../../test/spec/shop.ts';
import {
  balanceOf,
  CreditGranted,
  DiscardDraft,
  DraftDiscarded,
  GrantCredit,
  OrderCancelled,
  orders,
  PaymentRecorded,
  PaymentVoided,
  paymentStatusOf,
  PayRefund,
  RefundNow,
  RefundPaid,
  VoidPayment,
  WriteOff,
  WrittenOff,
} from './index.ts';

// Two tins of tea: 9.00.
const lines = [line(1, TEA, 2)];
const ORDER = { orderId: orderId(1) };
const paid = PaymentRecorded({ paymentId: paymentId(1), method: 'card', amount: eur(9) });
const voided = { paymentId: paymentId(1), method: 'card', amount: eur(9), reason: 'bounced' } as const;
const credit = { creditId: creditId(1), amount: eur(2), reason: 'a dent' };
const refund = { refundId: refundId(1), method: 'card', amount: eur(2), reason: 'a dent' } as const;
const paidOrder = openOrder(1, lines, paid);
const off = OrderCancelled({ reason: 'sold out' });

const after = (...facts: readonly Decided[]) => {
  const state = recorded(...facts).reduce((before, event) => orders.evolve(before, event), orders.initial);
  return { ...balanceOf(state), status: paymentStatusOf(state) };
};

describe('voiding a payment', () => {
  const asked = { ...ORDER, paymentId: paymentId(1), reason: 'bounced' };

  it.each([
    ['an open order', paidOrder],
    ['a draft', draft(1, lines, paid)],
    ['a cancelled order', openOrder(1, lines, paid, off)],
  ])('is possible for %s', (_, state) => given(state).when(VoidPayment, asked).then(PaymentVoided(voided)));

  it('leaves what was owed before it', () => {
    expect(after(openOrder(1, lines, paid, PaymentVoided(voided)))).toMatchObject({
      net: 0,
      balance: 900,
      status: 'unpaid',
    });
  });

  it('happens once', () =>
    given(paidOrder).when(VoidPayment, asked).again().thenRejected('payment-voided', { amount: 900 }));

  it('is refused once part of it was given back', () =>
    given(openOrder(1, lines, paid, RefundPaid(refund)))
      .when(VoidPayment, asked)
      .thenRejected('payment-refunded', { amount: 900, net: 700 }));

  it('is refused for a payment that the order does not have', () =>
    given(openOrder(1, lines))
      .when(VoidPayment, asked)
      .thenRejected('unknown-payment', {
        paymentId: paymentId(1),
      }));

  it('is refused for an order that does not exist', () =>
    given().when(VoidPayment, asked).thenRejected('unknown-order'));

  it('needs a reason', () =>
    given(paidOrder)
      .when(VoidPayment, { ...asked, reason: ' ' })
      .thenMalformed('reason'));
});

describe('granting a credit', () => {
  const asked = { ...ORDER, ...credit };

  it('lessens what is due; what was paid too much shows as a refund due', async () => {
    await given(paidOrder).when(GrantCredit, asked).then(CreditGranted(credit));
    expect(after(openOrder(1, lines, paid, CreditGranted(credit)))).toEqual({
      due: 700,
      net: 900,
      balance: -200,
      status: 'refund-due',
    });
  });

  it('happens once', () =>
    given(paidOrder).when(GrantCredit, asked).again().thenRejected('credit-exists', { amount: 200 }));

  it('may be all that is due, and no more', async () => {
    const all = { ...asked, amount: eur(9) };
    await given(paidOrder)
      .when(GrantCredit, all)
      .then(CreditGranted({ ...credit, amount: eur(9) }));
    await given(openOrder(1, lines, CreditGranted(credit)))
      .when(GrantCredit, { ...all, creditId: creditId(2) })
      .thenRejected('credit-exceeds-due', { amount: 900, due: 700 });
  });

  it.each([
    ['a draft', draft(1, lines), 'not-open'],
    ['a cancelled order', openOrder(1, lines, off), 'not-open'],
    ['no order', undefined, 'unknown-order'],
  ])('is refused for %s', (_, state, code) =>
    given(...(state ? [state] : []))
      .when(GrantCredit, asked)
      .thenRejected(code),
  );

  it('is owed to nobody once the goods are off: what was paid is', () => {
    const part = PaymentRecorded({ paymentId: paymentId(1), method: 'card', amount: eur(7) });
    expect(after(openOrder(1, lines, CreditGranted(credit), part, off))).toEqual({
      due: 0,
      net: 700,
      balance: -700,
      status: 'refund-due',
    });
  });
});

describe('paying a refund', () => {
  const asked = { ...ORDER, ...refund, reference: ' R7 ' };
  const told = RefundPaid({ ...refund, reference: 'R7' });

  it.each([
    ['an open order', paidOrder],
    ['a draft with a deposit', draft(1, lines, paid)],
    ['a cancelled order', openOrder(1, lines, paid, off)],
  ])('is possible for %s', (_, state) => given(state).when(PayRefund, asked).then(told));

  it('happens once', () =>
    given(paidOrder).when(PayRefund, asked).again().thenRejected('refund-exists', { amount: 200 }));

  it('never exceeds what was paid', () =>
    given(openOrder(1, lines, paid, RefundPaid({ ...refund, refundId: refundId(2) })))
      .when(PayRefund, { ...asked, amount: eur(7.01) })
      .thenRejected('refund-exceeds-net', { amount: 701, net: 700 }));

  it('does not give back what was void', () =>
    given(openOrder(1, lines, paid, PaymentVoided(voided)))
      .when(PayRefund, asked)
      .thenRejected('refund-exceeds-net', { amount: 200, net: 0 }));

  it('is refused for an order that does not exist', () =>
    given().when(PayRefund, asked).thenRejected('unknown-order'));
});

describe('refunding now', () => {
  const asked = { ...ORDER, ...refund, creditId: creditId(1) };

  it('grants the credit and pays it out in one commit', async () => {
    await given(paidOrder).when(RefundNow, asked).then(CreditGranted(credit), RefundPaid(refund));
    expect(after(openOrder(1, lines, paid, CreditGranted(credit), RefundPaid(refund)))).toEqual({
      due: 700,
      net: 700,
      balance: 0,
      status: 'partly-refunded',
    });
  });

  it('happens once', () => given(paidOrder).when(RefundNow, asked).again().thenRejected('credit-exists'));

  it('does neither when one of them is refused', async () => {
    await given(openOrder(1, lines)).when(RefundNow, asked).thenRejected('refund-exceeds-net', { net: 0 });
    await given(paidOrder)
      .when(RefundNow, { ...asked, amount: eur(9.01) })
      .thenRejected('credit-exceeds-due', { due: 900 });
    await given(openOrder(1, lines, paid, RefundPaid({ ...refund, amount: eur(1) })))
      .when(RefundNow, asked)
      .thenRejected('refund-exists');
    await given(openOrder(1, lines, paid, off))
      .when(RefundNow, asked)
      .thenRejected('not-open');
    await given().when(RefundNow, asked).thenRejected('unknown-order');
  });
});

describe('writing off', () => {
  const asked = { ...ORDER, creditId: creditId(1), reason: 'moved away' };
  const most = PaymentRecorded({ paymentId: paymentId(2), method: 'card', amount: eur(8) });

  it('takes the whole balance when no amount is named', async () => {
    const told = WrittenOff({ creditId: creditId(1), amount: eur(1), reason: 'moved away' });
    await given(openOrder(1, lines, most))
      .when(WriteOff, asked)
      .then(told);
    expect(after(openOrder(1, lines, most, told))).toMatchObject({ due: 800, balance: 0, status: 'paid' });
  });

  it('takes part of it, and no more than it', async () => {
    await given(openOrder(1, lines))
      .when(WriteOff, { ...asked, amount: eur(4) })
      .then(WrittenOff({ creditId: creditId(1), amount: eur(4), reason: 'moved away' }));
    await given(openOrder(1, lines, most))
      .when(WriteOff, { ...asked, amount: eur(1.01) })
      .thenRejected('write-off-exceeds-balance', { amount: 101, balance: 100 });
  });

  it('happens once', () =>
    given(openOrder(1, lines)).when(WriteOff, asked).again().thenRejected('credit-exists'));

  it('is refused when nothing is owed', () =>
    given(paidOrder).when(WriteOff, asked).thenRejected('nothing-to-write-off', { balance: 0 }));

  it.each([
    ['a draft', draft(1, lines), 'not-open'],
    ['a cancelled order', openOrder(1, lines, off), 'not-open'],
    ['no order', undefined, 'unknown-order'],
  ])('is refused for %s', (_, state, code) =>
    given(...(state ? [state] : []))
      .when(WriteOff, asked)
      .thenRejected(code),
  );
});

describe('a draft with a deposit', () => {
  it('cannot be discarded until the money is back', async () => {
    await given(draft(1, lines, paid))
      .when(DiscardDraft, ORDER)
      .thenRejected('draft-has-payments', { paid: 900 });
    await given(draft(1, lines, paid, PaymentVoided(voided)))
      .when(DiscardDraft, ORDER)
      .then(on(orders, orderId(1), DraftDiscarded({})));
    await given(draft(1, lines, paid, RefundPaid({ ...refund, amount: eur(9) })))
      .when(DiscardDraft, ORDER)
      .then(DraftDiscarded({}));
  });
});
