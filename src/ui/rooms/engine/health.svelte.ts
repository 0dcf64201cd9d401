import { createSubscriber } from 'svelte/reactivity';
import type { Client, Health, KeptOutcome } from '../../../client/index.ts';

const EACH_MS = 1_000;
const REFUSALS = 20;

/** The engine's own account of itself, asked for each second while somebody looks. */
export class HealthWatch {
  #health: Health | undefined;
  #refusals: readonly KeptOutcome[] = [];
  #silent = false;
  readonly #subscribe: () => void;

  constructor(client: Pick<Client, 'health' | 'refusals'>) {
    this.#subscribe = createSubscriber((update) => {
      let left = false;
      let timer: ReturnType<typeof setTimeout> | undefined;
      const ask = async (): Promise<void> => {
        try {
          [this.#health, this.#refusals] = await Promise.all([client.health(), client.refusals(REFUSALS)]);
          this.#silent = false;
        } catch {
          this.#silent = true;
        }
        if (left) return;
        update();
        timer = setTimeout(() => void ask(), EACH_MS);
      };
      void ask();
      return () => {
        left = true;
        clearTimeout(timer);
      };
    });
  }

  /** The newest account; undefined before the first. */
  get health(): Health | undefined {
    this.#subscribe();
    return this.#health;
  }

  get refusals(): readonly KeptOutcome[] {
    this.#subscribe();
    return this.#refusals;
  }

  /** It gave no answer last time. */
  get silent(): boolean {
    this.#subscribe();
    return this.#silent;
  }
}
