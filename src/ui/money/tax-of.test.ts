import { expect, it } from 'vitest';
import { taxModeOf, taxRateOf } from './tax-of.ts';

it('tells prices without tax where shelves do', () => {
  expect(taxModeOf(['en-US'])).toBe('exclusive');
  expect(taxModeOf(['fr-FR'])).toBe('inclusive');
});

it.each([
  [['de-DE'], 19_000],
  [['de-CH', 'de'], 8_100],
  [['fi'], 25_500],
  [['en-US'], null],
  [['en'], null],
  [[], null],
])('proposes for %j a rate of %s', (locales, rate) => {
  expect(taxRateOf(locales)).toBe(rate);
});
