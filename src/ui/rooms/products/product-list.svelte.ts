import { router } from 'svelte-spa-router';
import type { Client } from '../../../client/index.ts';
import { ProductList } from '../../../views/products/index.ts';
import { StockList } from '../../../views/stock/index.ts';
import type { ProductRow } from '../../../views/products/row.ts';
import type { StockRow } from '../../../views/stock/row.ts';
import { asked } from '../../app/asked.ts';
import { past } from '../../past/past.svelte.ts';
import { followListing, type Listing } from '../../paging/listing.svelte.ts';
import { inAll, soldIn, type Figures } from './in-all.ts';
import { LevelsShown } from './levels.svelte.ts';

const PAGE = 100;
const SHELVES = ['in-use', 'oversold', 'sold-out', 'low', 'archived'] as const;
export type ShelfShown = (typeof SHELVES)[number];

/** What a stub shows of a product; those sold out come from the stock, which knows no price. */
export type ProductShown = Pick<ProductRow, 'productId' | 'name' | 'sku' | 'unit'> &
  Partial<Pick<ProductRow, 'unitPrice' | 'variants'>> &
  Pick<StockRow, 'variant' | 'ofProduct'>;

/** Where its stock lies: with its variants, else under its own name. */
const shelvesOf = ({ productId, variants = [] }: ProductShown): readonly string[] => {
  const sold = soldIn(variants);
  return sold.length === 0 ? [productId] : sold.map(({ variantId }) => variantId);
};

/** The list of products: what is searched for, and which shelf is looked at (by the address). */
export class ProductsShown {
  text = $state('');
  readonly shelf: ShelfShown = $derived.by(() => {
    const named = asked(router.querystring, 'shelf');
    return SHELVES.find((shelf) => shelf === named) ?? 'in-use';
  });
  readonly #described: { readonly current: Listing<ProductRow> };
  readonly #soldOut: { readonly current: Listing<StockRow> };
  readonly #levels: LevelsShown;

  constructor(client: Client) {
    this.#described = followListing(
      (asOf) => {
        const question = { text: this.text, archived: this.shelf === 'archived', limit: PAGE };
        return (after) => client.live(ProductList, { ...question, after }, asOf);
      },
      () => this.shelf,
    );
    this.#soldOut = followListing((asOf) => {
      const question = { filter: 'sold-out', limit: PAGE };
      return (after) => client.live(StockList, { ...question, after }, asOf);
    });
    let last: LevelsShown | undefined;
    this.#levels = $derived.by(() => {
      const productIds = this.shelf === 'sold-out' ? [] : this.listing.rows.flatMap(shelvesOf);
      last = new LevelsShown(client, { productIds, asOf: past.instant }, last);
      return last;
    });
  }

  get listing(): Listing<ProductShown> {
    return this.shelf === 'sold-out' ? this.#soldOut.current : this.#described.current;
  }

  /** Of a product that is sold in variants, what there is of them all. */
  figuresOf(product: ProductShown | StockRow): Figures | undefined {
    if ('onHand' in product) return product;
    const levels = shelvesOf(product).flatMap((id) => this.#levels.of(id) ?? []);
    return inAll(product.productId, levels);
  }

  /** What there is of each of its variants; of none where it is not sold in any. */
  variantsOf({ variants = [] }: ProductShown): readonly StockRow[] {
    return soldIn(variants).flatMap(({ variantId }) => this.#levels.of(variantId) ?? []);
  }

  /** The answer is there, and it holds nothing. */
  get isEmpty(): boolean {
    return this.listing.ready && this.listing.rows.length === 0;
  }
}
