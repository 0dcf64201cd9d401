import { defineAggregate, type EventEnvelope } from '../../kernel/index.ts';
import { OrderId, type FulfilmentId } from '../ids.ts';
import type { CurrencyCode, Discount, PricedOrder, TaxMode, TaxRounding } from '../pricing/index.ts';
import * as facts from './events.ts';
import type {
  Hold,
  LineAllocation,
  LineQuantity,
  OrderCustomer,
  OrderLine,
  Payment,
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
  readonly promisedOn?: string | undefined;
  readonly dueOn?: string | undefined;
}

/** Thousandths by line id; a line that is not there has none. */
export type ByLine = Readonly<Record<string, number>>;

/** What happened to an order. Statuses are no part of it: they follow from it (`status.ts`). */
export interface OrderState {
  /** Absent: there is no such order. */
  readonly terms?: Terms;
  readonly lines: readonly OrderLine[];
  readonly customer?: OrderCustomer | undefined;
  readonly discount?: Discount | undefined;
  readonly shipping?: Shipping | undefined;
  readonly dates: Dates;
  /** Present once the order was agreed; frozen from then on. */
  readonly agreed?: { readonly number: string; readonly totals: PricedOrder; readonly stock: StockHandling };
  readonly cancelled: boolean;
  readonly discarded: boolean;
  readonly hold?: Hold | undefined;
  readonly payments: readonly Payment[];
  readonly prepared: ByLine;
  readonly shipped: ByLine;
  readonly fulfilments: readonly FulfilmentId[];
  /** Absent until the stock items have answered. */
  readonly allocations?: readonly LineAllocation[];
}

const initial: OrderState = {
  lines: [],
  dates: {},
  cancelled: false,
  discarded: false,
  payments: [],
  prepared: {},
  shipped: {},
  fulfilments: [],
};

const added = (sums: ByLine, lines: readonly LineQuantity[]): ByLine => {
  const next: Record<string, number> = { ...sums };
  for (const { lineId, quantity } of lines) next[lineId] = (next[lineId] ?? 0) + quantity;
  return next;
};

export const orders = defineAggregate({
  category: 'order',
  initial,
  events: Object.values(facts),
  evolve: {
    DraftCreated: (state, { currency, taxMode, rounding }) => ({
      ...state,
      terms: { currency, taxMode, rounding },
    }),
    LineAdded: (state, line) => ({ ...state, lines: [...state.lines, line] }),
    LineChanged: (state, change) => ({
      ...state,
      lines: state.lines.map((line) =>
        line.lineId === change.lineId
          ? { ...line, quantity: change.quantity, unitPrice: change.unitPrice, discount: change.discount }
          : line,
      ),
    }),
    LineRemoved: (state, { lineId }) => ({
      ...state,
      lines: state.lines.filter((line) => line.lineId !== lineId),
    }),
    CustomerAssigned: (state, customer) => ({ ...state, customer }),
    CustomerUnassigned: (state) => ({ ...state, customer: undefined }),
    DiscountSet: (state, { discount }) => ({ ...state, discount }),
    ShippingSet: (state, shipping) => ({ ...state, shipping }),
    DatesSet: (state, dates) => ({ ...state, dates }),
    DraftDiscarded: (state) => ({ ...state, discarded: true }),
    OrderSubmitted: (state, data) => ({
      ...state,
      terms: { currency: data.currency, taxMode: data.taxMode, rounding: data.rounding },
      lines: data.lines,
      customer: data.customer,
      discount: data.discount,
      shipping: data.shipping,
      dates: { placedOn: data.placedOn, promisedOn: data.promisedOn, dueOn: data.dueOn },
      agreed: { number: data.number, totals: data.totals, stock: data.stock },
    }),
    NoteAdded: (state) => state,
    PaymentRecorded: (state, payment) => ({ ...state, payments: [...state.payments, payment] }),
    ItemsPrepared: (state, { lines }) => ({ ...state, prepared: added(state.prepared, lines) }),
    ItemsShipped: (state, { fulfilmentId, lines }) => ({
      ...state,
      shipped: added(state.shipped, lines),
      fulfilments: [...state.fulfilments, fulfilmentId],
    }),
    OrderCancelled: (state) => ({ ...state, cancelled: true, hold: undefined }),
    OrderHeld: (state, hold) => ({ ...state, hold }),
    OrderReleased: (state) => ({ ...state, hold: undefined }),
    OrderAllocated: (state, { lines }) => ({ ...state, allocations: lines }),
  },
});

/** Whose event it is: an order's events don't repeat its id. */
export const orderIdOf = (event: Pick<EventEnvelope, 'stream'>): OrderId =>
  OrderId.parse(event.stream.slice(orders.stream('').length));
