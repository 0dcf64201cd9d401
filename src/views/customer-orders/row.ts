import type { CurrencyCode } from '../../domain/pricing/index.ts';
import type { OutlineRow } from '../order-outline/index.ts';

/** What a customer ordered in one currency, in its minor units. */
export interface Sum {
  readonly currency: CurrencyCode;
  /** Open orders: drafts and cancelled ones are none. */
  readonly orders: number;
  readonly total: number;
  /** Above zero the customer owes, below we do; money paid on drafts and cancelled orders counts. */
  readonly balance: number;
}

/** By currency code. A currency in which nothing stands is left out. */
export interface SumsRow {
  readonly customerId: string;
  readonly sums: readonly Sum[];
}

export interface CustomerOrdersTables {
  orders: OutlineRow;
  customers: SumsRow;
}
