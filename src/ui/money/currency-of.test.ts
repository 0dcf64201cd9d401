import { describe, expect, it } from 'vitest';
import { currencyOf } from './currency-of.ts';

describe('the currency a book begins with', () => {
  it.each([
    [['de-DE'], 'EUR'],
    [['de-CH', 'de'], 'CHF'],
    [['en', 'en-AU'], 'AUD'],
    [['ja'], 'JPY'],
    [['en'], 'EUR'],
    [[], 'EUR'],
  ])('of %j is %s', (locales, currency) => {
    expect(currencyOf(locales)).toBe(currency);
  });
});
