import { describe, expect, it } from 'vitest';
import {
  CurrencyCode,
  currencyDigits,
  DiscountRate,
  MinorUnits,
  minorUnits,
  Money,
  NonNegativeMinorUnits,
  PositiveMinorUnits,
  PositiveQuantity,
  Quantity,
  sumMinorUnits,
  TaxRate,
  UnitPrice,
} from './index.ts';

const LARGEST = Number.MAX_SAFE_INTEGER;

describe('a currency', () => {
  it.each([
    ['JPY', 0],
    ['KRW', 0],
    ['VND', 0],
    ['CLP', 0],
    ['ISK', 0],
    ['EUR', 2],
    ['CHF', 2],
    ['HUF', 2],
    ['KWD', 3],
    ['IQD', 3],
    ['TND', 3],
    ['XXQ', 2],
  ])('%s has %i digits', (code, digits) => {
    expect(currencyDigits(CurrencyCode.parse(code))).toBe(digits);
  });

  it.each(['eur', 'EURO', 'EU', '', 'E1R', ' EUR', 'EUR\n'])('refuses %j as a code', (code) => {
    expect(CurrencyCode.safeParse(code).success).toBe(false);
  });
});

describe('the schemas', () => {
  it.each([
    ['a fraction', MinorUnits, 12.5, false],
    ['beyond the safe integers', MinorUnits, LARGEST + 1, false],
    ['a debt', MinorUnits, -1250, true],
    ['a negative fee', NonNegativeMinorUnits, -1, false],
    ['a payment of nothing', PositiveMinorUnits, 0, false],
    ['a cancelled quantity', Quantity, 0, true],
    ['a negative quantity', Quantity, -1, false],
    ['nothing asked for', PositiveQuantity, 0, false],
    ['a free article', UnitPrice, 0, true],
    ['a negative price', UnitPrice, -1, false],
    ['1000 % tax', TaxRate, 1_000_000, true],
    ['more than 1000 % tax', TaxRate, 1_000_001, false],
    ['100 % off', DiscountRate, 100_000, true],
    ['more than 100 % off', DiscountRate, 100_001, false],
  ])('%s', (_, schema, value, accepted) => {
    expect(schema.safeParse(value).success).toBe(accepted);
  });

  it('money names its currency', () => {
    expect(Money.safeParse({ amount: 1250 }).success).toBe(false);
    expect(Money.parse({ amount: 1250, currency: 'EUR' })).toEqual({ amount: 1250, currency: 'EUR' });
  });
});

describe('minor units', () => {
  it('are never a fraction, never out of range, never minus zero', () => {
    expect(() => minorUnits(0.5)).toThrow('no exact number of minor units');
    expect(() => minorUnits(2n ** 53n)).toThrow('no exact number of minor units');
    expect(Object.is(minorUnits(-0), 0)).toBe(true);
  });

  it('add up exactly, or the sum throws', () => {
    expect(sumMinorUnits([])).toBe(0);
    // In floats LARGEST + LARGEST would already be wrong before the rest is taken off again.
    const large = minorUnits(LARGEST);
    expect(sumMinorUnits([large, large, minorUnits(-LARGEST), minorUnits(-1)])).toBe(LARGEST - 1);
    expect(() => sumMinorUnits([large, minorUnits(1)])).toThrow(
      expect.objectContaining({ name: 'AmountNotExact' }),
    );
  });
});
