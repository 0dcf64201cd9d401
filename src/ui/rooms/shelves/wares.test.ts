import { describe, expect, test } from 'vitest';
import type { ProductRow } from '../../../views/products/row.ts';
import { bearing, fits, tagsOf, waresOf } from './wares.ts';

const product = (described: object) =>
  ({ productId: 'p', name: 'Tea Cup', unit: 'pcs', variants: [], ...described }) as unknown as ProductRow;

describe('what lies on the shelves', () => {
  test('is the product, or its variants in use', () => {
    const variants = [
      { variantId: 'l', title: 'Large', sku: 'CUP-L', archived: false },
      { variantId: 's', title: 'Small', archived: true },
    ];
    expect(waresOf([product({})]).map(({ id }) => id)).toEqual(['p']);
    expect(waresOf([product({ variants })]).map(({ id, productId }) => [id, productId])).toEqual([
      ['l', 'p'],
    ]);
  });

  test('is found by the beginnings of words, and by a tag', () => {
    const [cup] = waresOf([product({ vendor: 'Löwe', tags: ['blue'] })]);
    expect(cup && fits(cup, 'lowe cu')).toBe(true);
    expect(cup && fits(cup, 'up')).toBe(false);
    expect(cup && fits(cup, '', 'blue')).toBe(true);
    expect(cup && fits(cup, '', 'red')).toBe(false);
  });

  test('has its tags in the order in which people count', () => {
    expect(tagsOf([{ tags: ['Size 10', 'size 2'] }, { tags: ['Apples', 'Size 10'] }])).toEqual([
      ...['Apples', 'size 2', 'Size 10'],
    ]);
  });

  test('is what bears a code, whatever its case', () => {
    const wares = waresOf([product({ sku: 'Cup-1', barcode: '4006381333931' })]);
    expect(bearing(wares, 'CUP-1')?.id).toBe('p');
    expect(bearing(wares, '4006381333931 ')?.id).toBe('p');
    expect(bearing(wares, '400638')).toBeUndefined();
    expect(bearing(wares, '')).toBeUndefined();
  });
});
