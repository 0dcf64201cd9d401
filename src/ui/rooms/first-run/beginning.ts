import { currencyOf } from '../../money/currency-of.ts';
import { taxModeOf, taxRateOf } from '../../money/tax-of.ts';

/** The three steps to a book of one's own; each can be left out. */
export const STEPS = ['name', 'money', 'product'] as const;
export type OwnStep = (typeof STEPS)[number];

/** What is typed on the way: text, ten-thousandths of the currency, thousandths of a piece and of a percent. */
export interface Beginning extends Record<string, string | number | null> {
  name: string;
  currency: string;
  tax: string;
  taxRate: number | null;
  product: string;
  price: number | null;
  stock: number | null;
}

/** What the steps begin with: what the browser tells of where it is. */
export const suggested = (locales: readonly string[]): Beginning => {
  const [taxRate, mode] = [taxRateOf(locales), taxModeOf(locales)];
  const tax = taxRate === null && mode === 'inclusive' ? 'none' : mode;
  return {
    ...{ name: '', currency: currencyOf(locales), tax, taxRate },
    ...{ product: '', price: null, stock: null },
  };
};

/** A tax that nobody has seen is not charged. */
export const taxTermsOf = ({ tax, taxRate }: Beginning, step: string, locales: readonly string[]) => ({
  taxMode: tax === 'none' ? taxModeOf(locales) : tax,
  defaultTaxRate: tax === 'none' || !['money', 'product'].includes(step) ? 0 : (taxRate ?? 0),
});

/** What of the first product is to be put right; nothing while there is none. */
export const missingOf = ({ product, price, stock }: Beginning): readonly ('product' | 'price')[] => {
  const isNamed = product.trim() !== '';
  if (!isNamed && price === null && stock === null) return [];
  return [...(isNamed ? [] : (['product'] as const)), ...(price === null ? (['price'] as const) : [])];
};
