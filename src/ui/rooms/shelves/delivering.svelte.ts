import { untrack } from 'svelte';
import type { Client } from '../../../client/index.ts';
import type { Receipt } from '../../../kernel/index.ts';
import { StockList } from '../../../views/stock/query.ts';
import { goodsName } from '../../../domain/naming/goods-name.ts';
import { Deed } from './deed.svelte.ts';
import { Goods } from './goods.svelte.ts';
import { keepCounts, keepText, keptCounts, keptText } from './kept-counts.ts';
import { bearing, fits, wareOf, type Ware } from './wares.ts';

const LINES = 'counterfoil.delivery';
const REFERENCE = 'counterfoil.delivery.reference';
const ONE = 1_000;
const OFFERED = 20;
const MOST_EXPECTED = 200;

class Line {
  readonly ware: Ware;
  quantity = $state<number | null>(ONE);

  constructor(ware: Ware, quantity: number | null = ONE) {
    this.ware = ware;
    this.quantity = quantity;
  }
}

/** A delivery being unpacked: what of it came in. */
export class Delivering {
  #reference = $state(keptText(REFERENCE));
  lines = $state.raw<readonly Line[]>([]);
  readonly goods: Goods;
  readonly deed: Deed;

  readonly #client: Client;
  /** Kept from before, until the list of goods says what they are. */
  // eslint-disable-next-line svelte/prefer-svelte-reactivity -- bookkeeping that no screen reads
  readonly #kept = new Map(keptCounts(LINES));

  /** During a component's initialisation. */
  constructor(client: Client) {
    this.#client = client;
    this.goods = new Goods(client);
    this.deed = new Deed(client);
    $effect(() => {
      const wares = this.goods.wares ?? [];
      untrack(() => {
        this.#takeUp(wares);
      });
    });
  }

  get reference(): string {
    return this.#reference;
  }

  set reference(text: string) {
    this.#reference = text;
    keepText(REFERENCE, text);
  }

  /** What fits a text; of a code only what bears it: that is how a scanner picks. */
  search(text: string) {
    const wares = this.goods.wares ?? [];
    const coded = bearing(wares, text);
    const found = coded ? [coded] : wares.filter((ware) => fits(ware, text)).slice(0, OFFERED);
    return found.map((ware) => ({ id: ware.id, label: goodsName(ware), detail: ware.sku, ware }));
  }

  /** One more of it. */
  add(ware: Ware): void {
    const known = this.lines.find((line) => line.ware.id === ware.id);
    if (known) known.quantity = (known.quantity ?? 0) + ONE;
    else this.lines = [...this.lines, new Line(ware)];
    this.keep();
  }

  /** Those that were to be ordered stand ready; how much of each came in is still to be said. */
  async expectLow(): Promise<void> {
    const { answer } = await this.#client.query(StockList, { filter: 'reorder', limit: MOST_EXPECTED });
    const { lines } = this;
    const expected = answer.rows.map(wareOf).filter(({ id }) => !lines.some(({ ware }) => ware.id === id));
    this.lines = [...lines, ...expected.map((ware) => new Line(ware, null))];
  }

  remove(id: string): void {
    this.lines = this.lines.filter(({ ware }) => ware.id !== id);
    this.keep();
  }

  /** What was said to have come in; what is only awaited comes by its address again. */
  keep(): void {
    const said = this.lines.flatMap(({ ware, quantity }) =>
      quantity === null ? [] : [[ware.id, quantity] as const],
    );
    keepCounts(LINES, [...this.#kept, ...said]);
  }

  #takeUp(wares: readonly Ware[]): void {
    const known = wares.filter(({ id }) => this.#kept.has(id));
    if (known.length === 0) return;
    const again = [...this.#kept].flatMap(([id, quantity]) => {
      const ware = known.find((one) => one.id === id);
      return ware ? [new Line(ware, quantity)] : [];
    });
    for (const { id } of known) this.#kept.delete(id);
    // What low goods were awaited meanwhile stands below what came in.
    this.lines = [...again, ...this.lines.filter(({ ware }) => !known.some(({ id }) => id === ware.id))];
  }

  /** What can be booked: nothing came in of the others. */
  get filled(): readonly Line[] {
    return this.lines.filter(({ quantity }) => quantity !== null && quantity > 0);
  }

  async book(): Promise<readonly Receipt[]> {
    const note = this.reference.trim();
    const parts = this.filled.map(({ ware, quantity }) => ({
      ...{ id: ware.id, type: 'ReceiveStock' },
      payload: { productId: ware.id, quantity, ...(note !== '' && { note }) },
    }));
    const booked = await this.deed.book(parts);
    for (const { id } of booked) this.remove(id);
    if (this.lines.length === 0) this.reference = '';
    return booked.map(({ receipt }) => receipt);
  }
}
