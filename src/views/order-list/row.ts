import type { OutlineRow } from '../order-outline/index.ts';

/** What orders are counted and filtered by, those out of the way left out. */
export const FACETS = ['task', 'step', 'lifecycle', 'payment', 'fulfilment'] as const;
export type Facet = (typeof FACETS)[number];

/** How many orders have this value of a facet; no row where there is none. */
export interface CountRow {
  /** `facet:value`, e.g. `task:ship`, `tag:gift` or, of those out of the way, `shelf:archived`. */
  readonly key: string;
  readonly orders: number;
}

export const countKey = (facet: Facet | 'tag' | 'shelf', value: string): string => `${facet}:${value}`;

export interface OrderListTables {
  orders: OutlineRow;
  counts: CountRow;
}
