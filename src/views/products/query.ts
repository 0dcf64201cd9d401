import * as z from 'zod/mini';
import { defineQuery } from '../../kernel/index.ts';
import { shelfPage, shelfParams } from '../listing/index.ts';
import type { ProductTables } from './row.ts';

const view = 'products';
const permission = 'product.see';

/** Products by name, or those that a text finds: name, SKU, barcode. */
export const ProductList = defineQuery<ProductTables>()({
  name: 'ProductList',
  view,
  permission,
  params: shelfParams,
  run: ({ products }, params) => shelfPage(products, params),
});

/** One product; undefined when there is none of that id. */
export const ProductDetails = defineQuery<ProductTables>()({
  name: 'ProductDetails',
  view,
  permission,
  params: z.object({ productId: z.uuid() }),
  run: ({ products }, { productId }) => products.get(productId),
});
