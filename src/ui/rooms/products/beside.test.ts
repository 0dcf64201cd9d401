import { expect, it } from 'vitest';
import { besideVariants, movedOf } from './beside.ts';

const level = { onHand: 10_000, reserved: 3_000, unavailable: 2_000, policy: 'warn' } as const;

it('leaves to a variant what is kept for nobody', () => {
  expect(besideVariants(level)).toEqual({ free: 7_000, unavailable: 2_000, reserved: 3_000 });
  expect(besideVariants({ ...level, reserved: 12_000 })).toEqual({
    ...{ free: 0, unavailable: 0, reserved: 10_000 },
  });
});

it('says nothing of what is not there, or not counted', () => {
  expect(besideVariants(undefined)).toBeUndefined();
  expect(besideVariants({ ...level, onHand: 0 })).toBeUndefined();
  expect(besideVariants({ ...level, policy: 'uncounted' })).toBeUndefined();
});

it('moves what can be sold first', () => {
  const beside = { free: 7_000, unavailable: 2_000, reserved: 0 };
  expect(movedOf(beside, 5_000)).toEqual({ quantity: 5_000 });
  expect(movedOf(beside, 6_000)).toEqual({ quantity: 6_000, unavailable: 1_000 });
  expect(movedOf(beside, 7_000)).toEqual({ quantity: 7_000, unavailable: 2_000 });
  expect(movedOf(beside, 9_000)).toEqual({ quantity: 9_000, unavailable: 2_000 });
});
