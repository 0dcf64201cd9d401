import { on, send, type Decided } from '../../src/kernel/index.ts';
import * as order from '../../src/domain/order/index.ts';
import { quantity } from '../../src/domain/quantity.ts';
import {
  IssueStock,
  ReleaseStock,
  ReserveStock,
  stock,
  StockIssued,
  StockReleased,
  StockReserved,
} from '../../src/domain/stock/index.ts';
import { stockAllocation } from '../../src/processes/stock-allocation/index.ts';
import { reacting } from './reaction.ts';
import { fulfilmentId, JAM, line, lineId, openOrder, orderId, pieces, TEA } from './shop.ts';

// An order for three tins of tea and a jar of jam, as the allocation process hears and speaks of it.

const { AllocateOrder, orders } = order;
export const allocation = reacting(stockAllocation);
export const lines = [line(1, TEA, 3), line(2, JAM, 1)];
export const count = (whole: number) => quantity(whole * 1000);
export const product = (n: number) => (n === 1 ? TEA : JAM);
export const of = (n: number) => ({ productId: product(n), orderId: orderId(1), lineId: lineId(n) });
export const since = (...events: Parameters<typeof on>[2][]): Decided => on(orders, orderId(1), ...events);

export const submitted = openOrder(1, lines);
export const cancelled = since(order.OrderCancelled({ reason: 'sold out' }));
export const released = since(order.OrderReleased({ cause: 'stock' }));

interface Waits {
  readonly ask?: number;
  readonly waited?: number;
  readonly backOrdered?: number;
  readonly short?: number;
}
export const answer = (
  n: number,
  reserved: number,
  { ask = n, waited = 0, backOrdered = 0, short = backOrdered }: Waits = {},
) =>
  on(
    stock,
    product(n),
    StockReserved({
      ...of(n),
      quantity: count(reserved),
      waited: count(waited),
      backOrdered: count(backOrdered),
      short: count(short),
      ...(ask > 0 && { ask }),
    }),
  );
export const givenUp = (n: number, freed: number, dropped = 0, ask?: number) =>
  on(
    stock,
    product(n),
    StockReleased({ ...of(n), quantity: count(freed), backOrderDropped: count(dropped), ask }),
  );

export const leaves = (n: number, whole: number) => ({ lineId: lineId(n), quantity: pieces(whole) });
export const ships = (...parts: ReturnType<typeof leaves>[]) =>
  since(order.ItemsShipped({ fulfilmentId: fulfilmentId(1), lines: parts, stock: 'leaves' }));
export const issued = (n: number, whole: number, fromReserved = whole, dropped = 0) =>
  on(
    stock,
    product(n),
    StockIssued({
      ...of(n),
      fulfilmentId: fulfilmentId(1),
      quantity: pieces(whole),
      fromReserved: count(fromReserved),
      backOrderDropped: count(dropped),
    }),
  );

export const reserve = (n: number, backOrder: 'by-policy' | 'always', ask = n, wanted = n === 1 ? 3 : 1) =>
  send(ReserveStock, { ...of(n), quantity: pieces(wanted), backOrder, ask });
export const release = (n: number) => send(ReleaseStock, of(n));
export const issue = (n: number, whole: number) =>
  send(IssueStock, { ...of(n), fulfilmentId: fulfilmentId(1), quantity: pieces(whole) });
/** A line of which too little is there, as the order is told. */
export const tooLittle = (n: number, missing: number) => ({
  ...(n === 1
    ? { name: 'Tea', unit: 'tin', wanted: count(3) }
    : { name: 'Jam', unit: 'jar', wanted: count(1) }),
  missing: count(missing),
});
export const tell = (
  tea: readonly [number, number],
  jam: readonly [number, number],
  held: { readonly hold?: string; readonly short?: ReturnType<typeof tooLittle>[] } = {},
) =>
  send(AllocateOrder, {
    orderId: orderId(1),
    lines: [tea, jam].map(([reserved, backOrdered], index) => ({
      lineId: lineId(index + 1),
      reserved: count(reserved),
      backOrdered: count(backOrdered),
    })),
    ...held,
  });
