import * as z from 'zod/mini';
import { commandOn, defineCommand, ok, reject } from '../../../kernel/index.ts';
import { OrderId, PaymentId } from '../../ids.ts';
import { PositiveMinorUnits } from '../../pricing/index.ts';
import { orNone, Reason, textOrNone } from '../../text.ts';
import { PaymentVoided } from '../events.ts';
import { bookSettings } from '../look-up.ts';
import { paymentTaken } from '../money.ts';
import { PaymentMethod } from '../parts.ts';
import { forOrder, unknownOrder } from '../refusals.ts';
import { orders } from '../state.ts';
import { lifecycle } from '../status.ts';
import { balanceOf } from '../totals.ts';

/** A hundred billion of a currency with cents: sums of such amounts stay exact. */
export const Amount = PositiveMinorUnits.check(z.maximum(10_000_000_000_000));

/**
 * Money taken, in any lifecycle but a discarded draft's: a draft takes a deposit, and more than is due shows as a refund due.
 * `tendered` is the cash handed over for it.
 */
export const RecordPayment = defineCommand({
  type: 'RecordPayment',
  payload: z.strictObject({
    orderId: OrderId,
    paymentId: PaymentId,
    method: PaymentMethod,
    amount: Amount,
    tendered: z.optional(Amount),
    reference: z.optional(textOrNone(120)),
  }),
  permission: 'payment.record',
  load: async ({ orderId }, read) => ({ order: await read(orders, orderId), book: await bookSettings(read) }),
  decide: (payload, { order: { state }, book }) => {
    const asked = { ...payload, reference: orNone(payload.reference) };
    return forOrder(payload.orderId, paymentTaken(state, asked, book));
  },
});

/** The payment never was: booked on the wrong order, or bounced. What was given back of it stands in the way. */
export const VoidPayment = commandOn(orders)({
  type: 'VoidPayment',
  payload: z.strictObject({ orderId: OrderId, paymentId: PaymentId, reason: Reason }),
  permission: 'payment.correct',
  id: ({ orderId }) => orderId,
  decide: ({ orderId, paymentId, reason }, state) => {
    if (lifecycle(state) === 'none') return unknownOrder(orderId);
    const payment = state.payments.find((one) => one.paymentId === paymentId);
    if (!payment) return reject('unknown-payment', 'The order has no such payment.', { paymentId });
    const { method, amount } = payment;
    if (payment.voided)
      return reject('payment-voided', 'This payment is void already.', { paymentId, amount });
    const { net } = balanceOf(state);
    if (amount > net)
      return reject(
        'payment-refunded',
        'Part of this payment was given back, so it can’t be made void as a whole.',
        { amount, net },
      );
    const cashRounding = state.roundings.find(({ cause }) => cause === paymentId)?.amount;
    return ok([PaymentVoided({ paymentId, method, amount, cashRounding, reason })]);
  },
});
