import * as z from 'zod/mini';
import { defineEvent } from '../../kernel/index.ts';
import { FulfilmentId, LineId, OrderId, ProductId, ReturnId } from '../ids.ts';
import { PositiveQuantity, Quantity } from '../pricing/index.ts';
import { Reason, Remark } from '../text.ts';

// These names and shapes are for ever: books out there hold them. To change one, raise its version and upcast.

/**
 * When stock is short: take the order all the same, warn who takes it, or refuse it. `uncounted`: nobody counts it
 * (services, what is made to order), so that it is never short. It stands among the others because it answers the same
 * question: whatever can say one of them, a form, a file or an undo, can say this.
 */
export const StockPolicy = z.enum(['allow', 'warn', 'block', 'uncounted']);
export type StockPolicy = z.infer<typeof StockPolicy>;

const productId = ProductId;
const ofLine = { productId, orderId: OrderId, lineId: LineId };

/** The first of them, written with the product's creation, is what makes a stock item known. */
export const StockPolicySet = defineEvent(
  'StockPolicySet',
  // 2: a policy of goods that nobody counts, by which an older app would decide wrongly.
  2,
  z.object({ productId, policy: StockPolicy }),
  { 1: (data) => data },
);

export const StockReceived = defineEvent(
  'StockReceived',
  1,
  z.object({ productId, quantity: PositiveQuantity, note: z.optional(Remark) }),
);

/** `delta` is what there is more or less of; `unavailable` by how much more or less of it can't be sold. */
export const StockAdjusted = defineEvent(
  'StockAdjusted',
  1,
  z.object({ productId, delta: z.int(), unavailable: z.optional(z.int()), reason: Reason }),
);
/** From now on so much is kept back from promising, instead of what was kept back before. */
export const BufferSet = defineEvent(
  'BufferSet',
  1,
  z.object({ productId, quantity: Quantity, before: Quantity, reason: Reason }),
);

/** At `level` available or fewer it is time to order more; without one nobody wants to be told. */
export const ReorderLevelSet = defineEvent(
  'ReorderLevelSet',
  1,
  z.object({ productId, level: z.optional(PositiveQuantity) }),
);

/** `delta` = counted − expected; zero is kept too: somebody has looked. */
export const StockCounted = defineEvent(
  'StockCounted',
  1,
  z.object({ productId, counted: Quantity, expected: z.int(), delta: z.int(), note: z.optional(Remark) }),
);

/** Which asking of the order's it answers; absent where nobody asked. */
const ask = z.optional(z.int().check(z.positive()));

/** What of a line goes without being kept, since nobody counts it; where somebody begins to, it is kept or waited for. */
const uncounted = z.optional(PositiveQuantity);
/** Nobody counted it then: what is on hand did not change by it. */
const untold = z.optional(z.literal(true));

/**
 * An order line was answered, at first asking or when stock came for what it waited for.
 * `quantity` is reserved by this event (may be 0). `waited` and `backOrdered` are what of the line waits for stock
 * before and after it; `short` is what of the line is not reserved after it, whether it waits or not.
 */
export const StockReserved = defineEvent(
  'StockReserved',
  1,
  z.object({
    ...ofLine,
    quantity: Quantity,
    waited: Quantity,
    backOrdered: Quantity,
    short: Quantity,
    uncounted,
    ask,
  }),
);

/** `quantity` is free again, `backOrderDropped` is no longer waited for. */
export const StockReleased = defineEvent(
  'StockReleased',
  1,
  z.object({ ...ofLine, quantity: Quantity, backOrderDropped: Quantity, uncounted, ask }),
);

/** Came back by a return: `restock` can be sold again, `damaged` lies there and can't, `discard` never reached the shelf. */
export const StockReturned = defineEvent(
  'StockReturned',
  1,
  z.object({
    ...ofLine,
    returnId: ReturnId,
    disposition: z.enum(['restock', 'damaged', 'discard']),
    quantity: PositiveQuantity,
    uncounted: untold,
  }),
);

/** `quantity` left the shelf, `fromReserved` of it had been reserved; `backOrderDropped` went without waiting any longer. */
export const StockIssued = defineEvent(
  'StockIssued',
  1,
  z.object({
    ...ofLine,
    fulfilmentId: FulfilmentId,
    quantity: PositiveQuantity,
    fromReserved: Quantity,
    backOrderDropped: Quantity,
    uncounted: untold,
  }),
);
