import {
  ProductArchived,
  ProductChanged,
  ProductCreated,
  ProductRestored,
  VariantAdded,
  VariantArchived,
  VariantChanged,
  VariantRestored,
  variantTitle,
  type ProductDescription,
  type VariantDescription,
} from '../../domain/product/index.ts';
import { changesOf, defineProjection } from '../../kernel/index.ts';
import { positionKey, shelfIndexes, shelved, tieOf, type Shelf } from '../listing/index.ts';
import { codeEntries } from './codes.ts';
import type { ProductRow, ProductTables, VariantRow } from './row.ts';

const { products } = changesOf<ProductTables>()('products');

const rowOf = (
  product: ProductDescription,
  variants: readonly VariantRow[],
  shelf: Shelf,
  tie: string,
): ProductRow => {
  const { name, sku, barcode, vendor } = product;
  const ofVariants = variants.flatMap((variant) => [variant.sku, variant.barcode, variant.title]);
  return {
    ...product,
    ...shelved(shelf, tie, name, sku, barcode, vendor, ...ofVariants),
    variants,
    codes: codeEntries(product, variants),
  };
};

const descriptionOf = (row: ProductRow): ProductDescription => {
  const { shelf: _, sort: __, words: ___, variants: ____, codes: _____, ...description } = row;
  return description;
};

const movedTo = (shelf: Shelf) => (row: ProductRow | undefined) => row && { ...row, shelf };

const variantRow = ({ productId: _, ...variant }: VariantDescription, archived: boolean): VariantRow => ({
  ...variant,
  title: variantTitle(variant),
  archived,
});

/** The product with other variants: it is found by theirs, too. */
const withVariants =
  (change: (variants: readonly VariantRow[]) => readonly VariantRow[]) =>
  (row: ProductRow | undefined): ProductRow | undefined =>
    row && rowOf(descriptionOf(row), change(row.variants), row.shelf, tieOf(row.sort));

const withVariant = (id: string, change: (variant: VariantRow) => VariantRow) =>
  withVariants((variants) => variants.map((one) => (one.variantId === id ? change(one) : one)));

/** What do we sell? */
export const productView = defineProjection<ProductTables>({
  name: 'products',
  version: 2,
  tables: { products: { key: 'productId', indexes: [...shelfIndexes, '*codes'] } },
})
  .on(ProductCreated, ({ data, position }) => [
    products(data.productId, () => rowOf(data, [], 'active', positionKey(position))),
  ])
  .on(ProductChanged, ({ data }) => [
    products(data.productId, (row) => row && rowOf(data, row.variants, row.shelf, tieOf(row.sort))),
  ])
  .on(ProductArchived, ({ data }) => [products(data.productId, movedTo('archived'))])
  .on(ProductRestored, ({ data }) => [products(data.productId, movedTo('active'))])
  .on(VariantAdded, ({ data }) => [
    products(
      data.productId,
      withVariants((variants) => [...variants, variantRow(data, false)]),
    ),
  ])
  .on(VariantChanged, ({ data }) => [
    products(
      data.productId,
      withVariant(data.variantId, ({ archived }) => variantRow(data, archived)),
    ),
  ])
  .on(VariantArchived, ({ data }) => [
    products(
      data.productId,
      withVariant(data.variantId, (variant) => ({ ...variant, archived: true })),
    ),
  ])
  .on(VariantRestored, ({ data }) => [
    products(
      data.productId,
      withVariant(data.variantId, (variant) => ({ ...variant, archived: false })),
    ),
  ]);
