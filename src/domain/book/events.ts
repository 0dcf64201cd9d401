import * as z from 'zod/mini';
import { defineEvent } from '../../kernel/index.ts';
import { CurrencyCode, TaxMode, TaxRate, TaxRounding } from '../pricing/index.ts';
import { Name } from '../text.ts';

// These names and shapes are for ever: books out there hold them. To change one, raise its version and upcast.

/** How this seller prices and numbers. Orders copy what they need when they begin, so a change never alters one. */
export const BookSettings = z.object({
  name: Name,
  currency: CurrencyCode,
  taxMode: TaxMode,
  rounding: TaxRounding,
  defaultTaxRate: TaxRate,
  /** Stands before every order number, and names its series: `A-` gives A-1001. */
  numberPrefix: z.string().check(z.regex(/^[\p{L}\p{N}/_.-]{1,12}$/u)),
});
export type BookSettings = z.infer<typeof BookSettings>;

export const BookOpened = defineEvent('BookOpened', 1, BookSettings);
/** All settings as they stand from now on. */
export const BookSettingsChanged = defineEvent('BookSettingsChanged', 1, BookSettings);
