import type { ProductRow } from '../../../views/products/row.ts';
import type { StockRow } from '../../../views/stock/row.ts';
import { byName } from '../../words/by-name.ts';
import { folded, wordsIn } from '../../../views/listing/search-words.ts';

/** Something that lies on a shelf of its own: a product, or one of its variants in use. */
export interface Ware {
  /** The name of its shelf: the variant's id, or the product's. */
  readonly id: string;
  readonly productId: string;
  readonly variantId?: string;
  readonly name: string;
  readonly variant?: string;
  readonly sku?: string | undefined;
  readonly unit: string;
  /** Folded SKU and barcode. */
  readonly codes: readonly string[];
  readonly tags: readonly string[];
  /** What it is found by, folded. */
  readonly words: readonly string[];
}

interface Coded {
  readonly sku?: string | undefined;
  readonly barcode?: string | undefined;
}

const codesOf = ({ sku, barcode }: Coded): string[] =>
  [sku, barcode].filter((code) => code !== undefined).map(folded);

/** What of these products is counted and received: each variant in use, or the product where it has none. */
export const waresOf = (products: readonly ProductRow[]): readonly Ware[] =>
  products.flatMap((product): Ware[] => {
    const { productId, name, unit, sku, barcode, vendor, tags = [] } = product;
    const common = { productId, name, unit, tags };
    const inUse = product.variants.filter(({ archived }) => !archived);
    if (inUse.length === 0) {
      const words = wordsIn(name, sku, barcode, vendor, ...tags);
      return [{ ...common, id: productId, sku, codes: codesOf(product), words }];
    }
    return inUse.map((variant) => ({
      ...common,
      ...{ id: variant.variantId, variantId: variant.variantId, variant: variant.title, sku: variant.sku },
      codes: codesOf(variant),
      words: wordsIn(name, variant.title, variant.sku, variant.barcode, vendor, ...tags),
    }));
  });

/** What stands on a shelf, by its level alone. */
export const wareOf = ({ productId, ofProduct, name, variant, sku, unit }: StockRow): Ware => ({
  ...{ id: productId, productId: ofProduct ?? productId, name, sku, unit, codes: [], tags: [], words: [] },
  ...(variant !== undefined && { variant }),
  ...(ofProduct !== undefined && { variantId: productId }),
});

/** The names of their tags. */
export const tagsOf = (wares: readonly Pick<Ware, 'tags'>[]): readonly string[] =>
  [...new Set(wares.flatMap(({ tags }) => tags))].sort(byName());

/** Each word of the text begins one of its words, and it bears the tag when one is chosen. */
export const fits = ({ words, tags }: Pick<Ware, 'words' | 'tags'>, text: string, tag = ''): boolean =>
  (tag === '' || tags.includes(tag)) &&
  wordsIn(text).every((wanted) => words.some((word) => word.startsWith(wanted)));

/** The one that bears this SKU or barcode, as a scanner types it. */
export const bearing = <Some extends Pick<Ware, 'codes'>>(
  wares: readonly Some[],
  code: string,
): Some | undefined => {
  const wanted = folded(code);
  return wanted === '' ? undefined : wares.find(({ codes }) => codes.includes(wanted));
};
