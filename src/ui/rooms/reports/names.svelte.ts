import { SvelteMap } from 'svelte/reactivity';
import { buyerName } from '../../../domain/naming/buyer-name.ts';
import { useClient } from '../../../client/index.ts';
import { CustomerNames } from '../../../views/customers/query.ts';
import { ProductNames } from '../../../views/products/query.ts';

/** As many as one question takes. */
const MOST = 5_000;

/** What things are called, asked once each: reports know them by their ids alone. */
export class Names {
  readonly #known = new SvelteMap<string, string>();
  readonly #asked: Record<string, true> = {};
  readonly #client = useClient();

  of(id: string): string | undefined {
    return this.#known.get(id);
  }

  ask(kind: 'product' | 'customer', ids: readonly string[]): void {
    void this.read(kind, ids);
  }

  /** Settles once all of them are known. */
  async read(kind: 'product' | 'customer', ids: readonly string[]): Promise<void> {
    const fresh: string[] = [];
    for (const id of ids) {
      if (!this.#asked[id]) fresh.push(id);
      this.#asked[id] = true;
    }
    for (let at = 0; at < fresh.length; at += MOST) await this.#read(kind, fresh.slice(at, at + MOST));
  }

  async #read(kind: 'product' | 'customer', ids: readonly string[]): Promise<void> {
    const { answer } =
      kind === 'product'
        ? await this.#client.query(ProductNames, { ids })
        : await this.#client.query(CustomerNames, { ids });
    for (const one of answer) this.#known.set(one.id, 'company' in one ? buyerName(one) : one.name);
  }
}
