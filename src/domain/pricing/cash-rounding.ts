import * as z from 'zod/mini';
import { minorUnits, type MinorUnits } from './money.ts';
import { roundHalfAwayFromZero } from './rounding.ts';

/** The smallest coin, in minor units: 5 for 0.05 CHF, 10 for 0.10 NZD, 100 for 1.00 SEK. */
export const CashStep = z.int().check(z.positive()).brand<'CashStep'>();
export type CashStep = z.infer<typeof CashStep>;

/**
 * What must be added to `amount` (any sign) for coins of `step` to pay it: −2 for 12.32, +1 for 12.34 at 0.05; half a step goes
 * away from zero. It stands as an entry of its own and never touches tax.
 */
export function cashRoundingEntry(amount: MinorUnits, step: CashStep): MinorUnits {
  const coins = roundHalfAwayFromZero(BigInt(amount), BigInt(step));
  return minorUnits(coins * BigInt(step) - BigInt(amount));
}

/** What coins of `step` pay of a balance of any sign: the nearest amount that they can. */
export const cashDue = (balance: MinorUnits, step: CashStep): MinorUnits =>
  minorUnits(balance + cashRoundingEntry(balance, step));
