import type { ProductDescription, Variant } from '../../domain/product/index.ts';
import type { Shelved } from '../listing/index.ts';

/** A variant as described last, with its options in words. */
export interface VariantRow extends Omit<Variant, 'productId'> {
  readonly title: string;
}

/** A product as described last. */
export interface ProductRow extends ProductDescription, Shelved {
  readonly variants: readonly VariantRow[];
  /** SKUs and barcodes of the product and its variants, folded, each with what bears it. */
  readonly codes: readonly string[];
}

export interface ProductTables {
  products: ProductRow;
}
