import { describe, expect, it } from 'vitest';
import { on, type Decided } from '../../kernel/index.ts';
import { given } from '../../../test/spec/decision.ts';
import { recorded } from '../../../test/spec/projection.ts';
import { agreed, line, orderId, paymentId, price, refundId, tax, TEA } from '../../../test/spec/shop.ts';
import { BOOK_ID, BookOpened, books, defaultBook } from '../book/index.ts';
import { CashStep, CurrencyCode, minorUnits, PositiveMinorUnits } from '../pricing/index.ts';
import {
  balanceOf,
  CashRounded,
  OrderCancelled,
  orders,
  OrderSubmitted,
  PaymentRecorded,
  PaymentVoided,
  paymentStatusOf,
  PayRefund,
  RecordPayment,
  RefundPaid,
  VoidPayment,
} from './index.ts';

const PAY = { orderId: orderId(1), paymentId: paymentId(1), method: 'cash' } as const;
const BACK = { orderId: orderId(1), refundId: refundId(1), method: 'cash', reason: 'sold out' } as const;
const minor = (amount: number) => PositiveMinorUnits.parse(amount);
const roundedBy = (amount: number, cause: typeof PAY.paymentId | typeof BACK.refundId = PAY.paymentId) =>
  CashRounded({ amount: minorUnits(amount), cause });

/** An open order of that many minor units, in a book whose smallest coin is `step`. */
const owing = (code: string, digits: number, total: number, step?: number): readonly Decided[] => {
  const currency = CurrencyCode.parse(code);
  const lines = [line(1, TEA, 1, { unitPrice: price(total / 10 ** digits), taxRate: tax(0) })];
  const settings = { ...defaultBook, currency, ...(step && { cashStep: CashStep.parse(step) }) };
  const { totals, ...rest } = agreed(1, lines);
  const all = { ...totals, subtotal: total, total };
  const one = { lineId: line(1, TEA, 1).lineId, gross: total, net: total, total };
  const told = OrderSubmitted.schema.parse({
    ...rest,
    currency,
    totals: {
      ...all,
      lines: [{ ...one, discount: 0, orderDiscountShare: 0, tax: 0 }],
      taxByRate: [{ rate: 0, net: total, tax: 0, gross: total }],
      taxTotal: 0,
    },
  });
  return [on(books, BOOK_ID, BookOpened(settings)), on(orders, orderId(1), OrderSubmitted(told))];
};

const since = (facts: readonly Decided[], ...events: Parameters<typeof on>[2][]): readonly Decided[] => [
  ...facts,
  on(orders, orderId(1), ...events),
];

const after = (facts: readonly Decided[]) => {
  const state = recorded(...facts)
    .filter(({ stream }) => stream.startsWith('order-'))
    .reduce((before, event) => orders.evolve(before, event), orders.initial);
  return { ...balanceOf(state), status: paymentStatusOf(state) };
};

const { orderId: _, ...cash } = PAY;
const paid = (amount: number, tenderedAs = {}) =>
  PaymentRecorded({ ...cash, amount: minor(amount), ...tenderedAs });
const { orderId: __, ...back } = BACK;
const refunded = (amount: number) => RefundPaid({ ...back, amount: minor(amount) });

describe('cash, where the smallest coin is more than a minor unit', () => {
  it.each([
    ['CHF', 2, 1234, 5, 1235, 1],
    ['CHF', 2, 1232, 5, 1230, -2],
    ['SEK', 2, 1250, 100, 1300, 50],
    ['JPY', 0, 1234, 10, 1230, -4],
    ['KWD', 3, 12_343, 5, 12_345, 2],
    ['KWD', 3, 12_342, 5, 12_340, -2],
  ])('settles %s with %i digits: %i in steps of %i by %i', async (code, digits, total, step, coins, by) => {
    const order = owing(code, digits, total, step);
    await given(...order)
      .when(RecordPayment, { ...PAY, amount: coins })
      .then(paid(coins), roundedBy(by));
    expect(after(since(order, paid(coins), roundedBy(by)))).toMatchObject({ balance: 0, status: 'paid' });
  });

  it('is rounded once, with the payment', () =>
    given(...owing('CHF', 2, 1234, 5))
      .when(RecordPayment, { ...PAY, amount: 1235 })
      .again()
      .thenRejected('payment-exists'));

  it.each([
    ['part of it is paid', 5, 'cash', 1000],
    ['it is paid to the minor unit all the same', 5, 'cash', 1234],
    ['more is paid', 5, 'cash', 1240],
    ['a card pays', 5, 'card', 1235],
    ['the book knows no coins', undefined, 'cash', 1235],
  ] as const)('is not rounded when %s', (_why, step, method, amount) =>
    given(...owing('CHF', 2, 1234, step))
      .when(RecordPayment, { ...PAY, method, amount })
      .then(PaymentRecorded({ ...cash, method, amount: minor(amount) })),
  );

  it('is not rounded by coins of another currency than the order’s', () =>
    given(...owing('EUR', 2, 1234), ...owing('CHF', 2, 1234, 5).slice(0, 1))
      .when(RecordPayment, { ...PAY, amount: 1235 })
      .then(paid(1235)));

  it('rounds what a card left over', () =>
    given(
      ...since(
        owing('CHF', 2, 1234, 5),
        PaymentRecorded({ paymentId: paymentId(2), method: 'card', amount: minor(1000) }),
      ),
    )
      .when(RecordPayment, { ...PAY, amount: 235 })
      .then(paid(235), roundedBy(1)));

  it('takes its rounding with it when it is void', async () => {
    const order = since(owing('CHF', 2, 1234, 5), paid(1235), roundedBy(1));
    const told = PaymentVoided({
      ...{ paymentId: PAY.paymentId, method: 'cash', amount: minor(1235), cashRounding: minorUnits(1) },
      reason: 'false coins',
    });
    await given(...order)
      .when(VoidPayment, { orderId: PAY.orderId, paymentId: PAY.paymentId, reason: 'false coins' })
      .then(told);
    expect(after(since(order, told))).toEqual({ due: 1234, net: 0, balance: 1234, status: 'unpaid' });
  });
});

describe('cash given back', () => {
  const off = OrderCancelled({ reason: 'sold out' });

  it('gives back all that was paid, and its rounding was none', async () => {
    const order = since(owing('CHF', 2, 1234, 5), paid(1235), roundedBy(1), off);
    const undone = roundedBy(-1, BACK.refundId);
    await given(...order)
      .when(PayRefund, { ...BACK, amount: 1235 })
      .then(refunded(1235), undone);
    expect(after(since(order, refunded(1235), undone))).toMatchObject({ balance: 0, status: 'refunded' });
  });

  it('is rounded to the coins below where the nearest would be more than was paid', async () => {
    const card = PaymentRecorded({ paymentId: paymentId(2), method: 'card', amount: minor(1234) });
    const order = since(owing('CHF', 2, 1234, 5), card, off);
    const left = roundedBy(4, BACK.refundId);
    await given(...order)
      .when(PayRefund, { ...BACK, amount: 1230 })
      .then(refunded(1230), left);
    expect(after(since(order, refunded(1230), left))).toMatchObject({ net: 4, balance: 0 });
  });

  it('is not rounded when part of it is given back', () =>
    given(...since(owing('CHF', 2, 1234, 5), paid(1235), roundedBy(1), off))
      .when(PayRefund, { ...BACK, amount: 1000 })
      .then(refunded(1000)));
});
