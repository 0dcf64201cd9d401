import * as z from 'zod/mini';
import { defineEvent } from '../../kernel/index.ts';
import { Day } from '../day.ts';
import { FulfilmentId, LineId, OrderId } from '../ids.ts';
import {
  CurrencyCode,
  Discount,
  PositiveQuantity,
  PricedOrder,
  TaxMode,
  TaxRounding,
  UnitPrice,
} from '../pricing/index.ts';
import { Name, Reason, Remark, text } from '../text.ts';
import {
  Hold,
  LineAllocation,
  LineQuantity,
  OrderCustomer,
  OrderLine,
  Payment,
  Shipping,
  ShipTo,
  Source,
  StockHandling,
} from './parts.ts';

// These names and shapes are for ever: books out there hold them. To change one, raise its version and upcast.

const nothing = z.object({});
const terms = { currency: CurrencyCode, taxMode: TaxMode, rounding: TaxRounding };
const dates = { placedOn: z.optional(Day), promisedOn: z.optional(Day), dueOn: z.optional(Day) };

export const DraftCreated = defineEvent('DraftCreated', 1, z.object({ orderId: OrderId, ...terms }));
export const LineAdded = defineEvent('LineAdded', 1, OrderLine);
/** What can change on a line, as it stands from now on. */
export const LineChanged = defineEvent(
  'LineChanged',
  1,
  z.object({
    lineId: LineId,
    quantity: PositiveQuantity,
    unitPrice: UnitPrice,
    discount: z.optional(Discount),
  }),
);
export const LineRemoved = defineEvent('LineRemoved', 1, z.object({ lineId: LineId }));
export const CustomerAssigned = defineEvent('CustomerAssigned', 1, OrderCustomer);
export const CustomerUnassigned = defineEvent('CustomerUnassigned', 1, nothing);
/** Without a discount: there is none any more. */
export const DiscountSet = defineEvent('DiscountSet', 1, z.object({ discount: z.optional(Discount) }));
export const ShippingSet = defineEvent('ShippingSet', 1, Shipping);
/** All three together: one that is left out is not set any more. */
export const DatesSet = defineEvent('DatesSet', 1, z.object(dates));
export const DraftDiscarded = defineEvent('DraftDiscarded', 1, nothing);

/** The order as it was agreed. Nothing in it changes afterwards, whatever becomes of products, customer or taxes. */
export const OrderSubmitted = defineEvent(
  'OrderSubmitted',
  1,
  z.object({
    orderId: OrderId,
    /** The label people say: prefix and number. */
    number: text(30),
    customer: z.optional(OrderCustomer),
    shipTo: z.optional(ShipTo),
    lines: z.array(OrderLine),
    discount: z.optional(Discount),
    shipping: z.optional(Shipping),
    ...terms,
    totals: PricedOrder,
    ...dates,
    source: z.optional(Source),
    stock: StockHandling,
    /** Why it was taken although a product that blocks was short. */
    override: z.optional(Reason),
  }),
);

export const NoteAdded = defineEvent('NoteAdded', 1, z.object({ text: Remark }));
export const PaymentRecorded = defineEvent('PaymentRecorded', 1, Payment);

const fulfilment = { fulfilmentId: FulfilmentId, lines: z.array(LineQuantity) };
export const ItemsPrepared = defineEvent('ItemsPrepared', 1, z.object(fulfilment));
export const ItemsShipped = defineEvent(
  'ItemsShipped',
  1,
  z.object({
    ...fulfilment,
    carrier: z.optional(Name),
    tracking: z.optional(Name),
    /** `leaves`: stock is to be issued for it; `settled`: that was done before this book knew of it. */
    stock: z.enum(['leaves', 'settled']),
  }),
);

/** Money is untouched by it: what was paid shows as a refund due. */
export const OrderCancelled = defineEvent('OrderCancelled', 1, z.object({ reason: Reason }));
export const OrderHeld = defineEvent('OrderHeld', 1, Hold);
/** `cause` is that of the hold which was lifted. */
export const OrderReleased = defineEvent('OrderReleased', 1, z.object({ cause: Hold.shape.cause }));
/** What is reserved for every line of the order, and what of it waits for stock, as the stock items answered. */
export const OrderAllocated = defineEvent('OrderAllocated', 1, z.object({ lines: z.array(LineAllocation) }));
