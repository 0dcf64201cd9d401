import { ok, reject, type Rejection, type Result } from '../../kernel/index.ts';
import type { CreditId, OrderId, PaymentId, RefundId, ReturnId } from '../ids.ts';
import { minorUnits, type MinorUnits } from '../pricing/index.ts';
import { roundedOnPayment, roundedOnRefund, type Coins } from './coins.ts';
import { CreditGranted, PaymentRecorded, RefundPaid } from './events.ts';
import type { Credit, PaymentMethod, Refund } from './parts.ts';
import { unknownOrder, unknownReturn, whenOpen, type Decision } from './refusals.ts';
import { ratesOfReturn } from './returned-credit.ts';
import type { OrderState } from './state.ts';
import { lifecycle } from './status.ts';
import { balanceOf } from './totals.ts';

export interface PaymentAsked {
  readonly orderId: OrderId;
  readonly paymentId: PaymentId;
  readonly method: PaymentMethod;
  readonly amount: MinorUnits;
  readonly tendered?: MinorUnits | undefined;
  readonly reference?: string | undefined;
  readonly creditOf?: OrderId | undefined;
}

/** Money taken, in any lifecycle but a discarded draft's, and what coins made of the balance with it. */
export const paymentTaken = (state: OrderState, asked: PaymentAsked, coins: Coins): Decision => {
  const { orderId, paymentId, method, amount, tendered, reference, creditOf } = asked;
  const standing = lifecycle(state);
  if (standing === 'none') return unknownOrder(orderId);
  if (standing === 'discarded')
    return reject('draft-discarded', 'This draft was discarded, so no money can be taken for it.', {
      orderId,
    });
  const recorded = state.payments.find((payment) => payment.paymentId === paymentId);
  if (recorded)
    return reject('payment-exists', 'This payment is recorded already; it was not booked a second time.', {
      paymentId,
      amount: recorded.amount,
    });
  if (tendered !== undefined && method !== 'cash')
    return reject('only-cash-is-tendered', 'Only cash is handed over and changed.', { method });
  if (tendered !== undefined && tendered < amount)
    return reject('tendered-too-small', 'Less cash was handed over than is to be paid.', {
      tendered,
      amount,
    });
  const change = tendered === undefined ? undefined : minorUnits(tendered - amount);
  return ok([
    PaymentRecorded({ paymentId, method, amount, tendered, change, reference, creditOf }),
    ...roundedOnPayment(state, { cause: paymentId, method, amount }, coins),
  ]);
};

/** Refuses a credit whose id is taken: written-off amounts are credits too. */
export const newCredit = (state: OrderState, creditId: CreditId): Result<undefined, Rejection> => {
  const known = state.credits.find((credit) => credit.creditId === creditId);
  return known
    ? reject('credit-exists', 'This credit is recorded already; it was not granted a second time.', {
        creditId,
        amount: known.amount,
      })
    : ok(undefined);
};

/** `returnId`: the return that it is granted for, whose goods bear it. */
export type CreditAsked = Credit & { readonly returnId?: ReturnId | undefined };

/** Less is due, by no more than is due. */
export const creditGranted = (orderId: OrderId, state: OrderState, asked: CreditAsked): Decision =>
  whenOpen(orderId, state, () => {
    const { returnId, ...credit } = asked;
    const fresh = newCredit(state, credit.creditId);
    if (!fresh.ok) return fresh;
    const { amount } = credit;
    const { due } = balanceOf(state);
    if (amount > due)
      return reject('credit-exceeds-due', 'More can’t be credited than is due.', { amount, due });
    if (returnId === undefined) return ok([CreditGranted(credit)]);
    if (!state.returns.some((one) => one.returnId === returnId)) return unknownReturn(returnId);
    return ok([CreditGranted({ ...credit, returnId, rates: [...ratesOfReturn(state, returnId, amount)] })]);
  });

const refundExists = (refundId: RefundId, amount: MinorUnits) =>
  reject('refund-exists', 'This refund is recorded already; it was not paid a second time.', {
    refundId,
    amount,
  });

/** Money given back, no more than was paid, whatever the order's lifecycle. */
export const refundPaid = (orderId: OrderId, state: OrderState, refund: Refund, coins: Coins): Decision => {
  if (lifecycle(state) === 'none') return unknownOrder(orderId);
  const known = state.refunds.find(({ refundId }) => refundId === refund.refundId);
  if (known) return refundExists(known.refundId, known.amount);
  const { amount, method, refundId } = refund;
  const { net } = balanceOf(state);
  if (amount > net)
    return reject('refund-exceeds-net', 'More can’t be given back than was paid.', { amount, net });
  return ok([RefundPaid(refund), ...roundedOnRefund(state, { cause: refundId, method, amount }, coins)]);
};
