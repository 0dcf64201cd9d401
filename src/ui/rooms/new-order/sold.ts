import type { UnitPrice } from '../../../domain/pricing/index.ts';
import type { ProductRow } from '../../../views/products/row.ts';
import type { TypedLine } from './typed-order.ts';

/** Something that can be put on an order, at today's price. */
export type Sellable = Pick<
  TypedLine,
  'productId' | 'variantId' | 'variant' | 'name' | 'sku' | 'unit' | 'taxRate'
> & {
  readonly unitPrice: UnitPrice;
};

const spells = (code: string | undefined, text: string): boolean =>
  code !== undefined && code.toLowerCase() === text.trim().toLowerCase();

/**
 * What can be sold of these products: each variant in use of its own, or the product itself where it has none. A text that
 * is somebody's SKU or barcode finds nothing else: that is how a scanner picks.
 */
export const sold = (products: readonly ProductRow[], text: string): readonly Sellable[] => {
  const all = products.flatMap((product) => {
    const { productId, name, sku, barcode, unit, taxRate, unitPrice } = product;
    const inUse = product.variants.filter(({ archived }) => !archived);
    if (inUse.length === 0) return [{ productId, name, sku, barcode, unit, taxRate, unitPrice }];
    return inUse.map((variant) => ({
      ...{ productId, variantId: variant.variantId, variant: variant.title, name, unit, taxRate },
      ...{ sku: variant.sku, barcode: variant.barcode, unitPrice: variant.unitPrice ?? unitPrice },
    }));
  });
  const coded = all.filter(({ sku, barcode }) => spells(sku, text) || spells(barcode, text));
  return (coded.length > 0 ? coded : all).map(({ barcode: _, ...one }) => one);
};
