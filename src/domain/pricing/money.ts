import * as z from 'zod/mini';
import { CurrencyCode } from './currency.ts';

/** An amount in the currency's minor unit: 1250 is 12.50 EUR, 1250 JPY, 1.250 KWD. Any sign, always a safe integer. */
export const MinorUnits = z.int().brand<'MinorUnits'>();
export type MinorUnits = z.infer<typeof MinorUnits>;

/** A fee or a discount: zero or more minor units. */
export const NonNegativeMinorUnits = MinorUnits.check(z.nonnegative());

/** Money that changes hands: at least one minor unit. */
export const PositiveMinorUnits = MinorUnits.check(z.positive());

/** An amount that leaves the order it belongs to (a file, a printout), and so must name its currency. */
export const Money = z.object({ amount: MinorUnits, currency: CurrencyCode });
export type Money = z.infer<typeof Money>;

/** Defect: a sum left the range in which integers are exact. What people enter is refused before it comes to this. */
class AmountNotExact extends Error {
  override readonly name = 'AmountNotExact';
}

export const isExact = (amount: bigint): boolean =>
  amount <= BigInt(Number.MAX_SAFE_INTEGER) && amount >= BigInt(Number.MIN_SAFE_INTEGER);

/** Minor units from an integer of our own making. Throws `AmountNotExact` for a fraction or beyond ±(2^53 − 1). */
export function minorUnits(amount: bigint | number): MinorUnits {
  const exact = typeof amount === 'bigint' ? isExact(amount) : Number.isSafeInteger(amount);
  if (!exact) throw new AmountNotExact(`${String(amount)} is no exact number of minor units`);
  // `+ 0` turns -0, which canonical JSON cannot tell from 0, into 0.
  return (Number(amount) + 0) as MinorUnits;
}

/** The exact sum, 0 for none; throws `AmountNotExact` when it is out of range. One currency is the caller's promise. */
export function sumMinorUnits(amounts: Iterable<MinorUnits>): MinorUnits {
  let sum = 0n;
  for (const amount of amounts) sum += BigInt(amount);
  return minorUnits(sum);
}
