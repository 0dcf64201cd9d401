import type { CustomerId, LineId, OrderId, ProductId } from '../../domain/ids.ts';
import type { PaymentMethod } from '../../domain/order/index.ts';
import type { CurrencyCode } from '../../domain/pricing/index.ts';

/** What is sold under one tax rate (thousandths of a percent), in minor units: without tax, and the tax. */
export type RateWorth = readonly [rate: number, net: number, tax: number];

/** What is sold of one product: thousandths of its unit, and minor units without and with tax, after all discounts. */
export type ProductWorth = readonly [productId: ProductId, quantity: number, net: number, gross: number];

/** What an order comes to apart from its lines: they are kept with the order. */
export type Agreed = Omit<Worth, 'products'>;

/** What of a credit is borne under one tax rate: minor units, tax in it. */
export type RateShare = readonly [rate: number, amount: number];

/** What an order comes to as far as it counts; as a difference, of any sign. Shipping is in the sums and no product's. */
export interface Worth {
  readonly net: number;
  readonly tax: number;
  readonly rates: readonly RateWorth[];
  readonly products: readonly ProductWorth[];
}

/** What a credit takes off: below zero, by rate. */
export type Credited = Pick<Worth, 'net' | 'tax' | 'rates'>;

/** One thing that happened to an order's money, at an ISO instant. Amounts in minor units of the order's currency. */
export type SalesEntry = { readonly at: string } & (
  | { readonly kind: 'sold'; readonly orders: -1 | 0 | 1; readonly change: Worth }
  /** Goods came back, and what they had been sold for; less again where that changes. What is due, only a credit lessens. */
  | { readonly kind: 'returned'; readonly products: readonly ProductWorth[] }
  /** Less is due, or more again: `net` + `tax` of it, by rate, as differences. */
  | { readonly kind: 'credited'; readonly change: Credited }
  | { readonly kind: 'written-off'; readonly amount: number }
  /** Taken above zero, given back below. */
  | { readonly kind: 'paid'; readonly method: PaymentMethod; readonly amount: number }
);

/** Thousandths that were ordered, of which some are off; what the rest comes to, and how much of it came back. */
export type SoldLine = readonly [
  ...[lineId: LineId, productId: ProductId, ordered: number, off: number],
  ...[net: number, gross: number, returned: number],
];

/** An order as the reports look at it. Of the customer only the id: names are looked up by whoever may. */
export interface SalesRow {
  readonly id: OrderId;
  readonly currency: CurrencyCode;
  readonly number?: string;
  readonly customerId?: CustomerId;
  /** What it comes to whenever it is not cancelled; absent for a draft. */
  readonly agreed?: Agreed;
  readonly cancelled: boolean;
  /** Sold over the counter, and the sale taken back whole. */
  readonly undone?: true;
  /** Granted in all, and what of it counts; `goods`: what of it is for goods that came back, by their rates. */
  readonly credited: {
    readonly granted: number;
    readonly counts: Credited;
    readonly goods: { readonly granted: readonly RateShare[]; readonly counts: Credited };
  };
  readonly writtenOff: { readonly granted: number; readonly counts: number };
  readonly lines: readonly SoldLine[];
  readonly entries: readonly SalesEntry[];
  /** The instants of the entries: what a period finds the order by. */
  readonly moments: readonly string[];
}

export interface SalesTables {
  sales: SalesRow;
}
