import type { OutlineRow } from '../order-outline/index.ts';

/** What orders are counted and filtered by, those out of the way left out. */
export const FACETS = ['task', 'step', 'lifecycle', 'payment', 'fulfilment'] as const;
export type Facet = (typeof FACETS)[number];

/** How many orders have this value of a facet; no row where there is none. */
export interface CountRow {
  /** `facet:value`, e.g. `task:ship`, `tag:gift`, `owed:2026-11-20` or, of those out of the way, `shelf:archived`. */
  readonly key: string;
  readonly orders: number;
}

export const countKey = (facet: Facet | 'tag' | 'owed' | 'shelf', value: string): string =>
  `${facet}:${value}`;

/** An order and its places in the list by the other orders that people ask for; each place is unique. */
export interface ListedRow extends OutlineRow {
  readonly byNumber: string;
  readonly byCustomer: string;
  readonly byTotal: string;
  /** The day on which what is still owed was to come; absent where nothing is. */
  readonly owedOn?: string;
  /** It is on hold; absent otherwise, so that their index holds no other. */
  readonly held?: 1;
}

export interface OrderListTables {
  orders: ListedRow;
  counts: CountRow;
}
