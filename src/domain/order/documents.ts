import * as z from 'zod/mini';
import { SellerAddress } from '../book/index.ts';
import { TaxNumber } from '../customer/index.ts';
import { Day } from '../day.ts';
import { CreditNoteId, InvoiceId, LineId } from '../ids.ts';
import {
  CurrencyCode,
  Discount,
  MinorUnits,
  NonNegativeMinorUnits,
  PositiveMinorUnits,
  PricedOrder,
  Quantity,
  RateTotal,
  TaxMode,
  TaxRate,
} from '../pricing/index.ts';
import { Name, Reason, Remark, text } from '../text.ts';
import { OrderCustomer, OrderLine, Shipping } from './parts.ts';

// Events hold these shapes, so they are for ever too: add optional members, never change one. A document that was issued
// is printed from what it holds, whatever becomes of order, customer and settings.

/** Who sells, as the settings of the book said on the day. */
export const Seller = z.object({
  name: Name,
  address: z.optional(SellerAddress),
  taxNumber: z.optional(text(60)),
  email: z.optional(text(320)),
  phone: z.optional(text(60)),
  web: z.optional(text(200)),
  bankDetails: z.optional(Remark),
});
export type Seller = z.infer<typeof Seller>;

/** Whom it was issued to: as the order names them, with their tax number as it was on the day. */
export const Billed = z.object({ ...OrderCustomer.shape, taxNumber: z.optional(TaxNumber) });
export type Billed = z.infer<typeof Billed>;

/** The goods and the money of an order as they stood when it was issued; amounts in minor units of `currency`. */
export const Invoice = z.object({
  invoiceId: InvoiceId,
  number: text(30),
  orderNumber: text(30),
  issuedOn: Day,
  seller: Seller,
  customer: z.optional(Billed),
  lines: z.array(OrderLine),
  discount: z.optional(Discount),
  shipping: z.optional(Shipping),
  currency: CurrencyCode,
  taxMode: TaxMode,
  totals: PricedOrder,
  /** Granted and written off, paid less refunded, and rounded to coins until then. */
  credits: NonNegativeMinorUnits,
  paid: MinorUnits,
  cashRounding: z.optional(MinorUnits),
  /** total − credits + cashRounding − paid: what is still to be paid, or, below zero, to be paid back. */
  balance: MinorUnits,
  dueOn: z.optional(Day),
  paymentTerms: z.optional(Remark),
  /** Notes for the customer that stood on the order. */
  notes: z.optional(z.array(Remark)),
});
export type Invoice = z.infer<typeof Invoice>;

/** `quantity` of an invoiced line, taken back: `net` + `tax` = `total`. */
export const CreditedLine = z.object({
  lineId: LineId,
  name: Name,
  variant: z.optional(Name),
  unit: text(30),
  quantity: Quantity,
  taxRate: TaxRate,
  net: MinorUnits,
  tax: MinorUnits,
  total: MinorUnits,
});
export type CreditedLine = z.infer<typeof CreditedLine>;

/** Takes back part of an invoice, or all that is left of it. Lines, where there are any, add up to the rates, these to `total`. */
export const CreditNote = z.object({
  creditNoteId: CreditNoteId,
  number: text(30),
  invoiceId: InvoiceId,
  invoiceNumber: text(30),
  invoicedOn: Day,
  issuedOn: Day,
  seller: Seller,
  customer: z.optional(Billed),
  currency: CurrencyCode,
  taxMode: TaxMode,
  reason: Reason,
  /** Absent: an amount off, for no line in particular. */
  lines: z.optional(z.array(CreditedLine)),
  taxByRate: z.array(RateTotal),
  net: MinorUnits,
  tax: MinorUnits,
  total: PositiveMinorUnits,
});
export type CreditNote = z.infer<typeof CreditNote>;
