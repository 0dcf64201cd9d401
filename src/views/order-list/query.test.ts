import { beforeAll, describe, expect, it } from 'vitest';
import { ask, project } from '../../../test/spec/projection.ts';
import { ADA, draftFor, id, openStall } from '../../../test/spec/stall.ts';
import type { ReadTables } from '../../kernel/index.ts';
import { orderList } from './projection.ts';
import { OrderCounts, OrderList, Overdue } from './query.ts';
import type { OrderListTables } from './row.ts';

const DAY = 24;
/** Order n is placed n hours into the month, but for every third, which shares the hour of the one before. */
const placedAt = (n: number): string => {
  const hour = n % 3 === 2 ? n - 1 : n;
  const day = String(1 + Math.floor(hour / DAY)).padStart(2, '0');
  return `2026-11-${day}T${String(hour % DAY).padStart(2, '0')}:00:00.000Z`;
};
const order = (n: number): string => id(100 + n);
const ORDERS = 40;

let seen: { readonly tables: ReadTables<OrderListTables> };
/** Every second order is paid, every fourth shipped, every tenth a draft still; each fifth is for nobody, every third due soon. */
beforeAll(async () => {
  const stall = await openStall();
  for (let n = 0; n < ORDERS; n += 1) {
    const orderId = order(n);
    const { customerId, ...draft } = draftFor(orderId);
    await stall.tell('CreateDraft', { ...draft, ...(n % 5 !== 0 && { customerId }) }, placedAt(n));
    if (n % 3 === 1) await stall.tell('SetDates', { orderId, dueOn: '2026-11-03' }, placedAt(n));
    if (n % 10 === 0) continue;
    await stall.tell('SubmitOrder', { orderId }, placedAt(n));
    const payment = { orderId, paymentId: order(n), method: 'card', amount: 2310 };
    if (n % 2 === 0) await stall.tell('RecordPayment', payment);
    if (n % 4 === 0) await stall.tell('ShipItems', { orderId, fulfilmentId: order(n) });
    if (n === 7) await stall.tell('HoldOrder', { orderId, reason: 'Address is unclear' });
    if (n % 6 === 1) await stall.tell('Tag', { orderId, tag: 'Gift' });
  }
  seen = project(orderList).after(stall.events);
});

const tables = () => seen.tables;
const list = async (params: object) => ask(OrderList, tables(), params);
const numbered = (ids: readonly string[]) => ids.map((each) => Number(each.slice(-12)) - 100);

const walk = async (params: object, limit: number) => {
  const pages: number[][] = [];
  const held = tables();
  for (let after: string | undefined; ;) {
    const { rows, next } = await ask(OrderList, held, { ...params, limit, ...(after && { after }) });
    pages.push(numbered(rows.map((row) => row.id)));
    if (next === undefined) return pages;
    after = next;
  }
};
const newestFirst = Array.from({ length: ORDERS }, (_, n) => ORDERS - 1 - n);

describe('the list of orders', () => {
  it.each([1, 7, 40, 41])(
    'pages through all, newest first, equals in the order they came, %i at a time',
    async (limit) => {
      const pages = await walk({}, limit);
      expect(pages.flat()).toEqual(newestFirst);
      expect(pages).toHaveLength(Math.ceil(ORDERS / limit));
    },
  );

  it('answers rows without what they keep for later events', async () => {
    const { rows } = await list({ tab: 'to-ship', limit: 1 });
    expect(rows).toMatchObject([{ id: order(39), placedAt: placedAt(39), number: 'A-1036' }]);
    expect(rows[0]).not.toHaveProperty('lines');
  });

  it.each([
    [{ tab: 'drafts' }, (n: number) => n % 10 === 0],
    [{ tab: 'to-pay' }, (n: number) => n % 6 === 1],
    [{ tab: 'to-pay', payment: 'unpaid' }, (n: number) => n % 6 === 1],
    [{ tab: 'done' }, (n: number) => n % 4 === 0 && n % 10 !== 0],
    [{ payment: 'unpaid', customerId: ADA }, (n: number) => n % 2 === 1 && n % 5 !== 0],
    [{ tab: 'to-ship', payment: 'paid' }, (n: number) => n % 4 === 2 && n % 10 !== 0],
    [
      { payment: 'paid', fulfilment: 'shipped', lifecycle: 'open' },
      (n: number) => n % 4 === 0 && n % 10 !== 0,
    ],
    [{ from: '2026-11-02' }, (n: number) => n >= DAY],
    [{ to: '2026-11-01', tab: 'to-ship' }, (n: number) => n < DAY && n % 4 !== 0 && n % 10 !== 0],
    [{ from: placedAt(30), to: placedAt(33) }, (n: number) => n >= 30 && n <= 33],
    [{ tab: 'cancelled' }, () => false],
    [{ held: true }, (n: number) => n === 7],
    [{ tag: 'Gift', tab: 'to-ship' }, (n: number) => n % 6 === 1],
    [{ overdueOn: '2026-11-04' }, (n: number) => n % 6 === 1],
    [{ overdueOn: '2026-11-03' }, () => false],
  ])('narrows by %o, to the end', async (filters, wanted) => {
    const expected = newestFirst.filter(wanted);
    expect((await walk(filters, 3)).flat()).toEqual(expected);
    expect((await walk(filters, 100)).flat()).toEqual(expected);
  });

  it.each([1, 7, 41])('pages through all in any order, both ways, %i at a time', async (limit) => {
    const { rows } = await list({ limit: 100 });
    const names = rows.filter((row) => row.customerName !== undefined).map((row) => row.id);
    const agreed = numbered(rows.filter((row) => row.number !== undefined).map((row) => row.id));
    const oldestFirst = newestFirst.toReversed();
    expect((await walk({ rising: true }, limit)).flat()).toEqual(oldestFirst);
    const byNumber = (await walk({ by: 'number', rising: true }, limit)).flat();
    // Drafts have no number yet.
    expect(byNumber).toEqual([...agreed.toReversed(), ...oldestFirst.filter((n) => n % 10 === 0)]);
    const byCustomer = (await walk({ by: 'customer', rising: true }, limit)).flat();
    expect(byCustomer.slice(0, names.length)).toEqual(numbered(names).toReversed());
    for (const by of ['number', 'customer', 'total'])
      expect((await walk({ by }, limit)).flat()).toEqual(
        (await walk({ by, rising: true }, limit)).flat().toReversed(),
      );
  });

  it.each([
    { tab: 'to-ship' },
    { payment: 'paid', customerId: ADA },
    { from: placedAt(20), to: placedAt(30) },
    { tab: 'to-ship', from: placedAt(20) },
    { tab: 'to-ship', payment: 'paid' },
    { tab: 'to-pay' },
    { tab: 'to-pay', payment: 'unpaid' },
    { tag: 'Gift' },
    { held: true },
  ])('narrows by %o in any order to the same orders', async (filters) => {
    const expected = (await walk(filters, 100)).flat();
    for (const by of ['number', 'customer', 'total'] as const)
      expect((await walk({ ...filters, by, rising: true }, 3)).flat().toSorted((a, b) => b - a)).toEqual(
        expected,
      );
  });

  it.each(['2026-11-03', '2026-11-04'])(
    'counts those that are overdue on %s as it lists them',
    async (on) => {
      const { rows } = await list({ overdueOn: on, limit: 100 });
      await expect(ask(Overdue, tables(), { on })).resolves.toEqual({ orders: rows.length });
    },
  );

  it('says how many orders each tab holds', async () => {
    await expect(ask(OrderCounts, tables(), {})).resolves.toEqual({
      all: 40,
      drafts: 4,
      'to-ship': 28,
      returns: 0,
      'to-pay': 7,
      done: 8,
      cancelled: 0,
      archived: 0,
      discarded: 0,
    });
  });
});

it('reads no more than it must of a long list', async () => {
  const { orders, counts } = tables();
  const asked: number[] = [];
  const watched = {
    counts,
    orders: {
      ...orders,
      range: async (range: Parameters<typeof orders.range>[0]) => {
        const rows = await orders.range(range);
        asked.push(rows.length);
        return rows;
      },
    },
  };
  await ask(OrderList, watched, { limit: 5 });
  await ask(OrderList, watched, { tab: 'done', lifecycle: 'open', limit: 5 });
  await ask(OrderList, watched, { tab: 'to-ship', by: 'total', limit: 5 });
  await ask(OrderList, watched, { held: true, by: 'customer', limit: 5 });
  await ask(OrderList, watched, { tab: 'to-pay', by: 'total', limit: 5 });
  await ask(OrderList, watched, { tag: 'Gift', limit: 5 });
  expect(asked).toEqual([6, 8, 6, 1, 6, 7]);
});
