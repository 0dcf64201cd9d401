import { SvelteMap } from 'svelte/reactivity';
import type { Client } from '../../../client/index.ts';
import type { Receipt } from '../../../kernel/index.ts';
import { isCounted } from '../products/in-all.ts';
import { keptCounts, keepCounts } from './kept-counts.ts';
import { Deed } from './deed.svelte.ts';
import { Goods } from './goods.svelte.ts';

const KEY = 'counterfoil.count';

/** A walk along the shelf: what was found there, against what the book says. */
export class Counting {
  readonly goods: Goods;
  readonly deed: Deed;
  /** Thousandths by the name of the shelf; what is not in it is not counted yet. */
  readonly found: SvelteMap<string, number>;

  /** During a component's initialisation. */
  constructor(client: Client) {
    this.found = new SvelteMap(keptCounts(KEY));
    this.goods = new Goods(client, () => this.found.keys());
    this.deed = new Deed(client);
  }

  set(id: string, counted: number | null): void {
    if (counted === null) this.found.delete(id);
    else this.found.set(id, counted);
    keepCounts(KEY, this.found);
  }

  clear(): void {
    this.found.clear();
    keepCounts(KEY, this.found);
  }

  /** By how much it is more or less than the book says; undefined while either is unknown, or nobody counted before. */
  differenceOf(id: string): number | undefined {
    const counted = this.found.get(id);
    const level = this.goods.levelOf(id);
    return counted === undefined || !level || !isCounted(level) ? undefined : counted - level.onHand;
  }

  /** Books what was counted; it is no longer on the list then. */
  async book(note: string): Promise<readonly Receipt[]> {
    const parts = [...this.found].map(([productId, counted]) => ({
      ...{ id: productId, type: 'CountStock' },
      payload: { productId, counted, note },
    }));
    const booked = await this.deed.book(parts);
    for (const { id } of booked) this.found.delete(id);
    keepCounts(KEY, this.found);
    return booked.map(({ receipt }) => receipt);
  }
}
