import { changesOf, defineProjection } from '../../kernel/index.ts';
import { followOrders } from '../order-outline/follow.ts';
import type { OutlineRow } from '../order-outline/row.ts';
import { countKey, FACETS, type OrderListTables } from './row.ts';

const { orders, counts } = changesOf<OrderListTables>()('orders', 'counts');

const counted = (key: string, by: number) =>
  counts(key, (row) => {
    const now = (row?.orders ?? 0) + by;
    return now === 0 ? undefined : { key, orders: now };
  });

/** Counting a hundred thousand rows takes long, so every change of a row is counted instead. */
const recount = (before: OutlineRow | undefined, after: OutlineRow | undefined) =>
  FACETS.filter((facet) => before?.[facet] !== after?.[facet]).flatMap((facet) => [
    ...(before ? [counted(countKey(facet, before[facet]), -1)] : []),
    ...(after ? [counted(countKey(facet, after[facet]), 1)] : []),
  ]);

/** Which orders are there, and what is to be done with them? */
export const orderList = followOrders(
  defineProjection<OrderListTables>({
    name: 'order-list',
    version: 1,
    tables: {
      orders: {
        key: 'id',
        indexes: [
          'sort',
          ['task', 'sort'],
          ['lifecycle', 'sort'],
          ['payment', 'sort'],
          ['fulfilment', 'sort'],
          ['customerId', 'sort'],
        ],
      },
      counts: { key: 'key' },
    },
    derive: { orders: recount },
  }),
  orders,
);
