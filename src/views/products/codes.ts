import type { ProductId, VariantId } from '../../domain/ids.ts';
import { folded } from '../listing/index.ts';
import type { ProductRow } from './row.ts';

interface Bearer {
  readonly sku?: string | undefined;
  readonly barcode?: string | undefined;
}

const codesOf = ({ sku, barcode }: Bearer): readonly string[] =>
  [sku, barcode].filter((code) => code !== undefined).map(folded);

/** Entries of a `*codes` index: every code of the product and its variants, once. */
export const codeEntries = (product: Bearer, variants: readonly Bearer[]): readonly string[] => [
  ...new Set([product, ...variants].flatMap(codesOf)),
];

/** What bears a code: a product, or one of its variants. */
export interface Coded {
  readonly productId: ProductId;
  readonly variantId?: VariantId;
  readonly name: string;
  readonly variant?: string;
  readonly archived: boolean;
}

/** Who of a product and its variants bears the code. */
export const bearersOf = (row: ProductRow, code: string): readonly Coded[] => {
  const { productId, name, variants } = row;
  const put = row.shelf === 'archived';
  const bears = (one: Bearer) => codesOf(one).includes(folded(code));
  return [
    ...(bears(row) ? [{ productId, name, archived: put }] : []),
    ...variants.filter(bears).map(({ variantId, title, archived }) => ({
      ...{ productId, variantId, name, variant: title },
      archived: archived || put,
    })),
  ];
};
