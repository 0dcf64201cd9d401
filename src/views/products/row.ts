import type { ProductDescription } from '../../domain/product/index.ts';
import type { Shelved } from '../listing/index.ts';

/** A product as described last. */
export interface ProductRow extends ProductDescription, Shelved {}

export interface ProductTables {
  products: ProductRow;
}
