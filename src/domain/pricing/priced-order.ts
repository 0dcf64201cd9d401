import * as z from 'zod/mini';
import { TaxRate } from './measures.ts';
import { MinorUnits } from './money.ts';

// This shape is frozen into submitted orders. A stored order is never priced again, so: add fields, never change one.

/** "In the price mode" = tax included when the tax mode is inclusive, without tax when it is exclusive. */
export const PricedLine = z.object({
  lineId: z.string(),
  /** round(quantity × unit price), before any discount; in the price mode. */
  gross: MinorUnits,
  /** The line's own discount, 0 ≤ discount ≤ gross; in the price mode. */
  discount: MinorUnits,
  /** The line's part of the order discount, 0 ≤ share ≤ gross − discount; in the price mode. */
  orderDiscountShare: MinorUnits,
  /** After both discounts, without tax, in either mode. Exclusive: gross − discount − share. Inclusive: that − tax. */
  net: MinorUnits,
  tax: MinorUnits,
  /** To pay for this line: net + tax, in either mode. Inclusive: gross − discount − share. */
  total: MinorUnits,
});
export type PricedLine = z.infer<typeof PricedLine>;

const PricedShipping = z.object({
  /** Without tax, in either mode. */
  net: MinorUnits,
  tax: MinorUnits,
  /** net + tax, in either mode. */
  total: MinorUnits,
});

export const RateTotal = z.object({
  rate: TaxRate,
  /** Lines and shipping under this rate, after discounts: without tax, the tax, and both. */
  net: MinorUnits,
  tax: MinorUnits,
  gross: MinorUnits,
});
export type RateTotal = z.infer<typeof RateTotal>;

/**
 * An order's price, all in minor units of its one currency. The ladder as printed adds up:
 * inclusive: subtotal − discountTotal + shippingTotal = total, of which taxTotal is tax;
 * exclusive: subtotal − discountTotal + shippingTotal + taxTotal = total.
 */
export const PricedOrder = z.object({
  lines: z.array(PricedLine),
  /** Zeros when nothing is charged for shipping. */
  shipping: PricedShipping,
  /** Lowest rate first; the rows add up to taxTotal and total. Rates under which nothing is charged are left out. */
  taxByRate: z.array(RateTotal),
  /** Sum of the lines' gross, before any discount, without shipping; in the price mode. */
  subtotal: MinorUnits,
  /** Line discounts and order discount together, as a positive amount; in the price mode. */
  discountTotal: MinorUnits,
  /** The shipping fee as it was entered; in the price mode. */
  shippingTotal: MinorUnits,
  /** Tax of lines and shipping. */
  taxTotal: MinorUnits,
  /** What the customer owes: every line's total + shipping's total, tax in it, in either mode. */
  total: MinorUnits,
});
export type PricedOrder = z.infer<typeof PricedOrder>;
