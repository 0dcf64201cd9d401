/** numerator ÷ denominator to the nearest integer; a half goes away from zero (2.5 → 3, −2.5 → −3). denominator > 0. */
export function roundHalfAwayFromZero(numerator: bigint, denominator: bigint): bigint {
  if (denominator <= 0n) throw new RangeError('a ratio needs a denominator above zero');
  // BigInt division cuts towards zero, so a half is added on the numerator's own side first.
  const half = numerator < 0n ? -denominator : denominator;
  return (2n * numerator + half) / (2n * denominator);
}
