import { currencyDigits, type CurrencyCode } from '../../../domain/pricing/index.ts';

export type Rounding = 'exact' | 'ending-5' | 'ending-9' | 'whole';

export interface Change {
  readonly way: 'up' | 'down';
  /** Thousandths of a percent, or ten-thousandths of a major unit. */
  readonly by: { readonly percent: number } | { readonly amount: number };
  readonly rounding: Rounding;
}

const DECIMALS = 4;
const WHOLE = 10 ** DECIMALS;
const HUNDRED_PERCENT = 100_000n;

/** Half goes up. */
const divided = (amount: bigint, by: bigint): bigint => (2n * amount + by) / (2n * by);

/** The nearest of `step`, 2 × `step` … that ends so; of two as near the higher one. */
const nearest = (price: number, step: number, ending = 0): number => {
  const above = Math.floor((price - ending + step / 2) / step) * step + ending;
  return above < 0 ? ending : above;
};

const rounded = (price: number, rounding: Rounding, currency: string): number => {
  const minor = 10 ** (DECIMALS - currencyDigits(currency as CurrencyCode));
  switch (rounding) {
    case 'exact':
      return nearest(price, minor);
    case 'ending-5':
      return nearest(price, 10 * minor, 5 * minor);
    case 'ending-9':
      return nearest(price, 10 * minor, 9 * minor);
    case 'whole':
      return nearest(price, WHOLE);
  }
};

/** What a unit price (ten-thousandths of a major unit) is after the change; never below zero. */
export const repriced = (unitPrice: number, { way, by, rounding }: Change, currency: string): number => {
  const step =
    'percent' in by ? Number(divided(BigInt(unitPrice) * BigInt(by.percent), HUNDRED_PERCENT)) : by.amount;
  const changed = Math.max(0, way === 'up' ? unitPrice + step : unitPrice - step);
  // Nothing asked for: nothing rounded, or a price would change by itself.
  return step === 0 ? unitPrice : rounded(changed, rounding, currency);
};
