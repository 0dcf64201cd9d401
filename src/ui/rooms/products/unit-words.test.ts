import { expect, it } from 'vitest';
import { unitAfter, unitBooked, unitShown } from './unit-words.ts';

it('shows pieces in the reader’s word, and books what is typed so as pieces', () => {
  expect(unitShown('pcs')).toBe('Pieces');
  expect([' pieces', 'Pieces', 'pcs'].map(unitBooked)).toEqual(['pcs', 'pcs', 'pcs']);
  expect(unitAfter('Pieces')).toBeUndefined();
});

it('leaves every other unit as it was written', () => {
  expect([unitShown('kg'), unitBooked(' Glas '), unitAfter('kg')]).toEqual(['kg', 'Glas', 'kg']);
});
