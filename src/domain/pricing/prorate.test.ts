import { fc } from '../../../test/spec/fc.ts';
import { expect, it } from 'vitest';
import { minorUnits, prorated, proratedShare } from './index.ts';

it('takes part of an amount, half a unit up', () => {
  expect(prorated(minorUnits(1000), 1, 3)).toBe(333);
  expect(prorated(minorUnits(1000), 2, 3)).toBe(667);
  expect(prorated(minorUnits(5), 1, 2)).toBe(3);
  expect(prorated(minorUnits(5), 0, 2)).toBe(0);
});

it('gives shares that add up to the amount, however it is taken apart', () => {
  const steps = fc.array(fc.integer({ min: 1, max: 5000 }), { minLength: 1, maxLength: 12 });
  fc.assert(
    fc.property(fc.nat(1_000_000), steps, (amount, parts) => {
      const whole = parts.reduce((sum, part) => sum + part, 0);
      let before = 0;
      let given = 0;
      for (const part of parts) {
        const share = proratedShare(minorUnits(amount), before, part, whole);
        expect(share).toBeGreaterThanOrEqual(0);
        before += part;
        given += share;
      }
      expect(given).toBe(amount);
    }),
    { numRuns: 1000 },
  );
});
