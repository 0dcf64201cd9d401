import type { CustomerId, OrderId } from '../../domain/ids.ts';
import type { SalesEntry, SalesRow } from './row.ts';

/** The figures of a report, of which somebody may ask which orders they come of. */
export const POINTS = [
  ...(['sales', 'net', 'tax', 'orders', 'taken', 'credited', 'written-off'] as const),
  ...(['product', 'customer', 'method', 'rate', 'rate-net'] as const),
] as const;

/** `id` says which product, customer (absent: nobody), method or rate (as text). */
export interface Point {
  readonly of: (typeof POINTS)[number];
  readonly id?: string | undefined;
}

/** What an order has in the figure: minor units, of `orders` how many. */
export interface OrderBehind {
  readonly orderId: OrderId;
  readonly number?: string;
  readonly customerId?: CustomerId;
  readonly amount: number;
}

export interface Behind {
  /** The figure itself. */
  readonly sum: number;
  /** How many orders it comes of, of which `rows` are the largest. */
  readonly orders: number;
  readonly rows: readonly OrderBehind[];
}

const MOST = 500;

/** What of an entry is in the figure. */
const share = (entry: SalesEntry, { of, id }: Point, customerId: CustomerId | undefined): number => {
  switch (entry.kind) {
    case 'paid':
      return of === 'taken' || (of === 'method' && entry.method === id) ? entry.amount : 0;
    case 'written-off':
      return of === 'written-off' ? entry.amount : 0;
    case 'sold':
    case 'credited': {
      const { net, tax, rates } = entry.change;
      if (of === 'sales' || (of === 'customer' && customerId === id)) return net + tax;
      if (of === 'net') return net;
      if (of === 'tax') return tax;
      if (of === 'rate-net') return rates.find(([rate]) => String(rate) === id)?.[1] ?? 0;
      if (of === 'rate') return rates.find(([rate]) => String(rate) === id)?.[2] ?? 0;
      if (entry.kind === 'credited') return of === 'credited' ? 0 - net - tax : 0;
      if (of === 'orders') return entry.orders;
      return of === 'product' ? (entry.change.products.find(([product]) => product === id)?.[3] ?? 0) : 0;
    }
  }
};

interface Period {
  readonly currency: string;
  /** Instants, the last one excluded. */
  readonly from: string;
  readonly until: string;
}

/** The orders behind a figure, the largest part of it first; orders that have nothing in it are none of them. */
export const behind = (
  rows: readonly SalesRow[],
  point: Point,
  { currency, from, until }: Period,
): Behind => {
  const found = rows
    .filter((row) => row.currency === currency)
    .map((row): OrderBehind => {
      const within = row.entries.filter(({ at }) => at >= from && at < until);
      return {
        orderId: row.id,
        ...(row.number !== undefined && { number: row.number }),
        ...(row.customerId && { customerId: row.customerId }),
        amount: within.reduce((sum, entry) => sum + share(entry, point, row.customerId), 0),
      };
    })
    .filter(({ amount }) => amount !== 0)
    .sort((one, other) => Math.abs(other.amount) - Math.abs(one.amount));
  return {
    sum: found.reduce((sum, { amount }) => sum + amount, 0),
    orders: found.length,
    rows: found.slice(0, MOST),
  };
};
