import type { ProductId, VariantId } from '../../domain/ids.ts';
import {
  variantTitle,
  type ProductDescription,
  type VariantDescription,
} from '../../domain/product/index.ts';
import { counted, positionKey, sortKey } from '../listing/index.ts';
import { unseen, withSupply } from './level.ts';
import type { GoodsRow, GoodsVariant, StockRow } from './row.ts';

export const described = (
  row: GoodsRow | undefined,
  { productId, name, sku, unit, unitPrice }: ProductDescription,
  position: number,
): GoodsRow => {
  const { tie, archived, variants } = row ?? { tie: positionKey(position), archived: false, variants: [] };
  return { productId, name, unit, unitPrice, ...(sku !== undefined && { sku }), tie, archived, variants };
};

const variantOf = ({
  variantId,
  sku,
  unitPrice,
  ...variant
}: VariantDescription): Omit<GoodsVariant, 'tie' | 'archived'> => ({
  variantId,
  title: variantTitle(variant),
  ...(sku !== undefined && { sku }),
  ...(unitPrice !== undefined && { unitPrice }),
});

export const withNewVariant =
  (variant: VariantDescription, position: number) =>
  (row: GoodsRow | undefined): GoodsRow | undefined =>
    row && {
      ...row,
      variants: [...row.variants, { ...variantOf(variant), tie: positionKey(position), archived: false }],
    };

const changedVariant =
  (variantId: VariantId, change: (known: GoodsVariant) => GoodsVariant) =>
  (row: GoodsRow | undefined): GoodsRow | undefined =>
    row && {
      ...row,
      variants: row.variants.map((known) => (known.variantId === variantId ? change(known) : known)),
    };

export const withChangedVariant = (variant: VariantDescription) =>
  changedVariant(variant.variantId, ({ tie, archived }) => ({ ...variantOf(variant), tie, archived }));

export const withVariantPut = (variantId: VariantId, archived: boolean) =>
  changedVariant(variantId, (known) => ({ ...known, archived }));

interface Label extends Pick<StockRow, 'name' | 'unit' | 'shelf' | 'sort' | 'unitPrice'> {
  readonly sku?: string | undefined;
  readonly variant?: string;
  readonly ofProduct?: ProductId;
}

const labelled =
  (id: ProductId, { sku, ...label }: Label) =>
  (row: StockRow = unseen(id)): StockRow => {
    const { sku: _, ...kept } = row;
    return withSupply({ ...kept, ...label, ...(sku !== undefined && { sku }) });
  };

const shelfOf = (archived: boolean) => (archived ? 'archived' : 'active');

/** What lies on the shelves under a product's name: itself, unless it is sold in variants, and these. */
export const labelsOf = (goods: GoodsRow) => {
  const { productId, name, unit, unitPrice, sku, tie, archived, variants } = goods;
  const inVariants = variants.some((variant) => !variant.archived);
  const itself = {
    ...{ name, unit, unitPrice, sku, sort: sortKey(counted(name), tie) },
    shelf: shelfOf(archived || inVariants),
  } as const;
  return [
    { id: productId, update: labelled(productId, itself) },
    ...variants.map(
      ({ variantId, title, sku: code, unitPrice: price = unitPrice, tie: at, archived: put }) => ({
        id: variantId,
        update: labelled(variantId, {
          ...{ name, unit, unitPrice: price, sku: code, variant: title, ofProduct: productId },
          ...{ sort: sortKey(counted(`${name} ${title}`), at), shelf: shelfOf(put || archived) },
        }),
      }),
    ),
  ];
};
