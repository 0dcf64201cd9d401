import type { Client } from '../../../client/index.ts';
import { ProductList } from '../../../views/products/query.ts';
import type { ProductRow } from '../../../views/products/row.ts';
import type { StockRow } from '../../../views/stock/row.ts';
import { Listing } from '../../paging/listing.svelte.ts';
import { LevelsShown } from '../products/levels.svelte.ts';
import { distinct } from './distinct.ts';
import { fits, tagsOf, waresOf, type Ware } from './wares.ts';

const PAGE = 500;
/** So many stand in the list at first, and as many more with every press. */
const STRETCH = 100;

/** All that is sold, to be gone through: looked for by text and tag, with what the book says is there of it. */
export class Goods {
  text = $state('');
  tag = $state('');
  /** Which of them are gone through; all unless set. */
  only = $state.raw<(ware: Ware) => boolean>();
  readonly #listing: Listing<ProductRow>;
  /** undefined while they are read. */
  readonly products: readonly ProductRow[] | undefined = $derived.by(() =>
    this.#listing.ready ? this.#listing.rows : undefined,
  );
  #stretch = $state(STRETCH);
  readonly wares = $derived(this.products && waresOf(this.products));
  readonly tags: readonly string[] = $derived(tagsOf(this.wares ?? []));
  readonly found: readonly Ware[] = $derived(
    (this.wares ?? []).filter((ware) => fits(ware, this.text, this.tag) && (this.only?.(ware) ?? true)),
  );
  readonly shown: readonly Ware[] = $derived(this.found.slice(0, this.#stretch));
  readonly #levels: LevelsShown;

  /** During a component's initialisation. The levels of `others` are known though they are not shown. */
  constructor(client: Client, others: () => Iterable<string> = () => []) {
    this.#listing = new Listing((after) => client.live(ProductList, { archived: false, limit: PAGE, after }));
    // All of them, page by page.
    $effect(() => {
      if (this.#listing.hasMore) this.#listing.more();
    });
    // As one text, so that nothing is asked anew while it says the same.
    const asked = $derived(distinct([...this.shown.map(({ id }) => id), ...others()]).join(' '));
    let last: LevelsShown | undefined;
    this.#levels = $derived.by(() => {
      const productIds = asked === '' ? [] : asked.split(' ');
      last = new LevelsShown(client, { productIds, asOf: undefined }, last);
      return last;
    });
  }

  get hasFailed(): boolean {
    return this.#listing.error !== undefined;
  }

  /** What the book says is there; undefined while unknown. */
  levelOf(id: string): StockRow | undefined {
    return this.#levels.of(id);
  }

  more(): void {
    this.#stretch += STRETCH;
  }

  /** Brings one into the list that is shown, whatever was looked for. */
  reveal(id: string): void {
    this.text = '';
    this.tag = '';
    this.only = undefined;
    const at = this.found.findIndex((ware) => ware.id === id);
    this.#stretch = Math.max(this.#stretch, at + 1);
  }
}
