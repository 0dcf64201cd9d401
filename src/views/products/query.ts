import * as z from 'zod/mini';
import { defineQuery } from '../../kernel/index.ts';
import { folded, shelfParams, widerShelfPage } from '../listing/index.ts';
import { bearersOf, type Coded } from './codes.ts';
import type { ProductTables } from './row.ts';

const view = 'products';
const permission = 'product.see';

/** Products by name, or those that a text finds: name, vendor, SKU, barcode, their variants' too, and within words. */
export const ProductList = defineQuery<ProductTables>()({
  name: 'ProductList',
  view,
  permission,
  params: shelfParams,
  run: ({ products }, params) => widerShelfPage(products, params),
});

/** One product; undefined when there is none of that id. */
export const ProductDetails = defineQuery<ProductTables>()({
  name: 'ProductDetails',
  view,
  permission,
  params: z.object({ productId: z.uuid() }),
  run: ({ products }, { productId }) => products.get(productId),
});

/** What these products are called; those that are not there are left out. */
export const ProductNames = defineQuery<ProductTables>()({
  name: 'ProductNames',
  view,
  permission,
  params: z.object({ ids: z.array(z.uuid()).check(z.maxLength(5_000)) }),
  run: async ({ products }, { ids }) =>
    (await products.getMany(ids)).flatMap((row) => (row ? [{ id: row.productId, name: row.name }] : [])),
});

/** These products as described last, in the order asked for; those that are not there are left out. */
export const ProductsById = defineQuery<ProductTables>()({
  name: 'ProductsById',
  view,
  permission,
  params: z.object({ ids: z.array(z.uuid()).check(z.maxLength(200)) }),
  run: async ({ products }, { ids }) => (await products.getMany(ids)).flatMap((row) => row ?? []),
});

const MOST = 50;

/**
 * What bears this SKU or barcode, whatever its case: for the scanner, and for a warning before a code is given twice, which
 * nothing forbids.
 */
export const ProductsByCode = defineQuery<ProductTables>()({
  name: 'ProductsByCode',
  view,
  permission,
  params: z.object({ code: z.string().check(z.minLength(1), z.maxLength(80)) }),
  run: async ({ products }, { code }): Promise<readonly Coded[]> => {
    const wanted = folded(code);
    const rows = await products.range({ index: 'codes', from: wanted, to: wanted, limit: MOST });
    return rows.flatMap((row) => bearersOf(row, code));
  },
});
