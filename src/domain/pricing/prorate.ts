import { minorUnits, type MinorUnits } from './money.ts';
import { roundHalfAwayFromZero } from './rounding.ts';

/** `part` of `whole` parts of an amount ≥ 0, rounded half up: 0 for none of them, the amount for all. `whole` > 0. */
export const prorated = (amount: MinorUnits, part: number, whole: number): MinorUnits =>
  minorUnits(roundHalfAwayFromZero(BigInt(amount) * BigInt(part), BigInt(whole)));

/**
 * What the next `part` of `whole` parts is worth after `before` of them: however many steps there are, their shares add up to
 * the amount.
 */
export const proratedShare = (amount: MinorUnits, before: number, part: number, whole: number): MinorUnits =>
  minorUnits(prorated(amount, before + part, whole) - prorated(amount, before, whole));
