import { fc } from '../../../test/spec/fc.ts';
import { expect, it } from 'vitest';
import { CurrencyCode } from '../../domain/pricing/index.ts';
import { likelyHanded } from './handed.ts';

const likely = (due: number, currency: string) => likelyHanded(due, CurrencyCode.parse(currency));

it.each([
  [2_670, 'EUR', [3_000, 4_000, 5_000]],
  [8_700, 'EUR', [10_000, 20_000, 50_000]],
  [2_400, 'EUR', [3_000, 4_000, 5_000]],
  [320, 'EUR', [400, 500, 1_000]],
  [80, 'EUR', [100, 500, 1_000]],
  [2_000, 'EUR', [5_000, 10_000, 20_000]],
  [2_670, 'JPY', [3_000, 5_000, 10_000]],
  [26_700, 'JPY', [30_000, 40_000, 50_000]],
  [4_445, 'KWD', [5_000, 10_000, 20_000]],
])('for %i of %s it is likely %j', (due, currency, wanted) => {
  expect(likely(due, currency)).toEqual(wanted);
});

it('is always more than what is due, and never the same twice', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 10 ** 12 }),
      fc.constantFrom('EUR', 'JPY', 'KWD'),
      (due, currency) => {
        const found = likely(due, currency);
        expect(found.length).toBeGreaterThan(0);
        expect(found.every((amount) => Number.isSafeInteger(amount) && amount > due)).toBe(true);
        expect(new Set(found).size).toBe(found.length);
      },
    ),
  );
});
