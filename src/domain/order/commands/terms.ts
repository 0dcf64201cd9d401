import * as z from 'zod/mini';
import { commandOn, defineCommand, ok, reject } from '../../../kernel/index.ts';
import { customers } from '../../customer/index.ts';
import { Day, Instant } from '../../day.ts';
import { CustomerId, OrderId } from '../../ids.ts';
import { Discount, NonNegativeMinorUnits, TaxRate } from '../../pricing/index.ts';
import { same } from '../../same.ts';
import { orderingCustomer } from '../customer.ts';
import {
  CustomerAssigned,
  CustomerUnassigned,
  DatesSet,
  DiscountSet,
  DraftDiscarded,
  ShippingSet,
} from '../events.ts';
import { priceable } from '../line.ts';
import { bookSettings } from '../look-up.ts';
import { forOrder, whenDraft } from '../refusals.ts';
import { orders } from '../state.ts';
import { balanceOf } from '../totals.ts';

/** For whom it is, with name and address as they are now; without a customer, for nobody known. */
export const AssignCustomer = defineCommand({
  type: 'AssignCustomer',
  payload: z.strictObject({ orderId: OrderId, customerId: z.optional(CustomerId) }),
  permission: 'order.take',
  load: async ({ orderId, customerId }, read) => ({
    order: await read(orders, orderId),
    customer: customerId === undefined ? undefined : (await read(customers, customerId)).state,
  }),
  decide: ({ orderId, customerId }, { order: { state }, customer }) => {
    return forOrder(
      orderId,
      whenDraft(orderId, state, () => {
        if (!customerId || !customer) return ok(state.customer ? [CustomerUnassigned({})] : []);
        const forWhom = orderingCustomer(customerId, customer);
        if (!forWhom.ok) return forWhom;
        return ok(same(forWhom.value, state.customer) ? [] : [CustomerAssigned(forWhom.value)]);
      }),
    );
  },
});

/** On the whole order; without a discount, none. */
export const SetDiscount = commandOn(orders)({
  type: 'SetDiscount',
  payload: z.strictObject({ orderId: OrderId, discount: z.optional(Discount) }),
  permission: 'order.take',
  id: ({ orderId }) => orderId,
  decide: ({ orderId, discount }, state) =>
    whenDraft(orderId, state, () => ok(same(discount, state.discount) ? [] : [DiscountSet({ discount })])),
});

/** The fee in the order's price mode, taxed at the book's default rate unless said otherwise. */
export const SetShipping = defineCommand({
  type: 'SetShipping',
  payload: z.strictObject({
    orderId: OrderId,
    amount: NonNegativeMinorUnits,
    taxRate: z.optional(TaxRate),
  }),
  permission: 'order.take',
  load: async ({ orderId }, read) => ({ order: await read(orders, orderId), book: await bookSettings(read) }),
  decide: ({ orderId, amount, taxRate }, { order: { state }, book }) => {
    return forOrder(
      orderId,
      whenDraft(orderId, state, () => {
        const shipping = { amount, taxRate: taxRate ?? book.defaultTaxRate };
        if (same(shipping, state.shipping)) return ok([]);
        const price = priceable({ ...state, shipping });
        return price.ok ? ok([ShippingSet(shipping)]) : price;
      }),
    );
  },
});

/**
 * All three together: what is left out is not set any more. `placedAt` is noon of `placedOn` where the seller lives: no
 * instant is on the same day everywhere.
 */
export const SetDates = commandOn(orders)({
  type: 'SetDates',
  payload: z.strictObject({
    orderId: OrderId,
    placedOn: z.optional(Day),
    placedAt: z.optional(Instant),
    promisedOn: z.optional(Day),
    dueOn: z.optional(Day),
  }),
  permission: 'order.take',
  id: ({ orderId }) => orderId,
  decide: ({ orderId, ...dates }, state) =>
    whenDraft(orderId, state, () => ok(same(dates, state.dates) ? [] : [DatesSet(dates)])),
});

export const DiscardDraft = commandOn(orders)({
  type: 'DiscardDraft',
  payload: z.strictObject({ orderId: OrderId }),
  permission: 'order.take',
  id: ({ orderId }) => orderId,
  decide: ({ orderId }, state) =>
    whenDraft(orderId, state, () =>
      balanceOf(state).net === 0
        ? ok([DraftDiscarded({})])
        : reject('draft-has-payments', 'Money was taken for this draft, so it cannot be thrown away.', {
            orderId,
            paid: balanceOf(state).net,
          }),
    ),
  inverse: ({ payload }) => ok([{ type: 'RestoreDraft', payload }]),
});
