import { fc } from '../../../test/spec/fc.ts';
import { describe, expect, it } from 'vitest';
import { cashRoundingEntry, CashStep, minorUnits } from './index.ts';

describe('the cash rounding entry', () => {
  it.each([
    [1232, 5, -2],
    [1233, 5, 2],
    [1234, 5, 1],
    [1235, 5, 0],
    [1234, 10, -4],
    [1235, 10, 5],
    [-1235, 10, -5],
    [1249, 100, -49],
    [1250, 100, 50],
  ])('of %i in coins of %i is %i', (amount, step, entry) => {
    expect(cashRoundingEntry(minorUnits(amount), CashStep.parse(step))).toBe(entry);
  });

  it('makes any amount payable, and is at most half a coin', () => {
    const amounts = fc.integer({ min: -(10 ** 12), max: 10 ** 12 });
    fc.assert(
      fc.property(amounts, fc.constantFrom(1, 5, 10, 100), (amount, step) => {
        const entry = cashRoundingEntry(minorUnits(amount), CashStep.parse(step));
        expect(Math.abs((amount + entry) % step)).toBe(0);
        expect(2 * Math.abs(entry)).toBeLessThanOrEqual(step);
      }),
    );
  });

  it('knows no coin of nothing', () => {
    expect(CashStep.safeParse(0).success).toBe(false);
  });
});
