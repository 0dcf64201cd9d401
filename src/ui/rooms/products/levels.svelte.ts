import { createSubscriber } from 'svelte/reactivity';
import type { Client } from '../../../client/index.ts';
import { StockLevels } from '../../../views/stock/index.ts';
import type { StockRow } from '../../../views/stock/row.ts';

/** Products of one question: the query takes 500 at most. */
const CHUNK = 250;

/** The stock of the products that a list shows, live. */
export class LevelsShown {
  readonly #subscribe: () => void;
  #levels: Readonly<Record<string, StockRow>>;

  constructor(client: Pick<Client, 'live'>, productIds: readonly string[], last?: LevelsShown) {
    this.#levels = last ? last.#levels : {};
    this.#subscribe = createSubscriber((update) => {
      const leave: (() => void)[] = [];
      for (let at = 0; at < productIds.length; at += CHUNK) {
        const levels = client.live(StockLevels, { productIds: productIds.slice(at, at + CHUNK) });
        leave.push(
          levels.subscribe((rows) => {
            const read = rows.map((row) => [row.productId, row] as const);
            this.#levels = { ...this.#levels, ...Object.fromEntries(read) };
            update();
          }),
        );
      }
      return () => {
        for (const stop of leave) stop();
      };
    });
  }

  /** undefined while unknown. */
  of(productId: string): StockRow | undefined {
    this.#subscribe();
    return this.#levels[productId];
  }
}
