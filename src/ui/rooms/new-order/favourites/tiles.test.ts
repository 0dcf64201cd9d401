import { expect, it } from 'vitest';
import type { ProductRow } from '../../../../views/products/row.ts';
import { tilesOf } from './tiles.ts';

const product = (productId: string, members: object = {}) =>
  ({ productId, name: productId, shelf: 'active', variants: [], ...members }) as unknown as ProductRow;
const sizes = ['small', 'large'].map((variantId) => ({ variantId, title: variantId, archived: false }));
const ids = (...asked: Parameters<typeof tilesOf>) =>
  tilesOf(...asked).map(({ productId, variantId }) => variantId ?? productId);

const CATALOGUE = [
  product('bread'),
  product('eggs'),
  product('honey'),
  product('shirt', { variants: sizes }),
];

it('begins with what is pinned, then, by name, what sold of late and the rest; each once', () => {
  const pins = [{ productId: 'honey' }, { productId: 'shirt', variantId: 'large' }];
  expect(ids(pins, ['eggs', 'honey'], CATALOGUE)).toEqual(['honey', 'large', 'bread', 'eggs', 'small']);
});

it('keeps the places when something else is sold more often', () => {
  const [once, later] = [
    ['honey', 'bread'],
    ['eggs', 'bread', 'honey'],
  ].map((late) => ids([], late, CATALOGUE));
  expect(once).toEqual(later);
  // What sold of late comes before whatever else there is, where there is more than room.
  const many = Array.from({ length: 30 }, (_, n) => product(`p${String(n)}`));
  expect(ids([], ['p29'], many).at(-1)).toBe('p29');
});

it('leaves out what is not sold any more', () => {
  const away = product('bread', { shelf: 'archived' });
  expect(ids([{ productId: 'bread' }, { productId: 'gone' }], ['bread'], [away])).toEqual([]);
});

it('stops at what a thumb finds, unless more is pinned', () => {
  const many = Array.from({ length: 30 }, (_, n) => product(`p${String(n)}`));
  expect(ids([], [], many)).toHaveLength(12);
  expect(ids(many.slice(0, 20), [], many)).toHaveLength(20);
});
