import { createSubscriber } from 'svelte/reactivity';
import type { Client } from '../../../../client/index.ts';
import { waterfalls, type Waterfall } from './waterfall.ts';

const EACH_MS = 2_000;

/** The traces that the engine keeps, asked for while somebody looks. */
export class Traces {
  #all: readonly Waterfall[] | undefined;
  readonly #subscribe: () => void;

  constructor({ telemetry }: Pick<Client, 'telemetry'>) {
    this.#subscribe = createSubscriber((update) => {
      const ask = async (): Promise<void> => {
        this.#all = await telemetry.spans().then(waterfalls, () => this.#all);
        update();
      };
      void ask();
      const timer = setInterval(() => void ask(), EACH_MS);
      return () => {
        clearInterval(timer);
      };
    });
  }

  /** The newest first; undefined before the first answer. */
  get all(): readonly Waterfall[] | undefined {
    this.#subscribe();
    return this.#all;
  }
}
