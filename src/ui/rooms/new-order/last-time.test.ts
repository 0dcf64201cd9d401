import { expect, it } from 'vitest';
import type { ProductRow } from '../../../views/products/row.ts';
import { asLastTime } from './last-time.ts';

const product = (productId: string, members: object = {}) =>
  ({
    productId,
    name: productId,
    unit: 'pcs',
    unitPrice: 45_000,
    taxRate: 0,
    shelf: 'active',
    variants: [],
    ...members,
  }) as unknown as ProductRow;
const line = (productId: string, quantity: number, members: object = {}) => ({
  ...{ productId, name: `${productId} of old`, quantity },
  ...members,
});

it('gives the goods of then as they are sold today', () => {
  const { goods, gone } = asLastTime([line('tea', 3_000)], [product('tea', { unitPrice: 52_000 })]);
  expect(goods).toEqual([
    {
      product: { productId: 'tea', name: 'tea', unit: 'pcs', unitPrice: 52_000, taxRate: 0, sku: undefined },
      quantity: 3_000,
    },
  ]);
  expect(gone).toEqual([]);
});

it('names what is not sold any more', () => {
  const small = { variantId: 'small', title: 'Small', archived: true };
  const large = { variantId: 'large', title: 'Large', archived: false };
  const now = [product('mug', { shelf: 'archived' }), product('shirt', { variants: [small, large] })];
  const former = [
    line('mug', 1_000),
    line('lamp', 1_000),
    line('shirt', 1_000, { variantId: 'small', variant: 'Small' }),
    line('shirt', 2_000, { variantId: 'large', variant: 'Large' }),
  ];
  const { goods, gone } = asLastTime(former, now);
  expect(goods.map(({ product: { variantId }, quantity }) => [variantId, quantity])).toEqual([
    ['large', 2_000],
  ]);
  expect(gone).toEqual(['mug of old', 'lamp of old', 'shirt of old, Small']);
});
