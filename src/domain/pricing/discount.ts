import * as z from 'zod/mini';
import { DiscountRate, WHOLE } from './measures.ts';
import { NonNegativeMinorUnits } from './money.ts';
import { roundHalfAwayFromZero } from './rounding.ts';

/** Taken off a line or off a whole order, in the order's price mode (with tax when prices include it). */
export const Discount = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('percent'), rate: DiscountRate }),
  z.object({ kind: z.literal('amount'), amount: NonNegativeMinorUnits }),
]);
export type Discount = z.infer<typeof Discount>;

/**
 * Minor units to take off `base` (≥ 0). A percentage rounds what is LEFT to pay, half away from zero, and the discount
 * is the rest: 15 % off 0.30 leaves 0.255 → 0.26. A percentage never exceeds the base; an amount can: the caller decides.
 */
export function discountOn(base: bigint, discount: Discount | undefined): bigint {
  if (discount === undefined) return 0n;
  if (discount.kind === 'amount') return BigInt(discount.amount);
  return base - roundHalfAwayFromZero(base * BigInt(WHOLE - discount.rate), BigInt(WHOLE));
}
