import type { OutlineRow } from '../order-outline/index.ts';

/** What orders are counted and filtered by. */
export const FACETS = ['task', 'lifecycle', 'payment', 'fulfilment'] as const;
export type Facet = (typeof FACETS)[number];

/** How many orders have this value of a facet; no row where there is none. */
export interface CountRow {
  /** `facet:value`, e.g. `task:ship`. */
  readonly key: string;
  readonly orders: number;
}

export const countKey = (facet: Facet, value: string): string => `${facet}:${value}`;

export interface OrderListTables {
  orders: OutlineRow;
  counts: CountRow;
}
