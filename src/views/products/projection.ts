import {
  ProductArchived,
  ProductChanged,
  ProductCreated,
  ProductRestored,
  type ProductDescription,
} from '../../domain/product/index.ts';
import { changesOf, defineProjection } from '../../kernel/index.ts';
import { positionKey, shelfIndexes, shelved, tieOf, type Shelf } from '../listing/index.ts';
import type { ProductRow, ProductTables } from './row.ts';

const { products } = changesOf<ProductTables>()('products');

const rowOf = (product: ProductDescription, shelf: Shelf, tie: string): ProductRow => {
  const { name, sku, barcode } = product;
  return { ...product, ...shelved(shelf, tie, name, sku, barcode) };
};

const movedTo = (shelf: Shelf) => (row: ProductRow | undefined) => row && { ...row, shelf };

/** What do we sell? */
export const productView = defineProjection<ProductTables>({
  name: 'products',
  version: 1,
  tables: { products: { key: 'productId', indexes: shelfIndexes } },
})
  .on(ProductCreated, ({ data, position }) => [
    products(data.productId, () => rowOf(data, 'active', positionKey(position))),
  ])
  .on(ProductChanged, ({ data }) => [
    products(data.productId, (row) => row && rowOf(data, row.shelf, tieOf(row.sort))),
  ])
  .on(ProductArchived, ({ data }) => [products(data.productId, movedTo('archived'))])
  .on(ProductRestored, ({ data }) => [products(data.productId, movedTo('active'))]);
