import { describe, expect, it } from 'vitest';
import { ProductId, VariantId } from '../../../domain/ids.ts';
import type { StockRow } from '../../../views/stock/row.ts';
import { goodsHref, listHref } from './addresses.ts';
import { inAll, isCounted, soldIn } from './in-all.ts';

const SHIRT = ProductId.parse('0190a000-0000-7000-8000-000000000001');
const SMALL = VariantId.parse('0190a000-0000-7000-8000-000000000002');

const level = (onHand: number, reserved: number, missing?: number): StockRow => ({
  ...{ productId: SMALL, name: 'Shirt', unit: 'pcs', shelf: 'active', policy: 'warn', supply: 'covered' },
  ...{ onHand, reserved, backOrdered: missing ?? 0, unavailable: 0, buffer: 0, available: onHand - reserved },
  ...(missing !== undefined && { missing }),
});

describe('the stock of a product that is sold in variants', () => {
  it('is what there is of them all', () => {
    expect(inAll(SHIRT, [level(3_000, 1_000), level(2_000, 2_000, 4_000)])).toEqual({
      ...{ productId: SHIRT, unit: 'pcs', onHand: 5_000, reserved: 3_000, available: 2_000 },
      ...{ backOrdered: 4_000, unavailable: 0, buffer: 0, missing: 4_000 },
    });
    expect(inAll(SHIRT, [level(3_000, 1_000)])).not.toHaveProperty('missing');
    expect(inAll(SHIRT, [])).toBeUndefined();
  });

  it('leaves out what nobody counts, and is not counted where that is all', () => {
    const uncounted: StockRow = { ...level(9_000, 1_000), policy: 'uncounted' };
    const all = inAll(SHIRT, [uncounted, level(3_000, 1_000)]);
    expect(all).toMatchObject({ onHand: 3_000, available: 2_000 });
    expect(all && isCounted(all)).toBe(true);
    expect(inAll(SHIRT, [uncounted])).toMatchObject({ policy: 'uncounted', onHand: 0 });
  });

  it('is not that of those put away', () => {
    expect(soldIn([{ variantId: SMALL, archived: true }])).toEqual([]);
  });
});

describe('an address', () => {
  it('keeps the shelf that is looked at, and names the variant', () => {
    expect(listHref()).toBe('#/products');
    expect(listHref('oversold')).toBe('#/products?shelf=oversold');
    expect(goodsHref({ productId: SHIRT })).toBe(`#/products/${SHIRT}`);
    expect(goodsHref({ productId: SMALL, ofProduct: SHIRT }, 'sold-out')).toBe(
      `#/products/${SHIRT}?variant=${SMALL}&shelf=sold-out`,
    );
  });
});
