import { describe, expect, it } from 'vitest';
import { placesOf, readTyped, typedForm } from './number-kind.ts';

const euro = placesOf('money', 'EUR');

describe('a money field in euro', () => {
  it('reads both marks as cents', () => {
    expect(readTyped('12.5', euro, false)).toEqual({ value: 1250 });
    expect(readTyped('12,50', euro, false)).toEqual({ value: 1250 });
  });

  it('is empty without complaint', () => {
    expect(readTyped('  ', euro, false)).toEqual({ value: null });
  });

  it('books nothing it can not read, and says why', () => {
    expect(readTyped('twelve', euro, false)).toEqual({
      value: null,
      problem: 'This is not a number. Write it like 125.00.',
    });
    expect(readTyped('1.005', euro, false).value).toBeNull();
    expect(readTyped('-3', euro, false).problem).toBe('This can’t be less than zero.');
    expect(readTyped('−3', euro, true).value).toBe(-300);
  });

  it('writes back what it read', () => {
    expect(typedForm(1250, euro)).toBe('12.50');
  });
});

it('keeps four decimals of a unit price and shows at least the cents', () => {
  const price = placesOf('unit-price', 'EUR');
  expect(readTyped('0.0125', price, false)).toEqual({ value: 125 });
  expect(typedForm(98_000, price)).toBe('9.80');
});

it('writes quantities and rates without needless zeros', () => {
  expect(typedForm(1_500, placesOf('quantity', undefined))).toBe('1.5');
  expect(typedForm(19_000, placesOf('percent', undefined))).toBe('19');
});

it('reads what an Arabic or a Persian keyboard types', () => {
  expect(readTyped('١٢٫٥', euro, false)).toEqual({ value: 1250 });
  expect(readTyped('۱۲٫۵۰', euro, false)).toEqual({ value: 1250 });
  expect(readTyped('١٬٢٣٤٫٥٠', euro, false)).toEqual({ value: 123_450 });
  expect(readTyped('١٢', placesOf('whole', undefined), false)).toEqual({ value: 12 });
});

it('reads the sign or the currency that stands beside the figure anyway', () => {
  const rate = placesOf('percent', undefined);
  expect(readTyped('7 %', rate, false)).toEqual({ value: 7_000 });
  expect(readTyped('٧٪', rate, false)).toEqual({ value: 7_000 });
  expect(readTyped('12,50 €', euro, false)).toEqual({ value: 1250 });
  expect(readTyped('EUR 12.50', euro, false)).toEqual({ value: 1250 });
  expect(readTyped('%', rate, false)).toEqual({ value: null });
});

it('shows a rate as the example of a rate', () => {
  expect(readTyped('seven', placesOf('percent', undefined), false).problem).toBe(
    'This is not a number. Write it like 7.5.',
  );
});
