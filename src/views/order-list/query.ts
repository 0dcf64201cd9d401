import * as z from 'zod/mini';
import { defineQuery } from '../../kernel/index.ts';
import { page } from '../listing/index.ts';
import { answered } from '../order-outline/answered.ts';
import { orderListParams, TASK_OF_TAB, walkFor, type Tab } from './filters.ts';
import { countKey, type OrderListTables } from './row.ts';

const view = 'order-list';
const permission = 'order.see';

/** Orders, the newest first; discarded drafts are not among them. */
export const OrderList = defineQuery<OrderListTables>()({
  name: 'OrderList',
  view,
  permission,
  params: orderListParams,
  run: async (tables, params) =>
    answered(
      await page({
        table: tables.orders,
        ...(await walkFor(tables, params)),
        after: params.after,
        limit: params.limit,
        at: (row) => row.sort,
      }),
    ),
});

/** How many orders each tab holds. */
export const OrderCounts = defineQuery<OrderListTables>()({
  name: 'OrderCounts',
  view,
  permission,
  params: z.object({}),
  run: async ({ counts }): Promise<Readonly<Record<Tab, number>>> => {
    const { drafts, done, cancelled, ...open } = TASK_OF_TAB;
    const tasks = [drafts, open['to-ship'], open['to-pay'], done, cancelled];
    const found = await counts.getMany(tasks.map((task) => countKey('task', task)));
    const [draft = 0, ship = 0, pay = 0, over = 0, off = 0] = found.map((row) => row?.orders ?? 0);
    return {
      all: draft + ship + pay + over + off,
      drafts: draft,
      'to-ship': ship,
      'to-pay': pay,
      done: over,
      cancelled: off,
    };
  },
});
