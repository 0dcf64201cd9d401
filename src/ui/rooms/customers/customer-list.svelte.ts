import { router } from 'svelte-spa-router';
import type { Client } from '../../../client/index.ts';
import { CustomerList } from '../../../views/customers/index.ts';
import type { CustomerRow } from '../../../views/customers/row.ts';
import { asked } from '../../app/asked.ts';
import { followListing, type Listing } from '../../paging/listing.svelte.ts';

const PAGE = 100;

/** The list of customers: what is searched for, and which shelf is looked at (by the address). */
export class CustomersShown {
  text = $state('');
  readonly archived = $derived(asked(router.querystring, 'shelf') === 'archived');
  readonly #listing: { readonly current: Listing<CustomerRow> };

  constructor(client: Client) {
    this.#listing = followListing(
      (asOf) => {
        const question = { text: this.text, archived: this.archived, limit: PAGE };
        return (after) => client.live(CustomerList, { ...question, after }, asOf);
      },
      () => this.archived,
    );
  }

  get listing(): Listing<CustomerRow> {
    return this.#listing.current;
  }

  /** The answer is there, and it holds nothing. */
  get isEmpty(): boolean {
    return this.listing.ready && this.listing.rows.length === 0;
  }
}
