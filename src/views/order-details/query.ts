import * as z from 'zod/mini';
import { defineQuery } from '../../kernel/index.ts';
import { pageOf } from './page.ts';
import type { OrderDetailsTables } from './row.ts';

/** One order, a discarded draft too; undefined when there is none of that id. */
export const OrderDetails = defineQuery<OrderDetailsTables>()({
  name: 'OrderDetails',
  view: 'order-details',
  permission: 'order.see',
  params: z.object({ orderId: z.uuid() }),
  // As the orders' aggregate names them: its rules have no business in the page that asks.
  streams: ({ orderId }) => [`order-${orderId}`],
  run: async ({ orders }, { orderId }) => {
    const row = await orders.get(orderId);
    return row && pageOf(row);
  },
});
