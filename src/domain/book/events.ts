import * as z from 'zod/mini';
import { defineEvent } from '../../kernel/index.ts';
import { CashStep, CurrencyCode, TaxMode, TaxRate, TaxRounding } from '../pricing/index.ts';
import { Name, Remark, text } from '../text.ts';

// These names and shapes are for ever: books out there hold them. To change one, raise its version and upcast.

/** Stands before every number of a series: `A-` gives A-1001, `#` gives #1001. */
export const NumberPrefix = z.string().check(z.regex(/^[\p{L}\p{N}#/_.-]{1,12}$/u));

/** A picture inside the book, 64 KB of text at most, since every change of the settings repeats it. */
export const Logo = z
  .string()
  .check(
    z.maxLength(65_536),
    z.regex(/^data:image\/(png;base64,iVBORw0KGgo|jpeg;base64,\/9j\/)[A-Za-z0-9+/]*={0,2}$/),
  );

/** The shop's own: no customer's, so never sealed with one. */
export const SellerAddress = z.object({
  street: z.optional(Name),
  city: z.optional(Name),
  region: z.optional(Name),
  postcode: z.optional(text(30)),
  country: z.optional(Name),
});
export type SellerAddress = z.infer<typeof SellerAddress>;

/** How this seller prices and numbers. Orders copy what they need when they begin, so a change never alters one. */
export const BookSettings = z.object({
  name: Name,
  currency: CurrencyCode,
  taxMode: TaxMode,
  rounding: TaxRounding,
  defaultTaxRate: TaxRate,
  /** Names the series of the orders too. */
  numberPrefix: NumberPrefix,
  invoicePrefix: z.optional(NumberPrefix),
  creditNotePrefix: z.optional(NumberPrefix),
  /** The smallest coin of `currency`, where that is more than one minor unit. */
  cashStep: z.optional(CashStep),
  /** As documents name the seller, where that is not the book's name. */
  sellerName: z.optional(Name),
  address: z.optional(SellerAddress),
  taxNumber: z.optional(text(60)),
  email: z.optional(text(320)),
  phone: z.optional(text(60)),
  web: z.optional(text(200)),
  bankDetails: z.optional(Remark),
  /** Days from an invoice until it is due. */
  paymentDays: z.optional(z.int().check(z.nonnegative(), z.maximum(366))),
  /** Days that a payment is let wait after its due day before the seller is told to ask for it; 7 where left out. */
  reminderDays: z.optional(z.int().check(z.nonnegative(), z.maximum(366))),
  paymentTerms: z.optional(Remark),
  logo: z.optional(Logo),
});
export type BookSettings = z.infer<typeof BookSettings>;

/** Version 2: prefixes with `#`. An app that knows none would take the settings for broken. */
const unknownBefore = { 1: (data: unknown) => data };

export const BookOpened = defineEvent('BookOpened', 2, BookSettings, unknownBefore);
/** All settings as they stand from now on. */
export const BookSettingsChanged = defineEvent('BookSettingsChanged', 2, BookSettings, unknownBefore);

/** A way to look at the orders that is kept under a name. */
export const OrderView = z.object({
  viewId: z.string().check(z.minLength(1), z.maxLength(100)),
  /** Left out where the app has its own word for it. */
  name: z.optional(text(60)),
  /** As the list's address says it: filters and order. */
  look: z.string().check(z.maxLength(500)),
});
export type OrderView = z.infer<typeof OrderView>;

/** All of them as they stand from now on, in their order. */
export const OrderViewsArranged = defineEvent(
  'OrderViewsArranged',
  1,
  z.object({ views: z.array(OrderView) }),
);
