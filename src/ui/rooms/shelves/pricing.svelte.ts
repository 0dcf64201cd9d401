import { SvelteSet } from 'svelte/reactivity';
import type { Client } from '../../../client/index.ts';
import type { Receipt } from '../../../kernel/index.ts';
import { Deed } from './deed.svelte.ts';
import { distinct } from './distinct.ts';
import { Goods } from './goods.svelte.ts';
import { repriced, type Change, type Rounding } from './repricing.ts';
import { fits, waresOf } from './wares.ts';

/** A price that stands for itself: a product's, or that of a variant with its own. */
interface Priced {
  readonly id: string;
  readonly productId: string;
  readonly variantId?: string;
  readonly name: string;
  readonly variant?: string;
  readonly unitPrice: number;
  readonly words: readonly string[];
  readonly tags: readonly string[];
}

/** Prices of many, about to change together. */
export class Pricing {
  way = $state<Change['way']>('up');
  by = $state<'percent' | 'amount'>('percent');
  /** Thousandths of a percent, or ten-thousandths of a major unit. */
  figure = $state<number | null>(null);
  rounding = $state<Rounding>('exact');
  /** Of all that are found, those that stay as they are. */
  readonly leftOut = new SvelteSet<string>();
  readonly goods: Goods;
  readonly deed: Deed;

  readonly prices: readonly Priced[] = $derived.by(() =>
    (this.goods.products ?? []).flatMap((product): Priced[] => {
      const { productId, name, unitPrice, tags = [], variants } = product;
      const wares = waresOf([product]);
      const words = distinct(wares.flatMap((ware) => ware.words));
      const own = variants.flatMap((one): Priced[] =>
        one.archived || one.unitPrice === undefined
          ? []
          : [
              {
                ...{ id: one.variantId, productId, variantId: one.variantId, name, variant: one.title, tags },
                ...{ unitPrice: one.unitPrice, words },
              },
            ],
      );
      return [{ id: productId, productId, name, unitPrice, words, tags }, ...own];
    }),
  );
  readonly found: readonly Priced[] = $derived.by(() =>
    this.prices.filter((price) => fits(price, this.goods.text, this.goods.tag)),
  );

  /** During a component's initialisation. */
  constructor(client: Client) {
    this.goods = new Goods(client);
    this.deed = new Deed(client);
  }

  /** What it costs then; what it costs now while nothing is asked for. */
  thenOf({ unitPrice }: Pick<Priced, 'unitPrice'>, currency: string): number {
    const { way, by, figure, rounding } = this;
    if (figure === null) return unitPrice;
    const change = { way, by: by === 'percent' ? { percent: figure } : { amount: figure }, rounding };
    return repriced(unitPrice, change, currency);
  }

  /** Chosen, and different then. */
  changing(currency: string): readonly Priced[] {
    return this.found.filter(
      (price) => !this.leftOut.has(price.id) && this.thenOf(price, currency) !== price.unitPrice,
    );
  }

  async book(currency: string): Promise<readonly Receipt[]> {
    const parts = this.changing(currency).map((price) => {
      const { id, productId, variantId } = price;
      const unitPrice = this.thenOf(price, currency);
      return variantId === undefined
        ? { id, type: 'ChangeProduct', payload: { productId, unitPrice } }
        : { id, type: 'ChangeVariant', payload: { productId, variantId, unitPrice } };
    });
    const booked = await this.deed.book(parts, currency);
    // Or what is shown as the next change would be the same once more.
    if (this.deed.problems.length === 0) this.figure = null;
    return booked.map(({ receipt }) => receipt);
  }
}
