import * as z from 'zod/mini';
import { defineMessage, type MessageType } from '../../kernel/index.ts';

// What the world outside is told of orders. These names and shapes are for ever: programs out there read them. Add members
// that may be left out; for anything else declare another version. Nothing of a person stands in them but ids.

/** Of every message: which order it is, by its id and by the number that people say. */
const order = { orderId: z.uuid(), number: z.string() };
/** Integer minor units of `currency` (ISO 4217). */
const amount = z.int();
const currency = z.string();
/** A decimal number: `1.5`. */
const quantity = z.string();
const lines = z.array(z.object({ lineId: z.uuid(), quantity }));

export const OrderPlaced = defineMessage(
  'order.placed',
  1,
  z.object({
    ...order,
    customerId: z.optional(z.uuid()),
    currency,
    total: amount,
    dueOn: z.optional(z.string()),
    promisedOn: z.optional(z.string()),
    lines: z.array(
      z.object({
        lineId: z.uuid(),
        productId: z.uuid(),
        variantId: z.optional(z.uuid()),
        sku: z.optional(z.string()),
        name: z.string(),
        unit: z.string(),
        quantity,
      }),
    ),
  }),
);

/** What was agreed is something else now. */
export const OrderChanged = defineMessage(
  'order.changed',
  1,
  z.object({ ...order, currency, total: amount }),
);

export const OrderPaid = defineMessage('order.paid', 1, z.object({ ...order, currency, total: amount }));

export const OrderRefunded = defineMessage(
  'order.refunded',
  1,
  z.object({ ...order, currency, amount, refundId: z.uuid() }),
);

/** Sent off, or handed over: `collected`. */
export const OrderShipped = defineMessage(
  'order.shipped',
  1,
  z.object({
    ...order,
    fulfilmentId: z.uuid(),
    lines,
    collected: z.boolean(),
    carrier: z.optional(z.string()),
    tracking: z.optional(z.string()),
  }),
);

/** Goods came back. */
export const OrderReturned = defineMessage(
  'order.returned',
  1,
  z.object({
    ...order,
    returnId: z.uuid(),
    lines: z.array(
      z.object({ lineId: z.uuid(), quantity, disposition: z.enum(['restock', 'damaged', 'discard']) }),
    ),
  }),
);

export const OrderCancelled = defineMessage('order.cancelled', 1, z.object(order));
export const OrderReopened = defineMessage('order.reopened', 1, z.object(order));

export const messages: readonly Pick<MessageType, 'type' | 'version' | 'schema'>[] = [
  OrderPlaced,
  OrderChanged,
  OrderPaid,
  OrderRefunded,
  OrderShipped,
  OrderReturned,
  OrderCancelled,
  OrderReopened,
];
