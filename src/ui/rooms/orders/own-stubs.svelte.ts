import { SvelteMap } from 'svelte/reactivity';

/** An order that was written here just now, as the form knows it. */
export interface OwnStub {
  readonly id: string;
  readonly customer: { readonly name: string; readonly company?: string | undefined } | undefined;
  readonly firstLine: string | undefined;
  readonly lineCount: number;
  /** Minor units. */
  readonly total: number;
  readonly currency: string;
  readonly at: string;
}

/** The stubs of orders begun on this page, for the moment until the list shows them by itself. */
export const ownStubs = new SvelteMap<string, OwnStub>();
