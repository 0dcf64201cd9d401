import * as z from 'zod/mini';
import { Address, CustomerName } from '../customer/index.ts';
import { personal } from '../../kernel/index.ts';
import { Day } from '../day.ts';
import {
  CreditId,
  CustomerId,
  LineId,
  OrderId,
  PaymentId,
  ProductId,
  RefundId,
  ReturnId,
  VariantId,
} from '../ids.ts';
import {
  Discount,
  MinorUnits,
  NonNegativeMinorUnits,
  PositiveMinorUnits,
  PositiveQuantity,
  PricedOrder,
  Quantity,
  TaxRate,
  UnitPrice,
} from '../pricing/index.ts';
import { Name, Reason, text } from '../text.ts';

// Events hold these shapes, so they are for ever too: add optional members, never change one.

/** What was ordered, with the product's name, price and tax rate as they stood. */
export const OrderLine = z.object({
  lineId: LineId,
  productId: ProductId,
  /** Of a product that is sold in variants: which one, and its options in words, `M / Red`. */
  variantId: z.optional(VariantId),
  variant: z.optional(Name),
  name: Name,
  sku: z.optional(text(80)),
  unit: text(30),
  unitPrice: UnitPrice,
  taxRate: TaxRate,
  quantity: PositiveQuantity,
  discount: z.optional(Discount),
});
export type OrderLine = z.infer<typeof OrderLine>;

/** What of the shelf a line takes: the variant, or the product that has none. */
export const stockItemOf = (line: {
  readonly productId: ProductId;
  readonly variantId?: VariantId | undefined;
}): ProductId => line.variantId ?? line.productId;

/** Whom it is for, as they were when they were put on the order. */
export const OrderCustomer = z.object({
  customerId: CustomerId,
  name: CustomerName,
  company: z.optional(personal(Name)),
  address: z.optional(Address),
});
export type OrderCustomer = z.infer<typeof OrderCustomer>;

/** Where the goods go when that is not simply the customer: whose door it is, and where. */
export const ShipTo = z.object({ name: z.optional(personal(Name)), address: z.optional(Address) });
export type ShipTo = z.infer<typeof ShipTo>;

/** The fee in the order's price mode. */
export const Shipping = z.object({ amount: NonNegativeMinorUnits, taxRate: TaxRate });
export type Shipping = z.infer<typeof Shipping>;

/** Where an imported order comes from, and its number there. */
export const Source = z.object({ system: text(60), reference: text(120) });
export type Source = z.infer<typeof Source>;

export const LineQuantity = z.object({ lineId: LineId, quantity: PositiveQuantity });
export type LineQuantity = z.infer<typeof LineQuantity>;

/** What the shelves hold for a line, and what of it waits for stock; neither where nobody counts its goods. */
export const LineAllocation = z.object({
  ...{ lineId: LineId, reserved: Quantity, backOrdered: Quantity },
  uncounted: z.optional(z.literal(true)),
});
export type LineAllocation = z.infer<typeof LineAllocation>;

const TILL = ['cash', 'card', 'transfer', 'other'] as const;

/** How money comes in and goes out. */
export const TillMethod = z.enum(TILL);

/** With `credit` no money moves: what one order owes its customer is spent on another of theirs. */
export const PaymentMethod = z.enum([...TILL, 'credit']);
export type PaymentMethod = z.infer<typeof PaymentMethod>;

/**
 * `tendered` is the cash that was handed over, `change` what was given back of it. Credit comes of the order `creditOf`;
 * without one it is credit that came back to where it was spent from.
 */
export const Payment = z.object({
  paymentId: PaymentId,
  method: PaymentMethod,
  amount: PositiveMinorUnits,
  tendered: z.optional(PositiveMinorUnits),
  change: z.optional(NonNegativeMinorUnits),
  reference: z.optional(text(120)),
  creditOf: z.optional(OrderId),
});
export type Payment = z.infer<typeof Payment>;

/** A payment that never was. `cashRounding` was booked with it, and goes with it. */
export const VoidedPayment = z.object({
  paymentId: PaymentId,
  method: PaymentMethod,
  amount: PositiveMinorUnits,
  cashRounding: z.optional(MinorUnits),
  reason: Reason,
});

/** Less is due: by a credit, or by an amount that nobody will get any more. */
export const Credit = z.object({ creditId: CreditId, amount: PositiveMinorUnits, reason: Reason });
export type Credit = z.infer<typeof Credit>;

/** What goods of one tax rate bear of a credit, tax in it. */
const CreditedRate = z.object({ rate: TaxRate, amount: PositiveMinorUnits });
export type CreditedRate = z.infer<typeof CreditedRate>;

/**
 * Granted for a return, or for nothing in particular. `rates`: what the goods bear that came back; the rest is borne by
 * all of the order's.
 */
export const GrantedCredit = z.object({
  ...Credit.shape,
  returnId: z.optional(ReturnId),
  rates: z.optional(z.array(CreditedRate)),
});
export type GrantedCredit = z.infer<typeof GrantedCredit>;

/** Money given back; credit is not given back but `spentOn` another order. */
export const Refund = z.object({
  refundId: RefundId,
  method: PaymentMethod,
  amount: PositiveMinorUnits,
  reason: Reason,
  reference: z.optional(text(120)),
  spentOn: z.optional(OrderId),
});
export type Refund = z.infer<typeof Refund>;

/** A line of which the shelves could not keep all, called as on the order; thousandths of its unit. */
export const ShortLine = z.object({
  name: text(500),
  unit: text(30),
  missing: Quantity,
  wanted: Quantity,
});
export type ShortLine = z.infer<typeof ShortLine>;

/**
 * A person's reason may be lifted by a person; with `stock`, the shelves could not keep what the order was promised. Then
 * `reason` is plain English, made of what is `short` and of why a person had held the order `before`.
 */
export const Hold = z.object({
  reason: Reason,
  cause: z.enum(['person', 'stock']),
  short: z.optional(z.array(ShortLine)),
  before: z.optional(Reason),
});
export type Hold = z.infer<typeof Hold>;

/**
 * `tracked` stock is reserved and leaves; `settled` goods were gone before this book knew of the order; what was
 * `handed-over` as the order was agreed leaves without being reserved.
 */
export const StockHandling = z.enum(['tracked', 'settled', 'handed-over']);
export type StockHandling = z.infer<typeof StockHandling>;

/** What was agreed, before or after a revision. A line's quantity is all that was ordered, cancelled parts included. */
export const Agreement = z.object({
  customer: z.optional(OrderCustomer),
  lines: z.array(OrderLine),
  discount: z.optional(Discount),
  shipping: z.optional(Shipping),
  promisedOn: z.optional(Day),
  dueOn: z.optional(Day),
  /** Of what is not cancelled. */
  totals: PricedOrder,
});
export type Agreement = z.infer<typeof Agreement>;

/** A word that somebody sorts orders by. */
export const TagName = text(40);

/** What becomes of goods that came back: sold again, kept aside, or thrown away. */
export const Disposition = z.enum(['restock', 'damaged', 'discard']);
export type Disposition = z.infer<typeof Disposition>;

/** Goods of a line that came back. */
export const ReturnedItems = z.object({
  lineId: LineId,
  /** The product or variant: where they go on the shelf. */
  productId: ProductId,
  quantity: PositiveQuantity,
  disposition: Disposition,
});
export type ReturnedItems = z.infer<typeof ReturnedItems>;
