import * as z from 'zod/mini';
import { Day } from '../../domain/day.ts';
import { defineQuery } from '../../kernel/index.ts';
import { answered } from '../order-outline/answered.ts';
import { AWAY, ON_TAB, orderListParams, type Tab } from './filters.ts';
import { countKey, type OrderListTables } from './row.ts';
import { listPage } from './walk.ts';

const view = 'order-list';
const permission = 'order.see';

/** Orders, the newest first unless asked otherwise; those out of the way only on their own tabs. */
export const OrderList = defineQuery<OrderListTables>()({
  name: 'OrderList',
  view,
  permission,
  params: orderListParams,
  run: listPage,
});

const keyOf = (on: (typeof ON_TAB)[keyof typeof ON_TAB]): string =>
  'queue' in on ? countKey('queue', on.queue) : countKey('toPay', on.toPay);

const TABS = [
  ...Object.entries(ON_TAB).map(([tab, on]) => [tab, keyOf(on)] as const),
  ...AWAY.map((shelf) => [shelf, countKey('shelf', shelf)] as const),
];
/** Each order that is not out of the way has one; a discarded draft is. */
const STANDINGS = (['draft', 'open', 'cancelled'] as const).map((standing) =>
  countKey('lifecycle', standing),
);

/** How many orders each tab holds; `all` are those that are not out of the way. */
export const OrderCounts = defineQuery<OrderListTables>()({
  name: 'OrderCounts',
  view,
  permission,
  params: z.object({}),
  run: async ({ counts }): Promise<Readonly<Record<Tab, number>>> => {
    const found = await counts.getMany([...TABS.map(([, key]) => key), ...STANDINGS]);
    const orders = found.map((row) => row?.orders ?? 0);
    const each = TABS.map(([tab], n) => [tab, orders[n]] as const);
    const all = orders.slice(TABS.length).reduce((sum, some) => sum + some, 0);
    return { all, ...(Object.fromEntries(each) as Record<Exclude<Tab, 'all'>, number>) };
  },
});

/** How many orders the list holds on which money is owed that was due before a day. */
export const Overdue = defineQuery<OrderListTables>()({
  name: 'Overdue',
  view,
  permission,
  params: z.object({ on: Day }),
  run: async ({ counts }, { on }): Promise<{ readonly orders: number }> => {
    const days = await counts.range({ from: countKey('owed', ''), to: countKey('owed', on), toOpen: true });
    return { orders: days.reduce((sum, { orders }) => sum + orders, 0) };
  },
});

/** The tags in use, and how many orders have each. */
export const OrderTags = defineQuery<OrderListTables>()({
  name: 'OrderTags',
  view,
  permission,
  params: z.object({}),
  run: async ({ counts }): Promise<readonly { readonly tag: string; readonly orders: number }[]> => {
    const before = countKey('tag', '');
    const found = await counts.range({ from: before, to: `${before}\uffff`, limit: 500 });
    return found.map(({ key, orders }) => ({ tag: key.slice(before.length), orders }));
  },
});

/** What these orders are called and the currency they are in; those that are not there are left out. */
export const OrderNames = defineQuery<OrderListTables>()({
  name: 'OrderNames',
  view,
  permission,
  params: z.object({ ids: z.array(z.uuid()).check(z.maxLength(5_000)) }),
  run: async ({ orders }, { ids }) =>
    (await orders.getMany(ids)).flatMap((row) =>
      row
        ? [{ id: row.id, currency: row.currency, ...(row.number !== undefined && { number: row.number }) }]
        : [],
    ),
});

/** These orders as the list shows them now; those that are not there are left out. */
export const OrderRows = defineQuery<OrderListTables>()({
  name: 'OrderRows',
  view,
  permission,
  params: z.object({ ids: z.array(z.uuid()).check(z.maxLength(500)) }),
  run: async ({ orders }, { ids }) => {
    const found = await orders.getMany(ids);
    return answered({ rows: found.flatMap((row) => (row ? [row] : [])) }).rows;
  },
});
