import * as z from 'zod/mini';
import { defineEvent } from '../../kernel/index.ts';
import { Day, Instant } from '../day.ts';
import { FulfilmentId, LineId, OrderId, PaymentId, RefundId, ReturnId } from '../ids.ts';
import {
  CurrencyCode,
  Discount,
  MinorUnits,
  PositiveQuantity,
  PricedOrder,
  TaxMode,
  TaxRounding,
  UnitPrice,
} from '../pricing/index.ts';
import { Name, Reason, Remark, text } from '../text.ts';
import { CreditNote, Invoice } from './documents.ts';
import {
  Agreement,
  Credit,
  GrantedCredit,
  Hold,
  LineAllocation,
  LineQuantity,
  OrderCustomer,
  OrderLine,
  Payment,
  Refund,
  ReturnedItems,
  Shipping,
  ShipTo,
  Source,
  StockHandling,
  TagName,
  VoidedPayment,
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
/** `placedAt`: noon of `placedOn` where whoever typed it lives. */
export const DatesSet = defineEvent('DatesSet', 1, z.object({ ...dates, placedAt: z.optional(Instant) }));
export const DraftDiscarded = defineEvent('DraftDiscarded', 1, nothing);
export const DraftRestored = defineEvent('DraftRestored', 1, nothing);

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
    /** Days after its due day on which the seller is told to ask for money; where the book does not say, 7. */
    reminderDays: z.optional(z.int().check(z.nonnegative(), z.maximum(366))),
  }),
);

/** Open orders change by revisions only, the first being 1. What a revision leaves alone keeps its agreed values. */
export const OrderRevised = defineEvent(
  'OrderRevised',
  1,
  z.object({
    revision: z.int().check(z.positive()),
    before: Agreement,
    after: Agreement,
    reason: Reason,
  }),
);

/** Internal, and on no paper that a customer gets, unless it says that it is for them. */
export const NoteAdded = defineEvent(
  'NoteAdded',
  1,
  z.object({ text: Remark, forCustomer: z.optional(z.literal(true)) }),
);
export const PaymentRecorded = defineEvent('PaymentRecorded', 1, Payment);
export const PaymentVoided = defineEvent('PaymentVoided', 1, VoidedPayment);
/** Less is due, for a reason; no money moves by it. */
export const CreditGranted = defineEvent('CreditGranted', 1, GrantedCredit);
export const RefundPaid = defineEvent('RefundPaid', 1, Refund);
/** Nobody will get this any more: it lessens what is due as a credit does. */
export const WrittenOff = defineEvent('WrittenOff', 1, Credit);
/** What the smallest coin made of the balance when `cause` (a payment or a refund) settled it: of any sign, never tax. */
export const CashRounded = defineEvent(
  'CashRounded',
  1,
  z.object({ amount: MinorUnits, cause: z.union([PaymentId, RefundId]) }),
);
/** It is time to ask for what was due on this day and did not come. `late`: so many milliseconds after that time. */
export const PaymentReminderDue = defineEvent(
  'PaymentReminderDue',
  1,
  z.object({ dueOn: Day, late: z.int().check(z.nonnegative()) }),
);
export const InvoiceIssued = defineEvent('InvoiceIssued', 1, Invoice);
export const CreditNoteIssued = defineEvent('CreditNoteIssued', 1, CreditNote);

const lines = z.array(LineQuantity);
const fulfilment = { fulfilmentId: FulfilmentId, lines };
export const ItemsPrepared = defineEvent('ItemsPrepared', 1, z.object(fulfilment));
/** Back on the shelf: no longer ready to go. */
export const PreparationUndone = defineEvent('PreparationUndone', 1, z.object({ lines }));
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

/** Prepared, and waiting to be fetched. */
export const ItemsReady = defineEvent('ItemsReady', 1, z.object(fulfilment));
/** What was shipped has arrived. */
export const ItemsDelivered = defineEvent('ItemsDelivered', 1, z.object({ lines }));
/** Handed over: shipped and delivered in one. */
export const ItemsCollected = defineEvent(
  'ItemsCollected',
  1,
  z.object({ ...fulfilment, stock: z.enum(['leaves', 'settled']) }),
);

export const ReturnRequested = defineEvent(
  'ReturnRequested',
  1,
  z.object({
    ...{ returnId: ReturnId, lines, reason: Reason },
    /** Nobody sends anything back: the sale over the counter is taken back whole. Absent in books from before it was told. */
    undoesSale: z.optional(z.literal(true)),
  }),
);
/** Stock changes by this, and by nothing else of a return. */
export const ReturnReceived = defineEvent(
  'ReturnReceived',
  1,
  z.object({ returnId: ReturnId, lines: z.array(ReturnedItems) }),
);
export const ReturnClosed = defineEvent('ReturnClosed', 1, z.object({ returnId: ReturnId }));
export const ReturnCancelled = defineEvent('ReturnCancelled', 1, z.object({ returnId: ReturnId }));

/** Money is untouched by it: what was paid shows as a refund due. */
export const OrderCancelled = defineEvent('OrderCancelled', 1, z.object({ reason: Reason }));
/** So much of these lines is off; `totals` is what the rest comes to. */
export const LineRemainderCancelled = defineEvent(
  'LineRemainderCancelled',
  1,
  z.object({ lines, reason: Reason, totals: PricedOrder }),
);
export const OrderReopened = defineEvent('OrderReopened', 1, z.object({ reason: Reason }));
/** Out of the way, and otherwise as it was. */
export const OrderArchived = defineEvent('OrderArchived', 1, nothing);
export const OrderUnarchived = defineEvent('OrderUnarchived', 1, nothing);
export const Tagged = defineEvent('Tagged', 1, z.object({ tag: TagName }));
export const Untagged = defineEvent('Untagged', 1, z.object({ tag: TagName }));
export const OrderHeld = defineEvent('OrderHeld', 1, Hold);
/** `cause` is that of the hold which was lifted. */
export const OrderReleased = defineEvent('OrderReleased', 1, z.object({ cause: Hold.shape.cause }));
/** What is reserved for every line of the order, and what of it waits for stock, as the stock items answered. */
export const OrderAllocated = defineEvent('OrderAllocated', 1, z.object({ lines: z.array(LineAllocation) }));
/** The import that brought this order was undone: it is as if it had never come in, but for its number. */
export const OrderImportUndone = defineEvent('OrderImportUndone', 1, nothing);
