import { minorUnits, type MinorUnits } from './money.ts';

/**
 * Largest remainder: rounds each numerator ÷ denominator (≥ 0 ÷ > 0) down, then gives the missing units, one each, to
 * the largest remainders, the earlier part first on a tie, so that the parts add up to `total`.
 * `total` must be the rounded sum of the ratios; anything else is a defect.
 */
export function roundTogether(total: bigint, numerators: readonly bigint[], denominator: bigint): bigint[] {
  const parts = numerators.map((numerator) => numerator / denominator);
  const missing = total - parts.reduce((sum, part) => sum + part, 0n);
  if (missing < 0n || missing > BigInt(parts.length))
    throw new RangeError('the total is not the sum of its parts');
  const byRemainder = numerators
    .map((numerator, index) => ({ index, remainder: numerator % denominator }))
    .sort((a, b) => (a.remainder === b.remainder ? a.index - b.index : a.remainder > b.remainder ? -1 : 1));
  const lifted = new Set(byRemainder.slice(0, Number(missing)).map(({ index }) => index));
  return parts.map((part, index) => (lifted.has(index) ? part + 1n : part));
}

/** As `allocate`, on exact integers of any size. */
export function spread(total: bigint, weights: readonly bigint[]): bigint[] {
  if (total < 0n) return spread(-total, weights).map((share) => -share);
  if (weights.some((weight) => weight < 0n)) throw new RangeError('a weight is below zero');
  if (total === 0n) return weights.map(() => 0n);
  const whole = weights.reduce((sum, weight) => sum + weight, 0n);
  if (whole === 0n) throw new RangeError('nothing to spread an amount over: every weight is zero');
  return roundTogether(
    total,
    weights.map((weight) => total * weight),
    whole,
  );
}

/**
 * Spreads `total` (any sign) over `weights` (≥ 0) in proportion: the shares add up exactly, none is a whole unit off its
 * exact part, a greater weight never gets less. Throws RangeError for a weight below 0, or no weight to carry an amount.
 */
export function allocate(total: MinorUnits, weights: readonly MinorUnits[]): MinorUnits[] {
  return spread(BigInt(total), weights.map(BigInt)).map(minorUnits);
}
