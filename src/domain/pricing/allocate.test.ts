import { fc } from '../../../test/spec/fc.ts';
import { describe, expect, it } from 'vitest';
import { roundTogether } from './allocate.ts';
import { allocate, minorUnits } from './index.ts';

const spread = (total: number, weights: number[]): number[] =>
  allocate(minorUnits(total), weights.map(minorUnits));

describe('an amount spread by largest remainder', () => {
  it('gives the missing cent to the largest remainder', () => {
    // 500 over 1000:1800:3000 = 86.207, 155.172, 258.621
    expect(spread(500, [1000, 1800, 3000])).toEqual([86, 155, 259]);
  });

  it('gives it to the earlier part on a tie', () => {
    expect(spread(100, [1, 1, 1])).toEqual([34, 33, 33]);
    expect(spread(2, [1, 1, 1])).toEqual([1, 1, 0]);
  });

  it('mirrors a negative amount', () => {
    expect(spread(-100, [1, 1, 1])).toEqual([-34, -33, -33]);
  });

  it('gives nothing to a part without weight, and nothing of nothing', () => {
    expect(spread(7, [0, 3, 0])).toEqual([0, 7, 0]);
    expect(spread(0, [0, 0])).toEqual([0, 0]);
    expect(spread(0, [])).toEqual([]);
  });

  it('throws when no part can carry the amount', () => {
    expect(() => spread(1, [0, 0])).toThrow('nothing to spread');
    expect(() => spread(1, [])).toThrow('nothing to spread');
    expect(() => spread(1, [2, -1])).toThrow('below zero');
  });

  it('throws when parts are rounded towards a sum that is not theirs', () => {
    expect(() => roundTogether(9n, [1n, 1n], 2n)).toThrow('not the sum');
  });

  const weights = fc
    .array(fc.oneof(fc.nat(), fc.nat(5), fc.maxSafeNat()), { minLength: 1, maxLength: 20 })
    .filter((parts) => parts.some((part) => part > 0));

  it('adds up exactly, each share within a unit of its exact part, for any sign', () => {
    fc.assert(
      fc.property(fc.maxSafeInteger(), weights, (total, parts) => {
        const shares = spread(total, parts);
        const whole = parts.reduce((sum, part) => sum + BigInt(part), 0n);
        expect(shares.reduce((sum, share) => sum + BigInt(share), 0n)).toBe(BigInt(total));
        shares.forEach((share, index) => {
          const off = BigInt(share) * whole - BigInt(total) * BigInt(parts[index] ?? 0);
          expect(off < whole && off > -whole).toBe(true);
        });
      }),
    );
  });

  it('never gives a greater weight less, nor a later equal weight more', () => {
    fc.assert(
      fc.property(fc.maxSafeNat(), weights, (total, parts) => {
        const ranked = spread(total, parts)
          .map((share, index) => ({ share, weight: parts[index] ?? 0, index }))
          .sort((a, b) => b.weight - a.weight || a.index - b.index);
        const shares = ranked.map(({ share }) => share);
        expect(shares).toEqual([...shares].sort((a, b) => b - a));
      }),
    );
  });
});
