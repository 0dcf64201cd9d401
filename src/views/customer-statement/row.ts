import type { CustomerId, OrderId } from '../../domain/ids.ts';
import type { MoneySums, PaymentMethod } from '../../domain/order/index.ts';
import type { CurrencyCode, MinorUnits } from '../../domain/pricing/index.ts';

/** Something that changed what a customer owes for an order, or a paper that says so. */
export interface StatementEntry {
  /** ISO instant, for the trade. */
  readonly at: string;
  readonly position: number;
  /** The event's type, e.g. `PaymentRecorded`. */
  readonly type: string;
  /** Minor units by which the customer owes more, or, below zero, less; nothing by a paper. */
  readonly change: number;
  readonly method?: PaymentMethod;
  readonly reason?: string;
  /** Of credit that was spent: the number of the other order, and which it comes of. */
  readonly reference?: string;
  readonly creditOf?: OrderId;
  /** Of a paper: its number, and what it comes to. */
  readonly document?: string;
  readonly amount?: number;
}

/** An order as an account: whose it is, what it comes to, and how that came about. No name of anybody is kept. */
export interface AccountRow {
  readonly id: OrderId;
  readonly customerId?: CustomerId;
  readonly number?: string;
  readonly currency: CurrencyCode;
  /** When it was placed, or the draft begun. */
  readonly placedAt: string;
  readonly dueOn?: string;
  /** What was agreed, as changed since. */
  readonly agreed: MinorUnits;
  readonly off?: 'cancelled' | 'discarded';
  readonly sums: MoneySums;
  /** What of it counts now: nothing of a draft or of what is off. */
  readonly total: number;
  /** Above zero the customer owes, below we do; money paid on drafts and on what is off counts. */
  readonly balance: number;
  readonly entries: readonly StatementEntry[];
  /** While anything is owed either way: `day id`, when it is due, or was placed (UTC). The longest owing come first by it. */
  readonly owing?: string;
  /** `instant id`, the latest of the entries: what stood before it may have been another balance than now. */
  readonly changed?: string;
}

export interface CustomerStatementTables {
  accounts: AccountRow;
}
