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

it('begins with what is pinned, then what sold of late, then the rest; each once', () => {
  const pins = [{ productId: 'honey' }, { productId: 'shirt', variantId: 'large' }];
  expect(ids(pins, ['eggs', 'honey'], CATALOGUE)).toEqual(['honey', 'large', 'eggs', 'bread', 'small']);
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
