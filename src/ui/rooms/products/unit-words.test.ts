import { expect, it } from 'vitest';
import { isMeasured, unitAfter, unitBooked, unitShown } from './unit-words.ts';

it('shows pieces in the reader’s word, and books what is typed so as pieces', () => {
  expect(unitShown('pcs')).toBe('Pieces');
  expect([' pieces', 'Pieces', 'pcs'].map(unitBooked)).toEqual(['pcs', 'pcs', 'pcs']);
  expect(unitAfter('Pieces')).toBeUndefined();
});

it('leaves every other unit as it was written', () => {
  expect([unitShown('kg'), unitBooked(' Glas '), unitAfter('kg')]).toEqual(['kg', 'Glas', 'kg']);
});

it('tells what is weighed or measured from what is counted', () => {
  expect(['kg', 'g', 'Liter', 'l', 'm²', 'Std.', 'كغ'].map(isMeasured)).toEqual([
    ...[true, true, false, true, true, true, true],
  ]);
  expect(['pcs', 'Stk', 'jar', 'Bund', 'St'].map(isMeasured)).toEqual([false, false, false, false, false]);
});
