import { fc } from '../../../test/spec/fc.ts';
import { describe, expect, it } from 'vitest';
import { currencyDigits, CurrencyCode, Quantity, UnitPrice } from './index.ts';
import { lineGross } from './line.ts';
import { roundHalfAwayFromZero } from './rounding.ts';

describe('rounding half away from zero', () => {
  it.each([
    [5n, 2n, 3n],
    [-5n, 2n, -3n],
    [7n, 3n, 2n],
    [8n, 3n, 3n],
    [-7n, 3n, -2n],
    [0n, 7n, 0n],
    [1n, 2n, 1n],
    [-1n, 2n, -1n],
  ])('%i / %i is %i', (numerator, denominator, rounded) => {
    expect(roundHalfAwayFromZero(numerator, denominator)).toBe(rounded);
  });

  it('is the nearest integer, the farther from zero of two', () => {
    fc.assert(
      fc.property(fc.bigInt(), fc.bigInt({ min: 1n, max: 10n ** 12n }), (numerator, denominator) => {
        const off = 2n * (roundHalfAwayFromZero(numerator, denominator) * denominator - numerator);
        const away = numerator < 0n ? -off : off;
        expect(away <= denominator && away > -denominator).toBe(true);
      }),
    );
  });

  it('has no answer without a denominator', () => {
    expect(() => roundHalfAwayFromZero(1n, 0n)).toThrow(RangeError);
  });
});

describe('a line before discounts', () => {
  it.each([
    // 3 × 9.99
    ['EUR', 3000, 99_900, 2997n],
    // 1.5 kg × 4.3333 = 6.49995
    ['EUR', 1500, 43_333, 650n],
    // 0.5 × 0.01 = half a cent
    ['EUR', 500, 100, 1n],
    // 0.499 × 0.01
    ['EUR', 499, 100, 0n],
    // 3 × 98 yen
    ['JPY', 3000, 980_000, 294n],
    // 0.5 × 1 yen
    ['JPY', 500, 10_000, 1n],
    // 2 × 1.2505 dinar = 2.501
    ['KWD', 2000, 12_505, 2501n],
    ['EUR', 0, 99_900, 0n],
    // (2^53 − 1) × 10^15 / 10^7: a product that no float holds
    ['JPY', 10 ** 15, 9_007_199_254_740_991, 900_719_925_474_099_100_000_000n],
  ])('%s: %i thousandths × %i ten-thousandths = %i', (code, quantity, unitPrice, gross) => {
    const digits = currencyDigits(CurrencyCode.parse(code));
    expect(lineGross(Quantity.parse(quantity), UnitPrice.parse(unitPrice), digits)).toBe(gross);
  });
});
