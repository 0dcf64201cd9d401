import * as z from 'zod/mini';
import { commandOn, ok, reject } from '../../../kernel/index.ts';
import { OrderId, PaymentId } from '../../ids.ts';
import { minorUnits, PositiveMinorUnits } from '../../pricing/index.ts';
import { orNone, textOrNone } from '../../text.ts';
import { PaymentRecorded } from '../events.ts';
import { PaymentMethod } from '../parts.ts';
import { unknownOrder } from '../refusals.ts';
import { orders } from '../state.ts';
import { lifecycle } from '../status.ts';

/** A hundred billion of a currency with cents: sums of such amounts stay exact. */
const Amount = PositiveMinorUnits.check(z.maximum(10_000_000_000_000));

/**
 * Money taken, in any lifecycle but a discarded draft's: a draft takes a deposit, and more than is due shows as a refund due.
 * `tendered` is the cash handed over for it.
 */
export const RecordPayment = commandOn(orders)({
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
  id: ({ orderId }) => orderId,
  decide: ({ orderId, paymentId, method, amount, tendered, reference }, state) => {
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
      PaymentRecorded({ paymentId, method, amount, tendered, change, reference: orNone(reference) }),
    ]);
  },
});
