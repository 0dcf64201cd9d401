import * as z from 'zod/mini';
import { commandOn, ok } from '../../../kernel/index.ts';
import { Day } from '../../day.ts';
import { OrderId } from '../../ids.ts';
import { PaymentReminderDue } from '../events.ts';
import { orders } from '../state.ts';
import { lifecycle } from '../status.ts';
import { balanceOf } from '../totals.ts';

/**
 * It is time to ask for the money that was due on this day, told by the payment reminder process. Once it was paid, or
 * another day agreed, there is nothing to ask for: the news came too late, which is no fault.
 */
export const RemindOfPayment = commandOn(orders)({
  type: 'RemindOfPayment',
  payload: z.strictObject({ orderId: OrderId, dueOn: Day, late: z.int().check(z.nonnegative()) }),
  permission: 'payment.remind',
  id: ({ orderId }) => orderId,
  decide: ({ dueOn, late }, state) =>
    lifecycle(state) === 'open' &&
    state.dates.dueOn === dueOn &&
    state.remindedOf !== dueOn &&
    balanceOf(state).balance > 0
      ? ok([PaymentReminderDue({ dueOn, late })])
      : ok([]),
});
