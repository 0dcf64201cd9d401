import * as z from 'zod/mini';
import { defineCommand, ok, on, reject } from '../../../kernel/index.ts';
import { OrderId, PaymentId } from '../../ids.ts';
import { PositiveMinorUnits } from '../../pricing/index.ts';
import { orNone, Reason, textOrNone } from '../../text.ts';
import { PaymentRecorded, PaymentVoided } from '../events.ts';
import { bookSettings } from '../look-up.ts';
import { paymentTaken } from '../money.ts';
import { TillMethod } from '../parts.ts';
import { forOrder, unknownOrder } from '../refusals.ts';
import { orders, type OrderState } from '../state.ts';
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
    method: TillMethod,
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
  inverse: ({ payload: { orderId, paymentId }, reason }) =>
    ok([{ type: 'VoidPayment', payload: { orderId, paymentId, reason } }]),
});

const paymentOf = ({ payments }: OrderState, paymentId: PaymentId) =>
  payments.find((one) => one.paymentId === paymentId);

/**
 * The payment never was: booked on the wrong order, or bounced. What was given back of it stands in the way. Credit goes
 * back to the order that it was spent from.
 */
export const VoidPayment = defineCommand({
  type: 'VoidPayment',
  payload: z.strictObject({ orderId: OrderId, paymentId: PaymentId, reason: Reason }),
  permission: 'payment.correct',
  load: async ({ orderId, paymentId }, read) => {
    const { state } = await read(orders, orderId);
    const creditOf = paymentOf(state, paymentId)?.creditOf;
    return { state, source: creditOf && (await read(orders, creditOf)).state };
  },
  decide: ({ orderId, paymentId, reason }, { state, source }) => {
    if (lifecycle(state) === 'none') return unknownOrder(orderId);
    const payment = paymentOf(state, paymentId);
    if (!payment) return reject('unknown-payment', 'The order has no such payment.', { paymentId });
    const { method, amount, creditOf } = payment;
    if (payment.voided)
      return reject('payment-voided', 'This payment is void already.', { paymentId, amount });
    const { net } = balanceOf(state);
    if (amount > net)
      return reject(
        'payment-refunded',
        'Part of this payment was given back, so it can’t be made void as a whole.',
        { amount, net },
      );
    if (method === 'credit' && (!creditOf || !source))
      return reject('credit-came-back', 'This is credit that came back: spend it again, or pay it back.', {
        ...{ paymentId, amount },
      });
    const cashRounding = state.roundings.find(({ cause }) => cause === paymentId)?.amount;
    const voided = on(orders, orderId, PaymentVoided({ paymentId, method, amount, cashRounding, reason }));
    if (!creditOf) return ok([voided]);
    const returned = { paymentId, method, amount, reference: state.agreed?.number };
    return ok([voided, on(orders, creditOf, PaymentRecorded(returned))]);
  },
});
