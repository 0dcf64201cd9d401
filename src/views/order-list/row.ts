import type { OutlineRow, Task } from '../order-outline/index.ts';

/** What orders are counted and filtered by, those out of the way left out. */
export const FACETS = ['queue', 'toPay', 'step', 'lifecycle', 'payment', 'fulfilment'] as const;
export type Facet = (typeof FACETS)[number];

/** How many orders have this value of a facet; no row where there is none. */
export interface CountRow {
  /** `facet:value`, e.g. `queue:ship`, `toPay:1`, `tag:gift`, `owed:2026-11-20` or, of those out of the way, `shelf:archived`. */
  readonly key: string;
  readonly orders: number;
}

export const countKey = (facet: Facet | 'tag' | 'owed' | 'shelf', value: string | number): string =>
  `${facet}:${String(value)}`;

/** An order and its places in the list by the other orders that people ask for; each place is unique. */
export interface ListedRow extends OutlineRow {
  readonly byNumber: string;
  readonly byCustomer: string;
  readonly byTotal: string;
  /** Its task, but for money's, so that no index holds it twice. */
  readonly queue?: Exclude<Task, 'pay'>;
  /** Money is waited for, or is to be paid back, whatever else is to be done with it; absent otherwise. */
  readonly toPay?: 1;
  /** The day on which what is still owed was to come; absent where nothing is. */
  readonly owedOn?: string;
  /** It is on hold; absent otherwise, so that their index holds no other. */
  readonly held?: 1;
}

export interface OrderListTables {
  orders: ListedRow;
  counts: CountRow;
}
