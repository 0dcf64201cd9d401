import { fc } from '../../../test/spec/fc.ts';
import { beforeEach, describe, expect, it } from 'vitest';
import { memoryView } from '../../../test/spec/memory-tables.ts';
import { ask, project } from '../../../test/spec/projection.ts';
import { ADA, draftFor, id, line, openStall, SOAP, type Stall } from '../../../test/spec/stall.ts';
import { trading, tradingHistory } from '../../../test/spec/trading.ts';
import { balanceOf, creditOfReturn, lifecycle, orders, totalsOf } from '../../domain/order/index.ts';
import type { OrderState } from '../../domain/order/index.ts';
import { saleUndone } from '../../domain/order/status.ts';
import type { EventEnvelope } from '../../kernel/index.ts';
import { salesView } from './projection.ts';
import { behind, SalesBehind, type Point } from './behind.ts';
import { Sales } from './query.ts';
import { reportOf } from './report.ts';
import { creditBy, NOTHING } from './worth.ts';

let stall: Stall;
beforeEach(async () => {
  stall = await openStall();
});

const on = (day: number) => `2026-11-0${String(day)}T09:00:00.000Z`;
const midnight = (day: number) => `2026-11-0${String(day)}T00:00:00.000Z`;
const report = (from: number, ...ends: readonly number[]) =>
  ask(Sales, project(salesView).after(stall.events).tables, {
    ...{ currency: 'EUR', from: midnight(from), ends: ends.map(midnight) },
  });
const take = async (n: number, day: number) => {
  await stall.tell('CreateDraft', { ...draftFor(id(n)), customerId: ADA }, on(day));
  await stall.tell('SubmitOrder', { orderId: id(n) }, on(day));
};
const pay = (n: number, amount: number, day: number, method = 'card') =>
  stall.tell('RecordPayment', { orderId: id(n), paymentId: id(800 + 10 * n + day), method, amount }, on(day));

describe('sales', () => {
  it('count an order when it is placed, and money when it moves', async () => {
    await take(21, 1);
    await pay(21, 1000, 2);
    await pay(21, 1310, 3, 'cash');
    const { sums, periods, methods } = await report(1, 2, 3, 4);
    expect(sums).toMatchObject({ orders: 1, taken: 2310 });
    expect(sums.net + sums.tax).toBe(2310);
    expect(periods).toMatchObject([
      { orders: 1, taken: 0 },
      { orders: 0, net: 0, taken: 1000 },
      { orders: 0, net: 0, taken: 1310 },
    ]);
    expect(methods).toEqual([
      { method: 'card', taken: 1000, refunded: 0 },
      { method: 'cash', taken: 1310, refunded: 0 },
    ]);
  });

  it('take a cancelled order back on the day of its cancellation, and count it again when it is reopened', async () => {
    await take(21, 1);
    await stall.tell('CancelOrder', { orderId: id(21), reason: 'Changed their mind' }, on(2));
    await stall.tell('ReopenOrder', { orderId: id(21), reason: 'Changed it back' }, on(3));
    const { periods, sums } = await report(1, 2, 3, 4);
    const [placed, off, again] = periods;
    expect(periods.map(({ orders: count }) => count)).toEqual([1, -1, 1]);
    expect(off?.net).toBe(0 - (placed?.net ?? 0));
    expect(again).toEqual(placed);
    expect(sums).toEqual(placed);
  });

  it('know of a revision only what it changed', async () => {
    await take(21, 1);
    const whole = await report(1, 2);
    const changes = { lines: [{ kind: 'remove', lineId: line(id(21), 2) }] };
    await stall.tell('ReviseOrder', { orderId: id(21), baseRevision: 0, changes, reason: 'Less' }, on(2));
    const { products, sums } = await report(2, 3);
    const lost = whole.products.find(({ quantity }) => quantity === 0 - (products[0]?.quantity ?? 0));
    expect(products).toHaveLength(1);
    expect(sums.net + sums.tax).toBe(0 - (lost?.gross ?? 0));
  });

  it('bear a credit by tax rate, and a write-off without', async () => {
    await take(21, 1);
    await stall.tell(
      'GrantCredit',
      { orderId: id(21), creditId: id(41), amount: 310, reason: 'A dent' },
      on(2),
    );
    await stall.tell('WriteOff', { orderId: id(21), creditId: id(42), reason: 'Gone' }, on(3));
    const { periods, rates } = await report(2, 3, 4);
    expect(periods[0]).toMatchObject({ credited: 310, orders: 0 });
    expect((periods[0]?.net ?? 0) + (periods[0]?.tax ?? 0)).toBe(-310);
    expect(rates.reduce((sum, { net, tax }) => sum + net + tax, 0)).toBe(-310);
    expect(periods[1]).toMatchObject({ net: 0, tax: 0, writtenOff: 2000 });
  });

  it('take a credit back with the order that it was granted for, and grant it again with it', async () => {
    await take(21, 1);
    const credit = { orderId: id(21), creditId: id(41), amount: 310, reason: 'A dent' };
    await stall.tell('GrantCredit', credit, on(2));
    await stall.tell('CancelOrder', { orderId: id(21), reason: 'Changed their mind' }, on(3));
    const { sums, periods, rates } = await report(1, 2, 3, 4);
    // 23.10, less 3.10; nothing of either once it is off.
    expect(periods.map(({ net, tax, credited }) => [net + tax, credited])).toEqual([
      [2310, 0],
      [-310, 310],
      [-2000, -310],
    ]);
    expect(sums).toMatchObject({ orders: 0, net: 0, tax: 0, credited: 0 });
    expect(rates.every(({ net, tax }) => net === 0 && tax === 0)).toBe(true);
    await stall.tell('ReopenOrder', { orderId: id(21), reason: 'After all' }, on(4));
    const again = (await report(4, 5)).sums;
    expect(again.net + again.tax).toBe(2000);
    expect(again.credited).toBe(310);
  });

  it('bear a credit for goods that came back by the rate of the goods', async () => {
    await stall.tell('ChangeProduct', { productId: SOAP, taxRate: 20_000 });
    await take(21, 1);
    await stall.tell('ShipItems', { orderId: id(21), fulfilmentId: id(31) }, on(1));
    const soap = { lineId: line(id(21), 2), quantity: 1000 };
    const back = { orderId: id(21), returnId: id(51) };
    await stall.tell('RequestReturn', { ...back, lines: [soap], reason: 'Bent' }, on(2));
    await stall.tell('ReceiveReturn', { ...back, lines: [{ ...soap, disposition: 'restock' }] }, on(2));
    await stall.tell('GrantCredit', { ...back, creditId: id(41), amount: 350, reason: 'Bent' }, on(2));
    // 3.50 with 20 % in it; nothing of the honey's 10 %.
    expect((await report(2, 3)).rates).toEqual([{ rate: 20_000, net: -292, tax: -58 }]);
    expect((await report(1, 3)).rates).toEqual([
      { rate: 10_000, net: 1782, tax: 178 },
      { rate: 20_000, net: 0, tax: 0 },
    ]);
  });

  it('count no more credit than is left of the order, and write no more off', async () => {
    await take(21, 1);
    const of = { orderId: id(21), reason: 'A dent' };
    await stall.tell('GrantCredit', { ...of, creditId: id(41), amount: 1500 }, on(1));
    await stall.tell('WriteOff', { ...of, creditId: id(42), amount: 700 }, on(1));
    const changes = { lines: [{ kind: 'remove', lineId: line(id(21), 2) }] };
    await stall.tell('ReviseOrder', { ...of, baseRevision: 0, changes }, on(2));
    const { sums } = await report(1, 3);
    const state = states(stall.events)[0] ?? orders.initial;
    const { total } = totalsOf(state);
    expect(sums.credited).toBe(Math.min(1500, total));
    expect(sums.writtenOff).toBe(Math.min(700, total - sums.credited));
    expect(sums.net + sums.tax).toBe(total - sums.credited);
  });

  it('name the orders behind a figure, the largest first', async () => {
    await take(21, 1);
    await take(22, 1);
    await pay(22, 2310, 2);
    const credit = { orderId: id(21), creditId: id(41), amount: 310, reason: 'A dent' };
    await stall.tell('GrantCredit', credit, on(2));
    const asked = { currency: 'EUR', from: midnight(1), until: midnight(3) };
    const tables = project(salesView).after(stall.events).tables;
    const of = (point: Point) => ask(SalesBehind, tables, { ...asked, ...point });
    await expect(of({ of: 'sales' })).resolves.toMatchObject({
      ...{ sum: 4310, orders: 2 },
      rows: [
        { orderId: id(22), number: 'A-1002', customerId: ADA, amount: 2310 },
        { orderId: id(21), number: 'A-1001', amount: 2000 },
      ],
    });
    await expect(of({ of: 'taken' })).resolves.toMatchObject({ sum: 2310, rows: [{ number: 'A-1002' }] });
    await expect(of({ of: 'credited' })).resolves.toMatchObject({ sum: 310, rows: [{ number: 'A-1001' }] });
    await expect(of({ of: 'written-off' })).resolves.toEqual({ sum: 0, orders: 0, rows: [] });
  });

  it('leave out what happened before and after, and another currency', async () => {
    await take(21, 1);
    await take(22, 3);
    expect((await report(2, 3)).sums.orders).toBe(0);
    const tables = project(salesView).after(stall.events).tables;
    const asked = { currency: 'USD', from: midnight(1), ends: [midnight(9)] };
    expect((await ask(Sales, tables, asked)).sums.orders).toBe(0);
  });
});

describe('a credit', () => {
  it('adds up to what was credited, whatever the rates', () => {
    const some = fc.integer({ min: 0, max: 100_000 });
    fc.assert(
      fc.property(fc.array(fc.tuple(some, some, some), { maxLength: 4 }), some, (rates, amount) => {
        const { net, tax, rates: credited } = creditBy(amount, { rates });
        expect(net + tax).toBe(0 - amount);
        if (credited.length > 0)
          expect(credited.reduce((sum, [, one, other]) => sum + one + other, 0)).toBe(0 - amount);
      }),
    );
  });

  it('of an order that comes to nothing bears no tax', () => {
    expect(creditBy(5, NOTHING)).toEqual({ net: -5, tax: 0, rates: [] });
  });
});

/** Every order, folded by its own aggregate: what the reports must come to. */
const states = (events: readonly EventEnvelope[]): readonly OrderState[] => {
  const folded = new Map<string, OrderState>();
  for (const event of events.filter(({ stream }) => stream.startsWith(orders.stream(''))))
    folded.set(event.stream, orders.evolve(folded.get(event.stream) ?? orders.initial, event));
  return [...folded.values()];
};

const sum = <Item>(items: readonly Item[], of: (item: Item) => number): number =>
  items.reduce((total, item) => total + of(item), 0);

it('come to what all orders come to, over any history of trade', async () => {
  await fc.assert(
    fc.asyncProperty(trading, async (deeds) => {
      const events = await tradingHistory(deeds);
      const view = memoryView(salesView);
      view.apply(events);
      const rows = view.contents().sales ?? [];
      const all = { currency: 'EUR', from: '0000', ends: ['9999'] };
      const { sums, products, rates, methods, customers } = reportOf(rows as never, all);
      const known = states(events).filter((state) => state.terms?.currency === 'EUR');
      const open = known.filter((state) => lifecycle(state) === 'open' && !saleUndone(state));
      const credits = sum(open, (state) => totalsOf(state).total - balanceOf(state).due);
      expect(sums.orders).toBe(open.length);
      expect(sums.net + sums.tax + sums.credited).toBe(sum(open, (state) => totalsOf(state).total));
      expect(sums.credited + sums.writtenOff).toBe(credits);
      expect(sums.taken).toBe(sum(known, (state) => state.sums.payments - state.sums.refunds));
      expect(sum(methods, ({ taken, refunded }) => taken - refunded)).toBe(sums.taken);
      expect(sum(customers, ({ gross }) => gross)).toBe(sums.net + sums.tax);
      const shipping = sum(open, (state) => totalsOf(state).shipping.total);
      const cameBack = (state: OrderState) =>
        sum(state.returns, ({ returnId }) => creditOfReturn(state, returnId).total);
      expect(sum(products, ({ gross }) => gross) + sum(open, cameBack) + shipping).toBe(
        sum(open, (state) => totalsOf(state).total),
      );
      // Whatever somebody asks about, the orders behind it add up to it.
      const period = { currency: 'EUR', from: all.from, until: '9999' };
      const sumBehind = (of: Point['of'], pointId?: string) =>
        behind(rows as never, { of, id: pointId }, period).sum;
      expect(sumBehind('sales')).toBe(sums.net + sums.tax);
      expect(sumBehind('net')).toBe(sums.net);
      expect(sumBehind('orders')).toBe(sums.orders);
      expect(sumBehind('taken')).toBe(sums.taken);
      expect(sumBehind('credited')).toBe(sums.credited);
      expect(sumBehind('written-off')).toBe(sums.writtenOff);
      for (const { productId, gross } of products) expect(sumBehind('product', productId)).toBe(gross);
      for (const { customerId, gross } of customers) expect(sumBehind('customer', customerId)).toBe(gross);
      for (const { method: way, taken, refunded } of methods)
        expect(sumBehind('method', way)).toBe(taken - refunded);
      for (const { rate, tax } of rates) expect(sumBehind('rate', String(rate))).toBe(tax);
      if (credits === 0)
        expect(sum(rates, ({ tax }) => tax)).toBe(sum(open, (state) => totalsOf(state).taxTotal));
    }),
    { numRuns: 60 },
  );
});
