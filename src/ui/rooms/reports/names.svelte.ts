import { SvelteMap } from 'svelte/reactivity';
import { useClient } from '../../../client/index.ts';
import { CustomerDetails } from '../../../views/customers/query.ts';
import { ProductDetails } from '../../../views/products/query.ts';

/** What things are called, asked once each: reports know them by their ids alone. */
export class Names {
  readonly #known = new SvelteMap<string, string>();
  readonly #asked: Record<string, true> = {};
  readonly #client = useClient();

  of(id: string): string | undefined {
    return this.#known.get(id);
  }

  ask(kind: 'product' | 'customer', ids: readonly string[]): void {
    for (const id of ids) {
      if (this.#asked[id]) continue;
      this.#asked[id] = true;
      void this.#nameOf(kind, id).then((name) => {
        if (name !== undefined) this.#known.set(id, name);
      });
    }
  }

  async #nameOf(kind: 'product' | 'customer', id: string): Promise<string | undefined> {
    if (kind === 'product') return (await this.#client.query(ProductDetails, { productId: id })).answer?.name;
    return (await this.#client.query(CustomerDetails, { customerId: id })).answer?.name;
  }
}
