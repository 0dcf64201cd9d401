import * as z from 'zod/mini';
import { defineCommand, ok, on, unlessSince } from '../../../kernel/index.ts';
import { customers } from '../../customer/index.ts';
import { CustomerId, OrderId } from '../../ids.ts';
import { orderingCustomer } from '../customer.ts';
import { CustomerAssigned, DraftCreated, LineAdded } from '../events.ts';
import { LineRequest, newLines, priceable, sellable } from '../line.ts';
import { bookSettings, catalogueOf } from '../look-up.ts';
import { orderExists } from '../refusals.ts';
import { orders } from '../state.ts';
import { lifecycle } from '../status.ts';

/** Begins an order under the book's terms, with what is known already: all of it or nothing. */
export const CreateDraft = defineCommand({
  type: 'CreateDraft',
  payload: z.strictObject({
    orderId: OrderId,
    customerId: z.optional(CustomerId),
    lines: z.optional(z.array(LineRequest).check(z.maxLength(1000))),
  }),
  permission: 'order.take',
  load: async ({ orderId, customerId, lines = [] }, read) => ({
    order: await read(orders, orderId, 'absent'),
    book: await bookSettings(read),
    catalogue: await catalogueOf(read, lines),
    customer: customerId === undefined ? undefined : (await read(customers, customerId)).state,
  }),
  decide: ({ orderId, customerId, lines = [] }, { order, book, catalogue, customer }) => {
    if (lifecycle(order.state) !== 'none') return orderExists(orderId, order.state);
    const forWhom = customerId && customer ? orderingCustomer(customerId, customer) : ok(undefined);
    if (!forWhom.ok) return forWhom;
    const sold = sellable(lines, catalogue);
    if (!sold.ok) return sold;
    const added = newLines(lines, catalogue);
    if (!added.ok) return added;
    const { currency, taxMode, rounding } = book;
    const terms = { currency, taxMode, rounding };
    const price = priceable({ ...order.state, terms, lines: added.value });
    if (!price.ok) return price;
    return ok([
      on(
        orders,
        orderId,
        DraftCreated({ orderId, ...terms }),
        ...(forWhom.value ? [CustomerAssigned(forWhom.value)] : []),
        ...added.value.map((line) => LineAdded(line)),
      ),
    ]);
  },
  inverse: (done) =>
    unlessSince(
      done,
      ({ stream }) => stream === orders.stream(done.payload.orderId),
      () => [{ type: 'DiscardDraft', payload: { orderId: done.payload.orderId } }],
    ),
});
