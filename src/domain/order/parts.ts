import * as z from 'zod/mini';
import { Address } from '../customer/index.ts';
import { CustomerId, LineId, PaymentId, ProductId } from '../ids.ts';
import {
  Discount,
  NonNegativeMinorUnits,
  PositiveMinorUnits,
  PositiveQuantity,
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
  name: Name,
  sku: z.optional(text(80)),
  unit: text(30),
  unitPrice: UnitPrice,
  taxRate: TaxRate,
  quantity: PositiveQuantity,
  discount: z.optional(Discount),
});
export type OrderLine = z.infer<typeof OrderLine>;

/** Whom it is for, as they were when they were put on the order. */
export const OrderCustomer = z.object({
  customerId: CustomerId,
  name: Name,
  company: z.optional(Name),
  address: z.optional(Address),
});
export type OrderCustomer = z.infer<typeof OrderCustomer>;

/** Where the goods go when that is not simply the customer: whose door it is, and where. */
export const ShipTo = z.object({ name: z.optional(Name), address: z.optional(Address) });

/** The fee in the order's price mode. */
export const Shipping = z.object({ amount: NonNegativeMinorUnits, taxRate: TaxRate });
export type Shipping = z.infer<typeof Shipping>;

/** Where an imported order comes from, and its number there. */
export const Source = z.object({ system: text(60), reference: text(120) });
export type Source = z.infer<typeof Source>;

export const LineQuantity = z.object({ lineId: LineId, quantity: PositiveQuantity });
export type LineQuantity = z.infer<typeof LineQuantity>;

/** What the shelves hold for a line, and what of it waits for stock. */
export const LineAllocation = z.object({ lineId: LineId, reserved: Quantity, backOrdered: Quantity });
export type LineAllocation = z.infer<typeof LineAllocation>;

export const PaymentMethod = z.enum(['cash', 'card', 'transfer', 'other']);
export type PaymentMethod = z.infer<typeof PaymentMethod>;

/** `tendered` is the cash that was handed over, `change` what was given back of it. */
export const Payment = z.object({
  paymentId: PaymentId,
  method: PaymentMethod,
  amount: PositiveMinorUnits,
  tendered: z.optional(PositiveMinorUnits),
  change: z.optional(NonNegativeMinorUnits),
  reference: z.optional(text(120)),
});
export type Payment = z.infer<typeof Payment>;

/** A person's reason may be lifted by a person; with `stock`, the shelves could not keep what the order was promised. */
export const Hold = z.object({ reason: Reason, cause: z.enum(['person', 'stock']) });
export type Hold = z.infer<typeof Hold>;

/** `tracked` stock is reserved and leaves; `settled` goods were gone before this book knew of the order. */
export const StockHandling = z.enum(['tracked', 'settled']);
export type StockHandling = z.infer<typeof StockHandling>;
