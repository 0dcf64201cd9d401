import { fc } from '../../../test/spec/fc.ts';
import { expect, it } from 'vitest';
import type { DataOf } from '../../kernel/index.ts';
import { commands } from '../../domain/index.ts';
import { permits } from '../../domain/operator/index.ts';
import * as order from '../../domain/order/index.ts';
import type { NumberAllocated } from '../../domain/series/index.ts';
import {
  available,
  isCounted,
  stock,
  type StockReturned,
  type StockState,
} from '../../domain/stock/index.ts';
import { backWithOthers } from '../../../test/spec/back-with-others.ts';
import { deeds, openings, ORDERS, PRODUCTS, type Deed } from '../../../test/spec/deeds.ts';
import { folded, LaggingProcess } from '../../../test/spec/lagging-process.ts';
import { MemoryBook } from '../../../test/spec/memory-book.ts';
import { ANNA } from '../../../test/spec/shop.ts';
import { stockAllocation } from './index.ts';

const { orders } = order;
const SELLER = { id: 'owner', role: 'owner' };

const openShop = async (): Promise<MemoryBook> => {
  const book = new MemoryBook({ commands, permits });
  const policies = ['allow', 'warn', 'block'] as const;
  await book.dispatch([
    ...PRODUCTS.map((id, n) => ({
      commandId: `product/${String(n)}`,
      type: 'CreateProduct',
      payload: {
        ...{ productId: id, name: `Product ${String(n)}`, unit: 'pcs', unitPrice: 29_900, taxRate: 19_000 },
        stockPolicy: policies[n],
      },
    })),
    { commandId: 'anna', type: 'CreateCustomer', payload: { customerId: ANNA, name: 'Anna Berg' } },
  ]);
  return book;
};

/** Carries the deeds out, the process lagging as they say, and watches each order on the way. */
const live = async (done: readonly Deed[]) => {
  const book = await openShop();
  const process = new LaggingProcess(stockAllocation, book);
  for (const [n, one] of done.entries()) {
    if (one === 'read') process.read();
    else if (one === 'send') await process.send();
    else if (one === 'die') process.die();
    else if (one === 'lose') process.lose();
    else {
      const id = 'orderId' in one.payload ? String(one.payload.orderId) : '';
      const before = folded(book, orders, id);
      const [receipt] = await book.dispatch([{ ...one, commandId: `deed/${String(n)}` }], SELLER);
      if (receipt?.status === 'rejected') expect(receipt.rejection.code).not.toBe('invalid-payload');
      // With nothing to do it wrote to no stream: no need for it to have been possible.
      if (receipt?.status === 'committed' && id !== '' && Object.keys(receipt.streams).length > 0)
        soundOrder(one.type, before, folded(book, orders, id));
    }
  }
  await process.catchUp();
  return { book, process };
};

/** What the runs must have come across. */
const REACHED = [
  'StockReserved',
  'StockReleased',
  'StockIssued',
  'OrderAllocated',
  'OrderHeld',
  'OrderReleased',
  'OrderCancelled',
  'OrderRevised',
  'LineRemainderCancelled',
  'OrderReopened',
  'ItemsCollected',
  'ItemsDelivered',
  'PreparationUndone',
  'StockReturned',
  'BufferSet',
];

const BEGINNINGS = new Set(['CreateDraft', 'ImportOrder', 'CounterSale']);

const soundOrder = (type: string, before: order.OrderState, after: order.OrderState): void => {
  if (!BEGINNINGS.has(type)) expect(order.possibleActions(before)).toContain(type);
  for (const { active, prepared, ready, shipped, delivered, returned } of order.progress(after)) {
    expect(delivered).toBeGreaterThanOrEqual(0);
    expect(shipped).toBeGreaterThanOrEqual(delivered);
    expect(shipped).toBeGreaterThanOrEqual(returned);
    expect(prepared).toBeGreaterThanOrEqual(shipped + ready);
    expect(active).toBeGreaterThanOrEqual(prepared);
  }
  const { due, net, balance } = order.balanceOf(after);
  expect(balance).toBe(due - net);
  const status = order.paymentStatusOf(after);
  expect(status === 'refund-due').toBe(balance < 0);
  expect(status === 'unpaid' || status === 'partly-paid').toBe(balance > 0);
  const settled = ['paid', 'nothing-due', 'partly-refunded', 'refunded', 'credited'];
  expect(settled.includes(status)).toBe(balance === 0);
};

/** Quantities of one kind of event at one shelf, summed. */
const summed = (book: MemoryBook, type: string, productId: string, member: string): number =>
  book
    .ofType(type)
    .map(({ data }) => data as Record<string, unknown>)
    .filter((data) => data['productId'] === productId && data['uncounted'] !== true)
    .reduce((sum, data) => sum + Number(data[member]), 0);

const claims = (shelf: StockState) => shelf.claims.flat();

/** What came back of a product, by disposition; `counted`: only what lies on the shelf by that. */
const returned = (book: MemoryBook, productId: string, counted?: 'counted') => (disposition: string) =>
  book
    .ofType('StockReturned')
    .map(({ data }) => data as DataOf<typeof StockReturned>)
    .filter((data) => data.productId === productId && data.disposition === disposition)
    .filter((data) => counted === undefined || !data.uncounted)
    .reduce((sum, { quantity }) => sum + quantity, 0);

/** What orders say came back of a product is what its shelf took back, once. */
const soundReturns = (book: MemoryBook, productId: string): void => {
  const received = book
    .ofType('ReturnReceived')
    .flatMap(({ data }) => (data as DataOf<typeof order.ReturnReceived>).lines)
    .filter((line) => line.productId === productId);
  for (const disposition of ['restock', 'damaged', 'discard'])
    expect(returned(book, productId)(disposition)).toBe(
      received
        .filter((line) => line.disposition === disposition)
        .reduce((sum, { quantity }) => sum + quantity, 0),
    );
};

const soundShelf = (book: MemoryBook, productId: string): void => {
  const shelf = folded(book, stock, productId);
  const came = summed(book, 'StockReceived', productId, 'quantity');
  const corrected =
    summed(book, 'StockAdjusted', productId, 'delta') + summed(book, 'StockCounted', productId, 'delta');
  const back = returned(book, productId, 'counted');
  expect(shelf.onHand).toBe(
    came + corrected + back('restock') + back('damaged') - summed(book, 'StockIssued', productId, 'quantity'),
  );
  expect(shelf.unavailable).toBe(back('damaged'));
  expect(shelf.reserved).toBe(claims(shelf).reduce((sum, claim) => sum + claim.reserved, 0));
  expect(shelf.backOrdered).toBe(claims(shelf).reduce((sum, claim) => sum + claim.backOrdered, 0));
  for (const claim of claims(shelf))
    expect(Math.min(claim.reserved, claim.backOrdered, claim.short, claim.uncounted)).toBeGreaterThanOrEqual(
      0,
    );
  for (const claim of claims(shelf))
    expect(isCounted(shelf) ? claim.uncounted : claim.reserved + claim.backOrdered).toBe(0);
  if (shelf.backOrdered > 0)
    expect(available(shelf), 'nobody waits while something is free').toBeLessThanOrEqual(0);
};

/** What of a line had left before this book knew of the order. */
const settledOf = (book: MemoryBook, orderId: string, lineId: string): number =>
  book
    .ofType('ItemsShipped')
    .filter((event) => event.stream === orders.stream(orderId))
    .map(({ data }) => data as DataOf<typeof order.ItemsShipped>)
    .filter(({ stock: handling }) => handling === 'settled')
    .flatMap(({ lines }) => lines)
    .reduce((sum, line) => sum + (line.lineId === lineId ? line.quantity : 0), 0);

/** Once quiet, the shelves keep for an order what it believes, and nothing for one that is off or gone. */
const soundAllocation = (book: MemoryBook, orderId: string): void => {
  const state = folded(book, orders, orderId);
  const open = order.lifecycle(state) === 'open' && order.progress(state).some(({ left }) => left > 0);
  const settled = state.agreed?.stock === 'settled';
  for (const { lineId, productId } of state.lines) {
    const claim = claims(folded(book, stock, productId)).find(
      (one) => one.lineId === lineId && one.orderId === orderId,
    );
    const { left = 0, shipped = 0 } = order.progress(state).find((one) => one.lineId === lineId) ?? {};
    const { reserved = 0, backOrdered = 0, uncounted = 0 } = claim ?? {};
    const told =
      open && (left > 0 || !settled)
        ? state.allocations?.find((one) => one.lineId === lineId)
        : { reserved: 0, backOrdered: 0 };
    expect({ reserved, backOrdered }).toEqual({ reserved: told?.reserved, backOrdered: told?.backOrdered });
    if (open && left > 0 && uncounted > 0) expect(told).toHaveProperty('uncounted', true);
    // On hold for want of stock: nothing is kept, or, tried anew since it was revised, all of it.
    const all = reserved + backOrdered + uncounted;
    const kept = state.hold?.cause === 'stock' && all === 0 ? 0 : open ? left : 0;
    expect(all, 'all that is left is kept or waited for, or nobody counts it').toBe(kept);
    const before = settled ? settledOf(book, orderId, lineId) : 0;
    expect(claim?.issued ?? 0, 'what was shipped has left, once').toBe(shipped - before);
  }
};

/** Numbers without a gap, each on one order; and what was agreed is what it still is. */
const soundAgreements = (book: MemoryBook): void => {
  const numbers = book.ofType('NumberAllocated').map(({ data }) => data as DataOf<typeof NumberAllocated>);
  expect(numbers.map(({ number }) => number)).toEqual(numbers.map((_, n) => 1001 + n));
  const agreed = book.ofType('OrderSubmitted').map(({ data }) => data as DataOf<typeof order.OrderSubmitted>);
  expect(agreed.map(({ number, orderId }) => ({ number, orderId }))).toEqual(
    numbers.map(({ number, orderId }) => ({ number: `A-${String(number)}`, orderId })),
  );
  for (const { orderId, lines, totals, number } of agreed) {
    const state = folded(book, orders, orderId);
    expect(state.agreed?.number).toBe(number);
    const later = book.events.filter(
      ({ type, stream }) =>
        stream === orders.stream(orderId) && (type === 'OrderRevised' || type === 'LineRemainderCancelled'),
    );
    if (later.length > 0) continue;
    expect(state.lines).toEqual(lines);
    expect(state.agreed).toMatchObject({ totals });
    if (order.lifecycle(state) === 'open') expect(order.totalsOf(state)).toEqual(totals);
  }
};

it('keeps orders and shelves in step, whatever a seller does and however far it lags', async () => {
  const seen = new Map<string, number>();
  await fc.assert(
    fc.asyncProperty(
      openings,
      fc.array(deeds, { minLength: 25, maxLength: 50, size: 'max' }),
      async (opening, done) => {
        const { book, process } = await live([...opening, ...done]);
        expect(process.refusals).toEqual([]);
        for (const productId of PRODUCTS) {
          soundShelf(book, productId);
          soundReturns(book, productId);
        }
        for (const orderId of ORDERS) soundAllocation(book, orderId);
        soundAgreements(book);
        for (const { type } of book.events) seen.set(type, (seen.get(type) ?? 0) + 1);
      },
    ),
    { numRuns: 1000, examples: [[backWithOthers, []]] },
  );
  // A generator that never gets that far would prove nothing.
  for (const type of REACHED) expect(seen.get(type) ?? 0, type).toBeGreaterThan(0);
});
