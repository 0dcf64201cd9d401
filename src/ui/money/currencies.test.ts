import { expect, it } from 'vitest';
import { currencyChoices } from './currencies.ts';
import { currencyOf } from './currency-of.ts';

const codes = (has?: string): readonly string[] => currencyChoices(has).map(({ value }) => value);

it.each(['HRK', 'BGN', 'SLL', 'ZWL', 'CUC', 'ANG', 'DEM', 'VEF', 'XAU', 'XSU'])(
  'leaves out %s, with which nobody pays any more',
  (code) => {
    expect(codes()).not.toContain(code);
  },
);

it.each(['EUR', 'USD', 'SLE', 'ZWG', 'CUP', 'XCG', 'XOF', 'KWD', 'VES'])('offers %s', (code) => {
  expect(codes()).toContain(code);
});

it('keeps what a book has in its place, with its name', () => {
  const kept = codes('HRK');
  expect(kept.filter((code) => !codes().includes(code))).toEqual(['HRK']);
  expect([...kept].sort()).toEqual(kept);
  expect(currencyChoices('HRK').find(({ value }) => value === 'HRK')?.label).toBe('HRK · Croatian Kuna');
  expect(codes('EUR')).toEqual(codes());
});

it('offers whatever it proposes by region', () => {
  const regions = Array.from({ length: 26 * 26 }, (_, n) =>
    String.fromCharCode(65 + Math.floor(n / 26), 65 + (n % 26)),
  );
  const proposed = new Set(regions.map((region) => currencyOf([`en-${region}`])));
  expect([...proposed].filter((code) => !codes().includes(code))).toEqual([]);
});
