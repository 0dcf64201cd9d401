import * as z from 'zod/mini';

/** An ISO 4217 code in capitals. Only its shape is checked, so a currency born tomorrow needs no release. */
export const CurrencyCode = z
  .string()
  .check(z.regex(/^[A-Z]{3}$/))
  .brand<'CurrencyCode'>();
export type CurrencyCode = z.infer<typeof CurrencyCode>;

export type CurrencyDigits = 0 | 2 | 3;

// ISO 4217 list one. `Intl` is not asked: CLDR gives digits as used in shops (IQD: 0), and they change with the browser.
const WITHOUT_MINOR_UNIT = new Set(
  'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF'.split(' '),
);
const WITH_THOUSANDTHS = new Set('BHD IQD JOD KWD LYD OMR TND'.split(' '));

/** How many decimals the minor unit has: 0 for JPY, 3 for KWD, 2 for EUR and every code not known to differ. */
export function currencyDigits(currency: CurrencyCode): CurrencyDigits {
  if (WITHOUT_MINOR_UNIT.has(currency)) return 0;
  return WITH_THOUSANDTHS.has(currency) ? 3 : 2;
}
