import * as z from 'zod/mini';
import { Instant } from '../../domain/day.ts';
import type { CustomerId, OrderId } from '../../domain/ids.ts';
import { CurrencyCode } from '../../domain/pricing/index.ts';
import { defineQuery } from '../../kernel/index.ts';
import { ordersIn } from './query.ts';
import { ofProducts } from './report.ts';
import type { SalesEntry, SalesRow, SalesTables } from './row.ts';

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

/** Thousandths of a product that were sold, and that came back. */
interface Goods {
  readonly quantity: number;
  readonly returned: number;
}

/** What something has in a figure: minor units, of `orders` how many; of a product also how much of it. */
interface Part {
  readonly amount: number;
  readonly goods?: Goods;
}

/** What an order has in the figure. */
export interface OrderBehind extends Part {
  readonly orderId: OrderId;
  readonly number?: string;
  readonly customerId?: CustomerId;
}

export interface Behind {
  /** The figure itself. */
  readonly sum: number;
  readonly goods?: Goods;
  /** How many orders it comes of, of which `rows` are the largest. */
  readonly orders: number;
  readonly rows: readonly OrderBehind[];
}

const MOST = 500;

/** What of an entry is in the figure. */
const share = (entry: SalesEntry, { of, id }: Point, customerId: CustomerId | undefined): number => {
  switch (entry.kind) {
    case 'returned':
      return 0;
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
      return of === 'orders' ? entry.orders : 0;
    }
  }
};

const sumOf = <Item>(items: readonly Item[], of: (item: Item) => number): number =>
  items.reduce((sum, item) => sum + of(item), 0);

const goodsOf = (some: readonly Goods[]): Goods => ({
  quantity: sumOf(some, ({ quantity }) => quantity),
  returned: sumOf(some, ({ returned }) => returned),
});

/** What of these entries is in the figure. */
const partOf = (entries: readonly SalesEntry[], point: Point, customerId: CustomerId | undefined): Part => {
  if (point.of !== 'product') return { amount: sumOf(entries, (entry) => share(entry, point, customerId)) };
  const ofIt = entries.flatMap(ofProducts).filter(({ productId }) => productId === point.id);
  return { amount: sumOf(ofIt, ({ gross }) => gross), goods: goodsOf(ofIt) };
};

/** Goods that came back in the same time leave no money, and are told all the same. */
const isSomething = ({ amount, goods }: Part): boolean =>
  amount !== 0 || (goods !== undefined && (goods.quantity !== 0 || goods.returned !== 0));

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
        ...partOf(within, point, row.customerId),
      };
    })
    .filter(isSomething)
    .sort((one, other) => Math.abs(other.amount) - Math.abs(one.amount));
  return {
    sum: sumOf(found, ({ amount }) => amount),
    ...(point.of === 'product' && { goods: goodsOf(found.flatMap(({ goods }) => goods ?? [])) }),
    orders: found.length,
    rows: found.slice(0, MOST),
  };
};

/** Which orders a figure of `Sales` comes of, from one instant until before another; they add up to it. */
export const SalesBehind = defineQuery<SalesTables>()({
  name: 'SalesBehind',
  view: 'sales',
  permission: 'report.see',
  params: z.object({
    ...{ currency: CurrencyCode, from: Instant, until: Instant, of: z.enum(POINTS) },
    id: z.optional(z.string().check(z.maxLength(60))),
  }),
  run: async (tables, { of, id, ...period }): Promise<Behind> =>
    behind(await ordersIn(tables, period.from, [period.until]), { of, id }, period),
});
