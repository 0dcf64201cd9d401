import { createSubscriber } from 'svelte/reactivity';
import type { Client } from '../../../client/index.ts';
import { StockLevels } from '../../../views/stock/index.ts';
import type { StockRow } from '../../../views/stock/row.ts';

/** Products of one question: the query takes 500 at most. */
const CHUNK = 250;

interface Shown {
  readonly productIds: readonly string[];
  /** An instant of the past; else now. */
  readonly asOf: string | undefined;
}

/** The stock of the products that a list shows, live. */
export class LevelsShown {
  readonly #subscribe: () => void;
  readonly #asOf: string | undefined;
  #levels: Readonly<Record<string, StockRow>>;

  constructor(client: Pick<Client, 'live'>, { productIds, asOf }: Shown, last?: LevelsShown) {
    this.#asOf = asOf;
    // What stood on another day is no answer, not even for a moment.
    this.#levels = last && last.#asOf === asOf ? last.#levels : {};
    this.#subscribe = createSubscriber((update) => {
      // Whoever begins to follow reads what is known already right after this.
      let begins = true;
      const leave: (() => void)[] = [];
      for (let at = 0; at < productIds.length; at += CHUNK) {
        const levels = client.live(StockLevels, { productIds: productIds.slice(at, at + CHUNK) }, asOf);
        leave.push(
          levels.subscribe((rows) => {
            const read = rows.map((row) => [row.productId, row] as const);
            this.#levels = { ...this.#levels, ...Object.fromEntries(read) };
            if (!begins) update();
          }),
        );
      }
      begins = false;
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
