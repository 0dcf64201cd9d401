import { fc } from '../../../test/spec/fc.ts';
import { describe, expect, it } from 'vitest';
import { parsePlainDecimal, parseTypedDecimal, toDecimalString, type TypedDecimalRules } from './index.ts';

const value = (number: number) => ({ ok: true, value: number });
const problem = (error: string) => ({ ok: false, error });

describe('an amount as people type it', () => {
  it.each([
    ['12.50', 1250],
    ['12,50', 1250],
    ['12', 1200],
    ['12,5', 1250],
    ['.5', 50],
    ['12.', 1200],
    [' 7 ', 700],
    ['1.234,56', 123_456],
    ['1,234.56', 123_456],
    ['1 234.56', 123_456],
    ['1\u202f234,56', 123_456],
    ['1\u00a0234', 123_400],
    ['1’234.50', 123_450],
    ["1'234'567", 123_456_700],
    ['1.234.567', 123_456_700],
    ['1.234.567,8', 123_456_780],
    ['1,23,456.00', 12_345_600],
    ['1234,5', 123_450],
    ['-0', 0],
    ['90071992547409.91', 9_007_199_254_740_991],
  ])('%j is %i cents', (text, cents) => {
    expect(parseTypedDecimal(text, { decimals: 2 })).toEqual(value(cents));
  });

  it.each([
    ['', 'empty'],
    ['  ', 'empty'],
    ['abc', 'not-a-number'],
    ['12 €', 'not-a-number'],
    ['1e3', 'not-a-number'],
    ['.', 'not-a-number'],
    ['-', 'not-a-number'],
    ['1-2', 'not-a-number'],
    ['--1', 'not-a-number'],
    ['1 2', 'not-a-number'],
    ['12,50.3', 'not-a-number'],
    ['1.2345.678', 'not-a-number'],
    ['1,234.567.890', 'not-a-number'],
    ['1.2 3', 'not-a-number'],
    ['12.5050', 'too-many-decimals'],
    ['1,234.567', 'too-many-decimals'],
    ['0.125', 'too-many-decimals'],
    ['90071992547409.92', 'too-large'],
    ['-1', 'negative'],
    ['−12,50', 'negative'],
    ['1.234', 'ambiguous'],
    ['1,234', 'ambiguous'],
  ])('%j is refused as %s', (text, code) => {
    expect(parseTypedDecimal(text, { decimals: 2 })).toEqual(problem(code));
  });

  it('is refused as too large before endless digits are counted', () => {
    expect(parseTypedDecimal('9'.repeat(5000), { decimals: 2 })).toEqual(problem('too-large'));
    expect(parsePlainDecimal('9'.repeat(5000), { decimals: 2 })).toEqual(problem('too-large'));
  });

  it('may be below zero where the field says so', () => {
    expect(parseTypedDecimal('−1 234,5', { decimals: 3, allowNegative: true })).toEqual(value(-1_234_500));
  });

  it.each<[string, TypedDecimalRules, ReturnType<typeof value> | ReturnType<typeof problem>]>([
    ['1.234', { decimals: 3, decimalSeparator: '.' }, value(1234)],
    ['1.234', { decimals: 3, decimalSeparator: ',' }, value(1_234_000)],
    ['1,234', { decimals: 2, decimalSeparator: '.' }, value(123_400)],
    ['1,234', { decimals: 2, decimalSeparator: ',' }, problem('too-many-decimals')],
    ['12.50', { decimals: 2, decimalSeparator: ',' }, value(1250)],
  ])('%j with %j: the locale settles what three digits mean', (text, rules, outcome) => {
    expect(parseTypedDecimal(text, rules)).toEqual(outcome);
  });
});

describe('a number as files write it', () => {
  it.each([
    ['9.8', 4, 98_000],
    ['34.8', 4, 348_000],
    ['14', 4, 140_000],
    ['14.0000000', 2, 1400],
    // a fraction of 1 read as thousandths of a percent: 15 %
    ['0.15', 5, 15_000],
    ['.05', 5, 5000],
    ['32.38', 2, 3238],
    ['0', 0, 0],
  ])('%j with %i decimals is %i', (text, decimals, number) => {
    expect(parsePlainDecimal(text, { decimals })).toEqual(value(number));
  });

  it.each([
    ['', 'empty'],
    ['1,234.5', 'not-a-number'],
    ['12,5', 'not-a-number'],
    ['1e3', 'not-a-number'],
    ['1.2.3', 'not-a-number'],
    ['.', 'not-a-number'],
    ['0.155', 'too-many-decimals'],
    ['-3', 'negative'],
    ['90071992547409.92', 'too-large'],
  ])('%j is refused as %s', (text, code) => {
    expect(parsePlainDecimal(text, { decimals: 2 })).toEqual(problem(code));
  });
});

describe('an integer as a decimal', () => {
  it.each([
    [1250, 2, '12.50'],
    [-5, 2, '-0.05'],
    [0, 3, '0.000'],
    [294, 0, '294'],
    [-9_007_199_254_740_991, 3, '-9007199254740.991'],
  ])('%i with %i digits is %s', (number, decimals, text) => {
    expect(toDecimalString(number, decimals)).toBe(text);
  });

  it('leaves out zeros beyond the decimals asked for', () => {
    expect(toDecimalString(98_000, 4, 2)).toBe('9.80');
    expect(toDecimalString(43_333, 4, 2)).toBe('4.3333');
    expect(toDecimalString(19_000, 3, 0)).toBe('19');
    expect(toDecimalString(5_500, 3, 0)).toBe('5.5');
  });

  it('is read back as the same integer, from a file and from a keyboard', () => {
    fc.assert(
      fc.property(fc.maxSafeInteger(), fc.nat(5), fc.nat(5), (number, decimals, fewest) => {
        const limits = { decimals, allowNegative: true };
        const text = toDecimalString(number, decimals, Math.min(fewest, decimals));
        expect(parsePlainDecimal(text, limits)).toEqual(value(number));
        expect(parseTypedDecimal(text, { ...limits, decimalSeparator: '.' })).toEqual(value(number));
      }),
    );
  });

  it('is read back when a locale has grouped it', () => {
    const locales = fc.constantFrom(
      ['en-US', '.'] as const,
      ['de-DE', ','] as const,
      ['fr-FR', ','] as const,
      ['de-CH', '.'] as const,
    );
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10 ** 12 }), locales, (cents, [locale, decimalSeparator]) => {
        const grouped = new Intl.NumberFormat(locale, { minimumFractionDigits: 2 }).format(cents / 100);
        expect(parseTypedDecimal(grouped, { decimals: 2, decimalSeparator })).toEqual(value(cents));
        expect(parseTypedDecimal(grouped, { decimals: 2 })).toEqual(value(cents));
      }),
    );
  });
});
