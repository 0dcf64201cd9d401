import type { DataOf } from '../../kernel/index.ts';
import type { FulfilmentId } from '../ids.ts';
import {
  minorUnits,
  type MinorUnits,
  type CurrencyCode,
  type Discount,
  type MoneyOnOrder,
  type PricedOrder,
  type TaxMode,
  type TaxRounding,
} from '../pricing/index.ts';
import type { CreditNote, Invoice } from './documents.ts';
import type { CashRounded } from './events.ts';
import type { ByLine, Return } from './goods.ts';
import type {
  GrantedCredit,
  Hold,
  LineAllocation,
  OrderCustomer,
  OrderLine,
  Payment,
  Refund,
  Shipping,
  StockHandling,
} from './parts.ts';

/** What an order takes over from the book when it begins, and keeps. */
export interface Terms {
  readonly currency: CurrencyCode;
  readonly taxMode: TaxMode;
  readonly rounding: TaxRounding;
}

export interface Dates {
  readonly placedOn?: string | undefined;
  /** Noon of that day where it was typed (ISO instant). */
  readonly placedAt?: string | undefined;
  readonly promisedOn?: string | undefined;
  readonly dueOn?: string | undefined;
}

export interface KeptPayment extends Payment {
  /** When it was paid (ISO instant). */
  readonly at: string;
  readonly voided: boolean;
}

export type CashRounding = DataOf<typeof CashRounded>;

/** In minor units, voided payments left out. The entries they sum up are kept for rules and screens, not for sums. */
export type MoneySums = Omit<MoneyOnOrder, 'total'>;

/** What happened to an order. Statuses are no part of it: they follow from it (`status.ts`). */
export interface OrderState {
  /** Absent: there is no such order. */
  readonly terms?: Terms;
  readonly lines: readonly OrderLine[];
  readonly customer?: OrderCustomer | undefined;
  readonly discount?: Discount | undefined;
  readonly shipping?: Shipping | undefined;
  readonly dates: Dates;
  /** The due day was never agreed: it is that of the last invoice, and the next has its own. */
  readonly dueByInvoice?: boolean | undefined;
  /** What its standing invoice still comes to. */
  readonly invoiced?: MinorUnits | undefined;
  /** The day that was due when the seller was told to ask for the money: with another due day, that is no more. */
  readonly remindedOf?: string;
  /** Present once the order was agreed; only a revision, or cancelling part of it, changes what it comes to. */
  readonly agreed?: { readonly number: string; readonly totals: PricedOrder; readonly stock: StockHandling };
  /** How often it was revised. */
  readonly revision: number;
  readonly cancelled: boolean;
  /** How often it was reopened. */
  readonly openings: number;
  readonly discarded: boolean;
  /** It was taken elsewhere, and an import brought it. */
  readonly imported?: true;
  readonly archived: boolean;
  readonly tags: readonly string[];
  /** What invoices tell the customer; internal notes are no part of any paper. */
  readonly notesForCustomer?: readonly string[];
  readonly hold?: Hold | undefined;
  readonly payments: readonly KeptPayment[];
  readonly refunds: readonly Refund[];
  /** Granted and written off. */
  readonly credits: readonly GrantedCredit[];
  readonly roundings: readonly CashRounding[];
  readonly sums: MoneySums;
  readonly invoices: readonly Invoice[];
  readonly creditNotes: readonly CreditNote[];
  /** What of the lines is off, while the order is not. */
  readonly cancelledItems: ByLine;
  readonly prepared: ByLine;
  /** Prepared and said to wait for being fetched, shipped ones included. */
  readonly ready: ByLine;
  readonly shipped: ByLine;
  readonly delivered: ByLine;
  readonly returned: ByLine;
  readonly returns: readonly Return[];
  /** Ids of what was prepared, shipped and handed over. */
  readonly fulfilments: readonly FulfilmentId[];
  /** Absent until the stock items have answered. */
  readonly allocations?: readonly LineAllocation[];
}

const nothing = minorUnits(0);

/** Before anything happened. */
export const noOrder: OrderState = {
  lines: [],
  dates: {},
  revision: 0,
  cancelled: false,
  openings: 0,
  discarded: false,
  archived: false,
  tags: [],
  payments: [],
  refunds: [],
  credits: [],
  roundings: [],
  sums: { payments: nothing, refunds: nothing, credits: nothing, cashRounding: nothing },
  invoices: [],
  creditNotes: [],
  cancelledItems: {},
  prepared: {},
  ready: {},
  shipped: {},
  delivered: {},
  returned: {},
  returns: [],
  fulfilments: [],
};
